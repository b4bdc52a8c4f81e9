// @ts-check

/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Props */

/**
 * An element with attributes, listeners (functions) and children. Text is only ever text.
 * @param {string} tag
 * @param {Props} [props]
 * @param {...(Node | string)} children
 * @returns {any}
 */
const h = (tag, props = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value != null && value !== false) element.setAttribute(name, value === true ? "" : `${value}`);
  }
  element.append(...children);
  return element;
};

/**
 * A line drawing on a 24 by 24 grid.
 * @param {string} path
 */
const icon = (path) => {
  const make = (/** @type {string} */ tag) => document.createElementNS("http://www.w3.org/2000/svg", tag);
  const [svg, line] = [make("svg"), make("path")];
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
};

// A link, or a figure (a price, a phone number) that must stay left to right in Arabic text.
const SPECIAL = /(https?:\/\/\S*[^\s.,;:!?)"'\]]|[+(]?\d[\d\s().,:+-]*\d)/;

/**
 * A message's text as nodes, with links and figures marked.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
const rich = (text) =>
  text.split(SPECIAL).map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (piece.startsWith("http"))
      return h("a", { href: piece, target: "_blank", rel: "noopener noreferrer" }, piece);
    return h("bdi", {}, piece);
  });
