// The site as something to install: its manifest, and its three pages without a network, by its service worker.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from '../../serve/serve.mjs';
import { allowProblem, openPage, recordRequests } from './harness.mjs';
import { CV_RANKING, begin, take } from './journey.mjs';
import { importTwo } from './keep.mjs';
import { EMBED, SITE } from './package.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** A page of the site, once the service worker has all it keeps and looks after the page. */
async function kept(browser, url) {
  const page = await openPage(browser, undefined, { context: { serviceWorkers: 'allow', acceptDownloads: true } });
  await page.goto(url);
  await controlled(page);
  return page;
}

const controlled = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

/** Asks the page until it says yes: its own waiting does not wait for promises. */
async function until(page, asked) {
  while (!(await page.evaluate(asked)));
}

const caches = (page) => page.evaluate(() => globalThis.caches.keys());

/** Serves a copy of the site that a test may change. */
const withSite = (name, fn) => ({
  name,
  async run({ browser }) {
    const folder = await mkdtemp(path.join(tmpdir(), 'aims-site-'));
    await cp(SITE, folder, { recursive: true, filter: (file) => !/\/(gallery|rules\.html)$|offline\.html$|\.zip$/.test(file) });
    const server = await startServer(folder);
    let open = true;
    const close = async () => {
      if (open) await server.close();
      open = false;
    };
    try {
      await fn({ browser, url: server.url, folder, close });
      // What still loads must not find its server gone.
      await Promise.all(browser.contexts().flatMap((context) => context.pages()).map((page) => page.goto('about:blank')));
    } finally {
      await close();
      await rm(folder, { recursive: true, force: true });
    }
  },
});

/** Puts another service worker in the place of the one there; `change` gets its text. */
async function replaceWorker(folder, change) {
  const file = path.join(folder, 'service-worker.js');
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  assert.notEqual(changed, text);
  await writeFile(file, changed);
}

/** Goes without a network, and with no server either, so that nothing can come from one. */
async function disconnect(page, close) {
  await close();
  await page.context().setOffline(true);
  // Browsers tell in the console of requests that fail for want of a network, of service workers too.
  allowProblem(page, 'net::ERR_');
}

const sizeOf = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];

