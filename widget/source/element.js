// @ts-check

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(STYLE);

/**
 * The chat, as <doorstep-chat flow="buyer">: a launcher that floats over the page, or with
 * mode="inline" a card in its place. Nothing is requested or stored before it is opened.
 */
class DoorstepChat extends HTMLElement {
  static observedAttributes = ["flow"];

  /** Where the API lives; a page of another site names it by the src of the script. */
  static base = location.origin;

  /** What the page knows already, field by field. @type {Record<string, unknown>} */
  known = {};

  /** @type {Conversation | undefined} */
  #chat;
  /** @type {Record<string, any>} */
  #parts = {};
  /** @type {AbortController | undefined} */
  #life;
  /** @type {Element | null} */
  #opener = null;
  /** @type {Message[] | undefined} the messages drawn, and how many of them */
  #drawn;
  #count = 0;
  /** @type {Ask | null | undefined} */
  #asked;
  #open = false;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [SHEET];
  }

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    addEventListener("storage", ({ key }) => this.#open && key?.startsWith(this.#key) && this.#chat?.refresh(), { signal });
    addEventListener("online", () => this.#open && this.#chat?.refresh(), { signal });
    addEventListener("pageshow", ({ persisted }) => persisted && this.#open && this.#chat?.refresh(), { signal });
    document.addEventListener("visibilitychange", () => this.#watch(), { signal });
    visualViewport?.addEventListener("resize", () => this.#fit(), { signal });
    visualViewport?.addEventListener("scroll", () => this.#fit(), { signal });
    this.#build();
    if (shelf.keys(`${this.#key}|`).length) this.#chat?.work();
  }

  disconnectedCallback() {
    this.#life?.abort();
    this.#chat?.stop();
    this.#open = false;
  }

  attributeChangedCallback() {
    if (!this.#life) return;
    const open = this.#open;
    this.disconnectedCallback();
    this.connectedCallback();
    if (open) this.open();
  }

  get isOpen() {
    return this.#open;
  }

  open() {
    if (this.#open || !this.isConnected) return;
    this.#open = true;
    this.#opener = document.activeElement;
    const { launcher, panel } = this.#parts;
    launcher.hidden = true;
    panel.hidden = false;
    launcher.ariaExpanded = "true";
    panel.focus({ preventScroll: true });
    this.#fit();
    this.#watch();
    this.#tell("open", {});
    this.#chat?.refresh();
  }

  close() {
    if (!this.#open || this.#inline) return;
    const { launcher, panel } = this.#parts;
    const inside = this.shadowRoot?.activeElement;
    this.#open = false;
    panel.hidden = true;
    launcher.hidden = false;
    launcher.ariaExpanded = "false";
    this.#watch();
    if (!inside) return;
    const opener = /** @type {HTMLElement | null} */ (this.#opener);
    (opener?.isConnected && opener !== this && opener !== document.body ? opener : launcher).focus();
  }

  toggle() {
    if (this.#open) this.close();
    else this.open();
  }

  get #inline() {
    return this.#option("mode") === "inline";
  }

  /** Where this conversation is kept in the browser. */
  get #key() {
    return `doorstep:${this.#option("flow")}:${this.#option("listing-id")}`;
  }

  /** An option of the site owner: an attribute, with or without data-. @param {string} name */
  #option(name) {
    return this.getAttribute(name) ?? this.getAttribute(`data-${name}`) ?? "";
  }

  #word = (/** @type {string} */ name) => this.#option(name) || (this.#chat?.words[name] ?? WORDS[name] ?? name);

  #say = (/** @type {Answer} */ answer, /** @type {string} */ label) => this.#chat?.say(answer, label);

  /**
   * @param {string} event
   * @param {object} detail
   */
  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(`doorstep:${event}`, {
      bubbles: true,
      composed: true,
      detail: { flow: this.#option("flow"), ...detail },
    }));
  }

  /** The first request: what the page and its address know. */
  #opening() {
    const utm = [...new URLSearchParams(PAGE.search)].filter(([name]) => /^(utm_|gclid|fbclid)/.test(name));
    const [id, address, price] = ["id", "address", "price"].map((name) => this.#option(`listing-${name}`));
    return {
      flow: this.#option("flow"),
      market: this.#option("market") || undefined,
      lang: this.#option("lang") || document.documentElement.lang || navigator.language,
      source: { page: location.href, referrer: document.referrer, ...Object.fromEntries(utm) },
      listing: id ? { id, address, price: Number(price) || undefined } : undefined,
      known: Object.keys(this.known).length ? this.known : undefined,
    };
  }

  #build() {
    const word = this.#word;
    const inline = this.#inline;
    this.#chat = new Conversation({
      base: this.#option("host") || DoorstepChat.base,
      key: this.#key,
      opening: () => this.#opening(),
      draw: () => this.#draw(),
      tell: (event, detail) => this.#tell(event, detail),
    });
    this.#drawn = this.#asked = undefined;
    const parts = (this.#parts = {
      launcher: h("button", {
        type: "button", part: "launcher", class: "launcher",
        "aria-haspopup": inline ? null : "dialog", "aria-expanded": inline ? null : "false",
        click: () => this.open(),
      }, icon(CHAT), h("span", {}, word(inline ? "start" : "label"))),
      log: h("div", { role: "log", class: "log", "aria-label": word("messages") }),
      sending: h("div", { class: "log" }),
      typing: h("div", { class: "typing", role: "img", "aria-label": word("typing"), hidden: true }, h("i"), h("i"), h("i")),
      ask: h("div", { role: "group", class: "ask" }),
      status: h("p", { role: "status", id: "status" }),
      bar: h("div", { role: "progressbar", "aria-label": word("progress"), "aria-valuemin": 0, hidden: true }, h("i")),
      line: h("input", { "aria-describedby": "status", dir: "auto" }),
      area: h("textarea", { "aria-describedby": "status", dir: "auto", rows: 1, enterkeyhint: "send" }),
      send: h("button", { class: "send", "aria-label": word("send") }, icon(ARROW)),
    });
    const { log, sending, typing, ask, status, bar, line, area, send, launcher } = parts;
    const form = h("form", { novalidate: true, hidden: true, submit: this.#submit }, line, area, send);
    area.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#submit(event);
    });
    const notice = h("p", { class: "notice" }, `${word("stored")} `,
      h("a", { href: this.#option("privacy-url") || `${DoorstepChat.base}/privacy`, target: "_blank", rel: "noopener" }, word("privacy")));
    const scroll = h("div", { class: "scroll" }, notice, log, sending, typing, ask);
    const head = h("header", {}, h("span", { class: "face" }, icon(DOOR)),
      h("div", {}, h("h2", { dir: "auto" }, word("title")), h("span", {}, word("role"))));
    if (!inline) head.append(h("button", { type: "button", class: "icon", "aria-label": word("close"), click: () => this.close() }, icon(CROSS)));
    const panel = h("section", {
      part: "panel", class: "panel", tabindex: -1, hidden: !inline,
      role: inline ? "region" : "dialog", "aria-label": `${word("title")}, ${word("role")}`,
      dir: /^(ar|he|fa|ur)\b/.test(this.#option("lang")) && "rtl",
      keydown: (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && this.close(),
    }, head, bar, scroll, status, form);
    Object.assign(this.#parts, { panel, scroll, form });
    if (inline) ask.before(launcher);
    this.shadowRoot?.replaceChildren(...(inline ? [panel] : [launcher, panel]));
  }

  /** @param {Event} event */
  #submit = (event) => {
    event.preventDefault();
    const field = this.#field;
    const text = field.value.trim();
    if (!text) return field.focus();
    field.value = "";
    this.#say({ question: this.#chat?.ask?.question, text }, text);
  };

  /** The field that is shown: one line for a number or a name, an area for free text. */
  get #field() {
    const { line, area } = this.#parts;
    return line.hidden ? area : line;
  }

  /** Whether a new look at the server is wanted now and then. */
  #watch() {
    const chat = this.#chat;
    if (!chat) return;
    const before = chat.watched;
    chat.watched = this.#open && !document.hidden;
    if (chat.watched && !before && chat.id) chat.refresh();
  }

  /** A phone's keyboard covers the page: the panel keeps to what is still seen. */
  #fit() {
    if (!this.#open || !visualViewport) return;
    const { style } = this.#parts.panel;
    style.setProperty("--seen", `${visualViewport.height}px`);
    style.setProperty("--above", `${visualViewport.offsetTop}px`);
  }

  #draw() {
    const chat = /** @type {Conversation} */ (this.#chat);
    const { typing, status, form, scroll } = this.#parts;
    const grown = this.#drawMessages(chat);
    const asked = this.#drawAsk(chat);
    typing.hidden = !this.#open || !chat.thinking;
    form.hidden = !chat.id;
    this.#drawStatus(chat, status);
    if (grown || asked) scroll.scrollTop = scroll.scrollHeight;
  }

  /** @param {Conversation} chat */
  #drawMessages(chat) {
    const { log, sending } = this.#parts;
    if (this.#drawn !== chat.messages) {
      log.replaceChildren();
      this.#drawn = chat.messages;
      this.#count = 0;
    }
    const news = chat.messages.slice(this.#count);
    this.#count = chat.messages.length;
    log.append(...news.map((message) => {
      const { from, question } = message;
      const change = from === "visitor" && question && !chat.ended && (() => this.#say({ edit: { question } }, ""));
      return bubble(message, this.#word, change);
    }));
    const waiting = chat.unsent.filter(({ label }) => label);
    const key = waiting.map(({ id }) => id).join();
    if (sending.dataset.ids === key) return news.length > 0;
    sending.dataset.ids = key;
    sending.replaceChildren(...waiting.map(({ label }) => bubble({ from: "visitor", text: label }, this.#word)));
    return true;
  }

  /** @param {Conversation} chat */
  #drawAsk(chat) {
    const { ask: zone, panel, bar } = this.#parts;
    const ask = chat.unsent.length ? null : chat.ask;
    const state = chat.ended ? undefined : ask;
    if (this.#asked === state && zone.childElementCount) return false;
    this.#asked = state;
    const focused = zone.contains(this.shadowRoot?.activeElement);
    zone.replaceChildren();
    if (ask && !chat.ended) {
      zone.ariaLabel = ask.text;
      zone.append(h("div", { class: "options" }, ...choices(ask, this.#word, this.#say)),
        h("div", { class: "asides" }, ...asides(ask, this.#word, this.#say)));
      this.#drawField(ask);
    } else if (chat.ended) {
      zone.append(h("button", { type: "button", class: "option", click: () => chat.restart() }, this.#word("restart")));
    }
    const { done = 0, total = 0 } = chat.ask?.progress ?? {};
    bar.hidden = !total;
    bar.ariaValueNow = done;
    bar.ariaValueMax = total;
    bar.firstChild.style.inlineSize = `${(100 * done) / (total || 1)}%`;
    if (focused) (zone.querySelector(".option") ?? (TOUCH.matches ? panel : this.#field)).focus();
    return true;
  }

  /** @param {Ask} ask */
  #drawField(ask) {
    const { line, area } = this.#parts;
    const focused = this.shadowRoot?.activeElement === this.#field;
    const kind = /** @type {keyof typeof FIELDS} */ (ask.kind);
    const [type, inputmode, autocomplete] = FIELDS[kind] ?? [];
    line.hidden = !type;
    area.hidden = !!type;
    const field = this.#field;
    if (type) {
      line.type = type;
      line.inputMode = inputmode;
      line.autocomplete = autocomplete;
      line.enterKeyHint = "send";
    }
    field.placeholder = this.#word("type");
    field.ariaLabel = ask.text;
    if (focused) field.focus();
  }

  /**
   * @param {Conversation} chat
   * @param {HTMLElement} status
   */
  #drawStatus(chat, status) {
    const { message, text } = chat.refusal;
    const field = this.#field;
    const says = chat.notice || message;
    const words = says && this.#word(says);
    if (status.textContent !== words) status.textContent = words;
    status.hidden = false;
    field.ariaInvalid = `${!!message && !chat.notice}`;
    if (text && !field.value) field.value = text;
    chat.refusal.text = "";
  }
}
