// @ts-check

/**
 * An element with attributes, listeners (functions) and children. Text is only ever text.
 * @param {string} tag
 * @param {Record<string, any>} [props] null and false are left out
 * @param {...(Node | string)} children
 * @returns {any}
 */
const h = (tag, props = {}, ...children) => {
  const element = document.createElement(tag);
  for (const name in props) {
    const value = props[name];
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value != null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
};

/**
 * A line drawing on a 24 by 24 grid.
 * @param {string} path
 */
const icon = (path) => {
  const make = (/** @type {string} */ tag, /** @type {string} */ name, /** @type {string} */ value) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    element.setAttribute(name, value);
    return element;
  };
  const svg = make("svg", "viewBox", "0 0 24 24");
  svg.append(make("path", "d", path));
  return svg;
};

// A link (also to a page of our own site), or a figure (a price, a phone number) that must stay
// left to right in Arabic text.
const SPECIAL = /((?:https?:\/\/|(?<!\S)\/[a-z])\S*[^\s.,;:!?)"'\]]|[+(]?\d[\d\s().,:+-]*\d)/;

/**
 * A message's text as nodes, with links and figures marked.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
const rich = (text) =>
  text.split(SPECIAL).map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (!/^[h/]/.test(piece)) return h("bdi", {}, piece);
    return h("a", { href: new URL(piece, DoorstepChat.base), target: "_blank", rel: "noopener" }, piece);
  });