export const tests = [
  withSite('the language that is read is kept for work without a network, and no other', async ({ browser, url, close }) => {
    const page = await kept(browser, `${url}?lang=de`);
    await until(page, async () => Boolean(await caches.match(new URL('site.de.json', location))));
    const held = await page.evaluate(async () => {
      const [name] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url: file }) => new URL(file).pathname.split('/').at(-1));
    });
    const languages = new Set(held.flatMap((name) => /^(?:wording|start|deck)\.([a-z]+)\./.exec(name)?.[1] ?? []));
    assert.deepEqual([...languages].sort(), ['de', 'en']);
    await disconnect(page, close);
    await page.goto(`${url}workshop.html?lang=de`);
    await page.locator('html[lang=de]').waitFor();
    await page.locator('.workshop-open').first().waitFor();
  }),
  {
    name: 'the manifest has what browsers ask for, and its icons are as large as it says',
    async run({ browser, url }) {
      const page = await openPage(browser, url);
      const address = await page.evaluate(() => document.querySelector('link[rel=manifest]').href);
      const response = await page.request.get(address);
      assert.match(response.headers()['content-type'], /^application\/manifest\+json/);
      const manifest = await response.json();
      for (const name of ['name', 'short_name', 'description']) assert.ok(manifest[name]?.length > 0, name);
      assert.ok(manifest.short_name.length <= 12);
      assert.equal(manifest.display, 'standalone');
      for (const name of ['theme_color', 'background_color']) assert.match(manifest[name], /^#[0-9a-f]{6}$/);
      const scope = new URL(manifest.scope, address).href;
      assert.equal(scope, url);
      for (const place of [manifest.start_url, ...manifest.shortcuts.map((shortcut) => shortcut.url)]) {
        const at = new URL(place, address).href;
        assert.ok(at.startsWith(scope));
        assert.equal((await page.request.get(at)).status(), 200, at);
      }
      const sizes = [];
      for (const { src, sizes: said, type, purpose } of manifest.icons) {
        const icon = await page.request.get(new URL(src, address).href);
        assert.equal(icon.status(), 200, src);
        assert.ok(icon.headers()['content-type'].startsWith(type), src);
        if (type !== 'image/png') continue;
        const [width, height] = sizeOf(await icon.body());
        assert.equal(said, `${width}x${height}`, src);
        sizes.push(`${said} ${purpose}`);
      }
      assert.deepEqual(sizes.sort(), ['192x192 any', '512x512 any', '512x512 maskable']);
      // What the browser itself finds wrong with it.
      const session = await page.context().newCDPSession(page);
      const { errors } = await session.send('Page.getAppManifest');
      assert.deepEqual(errors, []);
    },
  },

  withSite('the three pages work without a network: a use case, a register, a workshop', async ({ browser, url, close }) => {
    const page = await kept(browser, url);
    await disconnect(page, close);

    await page.reload();
    await begin(page);
    await take(page, CV_RANKING);
    await page.locator('.verdict').waitFor();
    assert.match(await page.locator('.verdict').textContent(), /High-risk/);
    await page.evaluate(() => document.querySelector('aims-readiness').loaded);
    const file = await page.evaluate(async () => {
      const { bytes } = await document.querySelector('aims-readiness').export('docx');
      return String.fromCharCode(...bytes.slice(0, 2));
    });
    assert.equal(file, 'PK');
    await page.getByRole('button', { name: 'What left this page' }).click();
    await page.getByRole('dialog', { name: 'What left this page' }).waitFor();

    await page.goto(`${url}register.html`);
    await importTwo(page);
    await page.reload();
    await page.getByText('Shown: 2 of 2').waitFor();

    await page.goto(`${url}workshop.html`);
    await button(page, 'The forgery check that learned more').click();
    await page.getByRole('radio', { name: 'High-risk', exact: true }).check();
    await button(page, 'Show what the engine says').click();
    await page.getByText('The engine says the same.').waitFor();
    await button(page, 'Back to the cases').click();
    await button(page, 'Your record').click();
    const [view] = await Promise.all([page.context().waitForEvent('page'), button(page, 'Print or save as PDF').click()]);
    await view.getByText('Record of training on the EU AI Act').first().waitFor();
    await view.close();

    // The site's own address too, which names no file.
    await page.goto(url);
    await page.getByRole('button', { name: 'Start the check' }).waitFor();
  }),

  withSite('nothing is kept before the check has all its files, and nothing of other pages', async ({ browser, url }) => {
    const page = await kept(browser, url);
    const asked = recordRequests(page).map((request) => request.url);
    const worker = asked.indexOf(`${url}service-worker.js`);
    for (const file of ['assess_bg.wasm', 'result_bg.wasm', 'wording.en.checklist.json']) {
      const at = asked.indexOf(`${url}${EMBED}${file}`);
      assert.ok(at >= 0 && at < worker, `${file} came at ${at}, the service worker at ${worker}`);
    }
    assert.deepEqual(asked.filter((address) => !address.startsWith(url)), []);
    const [name, ...others] = await caches(page);
    assert.deepEqual(others, []);
    const held = await page.evaluate(async (each) => (await (await globalThis.caches.open(each)).keys()).map((request) => request.url), name);
    const inFolder = held.filter((address) => address.startsWith(`${url}${EMBED}`)).map((address) => address.slice(url.length + EMBED.length));
    assert.ok(['aims-readiness.js', 'result_bg.wasm', 'records_bg.wasm', 'deck.en.json', 'wording.en.workshop.json', 'suggest.bin', 'report.html'].every((file) => inFolder.includes(file)));
    assert.ok(!inFolder.some((file) => /^(frame|react|engine|embed|types|schema|NOTICES)|reference/.test(file)), inFolder.join(' '));
    const around = ['', 'icon-192.png', 'icon.svg', 'index.html', 'installable.js', 'languages.js', 'manifest.webmanifest', 'register.html', 'site.css', 'workshop.html'];
    assert.deepEqual(held.filter((address) => !address.startsWith(`${url}${EMBED}`)).map((address) => address.slice(url.length)).sort(), around);
  }),

  withSite('pages come from the network while there is one, and files of a version from what is kept', async ({ browser, url, folder, close }) => {
    const page = await kept(browser, url);
    const index = path.join(folder, 'index.html');
    await writeFile(index, (await readFile(index, 'utf8')).replace('AIMS readiness</h1>', 'AIMS readiness, news</h1>'));
    const loader = path.join(folder, EMBED, 'aims-readiness.js');
    await writeFile(loader, 'throw new Error("this file never changes");');
    await page.reload();
    await page.getByRole('heading', { name: 'AIMS readiness, news' }).waitFor();
    await page.getByRole('button', { name: 'Start the check' }).waitFor();
    await disconnect(page, close);
    await page.reload();
    // What was kept is of one build.
    await page.getByRole('heading', { name: 'AIMS readiness', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Start the check' }).waitFor();
  }),

  withSite('a new version waits for the pages of the old one, and then takes its place', async ({ browser, url, folder }) => {
    const page = await kept(browser, url);
    const [old] = await caches(page);
    await page.evaluate(() => globalThis.caches.open('somebody else'));
    await replaceWorker(folder, (text) => text.replace(/name:"[^"]+"/, 'name:"9.9.9 feedbeef"'));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update();
    });
    await until(page, async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting));
    assert.ok((await caches(page)).includes(old), 'the page that is open keeps its files');
    // Both pages are of the site, and the first one goes before the second asks.
    await page.goto('about:blank');
    await page.goto(url);
    await until(page, async () => (await globalThis.caches.keys()).length === 2);
    const names = await caches(page);
    assert.ok(!names.includes(old));
    assert.ok(names.some((name) => name.endsWith('9.9.9 feedbeef')));
    assert.ok(names.includes('somebody else'));
    await controlled(page);
  }),

  withSite('a service worker that goes wrong is taken away by the one beside it', async ({ browser, url, folder }) => {
    const page = await kept(browser, url);
    await cp(path.join(folder, 'service-worker-off.js'), path.join(folder, 'service-worker.js'));
    const index = path.join(folder, 'index.html');
    await writeFile(index, (await readFile(index, 'utf8')).replace(/<script[^>]*installable\.js[^>]*><\/script>/, ''));
    await page.reload();
    await until(page, async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await globalThis.caches.keys()).length === 0);
    await page.reload();
    await page.getByRole('button', { name: 'Start the check' }).waitFor();
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
  }),

  withSite('a page that embeds the element gets no service worker', async ({ browser, url, folder }) => {
    await writeFile(path.join(folder, 'host.html'), `<!DOCTYPE html><html lang="en"><head><title>Host</title><link rel="icon" href="icon.svg"><script type="module" src="${EMBED}aims-readiness.js"></script></head><body><aims-readiness loading="eager"></aims-readiness></body></html>`);
    const page = await openPage(browser, undefined, { context: { serviceWorkers: 'allow' } });
    await page.goto(`${url}host.html`);
    await page.evaluate(async () => {
      await customElements.whenDefined('aims-readiness');
      await document.querySelector('aims-readiness').loaded;
    });
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    assert.ok(!recordRequests(page).some((request) => request.url.includes('service-worker')));
  }),
];
