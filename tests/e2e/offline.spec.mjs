// The edition that is one file, opened from a disk with the network off.

import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { allowProblem, assertAccessible, openPage, recordRequests } from './harness.mjs';
import { CV_RANKING, begin, question, take } from './journey.mjs';
import { importTwo } from './keep.mjs';

const DIST = process.env.E2E_DIR ?? path.resolve(import.meta.dirname, '../../dist');
const FILE = pathToFileURL(path.join(DIST, 'aims-readiness-offline.html')).href;

async function open(browser) {
  const page = await openPage(browser, undefined, { context: { offline: true } });
  await page.goto(FILE);
  return page;
}

/** Nothing was asked for but the file itself and what it has in it. */
function assertNothingLeft(page) {
  const asked = recordRequests(page).map(({ url }) => url).filter((url) => url !== FILE && !/^(blob|data):/.test(url));
  assert.deepEqual(asked, []);
}

const button = (page, name) => page.getByRole('button', { name, exact: true });

export const tests = [
  {
    name: 'the page speaks the language of the browser, and another one that is chosen, with every answer kept',
    async run({ browser }) {
      const page = await openPage(browser, undefined, { context: { offline: true, locale: 'fr-FR' } });
      await page.goto(FILE);
      await page.locator('html[lang=fr]').waitFor();
      await page.locator('[data-begin]').click();
      await page.locator('form fieldset').waitFor();
      await page.getByRole('radio').first().check();
      await page.locator('form button[type=submit]').click();
      await page.locator('form input[type=checkbox]').first().waitFor();
      const answers = () => page.evaluate(() => document.querySelector('aims-readiness').getState().answers);
      const before = await answers();
      await page.locator('#language').selectOption('ar');
      await page.locator('html[lang=ar]').waitFor();
      await page.locator('.stage[lang=ar] form fieldset').waitFor();
      assert.deepEqual(await answers(), before);
      assert.ok(Object.keys(before).length > 0);
      await assertAccessible(page);
      assertNothingLeft(page);
    },
  },
  {
    name: 'a use case is checked to the end, with its files',
    async run({ browser }) {
      const page = await open(browser);
      await page.locator('aims-readiness footer').waitFor();
      await begin(page);
      await take(page, CV_RANKING);
      await page.locator('.verdict').waitFor();
      assert.match(await page.locator('.verdict').textContent(), /High-risk/);
      const file = await page.evaluate(async () => {
        const { bytes, name } = await document.querySelector('aims-readiness').export('docx');
        return { name, start: String.fromCharCode(...bytes.slice(0, 2)) };
      });
      assert.match(file.name, /\.docx$/);
      assert.equal(file.start, 'PK');
      await assertAccessible(page);
      assertNothingLeft(page);
    },
  },
  {
    name: 'a workshop goes on without a network, and a register too',
    async run({ browser }) {
      const page = await open(browser);
      await button(page, 'Workshop').click();
      await button(page, 'The forgery check that learned more').click();
      await page.getByRole('radio', { name: 'High-risk', exact: true }).check();
      await button(page, 'Show what the engine says').click();
      await page.getByText('The engine says the same.').waitFor();
      await assertAccessible(page);
      await button(page, 'Many use cases').click();
      await importTwo(page);
      // What was answered is still there.
      await button(page, 'Workshop').click();
      await page.getByText(/^Answered: 1 of 50 cases/).waitFor();
      await button(page, 'Your record').click();
      const [view] = await Promise.all([page.context().waitForEvent('page'), button(page, 'Print or save as PDF').click()]);
      await view.getByText('Record of training on the EU AI Act').first().waitFor();
      assertNothingLeft(page);
    },
  },
  {
    name: 'an engine that stops loses nothing and starts again',
    async run({ browser }) {
      const page = await openPage(browser, undefined, { context: { offline: true } });
      allowProblem(page, /RuntimeError|unreachable|memory access|table index|null function/);
      // Scripts of such a page have no names: they are known by what is in them.
      await page.addInitScript(() => {
        globalThis.aimsMade = [];
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob) => {
          const url = make(blob);
          if (blob.type === 'text/javascript') globalThis.aimsMade.push(url);
          return url;
        };
        addEventListener('aims-error', ({ detail }) => (globalThis.aimsErrors ??= []).push(detail.code));
      });
      await page.goto(FILE);
      await page.locator('aims-readiness footer').waitFor();
      await begin(page);
      await take(page, CV_RANKING.slice(0, 3));
      const before = await question(page);
      await page.evaluate(async () => {
        for (const url of globalThis.aimsMade) {
          const module = await import(url);
          if (module.mount) new Uint8Array((await module.default()).memory.buffer).fill(0xff);
        }
      });
      await page.getByLabel('Banking and financial services').click();
      await page.waitForFunction(() => globalThis.aimsErrors?.includes('panic'));
      await page.waitForFunction((words) => document.querySelector('aims-readiness').shadowRoot.querySelector('form h2')?.textContent === words, before);
      await take(page, CV_RANKING.slice(3));
      await page.locator('.verdict').waitFor();
      assert.match(await page.locator('.verdict').textContent(), /High-risk/);
    },
  },
  {
    name: 'own cases are written without a network and kept in the tab',
    async run({ browser }) {
      const page = await open(browser);
      await button(page, 'Workshop').click();
      await button(page, 'Write your own cases').click();
      await button(page, 'Add a case').click();
      await page.getByLabel('Title').fill('Written on a train');
      await page.getByLabel('Story', { exact: true }).fill('Nobody has a network.');
      await button(page, 'Ask the engine').click();
      await page.getByText(/^The engine says: /).waitFor();
      await button(page, 'Back to your cases').click();
      const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as a file').click()]);
      assert.equal(download.suggestedFilename(), 'our-own-cases.json');
      await button(page, 'Many use cases').click();
      await button(page, 'Import or paste').waitFor();
      await button(page, 'Workshop').click();
      await button(page, 'Written on a train').waitFor();
      await assertAccessible(page);
      assertNothingLeft(page);
    },
  },
];
