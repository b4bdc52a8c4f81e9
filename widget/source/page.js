// @ts-check

const SCRIPT = /** @type {HTMLScriptElement | null} */ (document.currentScript);
// A single-page site changes its address; where the visitor landed is what brought them here.
const LANDING = new URL(location.href);
const TOUCH = matchMedia("(pointer: coarse)");

if (SCRIPT?.src) DoorstepChat.base = new URL(SCRIPT.src).origin;

/**
 * A chat of the page: the one with this flow, or else the floating one.
 * @param {string} [flow]
 * @returns {DoorstepChat | null}
 */
const find = (flow) =>
  document.querySelector(`doorstep-chat${flow ? `[flow="${flow}"]` : ":not([mode=inline])"}`) ??
  document.querySelector("doorstep-chat");

const Doorstep = {
  /** @param {string} [flow] */
  open(flow) {
    find(flow)?.open();
  },
  /** @param {string} [flow] */
  close(flow) {
    find(flow)?.close();
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
    Object.assign(DoorstepChat.known, known);
  },
  /**
   * @param {"open" | "message" | "answer" | "lead" | "end"} event
   * @param {(detail: any) => void} listener
   * @returns {() => void} ends the listening
   */
  on(event, listener) {
    const life = new AbortController();
    document.addEventListener(
      `doorstep:${event}`,
      (told) => listener(/** @type {CustomEvent} */ (told).detail),
      life,
    );
    return () => life.abort();
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
