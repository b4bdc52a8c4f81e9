// @ts-check

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(STYLE);

/**
 * The chat, as <doorstep-chat flow="buyer">: a launcher that floats over the page, or with
 * mode="inline" a card in its place. Nothing is requested or stored before it is opened.
 */
class DoorstepChat extends HTMLElement {
  isOpen = false;

  connectedCallback() {
    Object.assign(this, mount(this));
  }

  disconnectedCallback() {
    /** @type {any} */ (this).stop();
  }
}
