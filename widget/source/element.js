// @ts-check

const DOOR = "M5 21V4.6L14 3v18M14 6h5v15M3 21h18M11 12v.5";
const CHAT = "M4 5h16v11H11l-5 4v-4H4z";
const CROSS = "M6 6l12 12M18 6L6 18";
const ARROW = "M12 19V6M6 11l6-6 6 6";
const SHEET = new CSSStyleSheet();
SHEET.replaceSync(STYLE);

/**
 * The chat, as <doorstep-chat flow="buyer">: a launcher that floats over the page, or with
 * mode="inline" a card in its place. Nothing is requested or stored before it is opened.
 */
class DoorstepChat extends HTMLElement {
  /** Where the API lives: where the script came from. */
  static base = location.origin;

  /** What the page knows of the visitor, by field. @type {Record<string, unknown>} */
  static known = {};

  isOpen = false;

  #inline = false;
  /** @type {Record<string, any>} */
  #parts = {};
  /** @type {any} */
  #chat;
  /** @type {any} */
  #life;
  /** @type {any} */
  #opener;
  /** What was drawn last. @type {{messages?: Message[], question?: string, ask?: Ask | null}} */
  #drawn = {};

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [SHEET];
  }

  connectedCallback() {
    this.#inline = this.#option("mode") === "inline";
    this.#chat = new Conversation({
      url: `${this.#option("host", DoorstepChat.base)}/api/v1/conversations`,
      key: `doorstep:${this.#option("flow")}:${this.#option("listing-id")}`,
      opening: this.#opening,
      draw: this.#draw,
      tell: this.#tell,
    });
    this.#build();
    this.#life = new AbortController();
    const hear = (/** @type {any} */ target, /** @type {string} */ name, /** @type {(event: any) => void} */ heard) =>
      target?.addEventListener(name, (/** @type {Event} */ event) => this.isOpen && heard(event), this.#life);
    hear(window, "online", this.#look);
    hear(window, "pageshow", this.#look);
    hear(window, "storage", ({ key }) => key?.startsWith(this.#chat.key) && this.#look());
    hear(document, "visibilitychange", this.#look);
    hear(visualViewport, "resize", this.#fit);
    hear(visualViewport, "scroll", this.#fit);
    document.addEventListener("doorstep:open", this.#yield, this.#life);
    if (this.#chat.kept) this.#chat.work();
  }

  disconnectedCallback() {
    this.#life.abort();
    this.#chat.stop();
    this.isOpen = false;
  }

  open() {
    this.toggle(true);
  }

  close() {
    this.toggle(false);
  }

  toggle(open = !this.isOpen) {
    const { launcher, panel, scroll } = this.#parts;
    if (open === this.isOpen || !this.isConnected || (this.#inline && !open)) return;
    const inside = this.shadowRoot?.activeElement;
    this.isOpen = launcher.hidden = open;
    panel.hidden = !open;
    scroll.classList.remove("start");
    this.#look();
    if (open) {
      this.#opener = document.activeElement;
      this.#fit();
      panel.focus();
      this.#tell("open");
    } else if (inside) {
      // Back to the button of the page that opened it, if it was one.
      (this.#opener?.matches("[data-doorstep-open]") ? this.#opener : launcher).focus();
    }
  }

  /** One chat at a time: a floating one makes room for another. */
  #yield = (/** @type {Event} */ { target }) => {
    if (target === this || this.#inline) return;
    this.close();
    this.#parts.launcher.hidden = true;
  };

  /** What the site owner set, as an attribute with or without data-. */
  #option(/** @type {string} */ name, missing = "") {
    return this.getAttribute(name) ?? this.getAttribute(`data-${name}`) ?? missing;
  }

  /** @type {Word} */
  #word = (english) => this.#chat.words[english] ?? english;

  /** @type {Say} */
  #say = (answer, label) => this.#chat.say(answer, label);

  #tell = (/** @type {string} */ event, detail = {}) => {
    detail = { flow: this.#option("flow"), ...detail };
    this.dispatchEvent(new CustomEvent(`doorstep:${event}`, { bubbles: true, composed: true, detail }));
  };

  /** The first request: what the page and its address know. */
  #opening = () => {
    const option = (/** @type {string} */ name) => this.#option(name) || undefined;
    const campaign = [...LANDING.searchParams].filter(([name]) => name.startsWith("utm_"));
    const id = option("listing-id");
    return {
      flow: option("flow"),
      market: option("market"),
      lang: option("lang") ?? (document.documentElement.lang || navigator.language),
      source: { page: location.href, referrer: document.referrer, ...Object.fromEntries(campaign) },
      listing: id && { id, address: option("listing-address"), price: +this.#option("listing-price") || undefined },
      known: DoorstepChat.known,
      visitor: me(),
    };
  };

  #build() {
    const word = this.#word;
    const inline = this.#inline;
    const float = !inline && "float";
    const field = { "aria-describedby": "status", dir: "auto", enterkeyhint: "send" };
    const open = () => this.open();
    const close = () => this.close();
    const p = (this.#parts = {
      launcher: button({ part: "launcher", class: float, "aria-haspopup": !inline && "dialog", click: open },
        icon(CHAT), this.#option("label", word("Chat with us"))),
      bar: h("progress", { "aria-label": word("Progress") }),
      log: h("div", { role: "log", class: "log" }),
      sending: h("div", { class: "log" }),
      typing: h("div", { class: "typing", "aria-hidden": "true" }, "•••"),
      zone: h("div", { role: "group", class: "ask" }),
      status: h("p", { role: "status", id: "status" }),
      line: h("input", field),
      area: h("textarea", { ...field, rows: 1, keydown: this.#typed }),
    });
    const privacy = { href: this.#option("privacy-url", `${DoorstepChat.base}/privacy`), target: "_blank" };
    const notice = h("p", { class: "notice" }, word("This chat is stored so that we can help you."), " ",
      h("a", privacy, word("Privacy")));
    const title = h("h2", { id: "title", dir: "auto" }, this.#option("name", word("Chat")),
      h("small", {}, word("Automated assistant")));
    const form = h("form", { novalidate: true, submit: this.#submit }, p.line, p.area,
      h("button", { "aria-label": word("Send") }, icon(ARROW)));
    const scroll = h("div", { class: `scroll ${inline ? "start" : ""}` }, notice, p.log, p.sending, p.typing, inline ? p.launcher : "", p.zone);
    const panel = h("section", {
      part: "panel",
      class: float,
      role: inline ? "region" : "dialog",
      "aria-labelledby": "title",
      tabindex: -1,
      hidden: !inline,
      dir: /^(ar|fa|he|ur)/.test(this.#option("lang")) && "rtl",
      keydown: (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && close(),
    },
      h("header", {}, icon(DOOR), title, inline ? "" : button({ "aria-label": word("Close"), click: close }, icon(CROSS))),
      p.bar, scroll, p.status, form);
    Object.assign(p, { form, panel, scroll });
    this.#drawn = {};
    this.shadowRoot?.replaceChildren(inline ? "" : p.launcher, panel);
    this.#draw();
  }

  /** The field in use: a line for a number or a name, an area for free text. */
  get #field() {
    const { line, area } = this.#parts;
    return line.hidden ? area : line;
  }

  #typed = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#submit(event);
  };

  #submit = (/** @type {Event} */ event) => {
    const field = this.#field;
    const text = field.value.trim();
    event.preventDefault();
    field.value = "";
    if (text) this.#say({ question: this.#chat.ask?.question, text }, text);
  };

  /** Is there news? And is it worth looking again and again? */
  #look = () => {
    this.#chat.watched = this.isOpen && !document.hidden;
    if (this.#chat.watched) this.#chat.refresh();
  };

  /** A phone's keyboard covers part of the page: the panel keeps to what is seen. */
  #fit = () => {
    const { height, offsetTop } = visualViewport ?? {};
    const { style } = this.#parts.panel;
    style.setProperty("--seen", `${height}px`);
    style.setProperty("--above", `${offsetTop}px`);
  };

  #draw = () => {
    const chat = this.#chat;
    const { typing, form, scroll, status } = this.#parts;
    typing.hidden = !chat.thinking;
    form.hidden = !chat.id;
    const grown = this.#drawMessages(chat);
    if (this.#drawAsk(chat) || grown) scroll.scrollTop = scroll.scrollHeight;
    const words = this.#word(chat.notice || chat.problem);
    if (status.textContent !== words) status.textContent = words;
    const field = this.#field;
    field.ariaInvalid = `${!!chat.problem}`;
    field.value ||= chat.mend;
    chat.mend = "";
  };

  /** @param {Conversation} chat */
  #drawMessages({ messages, unsent, ended, ask }) {
    const { log, sending } = this.#parts;
    if (this.#drawn.messages !== messages) {
      this.#drawn = { messages };
      log.replaceChildren();
    }
    const news = messages.slice(log.childElementCount);
    for (const message of news) {
      // An answer belongs to the question that was asked before it.
      const question = (this.#drawn.question = message.question ?? this.#drawn.question);
      const edits = message.from === "visitor" && question && !ended && question !== ask?.question;
      log.append(bubble(message, this.#word, edits ? () => this.#say({ edit: { question } }) : undefined));
    }
    const waiting = unsent.filter(({ label }) => label);
    const grown = news.length || waiting.length !== sending.childElementCount;
    if (grown) sending.replaceChildren(...waiting.map(({ label: text = "" }) => bubble({ from: "visitor", text }, this.#word)));
    return grown;
  }

  /** @param {Conversation} chat */
  #drawAsk(chat) {
    const { zone, bar, line, area, panel } = this.#parts;
    const ask = chat.ended ? undefined : chat.unsent.length ? null : chat.ask;
    if ("ask" in this.#drawn && this.#drawn.ask === ask) return false;
    const active = this.shadowRoot?.activeElement;
    const [pressed, typed] = [active === panel || zone.contains(active), active === this.#field];
    this.#drawn.ask = ask;
    zone.replaceChildren();
    if (ask) zone.append(...choices(ask, this.#word, this.#say));
    if (chat.ended) zone.append(button({ part: "option", click: () => chat.restart() }, this.#word("Start a new chat")));
    const { done = 0, total = 0 } = chat.ask?.progress ?? {};
    if (total) Object.assign(bar, { max: total, value: done });
    bar.hidden = !total;
    if (!chat.unsent.length) this.#drawField(ask);
    const field = this.#field;
    if (typed) field.focus();
    // The keyboard goes on from where the button was; a phone's own keyboard stays away.
    if (pressed) (zone.querySelector("[part]") ?? (ask && !TOUCH.matches ? field : panel)).focus();
    return true;
  }

  /** Makes the field fit the question; while an answer is under way it stays as it is. */
  #drawField(/** @type {Ask | null | undefined} */ ask) {
    const { zone, line, area } = this.#parts;
    const [inputMode, autocomplete] = FIELDS[ask?.kind ?? ""] ?? [];
    line.hidden = !inputMode;
    area.hidden = inputMode;
    Object.assign(line, { type: /tel|email/.test(inputMode) ? inputMode : "text", inputMode, autocomplete });
    const field = this.#field;
    zone.ariaLabel = field.ariaLabel = ask?.text ?? "";
    field.placeholder = this.#word(ask ? "Type your answer" : "Write a message");
  }
}
