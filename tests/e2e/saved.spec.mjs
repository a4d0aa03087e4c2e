// A result as a file: saved, opened again, and compared with what its answers give now.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertAccessible, openPage } from './harness.mjs';
import { CV_RANKING, begin, take } from './journey.mjs';

async function openStart(browser, url) {
  const page = await openPage(browser, url);
  await page.getByRole('button', { name: 'Start the check' }).waitFor();
  return page;
}

async function choose(page, name, content) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a saved result' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

async function savedFile(browser, url) {
  const page = await openStart(browser, url);
  await begin(page);
  await take(page, CV_RANKING);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the result' }).click();
  return readFile(await (await download).path(), 'utf8');
}

export const tests = [
  {
    name: 'a saved result opens with the same tier and says that nothing changed',
    async run({ browser, url }) {
      const file = await savedFile(browser, url);
      const saved = JSON.parse(file);
      assert.equal(saved.result.tier, 'high');
      const page = await openStart(browser, url);
      await choose(page, 'result.json', file);
      await page.locator('.since').waitFor();
      assert.equal(await page.locator('.verdict h2').textContent(), 'High-risk');
      assert.ok((await page.locator('.since').textContent()).includes('the same as then'));
      assert.equal(await page.evaluate(async () => (await document.querySelector('aims-readiness').getResult()).result.receipt), saved.result.receipt);
    },
  },
  {
    name: 'a result of an older catalogue and an older law shows what is different and why',
    async run({ browser, url }) {
      const saved = JSON.parse(await savedFile(browser, url));
      saved.result = {
        ...saved.result,
        catalog: 'aims-readiness-eu@0.0.9',
        as_of: '2026-01-15',
        law_date: '2024-08-01',
        range: ['minimal', 'minimal'],
        tier: 'minimal',
        rules: ['minimal', 'a-rule-of-then'],
      };
      saved.answers['a.fact.of.then'] = ['yes'];
      const page = await openStart(browser, url);
      await choose(page, 'old.json', JSON.stringify(saved));
      const since = page.locator('.since');
      await since.waitFor();
      const text = await since.textContent();
      for (const words of [
        'It was Minimal risk. It is High-risk.',
        'It is used to recruit or select people.',
        'a-rule-of-then',
        'aims-readiness-eu@0.0.9',
        '2026-01-15',
        'Another version of the AI Act',
        'a.fact.of.then',
      ]) {
        assert.ok(text.includes(words), `${words} in: ${text}`);
      }
      await assertAccessible(page);
      // A changed answer makes it another use case, of which nothing was saved.
      await page.getByRole('button', { name: /^Change/ }).first().click();
      await page.getByLabel("I don't know").check();
      await page.getByRole('button', { name: 'Continue' }).click();
      assert.equal(await page.locator('.since').count(), 0);
    },
  },
  {
    name: 'a file that is no saved result is refused in words, and answers stay',
    async run({ browser, url }) {
      const page = await openStart(browser, url);
      for (const content of ['no json', '{}', '{"answers": {"scope.ai_system": [1]}, "result": {}}', '[]', 'null']) {
        await choose(page, 'wrong.json', content);
        await page.getByRole('alert').filter({ hasText: 'not a saved result' }).waitFor();
      }
      await begin(page);
    },
  },
];
