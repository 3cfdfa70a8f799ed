/** The files of a page. */
export interface KeptPage {
  /** Differs where any file does. */
  readonly version: string;
  /** The integrity of each file, as `fetch` takes it, by its address from the page's folder; `./` is the page itself. */
  readonly files: Readonly<Record<string, string>>;
}

/** This worker's page: the build puts it here. */
declare const PAGE: KeptPage;
declare const self: ServiceWorkerGlobalScope;

const { version, files } = PAGE;
const { scope } = self.registration;
// Caches belong to an origin, and so to all pages of a host.
const PREFIX = `neurofab ${scope} `;
const CACHE = PREFIX + version;

self.addEventListener('install', (event) => event.waitUntil(keepFiles()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(scope)) event.respondWith(answer(event.request));
});

/** Fetches all files, past what the browser remembers. While a host changes from one version to the next, integrity keeps them from being mixed. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  const requests = Object.entries(files).map(
    ([path, integrity]) => new Request(new URL(path, scope), { cache: 'reload', integrity }),
  );
  await cache.addAll(requests);
}

/** Answers for all open windows from now on. Those of older versions still find their files, unless there is none but the one that asked. */
async function takeOver(): Promise<void> {
  await self.clients.claim();
  const windows = await self.clients.matchAll({ type: 'window' });
  if (windows.length > 1) return;
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** This version's file, or an older version's, whose window is still open, or what the network says. */
async function answer(request: Request): Promise<Response> {
  const options = { ignoreSearch: true, ignoreVary: true };
  const address = request.url.replace(/[?#].*/s, '').replace(/\/index\.html$/, '/');
  const cache = await caches.open(CACHE);
  const kept = (await cache.match(address, options)) ?? (await caches.match(address, options));
  return kept ?? fetch(request);
}
