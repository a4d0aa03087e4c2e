// The page that checks receipts.

import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { assertAccessible, openPage, recordRequests } from './harness.mjs';
import { openReady } from './journey.mjs';
import { HIGH } from './keep.mjs';

/** A file as the check saves it. */
async function saved(browser, url) {
  const page = await openReady(browser, url);
  const text = await page.evaluate(async (answers) => {
    const check = document.querySelector('aims-readiness');
    await check.setState({ schema: 1, answers });
    return (await check.export('visit')).text;
  }, HIGH);
  return JSON.parse(text);
}

async function openVerify(browser, url, context) {
  const page = await openPage(browser, `${url}verify.html`, { context });
  await page.getByRole('button', { name: 'Check it' }).waitFor();
  return page;
}

/** Checks a text, and resolves to what the page says. */
async function check(page, text) {
  await page.getByLabel('Or a share link').fill(typeof text === 'string' ? text : JSON.stringify(text));
  await page.getByRole('button', { name: 'Check it' }).click();
  await page.locator('.verify-answer').waitFor();
  return page.locator('.verify-answer h2').textContent();
}

const linkOf = ({ answers, result }, more = {}) => {
  const data = { s: 1, a: answers, d: result.as_of, r: result.receipt, c: result.catalog, t: result.range, ...more };
  return `https://example.test/#aims-readiness=1.${deflateRawSync(JSON.stringify(data)).toString('base64url')}`;
};

export const tests = [
  {
    name: 'a file as it was saved has the same receipt: pasted, chosen, dropped and as a link',
    async run({ browser, url }) {
      const file = await saved(browser, url);
      const page = await openVerify(browser, url);
      const sent = recordRequests(page).length;
      assert.equal(await check(page, file), 'The receipt is the same');
      await page.locator('.verify-answer').getByText(file.result.receipt).first().waitFor();
      await page.locator('.verify-answer').getByText('it does not say').waitFor();
      assert.equal(await check(page, linkOf(file)), 'The receipt is the same');

      const buffer = Buffer.from(JSON.stringify({ ...file, result: { ...file.result, receipt: `sha256-${'0'.repeat(64)}` } }));
      await page.getByLabel('A saved file').setInputFiles({ name: 'result.json', mimeType: 'application/json', buffer });
      await page.getByRole('heading', { name: 'The receipt is different' }).waitFor();
      await page.evaluate((text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'result.json', { type: 'application/json' }));
        document.querySelector('.verify-drop').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      }, JSON.stringify(file));
      await page.getByRole('heading', { name: 'The receipt is the same' }).waitFor();
      assert.ok(recordRequests(page).slice(sent).every(({ method, url: address }) => method === 'GET' && address.includes('/embed/')));
    },
  },
  {
    name: 'changed answers, days, receipts and results are found',
    async run({ browser, url }) {
      const file = await saved(browser, url);
      const page = await openVerify(browser, url);
      const changed = {
        'The receipt is different': [
          { ...file, answers: { ...file.answers, 'filter.task': ['procedural'] } },
          { ...file, answers: { ...file.answers, 'scope.ai_system': ['<b>made up</b>'] } },
          { ...file, result: { ...file.result, as_of: '2025-03-01' } },
          { ...file, result: { ...file.result, as_of: '1900-01-01' } },
          linkOf({ ...file, result: { ...file.result, receipt: `sha256-${'a'.repeat(64)}` } }),
        ],
        'The result was changed': [
          { ...file, result: { ...file.result, tier: 'minimal', range: ['minimal', 'minimal'] } },
          linkOf(file, { t: ['minimal', 'minimal'] }),
        ],
      };
      for (const [title, files] of Object.entries(changed)) {
        for (const each of files) assert.equal(await check(page, each), title, JSON.stringify(each).slice(0, 200));
      }
      const other = { ...file, answers: { ...file.answers, 'acme.partner': ['yes'] } };
      assert.equal(await check(page, other), 'The receipt is the same', 'what an overlay asks is no part of it');
    },
  },
  {
    name: 'another catalogue cannot be worked out here, and both versions are named',
    async run({ browser, url }) {
      const file = await saved(browser, url);
      const page = await openVerify(browser, url);
      const old = { ...file, result: { ...file.result, catalog: 'aims-readiness-eu@0.0.1' } };
      assert.equal(await check(page, old), 'Made with another catalogue');
      const words = await page.locator('.verify-answer').textContent();
      assert.ok(words.includes('aims-readiness-eu@0.0.1') && words.includes(file.result.catalog), words);
    },
  },
  {
    name: 'what is no record is said to be none, and markup stays text',
    async run({ browser, url }) {
      const file = await saved(browser, url);
      const page = await openVerify(browser, url);
      for (const wrong of ['', 'hello', '[]', 'null', '{}', '{"answers":{}}', '{"answers":[],"result":{}}', '{"answers":{},"result":{"receipt":1}}']) {
        assert.equal(await check(page, wrong), 'Not a saved result', wrong);
      }
      const evil = '<img src=x onerror="globalThis.hit = true">';
      assert.equal(await check(page, { ...file, result: { ...file.result, catalog: evil, receipt: evil } }), 'Made with another catalogue');
      assert.equal(await page.locator('.verify-answer img').count(), 0);
      assert.equal(await page.evaluate(() => globalThis.hit), undefined);
      assert.equal(await check(page, '#aims-readiness=2.abc'), 'A newer version');
      assert.equal(await check(page, '#aims-readiness=1.abc'), 'Not readable');
      assert.equal(await check(page, linkOf(file, { a: undefined })), 'Cannot be worked out again');
    },
  },
  {
    name: 'a link with a passphrase asks for it',
    async run({ browser, url }) {
      const made = await openReady(browser, url);
      await made.evaluate((answers) => document.querySelector('aims-readiness').setState({ schema: 1, answers }), HIGH);
      await made.locator('footer').getByRole('button', { name: 'Save or share' }).click();
      await made.getByRole('button', { name: 'Make a link' }).click();
      await made.getByLabel('Passphrase (optional)').fill('four quiet words');
      await made.getByRole('button', { name: 'Make the link' }).click();
      const link = await made.getByLabel(/^The link,/).inputValue();
      const page = await openVerify(browser, url);
      assert.equal(await check(page, link), 'A passphrase is needed');
      await page.getByLabel('Passphrase of the link').fill('wrong');
      assert.equal(await check(page, link), 'Still closed');
      await page.getByLabel('Passphrase of the link').fill('four quiet words');
      assert.equal(await check(page, link), 'The receipt is the same');
    },
  },
  ...['light', 'dark'].map((colorScheme) => ({
    name: `in ${colorScheme} it does not scroll sideways at 320 px, and axe finds nothing`,
    async run({ browser, url }) {
      const file = await saved(browser, url);
      const page = await openVerify(browser, url, { viewport: { width: 320, height: 700 }, colorScheme });
      await check(page, file);
      const { content, width } = await page.evaluate(() => ({ content: document.scrollingElement.scrollWidth, width: document.documentElement.clientWidth }));
      assert.ok(content <= width, `${content} px on ${width} px`);
      await assertAccessible(page);
    },
  })),
  {
    name: 'it is found from the check and from the other open pages, and works by keyboard',
    async run({ browser, url }) {
      const page = await openPage(browser, url);
      await page.getByRole('link', { name: 'Check a result' }).click();
      await page.getByRole('heading', { level: 1, name: 'Check a result' }).waitFor();
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Quality card' }).waitFor();
      await page.getByLabel('Or a share link').focus();
      await page.keyboard.type('nothing of use');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Not a saved result' }).waitFor();
    },
  },
];
