// The edition that is one file, opened from a disk with the network off.

import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertAccessible, openPage, recordRequests } from './harness.mjs';
import { CV_RANKING, begin, take } from './journey.mjs';

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
      await button(page, 'Import or paste').click();
      await page.getByLabel('A file', { exact: true }).setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from('name,tags\nAlpha,one\nBeta,two\n') });
      await button(page, 'Import 2 rows').click();
      await page.getByRole('heading', { name: 'Imported: table.csv' }).waitFor();
      await button(page, 'Back to the register').click();
      await page.getByText('Shown: 2 of 2').waitFor();
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
