// Put in the place of service-worker.js, this takes the service worker and all that it kept away from everyone who has
// it, with their next visit.

const HEAD = `aims-readiness-site ${registration.scope} `;

async function off() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(HEAD)).map((name) => caches.delete(name)));
  await registration.unregister();
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(off()));
