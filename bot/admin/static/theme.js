// Runs before anything is painted, so that the chosen look does not flash.
"use strict";
(() => {
  const key = "doorstep-theme";
  const root = document.documentElement;
  try {
    const chosen = localStorage.getItem(key);
    if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  } catch {
    // storage is switched off: the system's look it is
  }
  window.doorstepTheme = () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem(key, root.dataset.theme);
    } catch {
      // it lasts until the next page, then
    }
  };
})();
