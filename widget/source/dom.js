// @ts-check

/**
 * An element with properties (onclick, dir, …) and children. Text is only ever text.
 * A class is a ::part of the same name, so that the site can style it.
 * @param {string} name the tag, and after a point the class
 * @param {Record<string, any>} [props]
 * @param {...(Node | string)} children
 * @returns {any}
 */
const h = (name, props, ...children) => {
  const [tag, className] = name.split(".");
  const element = Object.assign(document.createElement(tag), className && { className, part: className }, props);
  element.append(...children);
  return element;
};

/**
 * @param {string} className
 * @param {() => void} onclick
 * @param {...(Node | string)} children
 * @returns {any}
 */
const button = (className, onclick, ...children) => h(`button.${className}`, { type: "button", onclick }, ...children);

/**
 * An address that may be followed: of the web, or a page of the office's own; else false.
 * @param {string} [url]
 */
const safe = (url = "") => /^(https?:\/)?\/\w/.test(url) && (url[0] === "/" ? BASE : "") + url;

/** @param {string} feature */
const media = (feature) => matchMedia(`(${feature})`).matches;

/**
 * A link that opens beside the page.
 * @param {string | false} href
 * @param {string} className
 * @param {...(Node | string)} children
 */
const link = (href, className, ...children) =>
  h(`${href ? "a" : "div"}.${className}`, { href, target: "_blank", rel: "noopener", dir: className ? "" : "auto" }, ...children);

/** @param {string} [photo] */
const picture = (photo) => {
  const src = safe(photo);
  return src ? h("img", { src, alt: "" }) : "";
};

// A link (also to a page of our own site), or a figure (a price, a phone number): both must stay
// left to right in Arabic text.
const SPECIAL = /((?:https?:\/\/|(?<!\S)\/[a-z])\S*[\w/]|[+(]?\d[\d\s().,:+-]*\d)/;

/**
 * A message's text as nodes, with links and figures marked.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
const rich = (text) =>
  text.split(SPECIAL).map((piece, index) =>
    index % 2 ? (safe(piece) ? link(safe(piece), "", piece) : h("bdi", {}, piece)) : piece,
  );
