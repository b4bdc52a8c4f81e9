// @ts-check

const BUSY_WITH = ":read-write:focus,dialog[open],[aria-modal=true]";

/**
 * When a teaser may show, once: after a time, well down the page, or on the way out; on the page
 * where a visit begins, which needs no mark in the browser's storage. Never while the visitor
 * types, never over a dialog, never again once it was sent away.
 * @param {number} seconds
 * @param {Hear} hear
 * @param {() => false} show
 */
const teasing = (seconds, hear, show) => {
  const { navigation } = /** @type {any} */ (window);
  if (navigation?.currentEntry.index || performance.navigation.type || kept(ME).quiet) return;
  // What it has to wait for, if anything.
  const now = () => document.querySelector(BUSY_WITH) || show();
  const wait = () => setTimeout(() => now() && wait(), 1000 * seconds);
  hear(window, "scroll", () => scrollY * 2 > ROOT.scrollHeight - innerHeight && now());
  hear(ROOT, "mouseleave", now);
  wait();
};
