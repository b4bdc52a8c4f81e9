// @ts-check

const SCRIPT = /** @type {HTMLScriptElement | null} */ (document.currentScript);
// A single-page site changes its address; where the visitor landed is what brought them here.
const LANDING = new URL(location.href);
const ROOT = document.documentElement;
/** Where the API lives: where the script came from. */
const BASE = new URL(SCRIPT?.src || LANDING).origin;

/** What the page knows of the visitor, by field. @type {Record<string, unknown>} */
const KNOWN = {};

/** @typedef {(name: string, missing?: string) => string} Option */

/**
 * A chat of the page: the one with this flow, or else the floating one.
 * @param {string | null} [flow]
 * @returns {any}
 */
const find = (flow) => {
  const chats = /** @type {any[]} */ ([...document.querySelectorAll("doorstep-chat")]);
  return chats.find((chat) => (flow ? chat.flow === flow : !chat.inline)) ?? chats[0];
};

let path = "";
let views = 0;

/** Counts the pages; a single-page site changes its address only. Kept once the chat was opened. */
const count = () => {
  if (path === (path = location.pathname)) return;
  views++;
  const me = kept(ME);
  if (me.visitor) keep(ME, { ...me, pages: me.pages + 1 });
};

/**
 * The first request: what the page and its address know.
 * @param {Option} option
 * @param {string} lang
 */
const opening = (option, lang) => {
  count();
  const me = { visitor: uuid(), pages: views, ...kept(ME) };
  const known = Object.fromEntries(new URLSearchParams(option("known")));
  /** @type {Record<string, unknown>} */
  const source = { page: location.href, referrer: document.referrer, pages: option("pages", me.pages) };
  for (const [name, value] of LANDING.searchParams) {
    if (name.startsWith("utm_")) source[name] = value;
    if (name.startsWith("doorstep_")) known[name.slice(9)] = value;
  }
  const id = option("listing-id");
  keep(ME, me);
  return {
    flow: option("flow"),
    market: option("market"),
    lang,
    source,
    listing: id ? { id, address: option("listing-address"), price: +option("listing-price") || null } : null,
    known: { ...known, ...KNOWN },
    ...me,
    pages: undefined, // told above
  };
};
