// @ts-check

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
    Object.assign(KNOWN, known);
  },
  /**
   * @param {"open" | "message" | "answer" | "lead" | "end"} event
   * @param {(detail: any) => void} listener
   * @returns {() => void} ends the listening
   */
  on(event, listener) {
    const life = new AbortController();
    document.addEventListener(`doorstep:${event}`, (told) => listener(/** @type {CustomEvent} */ (told).detail), life);
    return () => life.abort();
  },
};

if (!customElements.get("doorstep-chat")) {
  customElements.define("doorstep-chat", DoorstepChat);
  /** @type {any} */ (window).Doorstep = Doorstep;
  count();
}

if (SCRIPT?.dataset.flow) {
  const chat = document.createElement("doorstep-chat");
  Object.assign(chat.dataset, SCRIPT.dataset);
  const place = () => document.body.append(chat);
  if (document.body) place();
  else addEventListener("DOMContentLoaded", place);
}
