// The register: many use cases in one place, imported, found, opened, kept and compared.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertAccessible } from './harness.mjs';
import { answer, question } from './journey.mjs';
import { HIGH, anotherTab, errors, openCheck, settled } from './keep.mjs';
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
  await page.getByRole('button', { name: /^Import rows \([\d,]+\)$/ }).click();
  await page.getByRole('heading', { name: `Imported: ${name}` }).waitFor();
}

const back = (page) => button(page, 'Back to the register').click();

const first = (page, name) => rows(page).first().getByRole('button', { name, exact: true }).waitFor();

/** The text of what has the focus. */
const focused = (page) => page.evaluate(() => document.querySelector('aims-readiness').shadowRoot.activeElement.textContent);

const THREE = [
  'id,name,description,tags',
  'g,Gamma,A bank scores loan applicants with a trained model,credit',
  'a,Alpha,Ranks applicants for jobs in a hospital,hr',
  'b,Beta,Writes job adverts,hr',
].join('\n');

/** The real register several times over, with ids of its own. */
async function tenThousand() {
  const lines = (await readFile(FEDERAL, 'utf8')).trimEnd().split('\n');
  const short = lines.slice(1).filter((line) => /^2024,\d+,/.test(line) && line.split('"').length % 2 === 1);
  const many = Array.from({ length: 10_000 }, (_, index) => short[index % short.length].trimEnd().replace(/^2024,\d+,/, `2024,${index + 1},`));
  return [lines[0].trimEnd(), ...many].join('\n');
}

