// The register: many use cases in one place, imported, found, opened, kept and compared.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { allowProblem, assertAccessible } from './harness.mjs';
import { answer, question } from './journey.mjs';
import { errors, openCheck, settled } from './keep.mjs';
import { HOST_POLICY, withHosts } from './package.mjs';

const FEDERAL = new URL('../register/data/register_us_federal_2024.csv', import.meta.url);

const test = (name, fn) => ({
  name,
  run: ({ browser }) => withHosts(browser, [{ csp: HOST_POLICY }], (url) => fn({ browser, url })),
});

const open = (browser, url, attributes = {}, options) => openCheck(browser, url, { mode: 'register', ...attributes }, options);

const button = (page, name) => page.getByRole('button', { name, exact: true });
const found = (page, text) => page.locator('.register-found', { hasText: text }).waitFor();
const rows = (page) => page.locator('.register-rows > .register-row');
const names = (page) => page.locator('.register-rows .register-name').allTextContents();

/** Chooses a file on the import screen and waits for what its columns are taken as. */
async function choose(page, name, text) {
  await button(page, 'Import or paste').click();
  await page.getByLabel('A file', { exact: true }).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

/** Imports a table as its columns are taken, to the report. */
async function imported(page, text, name = 'table.csv') {
  await choose(page, name, text);
  await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
  await page.getByRole('heading', { name: `Imported: ${name}` }).waitFor();
}

const back = (page) => button(page, 'Back to the register').click();

export const tests = [
  test('a real register is imported, found, opened, answered and kept', async ({ browser, url }) => {
    const page = await open(browser, url, { storage: 'local' });
    await page.getByText('Nothing is here yet.').waitFor();
    await choose(page, 'federal.csv', await readFile(FEDERAL));
    await page.getByText('federal.csv: 2,133 rows, 13 columns.').waitFor();
    assert.equal(await page.getByLabel('The column name is taken as').inputValue(), 'name');
    await assertAccessible(page, { include: 'aims-readiness' });
    await button(page, 'Import 2,133 rows').click();
    await page.getByRole('heading', { name: 'Imported: federal.csv' }).waitFor();
    await assertAccessible(page, { include: 'aims-readiness' });
    await back(page);
    await found(page, 'Shown: 2,133 of 2,133');
    assert.equal(await page.getByRole('table', { name: 'Your AI use cases' }).getAttribute('aria-rowcount'), '2134');
    assert.ok((await rows(page).count()) < 60, 'only what is in view is drawn');
    await assertAccessible(page, { include: 'aims-readiness' });

    await page.getByLabel('Search', { exact: true }).fill('Babel');
    await page.waitForFunction(() => /^Shown: \d of/.test(document.querySelector('aims-readiness').shadowRoot.querySelector('.register-found').textContent));
    assert.ok((await names(page)).some((name) => name === 'Babel'));
    await button(page, 'Babel').first().click();
    assert.match(await question(page), /^Was the system trained/);
    await answer(page, 'Yes');
    await page.getByLabel('Name', { exact: true }).fill('Babel of ours');
    await back(page);
    await button(page, 'Babel of ours').waitFor();

    await page.reload();
    await settled(page);
    await found(page, 'Shown: 2,133 of 2,133');
    await page.getByLabel('Search', { exact: true }).fill('Babel of ours');
    await found(page, 'Shown: 1 of 2,133');
    await button(page, 'Babel of ours').click();
    await page.locator('.verdict').waitFor();
    const { answers } = await page.evaluate(() => document.querySelector('aims-readiness').getState());
    assert.deepEqual(answers['scope.ai_system'], ['yes']);
    assert.deepEqual(await errors(page), []);
  }),
];
