// Lets a display start without the network: its page and files are answered from the last time they were loaded. Lists and reports are never kept here.
"use strict";
const KEPT = "screen-1";
self.addEventListener("install", (event) => event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(["player.js", "screen.css"])).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const path = new URL(event.request.url).pathname;
  if (event.request.method !== "GET" || !(event.request.mode === "navigate" || path.endsWith("/player.js") || path.endsWith("/screen.css"))) return;
  event.respondWith((async () => {
    const cache = await caches.open(KEPT);
    try {
      const answer = await fetch(event.request);
      if (answer.ok) await cache.put(event.request, answer.clone());
      return answer;
    } catch (failure) {
      const kept = await cache.match(event.request, { ignoreVary: true });
      if (kept) return kept;
      throw failure;
    }
  })());
});