export const tests = [
  test('a real register is imported, found, opened, answered and kept', async ({ browser, url }) => {
    const page = await open(browser, url, { storage: 'local' });
    await page.getByText('Nothing is here yet.').waitFor();
    await choose(page, 'federal.csv', await readFile(FEDERAL));
    await page.getByText('federal.csv: rows: 2,133, columns: 13.').waitFor();
    assert.equal(await page.getByLabel('The column name is taken as').inputValue(), 'name');
    await assertAccessible(page, { include: 'aims-readiness' });
    await button(page, 'Import rows (2,133)').click();
    await page.getByRole('heading', { name: 'Imported: federal.csv' }).waitFor();
    await assertAccessible(page, { include: 'aims-readiness' });
    await back(page);
    await found(page, 'Shown: 2,133 of 2,133');
    assert.equal(await page.getByRole('table', { name: 'Your AI use cases' }).getAttribute('aria-rowcount'), '2134');
    assert.ok((await rows(page).count()) < 60, 'only what is in view is drawn');
    await assertAccessible(page, { include: 'aims-readiness' });

    await page.getByLabel('Search', { exact: true }).fill('Babel');
    await page.waitForFunction(() => /^Shown: \d of/.test(document.querySelector('aims-readiness').shadowRoot.querySelector('.register-found').textContent));
    await button(page, 'Babel').first().waitFor();
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

  test('the list is sorted, filtered and walked through with the keyboard', async ({ browser, url }) => {
    const page = await open(browser, url);
    await imported(page, THREE);
    await back(page);
    await found(page, 'Shown: 3 of 3');
    const heading = page.getByRole('columnheader', { name: 'Name' });
    assert.equal(await heading.getAttribute('aria-sort'), 'none');
    await heading.getByRole('button').click();
    await first(page, 'Alpha');
    assert.equal(await heading.getAttribute('aria-sort'), 'ascending');
    await heading.getByRole('button').click();
    await first(page, 'Gamma');
    assert.deepEqual(await names(page), ['Gamma', 'Beta', 'Alpha']);

    await button(page, 'Gamma').focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), 'Beta');
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(page), 'Gamma');

    await page.getByLabel('Tag', { exact: true }).selectOption('hr');
    await found(page, 'Shown: 2 of 3');
    await page.getByLabel('Tag', { exact: true }).selectOption('');
    await page.getByLabel('Search', { exact: true }).fill('nothing like it');
    await found(page, 'Shown: 0 of 3');
    await page.getByLabel('Search', { exact: true }).fill('');
    await found(page, 'Shown: 3 of 3');

    // Put aside, it leaves the list and the totals, and is found with the filter.
    await page.getByRole('button', { name: 'Actions: Beta' }).click();
    await button(page, 'Put aside').click();
    await found(page, 'Shown: 2 of 3');
    await page.getByText('Put aside, not counted: 1.').waitFor();
    await page.getByLabel('Put aside', { exact: true }).selectOption('yes');
    await found(page, 'Shown: 1 of 3');
    await first(page, 'Beta');
    assert.deepEqual(await names(page), ['Beta']);
  }),

  test('deleting asks first, for one, for some and for all', async ({ browser, url }) => {
    const page = await open(browser, url, { storage: 'local' });
    await imported(page, THREE);
    await back(page);
    await page.getByRole('button', { name: 'Actions: Beta' }).click();
    await button(page, 'Delete').click();
    await button(page, 'Cancel').click();
    assert.equal((await names(page)).length, 3);
    await button(page, 'Delete').click();
    await page.getByText('Delete “Beta”?').waitFor();
    await button(page, 'Delete').click();
    await found(page, 'Shown: 2 of 2');
    await page.getByLabel('Choose Alpha').check();
    await page.locator('.register-chosen').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Delete the chosen use cases (1)?').waitFor();
    await page.locator('.register-chosen').getByRole('button', { name: 'Delete' }).click();
    await found(page, 'Shown: 1 of 1');
    await button(page, 'Delete the register').click();
    await page.getByText('Delete all use cases of this register?').waitFor();
    await button(page, 'Delete the register').click();
    await page.getByText('Nothing is here yet.').waitFor();
    await page.reload();
    await settled(page);
    await page.getByText('Nothing is here yet.').waitFor();
  }),

  test('ten thousand rows are imported by the worker while the page answers, and an import can be cancelled', async ({ browser, url }) => {
    const page = await open(browser, url);
    const text = await tenThousand();
    await choose(page, 'many.csv', text);
    const start = button(page, 'Import rows (10,000)');
    await start.click();
    await page.locator('progress').waitFor();
    assert.equal(page.workers().length, 1, 'the work is done in a worker');
    await button(page, 'Cancel').click();
    await page.getByText('The import was cancelled. Nothing of it was taken.').waitFor();
    await page.getByText('Nothing is here yet.').waitFor();

    await choose(page, 'many.csv', text);
    await page.getByText('The columns are taken as the last time.').waitFor();
    await start.click();
    await page.getByRole('heading', { name: 'Imported: many.csv' }).waitFor();
    await back(page);
    await found(page, 'Shown: 10,000 of 10,000');
    await rows(page).first().waitFor();
    const before = await names(page);
    await page.locator('.register-scroll').evaluate((scroll) => (scroll.scrollTop = scroll.scrollHeight));
    await page.locator('.register-rows > [aria-rowindex="10001"]').waitFor();
    assert.notDeepEqual(await names(page), before);
    assert.ok((await rows(page).count()) < 60);
  }),

  test('what a table says stays text, and what is refused is told', async ({ browser, url }) => {
    const page = await open(browser, url);
    const text = [
      'id,name,__proto__,constructor',
      'a,<img src=x onerror=alert(1)>,{"polluted":1},x',
      'a,twice,y,z',
      'b,"=HYPERLINK(""http://evil.example"")",,',
    ].join('\n');
    await choose(page, '<b>evil</b>.csv', text);
    await page.getByLabel('The column id is taken as').selectOption('id');
    await button(page, 'Import rows (3)').click();
    const report = page.locator('.register-report tbody tr');
    assert.match(await report.first().textContent(), /Refused/);
    await page.getByText('__proto__').first().waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save the report').click()]);
    assert.match(await readFile(await download.path(), 'utf8'), /"Refused"/);
    await back(page);
    await found(page, 'Shown: 2 of 2');
    await rows(page).nth(1).waitFor();
    assert.deepEqual(await names(page), ['<img src=x onerror=alert(1)>', '=HYPERLINK("http://evil.example")']);
    assert.equal(await page.locator('aims-readiness img').count(), 0);
    assert.equal(await page.evaluate(() => ({}).polluted), undefined);
    const table = await page.evaluate(() => document.querySelector('aims-readiness').export('register-csv'));
    assert.match(table.text, /"'=HYPERLINK/);
    assert.match(table.text, /"__proto__"/);
  }),

  test('a register file comes back as it was, and ids that are there are not overwritten unasked', async ({ browser, url }) => {
    const page = await open(browser, url);
    await imported(page, THREE);
    await back(page);
    const saved = await page.evaluate(() => document.querySelector('aims-readiness').export('register'));
    const { use_cases: cases } = JSON.parse(saved.text);
    assert.deepEqual(cases.map(({ name }) => name), ['Gamma', 'Alpha', 'Beta']);
    const take = async (choice) => {
      await choose(page, 'register.json', saved.text);
      await button(page, choice).click();
      await page.getByRole('heading', { name: 'Imported: register.json' }).waitFor();
      await back(page);
    };
    await take('Replace those in the register');
    await found(page, 'Shown: 3 of 3');
    await take('Add them as copies');
    await found(page, 'Shown: 6 of 6');

    const other = await open(browser, url);
    await choose(other, 'register.json', saved.text);
    await button(other, 'Take 3').click();
    await back(other);
    const again = await other.evaluate(() => document.querySelector('aims-readiness').export('register'));
    assert.deepEqual(JSON.parse(again.text).use_cases, cases);
  }),

  test('files are handed to the page first, which may keep them from being downloaded', async ({ browser, url }) => {
    const page = await open(browser, url);
    await imported(page, THREE);
    await back(page);
    await page.evaluate(() => {
      addEventListener('aims-export', (event) => {
        event.preventDefault();
        globalThis.handed = event.detail;
      });
    });
    await button(page, 'Save as a file').click();
    await button(page, 'Table, with semicolons').click();
    await page.waitForFunction(() => globalThis.handed);
    const { format, name, text } = await page.evaluate(() => globalThis.handed);
    assert.equal(format, 'register-csv');
    assert.match(name, /^ai-use-cases-\d{4}-\d\d-\d\d\.csv$/);
    assert.match(text.split('\r\n')[0], /"id";/);
  }),

  test('two assessments are compared by what matters', async ({ browser, url }) => {
    const page = await open(browser, url);
    const cases = [
      { id: 'one', name: 'One', answers: HIGH },
      { id: 'two', name: 'Two', answers: { ...HIGH, 'area.screen': [], 'organisation.public_role': ['private'] } },
    ];
    await choose(page, 'pair.json', JSON.stringify({ schema: 2, use_cases: cases }));
    await button(page, 'Take 2').click();
    await back(page);
    await page.getByLabel('Choose One').check();
    await page.getByLabel('Choose Two').check();
    await page.locator('.register-chosen').getByRole('button', { name: 'Compare' }).click();
    const table = page.getByRole('table', { name: 'Answers that differ and matter' });
    await table.waitFor();
    assert.match(await table.textContent(), /Does the use case touch/);
    await page.getByText(/^Different answers that make no difference: \d/).waitFor();
    await assertAccessible(page, { include: 'aims-readiness' });
  }),

  test('everything works where a page has no workers', async ({ browser, url }) => {
    const page = await open(browser, url, {}, {
      prepare: (at) =>
        at.addInitScript(() => {
          globalThis.Worker = class {
            constructor() {
              throw new TypeError('no workers here');
            }
          };
        }),
    });
    await imported(page, THREE);
    await back(page);
    await found(page, 'Shown: 3 of 3');
    assert.equal(page.workers().length, 0);
    await button(page, 'Alpha').click();
    await answer(page, 'Yes');
    await back(page);
    await found(page, 'Shown: 3 of 3');
    await page.locator('.register-rows').getByText('Is one of these true').waitFor();
  }),

  test('a register without a place says so, and one of a tab stays in the tab', async ({ browser, url }) => {
    const none = await open(browser, url);
    await none.getByText('when you close this page the register is gone').waitFor();
    const page = await open(browser, url, { storage: 'session' });
    await imported(page, THREE);
    await page.reload();
    await settled(page);
    await found(page, 'Shown: 3 of 3');
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await button(page, 'Add a use case').click();
    await page.getByText('There is no more room to keep the register here.').waitFor();
    assert.deepEqual(await errors(page), ['storage-full']);
  }),

  test('visits that a page puts there in one go are all kept', async ({ browser, url }) => {
    const page = await open(browser, url);
    await page.evaluate(async (answers) => {
      const check = document.querySelector('aims-readiness');
      await Promise.all(['One', 'Two', 'Three', 'Four'].map((name) => check.setState({ schema: 2, name, answers, work: {}, step: { name: 'result' } })));
      await check.goTo({ name: 'register' });
    }, HIGH);
    await found(page, '4 of 4');
    assert.deepEqual((await names(page)).sort(), ['Four', 'One', 'Three', 'Two']);
  }),

  test('another tab that changes the register is told of', async ({ browser, url }) => {
    const page = await open(browser, url, { storage: 'local' });
    await imported(page, THREE);
    await back(page);
    const second = await anotherTab(page, { mode: 'register', storage: 'local' });
    await found(second, 'Shown: 3 of 3');
    await second.getByRole('button', { name: 'Actions: Beta' }).click();
    await button(second, 'Delete').click();
    await button(second, 'Delete').click();
    await found(second, 'Shown: 2 of 2');
    await button(page, 'Load it anew').click();
    await found(page, 'Shown: 2 of 2');
  }),

  test('the question that settles most is found, and what descriptions suggest is marked', async ({ browser, url }) => {
    const page = await open(browser, url);
    await imported(page, THREE);
    await back(page);
    await button(page, 'The next best question').click();
    await page.locator('.register-ranking li').first().waitFor();
    // The question leads to the use cases in which it is open, and to all again.
    await page.getByRole('button', { name: /^Show the 3 use cases in which it is open: / }).first().click();
    await page.waitForFunction(() => document.querySelector('aims-readiness').shadowRoot.activeElement?.id === 'aims-register-open');
    await found(page, 'Shown: 3 of 3');
    await button(page, 'Alpha').click();
    await answer(page, 'No');
    await page.locator('.verdict').waitFor();
    await back(page);
    await found(page, 'Shown: 2 of 3');
    await page.getByLabel('This question is open').selectOption('');
    await found(page, 'Shown: 3 of 3');
    await button(page, 'Suggest sectors').click();
    await page.getByText('come from the words of the description').waitFor();
    assert.match(await page.locator('.register-rows').textContent(), /\(suggested\)/);
  }),

  test('cells are pasted, dropped and read from a workbook', async ({ browser, url }) => {
    const page = await open(browser, url);
    await page.getByText('Nothing is here yet.').waitFor();
    // Pasted on the list, as spreadsheets put them on the clipboard.
    await page.locator('.register-body').evaluate((body) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Name\tTags\nPasted\tone\n"Two\nlines"\ttwo');
      body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true }));
    });
    await page.getByText('What you pasted: rows: 2, columns: 2.').waitFor();
    await button(page, 'Import rows (2)').click();
    await back(page);
    await found(page, 'Shown: 2 of 2');
    // Pasted into the field of the import screen.
    await button(page, 'Import or paste').click();
    await page.getByLabel('Or cells from a spreadsheet').fill('Name\tTags\nTyped\tone');
    await button(page, 'Read the cells').click();
    await button(page, 'Import rows (1)').click();
    await back(page);
    await found(page, 'Shown: 3 of 3');
    // Dropped on the list.
    await page.locator('.register-body').evaluate((body) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['name,tags\nDropped,one\n'], 'dropped.csv', { type: 'text/csv' }));
      body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true }));
    });
    await button(page, 'Import rows (1)').click();
    await page.getByRole('heading', { name: 'Imported: dropped.csv' }).waitFor();
    await back(page);
    await found(page, 'Shown: 4 of 4');
    // Saved as a workbook, and read again from it.
    await button(page, 'Save as a file').click();
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Excel workbook').click()]);
    assert.match(download.suggestedFilename(), /^ai-use-cases-\d{4}-\d\d-\d\d\.xlsx$/);
    const book = await readFile(await download.path());
    const other = await open(browser, url);
    await choose(other, 'register.xlsx', book);
    await other.getByText('the sheet “Register” was read').waitFor();
    await button(other, 'Import rows (4)').click();
    await other.getByText('All rows were understood.').waitFor();
    await back(other);
    await found(other, 'Shown: 4 of 4');
    await rows(other).nth(3).waitFor();
    assert.deepEqual(await names(other), ['Pasted', 'Two\nlines', 'Typed', 'Dropped']);
  }),

  test('a use case is copied, and found by tier and sector', async ({ browser, url }) => {
    const page = await open(browser, url);
    const cases = [
      { id: 'one', name: 'One', answers: HIGH },
      { id: 'two', name: 'Two', answers: { 'scope.ai_system': ['no'] } },
    ];
    await choose(page, 'pair.json', JSON.stringify({ schema: 2, use_cases: cases }));
    await button(page, 'Take 2').click();
    await back(page);
    await page.getByRole('button', { name: 'Actions: One' }).click();
    await button(page, 'Copy').click();
    await found(page, 'Shown: 3 of 3');
    const { use_cases: all } = JSON.parse((await page.evaluate(() => document.querySelector('aims-readiness').export('register'))).text);
    assert.deepEqual(all[2].answers, all[0].answers);
    assert.notEqual(all[2].id, all[0].id);

    await page.getByLabel('Risk tier', { exact: true }).selectOption('high');
    await found(page, 'Shown: 2 of 3');
    await page.getByLabel('Risk tier', { exact: true }).selectOption('out-of-scope');
    await found(page, 'Shown: 1 of 3');
    await page.getByLabel('Risk tier', { exact: true }).selectOption('');
    await page.getByLabel('Sector', { exact: true }).selectOption('financial_services');
    await found(page, 'Shown: 2 of 3');
    await first(page, 'One');
  }),

  test('a use case is compared with a file', async ({ browser, url }) => {
    const page = await open(browser, url);
    await choose(page, 'one.json', JSON.stringify({ schema: 2, use_cases: [{ id: 'one', name: 'One', answers: HIGH }] }));
    await button(page, 'Take 1').click();
    await back(page);
    await page.getByLabel('Choose One').check();
    await page.locator('.register-tools').getByRole('button', { name: 'Compare' }).click();
    const visit = { schema: 2, answers: { ...HIGH, 'area.screen': [] } };
    await page.locator('input[type=file]').last().setInputFiles({ name: 'theirs.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(visit)) });
    await page.getByRole('table', { name: 'Answers that differ and matter' }).waitFor();
  }),

  test('a visit that the page puts in is a use case of its own, and open', async ({ browser, url }) => {
    const page = await open(browser, url);
    await imported(page, THREE);
    await back(page);
    await found(page, 'Shown: 3 of 3');
    await page.evaluate((answers) => document.querySelector('aims-readiness').setState({ schema: 2, answers, step: { name: 'result' } }), HIGH);
    await page.locator('.verdict').waitFor();
    const open_ = await page.evaluate(() => document.querySelector('aims-readiness').getState());
    assert.deepEqual(open_.answers['area.screen'], HIGH['area.screen']);
    await back(page);
    await found(page, 'Shown: 4 of 4');
  }),

  test('a register that is read-only is looked at and not changed', async ({ browser, url }) => {
    const page = await open(browser, url, { storage: 'local' });
    await imported(page, THREE);
    const second = await anotherTab(page, { mode: 'register', storage: 'local', readonly: '' });
    await found(second, 'Shown: 3 of 3');
    for (const name of ['Add a use case', 'Import or paste', 'Delete the register']) assert.equal(await button(second, name).count(), 0, name);
    await second.getByRole('button', { name: 'Actions: Beta' }).click();
    await button(second, 'Open').waitFor();
    assert.equal(await button(second, 'Delete').count(), 0);
  }),

  test('another day is another law for every use case', async ({ browser, url }) => {
    const page = await open(browser, url, { 'as-of': '2026-11-21' });
    await imported(page, THREE);
    await back(page);
    await found(page, 'Shown: 3 of 3');
    await page.evaluate(() => document.querySelector('aims-readiness').setAttribute('as-of', '2027-12-31'));
    await page.waitForFunction(async () => (await document.querySelector('aims-readiness').export('register')).name === 'ai-use-cases-2027-12-31.json');
    await found(page, 'Shown: 3 of 3');
  }),
];
