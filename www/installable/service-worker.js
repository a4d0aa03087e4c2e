// Keeps the pages of this site, so that they work without a network. Pages come from the network as long as there is
// one; files of a version never change and come from what is kept. Nothing but files of the list is touched. The words
// of a language are kept once a page says that it is the one that is read.
//
// The build puts in NAME, which is of this build alone, FILES, and those of further languages. How to get rid of it: CONTRIBUTING.md.

/* global AIMS_SITE */
const { name: BUILD, files: FILES, languages: LANGUAGES } = AIMS_SITE;

/** Several sites can lie on one origin: each has its own. */
const HEAD = `aims-readiness-site ${registration.scope} `;
const NAME = HEAD + BUILD;

const address = (file) => new URL(file, registration.scope).href;
const KEPT = new Set([...FILES, ...Object.values(LANGUAGES).flat()].map(address));

const NEVER_CHANGE = new URL('embed/', registration.scope).href;

async function keep(files) {
  const cache = await caches.open(NAME);
  await cache.addAll(files.map((file) => new Request(address(file), { cache: 'no-cache' })));
}

async function keepLanguage(language) {
  if (!Object.hasOwn(LANGUAGES, language)) return;
  const files = LANGUAGES[language];
  const cache = await caches.open(NAME);
  // All of them come together, so one tells of all.
  if (!(await cache.match(address(files[0])))) await keep(files);
}

async function forgetOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(HEAD) && name !== NAME).map((name) => caches.delete(name)));
  await clients.claim();
}

/** The engine that is started anew asks for its script under another query. */
const kept = (request) => caches.match(request, { cacheName: NAME, ignoreSearch: true });

const keptFirst = async (request) => (await kept(request)) ?? fetch(request);

async function networkFirst(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const held = await kept(request);
    if (!held) throw error;
    return held;
  }
}

// A new one waits until the pages of the one before are closed: no page gets files of two builds.
addEventListener('install', (event) => event.waitUntil(keep(FILES)));
addEventListener('message', (event) => event.waitUntil(keepLanguage(event.data?.language)));
addEventListener('activate', (event) => event.waitUntil(forgetOld()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const url = origin + pathname;
  if (request.method !== 'GET' || !KEPT.has(url)) return;
  event.respondWith(url.startsWith(NEVER_CHANGE) ? keptFirst(request) : networkFirst(request));
});
