// Keeps the application itself, so that it opens without a connection. Answers of the API are kept
// by the page (src/shared/offline), never here. {{VERSION}} and {{FILES}} are written by the build.
const cache_name = 'kontor-{{VERSION}}';
const files = ['{{FILES}}'];

addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cache_name)
      .then((cache) => cache.addAll(files))
      .then(() => skipWaiting()),
  );
});

addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name !== cache_name))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

const is_ours = (path) => /^\/(?:api|feeds|demo)(?:\/|$)/.test(path);

// Files with a hash in their name never change; the page itself is fetched anew while it can be.
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || is_ours(url.pathname)) return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match('/')));
    return;
  }
  event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});
