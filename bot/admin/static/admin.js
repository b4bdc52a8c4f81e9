// The inbox, alive: news from the server, search while typing, quiet forms. Everything works
// without this file too, by links and forms.
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const list = one("[data-list]");
  const page = one("[data-page]");
  const title = document.title;
  let known = (list ?? page)?.innerHTML.trim(); // as the server made it; "" once it was changed here
  let unseen = 0;

  // ---- small things

  const toast = (text) => {
    const place = one("[data-toasts]");
    if (!place) return;
    const line = document.createElement("p");
    line.textContent = text;
    place.append(line);
    setTimeout(() => line.remove(), 6000);
  };

  const piece = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html; // made by our own server, every value escaped there
    return template.content.firstElementChild;
  };

  const parsed = async (response) => new DOMParser().parseFromString(await response.text(), "text/html");

  // What this browser may see no more, or is no more, goes from it; words that were not sent stay.
  const shut = async (response) => {
    stream?.close();
    const why = await parsed(response);
    const words = one("#reply")?.value;
    document.title = why.title;
    document.body.replaceWith(why.body);
    const place = one("#reply");
    if (place) place.value = words ?? "";
  };

  const reached = async (address, options) => {
    const response = await fetch(address, options);
    if (response.status === 401 || (response.status === 404 && page)) await shut(response);
    return response;
  };

  const fetched = async (address) => {
    const response = await reached(address, { headers: { Accept: "text/html" }, cache: "no-store" });
    if (!response.ok) throw new Error(String(response.status));
    return parsed(response);
  };

  // Whether this is not what is shown already: what stays the same keeps its focus.
  const differs = (fresh) => known !== (known = fresh.innerHTML.trim());

  const knock = () => {
    if (!document.hidden) return;
    unseen += 1;
    document.title = `(${unseen}) ${title}`;
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    unseen = 0;
    document.title = title;
    age();
  });

  // ---- times grow old

  const ago = (seconds) => {
    if (seconds < 60) return "now";
    if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
    if (seconds < 86400) return `${Math.floor(seconds / 3600)} h`;
    return `${Math.floor(seconds / 86400)} d`;
  };
  const age = () => {
    for (const time of all("time.ago")) {
      const at = Date.parse(time.dateTime);
      time.textContent = ago(Math.max(0, (Date.now() - at) / 1000));
      time.title = new Date(at).toLocaleString();
    }
  };
  age();
  setInterval(age, 30_000);

  // ---- the list

  const query = () => location.search;
  let asked = 0;
  let asking = false;
  const refresh = async () => {
    const mine = (asked += 1);
    asking = true;
    try {
      const fresh = await fetched(`/admin/list${query()}`);
      if (mine === asked && differs(fresh.body)) list.replaceChildren(...fresh.body.childNodes);
      age();
    } catch {
      // the stream says when the server is back
    }
    if (mine === asked) asking = false;
  };

  const count = (counts) => {
    for (const [band, number] of Object.entries(counts)) {
      const place = one(`[data-count="${band}"]`);
      if (place) place.textContent = number;
    }
  };

  const arrived = (news) => {
    known = "";
    if (asking) refresh(); // that list may be older than this news
    count(news.counts);
    const before = all("[data-lead]", list).find((found) => found.dataset.lead === news.id);
    const isNew = news.door && news.change === "hot" && !(before && before.classList.contains("tg"));
    if (!news.html) {
      if (before) refresh();
      return;
    }
    if (before && before.contains(document.activeElement)) document.activeElement.blur();
    if (before) before.remove();
    const made = piece(news.html);
    one(news.door ? "[data-alerts]" : "[data-rows]", list).prepend(made);
    one("[data-door]", list).hidden = !one("[data-alerts]", list).children.length;
    one("[data-empty]", list)?.remove();
    age();
    if (isNew) {
      toast(`Hot: ${news.says}`);
      knock();
    }
  };

  // ---- one lead's page

  let reading = 0;
  const reread = async () => {
    const mine = (reading += 1);
    try {
      const fresh = await fetched(location.pathname);
      const now = one("[data-page]", fresh);
      if (!now || mine !== reading || !differs(now)) return;
      const kept = all("[data-keep]", page);
      const focused = document.activeElement;
      page.replaceChildren(...now.childNodes);
      for (const part of kept) {
        // what is being written, chosen or held open stays, with the caret in it
        const fresh = one(`#${part.id}`, page);
        if (fresh && fresh.readOnly !== part.readOnly) fresh.value = part.value; // nobody may send it now
        else if (fresh?.innerHTML === part.innerHTML) fresh.replaceWith(part);
        if (part.contains(focused)) focused.focus();
      }
    } catch {
      // the next news tries again
    }
  };
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(reread, 200);
  };

  // ---- news

  const listen = () => {
    const stream = new EventSource(`/admin/live${list ? query() : ""}`);
    const pulse = one("[data-pulse]");
    stream.addEventListener("ready", () => {
      if (pulse) pulse.hidden = false;
      (list ? refresh : reread)(); // what happened before was told to nobody
    });
    stream.addEventListener("lead", (event) => {
      const news = JSON.parse(event.data);
      if (list) arrived(news);
      else if (page && page.dataset.leadPage === news.id) soon();
    });
    stream.addEventListener("refresh", () => (list ? refresh() : soon()));
    stream.onerror = () => {
      if (pulse) pulse.hidden = true;
      if (stream.readyState !== EventSource.CLOSED) return;
      (list ? refresh : reread)(); // says so when this browser was signed out
      setTimeout(again, 2000);
    };
    return stream;
  };
  let stream = null;
  const again = () => {
    stream?.close();
    if ((list ?? page).isConnected) stream = listen();
  };
  if (list || page) again();
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });

  // ---- search while typing

  const search = one("[data-search]");
  if (search) {
    let typed = 0;
    search.addEventListener("input", () => {
      clearTimeout(typed);
      typed = setTimeout(() => {
        const form = new URLSearchParams(new FormData(search));
        for (const [name, value] of [...form]) if (!value.trim()) form.delete(name);
        history.replaceState(null, "", `/admin${form.size ? `?${form}` : ""}`);
        for (const link of all("a[download]")) link.search = location.search; // of what is shown
        refresh();
        again();
      }, 150);
    });
  }

  // ---- forms and buttons

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
  });

  // What an agent writes leaves the field at once, so that the next words are a message of their
  // own; what did not arrive comes back to it.
  let said = Promise.resolve(); // they arrive in the order in which they were written
  const unheard = new Map(); // by their words, the ids under which they may have arrived after all
  let back = ""; // what came back, which stands before what was written since
  const giveBack = (text, field) => {
    const rest = field.value.startsWith(back) ? field.value.slice(back.length).replace(/^\n/, "") : field.value;
    back = [field.value.startsWith(back) && back, text].filter(Boolean).join("\n");
    field.value = [back, rest].filter(Boolean).join("\n");
  };
  const say = (form) => {
    const field = form.elements.text;
    const body = new URLSearchParams(new FormData(form));
    const text = field.value;
    body.set("id", unheard.get(text) ?? URL.createObjectURL(new Blob()).slice(-36)); // a random one, without TLS too
    field.value = back = "";
    const send = async () => {
      let told = "That did not reach the server. Your words are in the field again.";
      try {
        const response = await reached(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
        const done = await response.json();
        if (done.ok) return reread();
        told = done.text;
      } catch {
        unheard.set(text, body.get("id"));
      }
      toast(told);
      giveBack(text, one("#reply") ?? field);
    };
    said = said.then(send);
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-quiet]")) return;
    event.preventDefault();
    if (form.dataset.typing) return say(form);
    const button = event.submitter;
    if (button) button.disabled = true;
    const body = new URLSearchParams(new FormData(form, button));
    try {
      const response = await reached(form.action, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
      });
      if (response.status === 401) return;
      const done = await response.json();
      toast(done.text);
      known = "";
      if (done.ok) form.reset();
      else if (button) button.disabled = false;
      if (list) refresh();
      else reread();
    } catch {
      toast("That did not reach the server. Try again.");
      if (button) button.disabled = false;
    }
  });

  // the visitor sees that an answer is being written
  let told = 0;
  document.addEventListener("input", (event) => {
    const address = event.target.form?.dataset.typing;
    if (!address || Date.now() - told < 4000) return;
    told = Date.now();
    fetch(address, { method: "POST" }).catch(() => {});
  });
  document.addEventListener("keydown", (event) => {
    const form = event.target.form;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !form?.dataset.typing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  document.addEventListener("click", async (event) => {
    if (event.target.closest("[data-theme-switch]")) window.doorstepTheme();
    const copy = event.target.closest("[data-copy]");
    if (!copy) return;
    try {
      await navigator.clipboard.writeText(copy.dataset.copy);
      toast(`Copied ${copy.dataset.copy}`);
    } catch {
      toast(copy.dataset.copy); // no clipboard on plain http: show it at least
    }
  });

  for (const hidden of all("[data-theme-switch]")) hidden.hidden = false;
})();
