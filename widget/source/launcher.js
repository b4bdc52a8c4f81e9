// @ts-check

/** @typedef {(target: any, name: string, heard: (event: any) => void) => void} Hear */

/**
 * Puts a chat into its element. While it is closed there is a launcher and no more.
 * @param {DoorstepChat} host
 */
const mount = (host) => {
  /** What the site owner set, as an attribute with or without data-. @type {Option} */
  const option = (name, missing = "") => host.getAttribute(name) ?? host.getAttribute(`data-${name}`) ?? missing;
  const inline = option("mode") === "inline";
  const key = `doorstep:${option("flow")}:${option("listing-id")}`;
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  /** @type {Hear} */
  const hear = (target, name, heard) => target.addEventListener(name, heard, host.life);
  /** The words of an earlier visit. @type {Words} */
  const words = kept(key).words ?? {};
  /** @type {((open?: boolean) => void) | undefined} */
  let panel;
  const make = () => (panel ??= furnish(host, option, inline, hear, key, dock, launcher));
  const toggle = (/** @type {boolean | undefined} */ open) => make()(open);
  const open = () => make()(true);
  const close = () => panel?.(false);
  const launcher = button("launcher", open, option("label") || (words[START] ?? START));
  const dock = h(inline ? "div.spot" : "div.dock", {}, launcher);
  // Whoever comes this near is about to open it: the press itself then has less to do.
  launcher.onpointerenter = launcher.onfocus = make;
  if (option("teaser")) {
    const teaser = h("div.teaser", { hidden: true },
      button("", open, option("teaser")),
      h("button.icon close", { ariaLabel: words.Close ?? "Close", onclick() {
        teaser.remove();
        keep(ME, { ...kept(ME), quiet: 1 });
      } }));
    dock.prepend(teaser);
    teasing(+option("teaser-after", "20"), hear, () => (teaser.hidden = false));
  }
  // One chat at a time: a floating one makes room for another.
  hear(document, "doorstep:open", ({ target }) => {
    if (target === host || inline) return;
    close();
    dock.hidden = true;
  });
  hear(document, "click", ({ target }) => {
    count();
    const found = target.closest?.("[data-doorstep-open]");
    if (found && find(found.dataset.doorstepOpen) === host) open();
  });
  shadow.adoptedStyleSheets = [SHEET];
  shadow.replaceChildren(dock);
  // In the page it is there at once; and what was not sent before is sent.
  if (inline || backlog(key)[0]) make();

  return { open, close, toggle, inline, flow: option("flow") };
};
