// @ts-check

const SCRIPT = /** @type {HTMLScriptElement | null} */ (document.currentScript);
// A single-page site changes its address; where the visitor landed is what brought them here.
const LANDING = new URL(location.href);
const TOUCH = matchMedia("(pointer: coarse)");

if (SCRIPT?.src) DoorstepChat.base = new URL(SCRIPT.src).origin;

/** The chats of the page, the floating ones first. */
const chats = () =>
  /** @type {DoorstepChat[]} */ ([...document.querySelectorAll("doorstep-chat")]).sort(
    (one, other) => Number(one.matches("[mode=inline]")) - Number(other.matches("[mode=inline]")),
  );

/** @param {string} [flow] the one to open; any when left out */
const find = (flow) => chats().find((chat) => !flow || chat.getAttribute("flow") === flow);

const Doorstep = {
  /** @param {string} [flow] */
  open(flow) {
    find(flow)?.open();
  },
  close() {
    chats().forEach((chat) => chat.close());
  },
  /** @param {string} [flow] */
  toggle(flow) {
    find(flow)?.toggle();
  },
  /**
   * What the page knows of the visitor, by field; it counts when a conversation begins.
   * @param {Record<string, unknown>} known
   */
  prefill(known) {
    for (const chat of chats()) Object.assign(chat.known, known);
  },
  /**
   * @param {"open" | "message" | "answer" | "lead" | "end"} event
   * @param {(detail: any) => void} listener
   * @returns {() => void} ends the listening
   */
  on(event, listener) {
    const heard = (/** @type {Event} */ told) => listener(/** @type {CustomEvent} */ (told).detail);
    document.addEventListener(`doorstep:${event}`, heard);
    return () => document.removeEventListener(`doorstep:${event}`, heard);
  },
};

if (!customElements.get("doorstep-chat")) {
  customElements.define("doorstep-chat", DoorstepChat);
  Object.assign(window, { Doorstep });
  document.addEventListener("click", (event) => {
    const button = /** @type {Element | null} */ (event.target)?.closest?.("[data-doorstep-open]");
    if (button) Doorstep.open(button.getAttribute("data-doorstep-open") || undefined);
  });
}

if (SCRIPT?.dataset.flow) {
  const chat = document.createElement("doorstep-chat");
  for (const { name, value } of SCRIPT.attributes)
    if (name.startsWith("data-")) chat.setAttribute(name.slice(5), value);
  const place = () => document.body.append(chat);
  if (document.body) place();
  else addEventListener("DOMContentLoaded", place, { once: true });
}
