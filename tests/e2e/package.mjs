// Where the built package lies, and servers for pages that embed it.

import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '../../serve/serve.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const ROOT = path.resolve(HERE, '../..');
export const SITE = process.env.E2E_DIR ?? path.join(ROOT, 'dist');

/** The version of the package, which is that of the crate. */
export const PACKAGE_VERSION = /^version = "(.+)"$/m.exec(readFileSync(path.join(ROOT, 'Cargo.toml'), 'utf8'))[1];

/** The folder of the package below the root of the site. */
export const EMBED = `embed/${PACKAGE_VERSION}/`;

/** What a page has to allow when the package lies beside it, and nothing more. Types are trusted nowhere. */
export const HOST_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'none'; " +
  "require-trusted-types-for 'script'";

/** For pages whose policy is not the matter. No picture, so that no browser looks for an icon. */
export const FREE_POLICY = "img-src 'none'";

/** Gives the element of a host page other attributes before anything runs, and `lines` of text above it. */
export async function withAttributes(page, attributes, lines = 0) {
  await page.addInitScript(
    ([given, above]) => {
      // Modules run once the page is read, so the element is met before that.
      const watcher = new MutationObserver(() => {
        const check = document.querySelector('aims-readiness');
        if (!check) return;
        watcher.disconnect();
        check.removeAttribute('loading');
        for (const [name, value] of Object.entries(given)) check.setAttribute(name, value);
        check.before(...Array.from({ length: above }, () => Object.assign(document.createElement('p'), { textContent: '…' })));
      });
      watcher.observe(document, { childList: true, subtree: true });
    },
    [attributes, lines],
  );
}

/**
 * Serves the package and the pages of hosts/, on as many origins as there are `servers`, and calls `fn` with
 * their addresses. Each is an object of options for startServer, or a function that makes one of the addresses so far.
 * In the pages `{embed}` stands for the folder of the package.
 */
export async function withHosts(browser, servers, fn) {
  const folder = await mkdtemp(path.join(tmpdir(), 'aims-hosts-'));
  const running = [];
  try {
    await cp(path.join(SITE, EMBED), path.join(folder, EMBED), { recursive: true });
    for (const name of await readdir(path.join(HERE, 'hosts'))) {
      const text = await readFile(path.join(HERE, 'hosts', name), 'utf8');
      await writeFile(path.join(folder, name), text.replaceAll('{embed}', EMBED));
    }
    for (const options of servers) {
      const urls = running.map(({ url }) => url);
      running.push(await startServer(folder, typeof options === 'function' ? options(...urls) : options));
    }
    await fn(...running.map(({ url }) => url));
    // What still loads behind the first screen must not find its server gone, which would be a problem of the page.
    const pages = browser.contexts().flatMap((context) => context.pages());
    await Promise.all(pages.map((page) => page.goto('about:blank')));
  } finally {
    await Promise.all(running.map((server) => server.close()));
    await rm(folder, { recursive: true, force: true });
  }
}
