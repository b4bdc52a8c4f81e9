// The demo page, alive: the phone follows the server, its buttons work, a narrow screen has tabs.
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const phone = one("[data-phone]");
  const badge = one("[data-badge]");
  let shownHtml = "";
  let unseen = 0;
  let hushed = 0;

  const say = (text) => {
    const told = one("[data-told]");
    told.textContent = text;
    clearTimeout(hushed);
    hushed = setTimeout(() => (told.textContent = ""), 4000);
  };

  const clock = () => {
    const time = new Date().toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
    for (const place of all("[data-clock]")) place.textContent = time.replace(/\s?[AP]M/i, "");
  };

  const toEnd = () => {
    const wall = one("[data-wall]");
    if (wall) wall.scrollTop = wall.scrollHeight;
  };

  const draw = (html, rings) => {
    if (html === shownHtml) return;
    shownHtml = html;
    const before = new Set(all("[data-lead]", phone).map((found) => found.dataset.lead));
    const template = document.createElement("template");
    template.innerHTML = html; // made by our own server, every value escaped there
    phone.replaceChildren(template.content);
    for (const alert of all("[data-lead]", phone))
      if (!before.has(alert.dataset.lead)) alert.classList.add("fresh");
    if (rings) one(".phone", phone).classList.add("rings");
    clock();
    toEnd();
  };

  let asked = 0;
  let asking = false;
  const refresh = async () => {
    const mine = (asked += 1);
    asking = true;
    try {
      const response = await fetch("/demo/phone", { cache: "no-store" });
      const html = await response.text();
      if (response.ok && mine === asked) draw(html, false);
    } catch {
      // the stream says when the server is back
    }
    if (mine === asked) asking = false;
  };

  const listen = () => {
    const stream = new EventSource("/demo/live");
    const pulse = (is) => (one("[data-pulse]").hidden = !is);
    stream.addEventListener("ready", () => {
      pulse(true);
      refresh();
    });
    stream.addEventListener("refresh", refresh);
    stream.addEventListener("error", () => pulse(false));
    stream.addEventListener("lead", (event) => {
      const news = JSON.parse(event.data);
      const hot = news.change === "hot";
      draw(news.html, hot);
      if (asking) refresh(); // what was asked for before may be older than this news
      if (!hot) return;
      say(`The phone rings: ${news.says} is hot`);
      if (document.body.dataset.side !== "agent") {
        unseen += 1;
        badge.textContent = unseen;
        badge.hidden = false;
      }
    });
    addEventListener("pagehide", () => stream.close());
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-press]");
    if (!form) return;
    event.preventDefault();
    const button = one("button", form);
    button.disabled = true;
    try {
      const response = await fetch("/demo/press", { method: "POST", body: new URLSearchParams(new FormData(form)) });
      const { text } = await response.json();
      if (text) say(text);
    } catch {
      say("That did not reach the server. Try again.");
    }
    button.disabled = false;
    refresh();
  });

  document.addEventListener("click", async (event) => {
    const copies = event.target.closest("[data-copy]");
    if (copies) {
      try {
        await navigator.clipboard.writeText(copies.dataset.copy);
        say(`Copied: ${copies.dataset.copy}`);
      } catch {
        say(copies.dataset.copy);
      }
    }
    const tab = event.target.closest("[data-show]");
    if (tab) show(tab.dataset.show);
  });

  const show = (side) => {
    document.body.dataset.side = side;
    for (const tab of all("[data-show]")) tab.setAttribute("aria-selected", String(tab.dataset.show === side));
    if (side !== "agent") return;
    unseen = 0;
    badge.hidden = true;
    toEnd();
  };
  one("[data-tabs]").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = one("[data-show][aria-selected=false]");
    other.focus();
    show(other.dataset.show);
  });

  one("[data-tabs]").hidden = false;
  clock();
  setInterval(clock, 10_000);
  toEnd();
  listen();
})();
