// Plays the list of one display. The list is kept, so that it plays on when the network is down; what was shown is numbered and kept until the service has it.
(() => {
  "use strict";
  const base = location.pathname.replace(/\/$/, "");
  const LOOK = 30000, MOST = 40000, PART = 200, SKEW = 300000;
  const kept = {
    get(name) { try { return JSON.parse(localStorage.getItem(`${base}:${name}`)); } catch { return null; } },
    set(name, value) { try { localStorage.setItem(`${base}:${name}`, JSON.stringify(value)); } catch { /* no room: it is held in memory */ } },
  };
  const hex = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const player = kept.get("player") ?? hex();
  kept.set("player", player);

  let list = kept.get("list") ?? { items: [] };
  let queue = kept.get("queue") ?? [];
  let next = kept.get("next") ?? 1;
  let lost = kept.get("lost") ?? 0;
  let offset = 0, current = null, timer = 0, looking = false, sending = false;
  const last = {};
  const now = () => Date.now() + offset;

  // Hours are Beijing's, whatever the display's own zone is.
  const minute = (t) => Math.floor(((t + 8 * 3600000) % 86400000) / 60000);

  function runs(item, t) {
    if ((item.from != null && t < item.from) || (item.until != null && t >= item.until)) return false;
    if (item.dailyFrom == null) return true;
    const m = minute(t);
    return item.dailyFrom < item.dailyUntil ? m >= item.dailyFrom && m < item.dailyUntil : m >= item.dailyFrom || m < item.dailyUntil;
  }

  function playing(t) {
    for (const kind of ["Emergency", "Window", "Default"]) {
      const items = list.items.filter((item) => item.kind === kind && runs(item, t));
      if (items.length > 0) return items;
    }
    return [];
  }

  // The next instant at which another part of the list may begin.
  function boundary(t) {
    let first = t + 60000;
    const midnight = t - ((t + 8 * 3600000) % 86400000);
    for (const item of list.items) {
      for (const at of [item.from, item.until]) if (at != null && at > t && at < first) first = at;
      for (const of of [item.dailyFrom, item.dailyUntil]) {
        if (of == null) continue;
        const at = midnight + of * 60000 > t ? midnight + of * 60000 : midnight + 86400000 + of * 60000;
        if (at < first) first = at;
      }
    }
    return first;
  }

  function note(entry) {
    if (queue.length >= MOST) { lost += 1; kept.set("lost", lost); return; }
    queue.push({ seq: next++, ...entry, lost });
    lost = 0;
    kept.set("queue", queue);
    kept.set("next", next);
    kept.set("lost", lost);
  }

  function finish(t, cut) {
    if (current === null) return;
    const ended = Math.max(current.start, Math.min(t, current.ends));
    note({ item: current.id, version: current.version, kind: current.kind, startedAt: new Date(current.start).toISOString(), milliseconds: Math.round(ended - current.start), cut: cut || ended < current.ends });
    current = null;
    kept.set("current", null);
  }

  function begin(items, t) {
    const main = document.querySelector("main");
    if (items.length === 0) {
      if (!main.querySelector(".idle")) main.innerHTML = '<article class="slide idle"><p class="site"><span class="mark">信</span><b>南开信访</b></p></article>';
      return;
    }
    const kind = items[0].kind;
    const item = items[(items.findIndex((each) => each.id === last[kind]) + 1) % items.length];
    last[kind] = item.id;
    main.innerHTML = item.html; // written by the service, which encodes what people typed
    current = { id: item.id, version: item.version, kind, start: t, ends: t + item.seconds * 1000, seen: t };
    kept.set("current", current);
    document.documentElement.dataset.item = item.id;
  }

  function step() {
    clearTimeout(timer);
    const t = now();
    const items = playing(t);
    const goesOn = current !== null && t < current.ends && items.some((item) => item.id === current.id && item.version === current.version);
    if (!goesOn) {
      finish(t, false);
      begin(items, t);
    }
    timer = setTimeout(step, Math.max(20, Math.min(current === null ? t + 5000 : current.ends, boundary(t)) - t));
  }

  async function send() {
    if (sending || queue.length === 0) return;
    sending = true;
    try {
      while (queue.length > 0) {
        const answer = await fetch(`${base}/plays`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ player, plays: queue.slice(0, PART) }) });
        if (!answer.ok) break;
        const wanted = (await answer.json()).next;
        queue = queue.filter((play) => play.seq >= wanted);
        if (next < wanted) next = wanted;
        kept.set("queue", queue);
        kept.set("next", next);
      }
    } finally {
      sending = false;
    }
  }

  async function look() {
    if (current !== null) { current.seen = now(); kept.set("current", current); }
    if (looking) return;
    looking = true;
    try {
      const answer = await fetch(`${base}/playlist`);
      if (answer.ok) {
        list = await answer.json();
        kept.set("list", list);
        if (Math.abs(list.now - now()) > SKEW) { finish(now(), true); offset = list.now - Date.now(); }
        step();
      } else if (answer.status === 404) {
        list = { items: [] };
        kept.set("list", list);
        step();
      }
      await send();
      tell("");
    } catch {
      tell("网络断开，照常播放");
    } finally {
      looking = false;
      document.documentElement.dataset.waiting = String(queue.length);
      document.documentElement.dataset.looks = String(Number(document.documentElement.dataset.looks ?? 0) + 1);
    }
  }

  function tell(words) {
    document.querySelector(".state").textContent = words;
  }

  // Power was cut or the page closed: what stood there counts until it was last seen to stand.
  const before = kept.get("current");
  if (before !== null) {
    current = before;
    last[before.kind] = before.id;
    finish(before.seen, true);
  }
  addEventListener("pagehide", () => finish(now(), true));
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("worker.js").then(() => navigator.serviceWorker.ready).then(() => caches.open("screen-1"))
      .then((cache) => cache.addAll([location.href, "player.js", "screen.css"])).then(() => { document.documentElement.dataset.kept = "yes"; })
      .catch(() => { /* http: the page plays on, a restart needs the network */ });
  }
  setInterval(look, LOOK);
  step();
  look();
})();
