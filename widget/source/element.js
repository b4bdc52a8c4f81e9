// @ts-check

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(STYLE);

/**
 * The chat, as <doorstep-chat flow="buyer">: a launcher that floats over the page, or with
 * mode="inline" a card in its place. Nothing is requested or stored before it is opened.
 */
class DoorstepChat extends HTMLElement {
  isOpen = false;
  /** Aborted when it is taken out of the page. @type {any} */
  life;

  connectedCallback() {
    this.life = new AbortController();
    Object.assign(this, mount(this));
  }

  disconnectedCallback() {
    this.isOpen = false;
    this.life.abort();
  }
}
