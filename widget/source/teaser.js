// @ts-check

const BUSY_WITH = ":read-write:focus,dialog[open],[aria-modal=true]";

/**
 * When a teaser may show, once a visit: after a time, well down the page, or on the way out. That it
 * was shown is told to the tab's history, for nothing may be stored yet. Never while the visitor
 * types, never over a dialog, never to those who sent it away or ever opened the chat.
 * @param {number} seconds
 * @param {Hear} hear
 * @param {() => false} show
 */
const teasing = (seconds, hear, show) => {
  const { navigation } = /** @type {any} */ (window);
  const { quiet, visitor } = kept(ME);
  const shown = navigation?.entries().some((/** @type {any} */ entry) => entry.getState()?.doorstep);
  if (quiet || visitor || performance.navigation.type || (shown ?? document.referrer.startsWith(origin))) return;
  // What it has to wait for, if anything.
  const now = () => {
    if (document.querySelector(BUSY_WITH)) return true;
    navigation?.updateCurrentEntry({ state: { ...navigation.currentEntry.getState(), doorstep: 1 } });
    return show();
  };
  const wait = () => setTimeout(() => now() && wait(), 1000 * seconds);
  hear(window, "scroll", () => scrollY * 2 > ROOT.scrollHeight - innerHeight && now());
  hear(ROOT, "mouseleave", now);
  wait();
};
