// @ts-check

const WRITES = 3000; // milliseconds between two signs that the visitor writes

/**
 * What opens: the panel with the conversation, made when it is first needed.
 * @param {DoorstepChat} host
 * @param {Option} option
 * @param {boolean} inline
 * @param {Hear} hear
 * @param {string} key
 * @param {any} dock
 * @param {any} launcher
 * @returns {(open?: boolean) => void} opens and closes it
 */
const furnish = (host, option, inline, hear, key, dock, launcher) => {
  const base = option("host", BASE);
  const lang = option("lang", ROOT.lang || navigator.language);
  const shadow = /** @type {any} */ (host.shadowRoot);
  /** @type {any} */
  let opener;
  /** @type {Message[] | undefined} */
  let drawnMessages;
  /** False while an answer is under way. @type {Ask | Aside | null | undefined | false} */
  let drawnAsk;
  /** The question that the buttons are for, with what was picked. @type {Ask | undefined} */
  let asked;
  /** @type {HTMLElement[]} */
  let buttons;
  /** @type {Words | undefined} */
  let drawnWords;
  /** The question that the last drawn message belongs to. @type {string | undefined} */
  let question;
  /** A question of the widget's own. @type {Aside | null | undefined} */
  let aside;

  const tell = (/** @type {string} */ event, detail = {}) =>
    host.dispatchEvent(new CustomEvent(`doorstep:${event}`, { bubbles: true, detail: { flow: option("flow"), ...detail } }));

  const chat = converse({
    url: `${base}/api/v1/conversations`,
    key,
    opening: () => opening(option, lang),
    draw: () => draw(),
    tell,
    refused: () => host.remove(),
  });
  /** @type {Word} */
  const word = (english) => chat.words[english] ?? english;
  /** Each puts some of the widget's own words where they belong. @type {(() => void)[]} */
  const puts = [];
  const own = (/** @type {string} */ english, /** @type {any} */ node = new Text(), property = "data") => {
    puts.push(() => (node[property] = word(english)));
    return node;
  };
  const named = (/** @type {string} */ english, /** @type {any} */ node) => own(english, node, "ariaLabel");
  /** @type {Say} */
  const say = (...answer) => {
    aside = null;
    chat.say(...answer);
  };

  const toggle = (open = !host.isOpen) => {
    if (open === host.isOpen || (inline && !open)) return;
    fit(); // before anything changes, when the window's size is known and need not be worked out
    const inside = shadow.activeElement;
    host.isOpen = dock.hidden = open;
    panel.hidden = !open;
    look();
    if (open) {
      dock.replaceChildren(launcher); // no teaser any more
      opener = document.activeElement;
      // In the frame that lays it out anyway: to ask for it now would lay it out twice.
      requestAnimationFrame(() => panel.focus());
      tell("open");
    } else if (inside) {
      // Back to where the visitor was: a button of the page, or the launcher.
      launcher.focus();
      opener.focus();
    }
  };
  /** Is there news? And is it worth looking again and again? */
  const look = () => chat.renew(host.isOpen && !document.hidden);

  /** A phone's keyboard covers part of the page: the panel keeps to what is seen. */
  const fit = () => {
    const { height, offsetTop } = /** @type {VisualViewport} */ (visualViewport);
    panel.style = `--seen:${height}px;--above:${offsetTop}px`;
  };

  const submit = (/** @type {Event} */ event) => {
    const text = field.value.trim();
    event.preventDefault();
    field.value = "";
    if (!text) return;
    if (aside?.send) aside.send(text);
    else say({ question: chat.ask?.question, text }, text);
  };

  /** Asks something of the widget's own, or nothing any more. */
  const turnTo = (/** @type {Aside | null} */ asks, problem = "") => {
    menu.open = false;
    aside = asks;
    chat.problem = problem;
    draw();
  };

  /** Puts a wish to the server; what became of it is said where problems are said. */
  const wish = async (/** @type {string} */ path, /** @type {object} */ body, done = "") => {
    const { reply, status, problem } = await chat.plead(path, body);
    turnTo(null, status < 300 ? done : problem);
    return reply;
  };

  const item = (/** @type {string} */ english, /** @type {() => void} */ click) => button("item", click, own(english));
  const telegram = item(TELEGRAM, async () => {
    const { deep_link: href, code } = await wish("continue", {});
    if (href) turnTo({ text: code, node: link(href, "option", word(TELEGRAM)) });
  });
  const mail = item(MAIL, () => turnTo({
    kind: "email",
    text: "email",
    send: (email) => wish("transcript", { email }, "sent"),
  }));
  const menu = h("details.menu", {},
    named("More", h("summary.icon more")),
    h("div", {},
      telegram,
      mail,
      item("Delete my data", () => turnTo({
        text: "Delete my data",
        node: button("option", () => say({ text: "Delete my data" }), word("yes")),
      })),
    ));

  const bar = named("Progress", h("div.bar", { role: "progressbar" }));
  const log = h("div.log", { role: "log" });
  const sending = h("div.log");
  const typing = h("div.typing", { ariaHidden: true }, "•••");
  const zone = h("div.ask", { role: "group" });
  const status = h("small", { role: "status", id: "status" });
  const line = h("input.input");
  const area = h("textarea.input", { rows: 1, onkeydown: (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  } });
  let wrote = 0;
  /** The field in use: a line for a number or a name, an area for free text. */
  let field = area;
  const oninput = () => {
    if (!chat.live || Date.now() < wrote) return;
    wrote = Date.now() + WRITES;
    chat.plead("typing", {});
  };
  const form = h("form", { onsubmit: submit, oninput }, line, area, named("Send", h("button.icon send")));
  const scroll = h("div.scroll", {},
    h("small", {}, own("This chat is stored so that we can help you."), " ",
      link(option("privacy-url", `${base}/privacy`), "", own("Privacy"))),
    log, sending, typing, inline ? dock : "", zone);
  const title = h("h2", {}, option("name") || own("Chat"), " ", h("small", {}, own("Automated assistant")));
  const header = h("header", {}, title, menu);
  const panel = h("section.panel", { role: inline ? "region" : "dialog", tabIndex: -1, hidden: !inline, onkeydown: (/** @type {KeyboardEvent} */ { key }) => {
    if (key === "Escape") menu.open ? (menu.open = false) : toggle(false);
  } }, header, bar, scroll, status, form);
  for (const each of [line, area]) {
    each.enterKeyHint = "send";
    each.setAttribute("aria-describedby", "status");
  }
  if (!inline) header.append(named("Close", button("icon close", () => toggle(false))));

  const draw = () => {
    if (drawnWords !== chat.words) {
      drawnWords = chat.words;
      for (const put of puts) put();
      panel.ariaLabel = title.textContent;
      panel.dir = drawnWords.ltr ?? "";
      telegram.hidden = !drawnWords[TELEGRAM];
      mail.hidden = !drawnWords[MAIL];
    }
    typing.hidden = !chat.typing;
    form.hidden = menu.hidden = !chat.conversation;
    const grown = drawMessages();
    if (drawAsk() || grown || chat.typing) requestAnimationFrame(() => (scroll.scrollTop = zone.offsetTop - 180));
    const said = word(chat.notice || chat.problem);
    if (status.textContent !== said) status.textContent = said;
    field.ariaInvalid = !!chat.problem;
    if (chat.mend) field.value = (chat.mend + field.value).trim();
    chat.mend = "";
  };

  const drawMessages = () => {
    const { messages, ended, ask } = chat;
    if (drawnMessages !== messages) {
      drawnMessages = messages;
      log.replaceChildren();
    }
    const news = messages.slice(log.children.length);
    for (const message of news) {
      // An answer belongs to the question that was asked before it.
      const edited = (question = message.question ?? question);
      const edits = message.from === "visitor" && edited && !ended && edited !== ask?.question;
      log.append(bubble(message, word, edits && (() => say({ edit: { question: edited } }))));
    }
    const waiting = chat.unsent().filter(({ label }) => label);
    const grown = news.length || waiting.length !== sending.children.length;
    if (grown) sending.replaceChildren(...waiting.map(({ label: text = "" }) => bubble({ from: "visitor", text }, word)));
    return grown;
  };

  /** What can be pressed; a wish in between leaves what was picked. */
  const pressable = (/** @type {Ask} */ ask) => {
    if (asked !== ask) {
      asked = ask;
      buttons = choices(ask, word, say, (text) => (field.value = text), (problem) => turnTo(null, problem));
    }
    return buttons;
  };

  const drawAsk = () => {
    const { ended, typing } = chat;
    const ask = aside ?? (ended ? undefined : typing ? false : chat.ask);
    if (drawnAsk === ask) return false;
    const active = shadow.activeElement;
    const pressed = active === panel || zone.contains(active) || menu.contains(active);
    drawnAsk = ask;
    zone.replaceChildren(...(aside
      ? beside(aside, word, () => turnTo(null))
      : ask
        ? pressable(/** @type {Ask} */ (ask))
        : ended
          ? [button("option", chat.restart, word("again"))]
          : []));
    const { done, total } = /** @type {any} */ (chat.ask?.progress ?? {});
    bar.ariaValueNow = done;
    bar.ariaValueMax = total;
    bar.style = `width:${(100 * done) / total || 0}%`;
    // While an answer is under way the field stays as it is.
    if (ask !== false) drawField(ask, active === field);
    // The keyboard goes on from where the button was; a phone's own keyboard stays away.
    const next = zone.querySelector(".option") ?? (ask && !media("pointer:coarse") ? field : panel);
    if (pressed && active !== next) next.focus();
    return true;
  };

  /** Makes the field fit the question. */
  const drawField = (/** @type {Ask | Aside | null | undefined} */ ask, /** @type {boolean} */ focused) => {
    const autocomplete = FILLS[ask?.kind ?? ""];
    field = autocomplete ? line : area;
    line.hidden = !autocomplete;
    area.hidden = !!autocomplete;
    // Of the others a browser knows tel and email as ways to type, and passes over the rest.
    if (autocomplete) Object.assign(line, { inputMode: autocomplete === "off" ? "decimal" : autocomplete, autocomplete });
    zone.ariaLabel = field.ariaLabel = word(ask?.text ?? MESSAGE);
    field.placeholder = word(MESSAGE);
    if (focused) field.focus();
  };

  if (!option("label")) own(START, launcher, "textContent");
  hear(window, "pageshow", look);
  hear(visualViewport, "scroll", fit);
  hear(window, "online", look);
  hear(visualViewport, "resize", fit);
  hear(window, "storage", ({ key }) => key?.startsWith("doorstep:") && look());
  hear(window, "visibilitychange", look);
  shadow.append(panel);
  host.life.signal.onabort = chat.stop;
  // What was begun in the page goes on there by itself; the focus stays where it is.
  host.isOpen = dock.hidden = inline && kept(key).ended === false;
  draw();
  look();
  return toggle;
};
