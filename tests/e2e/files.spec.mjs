// Reports and files: the panel, every format, the print window, and the module that makes them in a worker or without.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { formats } from '../../element/records/formats.js';
import { assertAccessible, recordRequests } from './harness.mjs';
import { HIGH, openCheck } from './keep.mjs';
import { HOST_POLICY, withHosts } from './package.mjs';

/** Texts that a person may write and that no file may take for anything else. */
const NAME = '<img src=x onerror=alert(1)> =1+1';

const dialog = (page) => page.getByRole('dialog', { name: 'Reports and files' });

/** A page with a result that has a name, and the panel open. */
async function openPanel(browser, url, { attributes = {}, ...options } = {}) {
  const page = await openCheck(browser, url, attributes, options);
  await page.evaluate(
    ([answers, name]) =>
      document.querySelector('aims-readiness').setState({
        schema: 2,
        about: { name, notes: 'Mine' },
        answers,
        work: { 4.1: { status: 'partial', owner: '@Ann', note: '=HYPERLINK("x")' } },
        step: { name: 'result' },
      }),
    [HIGH, NAME],
  );
  await page.getByRole('button', { name: 'Report and files' }).click();
  await dialog(page).waitFor();
  return page;
}

/** What the button of a format saves. */
async function saved(page, name) {
  const download = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: `Save ${name}`, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const made = (page, format) =>
  page.evaluate(async (wanted) => {
    const { name, type, bytes } = await document.querySelector('aims-readiness').export(wanted);
    return { name, type, bytes: [...bytes] };
  }, format);

const workers = (page) => recordRequests(page).filter(({ url }) => url.includes('records-calls'));

const specs = [
  {
    name: 'every format is made in the page, and says what was said',
    async run({ browser, url }) {
      const page = await openPanel(browser, url);
      for (const format of formats) {
        const { name, bytes } = await made(page, format);
        assert.match(name, /^img-src-x-onerror-alert-1-1-1-\d{4}-\d{2}-\d{2}/, format);
        const start = Buffer.from(bytes.slice(0, 4)).toString('latin1');
        if (/docx|xlsx|oscal/.test(format)) assert.equal(start, 'PK\u0003\u0004', format);
        else assert.ok(Buffer.from(bytes).toString('utf8').length > 300, format);
      }
      const text = async (format) => Buffer.from((await made(page, format)).bytes).toString('utf8');
      const record = JSON.parse(await text('json'));
      assert.deepEqual([record.schema, record.kind, record.name, record.notes], [2, 'record', NAME, 'Mine']);
      assert.equal(record.result.tier, 'high');
      assert.equal(record.work['4.1'].owner, '@Ann');
      assert.ok((await text('html')).includes('&lt;img src=x onerror=alert(1)&gt; =1+1'));
      assert.ok(!(await text('html')).includes('<img'));
      const csv = await text('checklist-csv');
      assert.ok(csv.includes("'@Ann") && csv.includes(`"'=HYPERLINK(""x"")"`), 'formulas stay texts');
      assert.ok((await text('ics')).startsWith('BEGIN:VCALENDAR\r\n'));
    },
  },
  {
    name: 'a record opens again with everything that was said',
    async run({ browser, url }) {
      const page = await openPanel(browser, url);
      const { bytes } = await made(page, 'json');
      const record = JSON.parse(Buffer.from(bytes).toString('utf8'));
      const again = await openCheck(browser, url, {});
      await again.evaluate((file) => document.querySelector('aims-readiness').setState(file), record);
      const state = await again.evaluate(() => document.querySelector('aims-readiness').getState());
      assert.deepEqual(state.about, { name: NAME, notes: 'Mine' });
      assert.deepEqual(state.answers, HIGH);
      assert.equal(state.work['4.1'].note, '=HYPERLINK("x")');
      await again.locator('.since').waitFor();
      assert.ok((await again.locator('.since').textContent()).includes('the same as then'));
    },
  },
  {
    name: 'files are saved from the panel, which says so, and the page may take them instead',
    async run({ browser, url }) {
      const page = await openPanel(browser, url);
      const { name, bytes } = await saved(page, 'Excel (XLSX)');
      assert.ok(name.endsWith('.xlsx') && bytes.subarray(0, 2).toString() === 'PK');
      await dialog(page).getByRole('status').getByText(`Saved: ${name}`).waitFor();
      await page.evaluate(() => {
        addEventListener('aims-export', (event) => {
          event.preventDefault();
          globalThis.taken = [event.detail.format, event.detail.bytes instanceof Uint8Array, event.detail.bytes.length > 100];
        });
      });
      await dialog(page).getByRole('button', { name: 'Save Calendar (ICS)', exact: true }).click();
      await page.waitForFunction(() => globalThis.taken);
      assert.deepEqual(await page.evaluate(() => globalThis.taken), ['ics', true, true]);
    },
  },
  {
    name: 'semicolons part cells where that is wanted',
    async run({ browser, url }) {
      const page = await openPanel(browser, url);
      const comma = await saved(page, 'Inventory line (CSV)');
      assert.ok(comma.bytes.toString('utf8').includes('id,name,description'));
      await dialog(page).getByLabel('Part CSV cells by semicolons').check();
      const semicolon = await saved(page, 'Inventory line (CSV)');
      assert.ok(semicolon.bytes.toString('utf8').includes('id;name;description'));
    },
  },
  {
    name: 'what stands on the cover is written in the panel and kept with the visit',
    async run({ browser, url }) {
      const page = await openPanel(browser, url);
      await dialog(page).getByText('What stands on the cover').click();
      await dialog(page).getByLabel('Assessed by').fill('Bo');
      await dialog(page).getByLabel('First day of the plan').fill('2027-02-01');
      const { bytes } = await made(page, 'json');
      const record = JSON.parse(Buffer.from(bytes).toString('utf8'));
      assert.deepEqual([record.assessor, record.plan_start], ['Bo', '2027-02-01']);
      const state = await page.evaluate(() => document.querySelector('aims-readiness').getState());
      assert.equal(state.about.assessor, 'Bo');
    },
  },
  {
    name: 'the report is printed in a window of its own, in which texts are texts',
    async run({ browser, url }) {
      const page = await openPanel(browser, url, {
        prepare: (made) =>
          made.context().addInitScript(() => {
            globalThis.print = () => (globalThis.printed = true);
          }),
      });
      const opened = page.context().waitForEvent('page');
      await dialog(page).getByRole('button', { name: 'Print, or save as PDF' }).click();
      const report = await opened;
      await report.waitForFunction(() => globalThis.printed);
      assert.ok((await report.locator('body').textContent()).includes(NAME));
      assert.equal(await report.locator('img').count(), 0);
      assert.ok((await report.locator('svg').count()) > 0, 'charts are drawn');
      assert.ok((await report.locator('body').textContent()).includes('This is no legal advice'));
      await dialog(page).getByText('open in a new tab').waitFor();
      await report.close();
    },
  },
  {
    name: 'where no window opens, the panel says what to do',
    async run({ browser, url }) {
      const page = await openPanel(browser, url);
      await page.evaluate(() => (globalThis.open = () => null));
      await dialog(page).getByRole('button', { name: 'Print, or save as PDF' }).click();
      await dialog(page).getByText('Save the report as a web page').waitFor();
    },
  },
  {
    name: 'nothing of the module is loaded before somebody asks for a file, and it works in a worker',
    async run({ browser, url }) {
      const page = await openPanel(browser, url);
      assert.deepEqual(workers(page), []);
      await made(page, 'markdown');
      assert.equal(page.workers().length, 1);
      await made(page, 'jira');
      assert.equal(page.workers().length, 1, 'one for all files');
    },
  },
  {
    name: 'where no worker is allowed, the same files are made in the page',
    async run({ browser, url }) {
      const worker = await openPanel(browser, url);
      const page = await openPanel(browser, url, {
        prepare: (made) =>
          made.addInitScript(() => {
            globalThis.Worker = class {
              constructor() {
                throw new DOMException('no worker here', 'SecurityError');
              }
            };
          }),
      });
      for (const format of ['json', 'markdown', 'oscal', 'xlsx']) {
        assert.deepEqual((await made(page, format)).bytes, (await made(worker, format)).bytes, format);
      }
      assert.equal(page.workers().length, 0);
    },
  },
  {
    name: 'a read-only visit gives files, and its cover cannot be changed',
    async run({ browser, url }) {
      const page = await openPanel(browser, url, { attributes: { readonly: '' } });
      await dialog(page).getByText('What stands on the cover').click();
      assert.equal(await dialog(page).getByLabel('Assessed by').getAttribute('readonly'), '');
      assert.ok((await saved(page, 'Record (JSON)')).bytes.length > 1000);
    },
  },
  ...['light', 'dark'].map((colorScheme) => ({
    name: `in ${colorScheme} the panel fits a narrow screen, and axe finds nothing`,
    async run({ browser, url }) {
      const page = await openPanel(browser, url, { context: { colorScheme, viewport: { width: 320, height: 640 } } });
      await dialog(page).getByText('What stands on the cover').click();
      const { scroll, client } = await dialog(page).evaluate((element) => ({ scroll: element.scrollWidth, client: element.clientWidth }));
      assert.ok(scroll <= client, `${scroll} > ${client}`);
      await assertAccessible(page, { include: [{ fromShadowDom: ['aims-readiness', 'dialog'] }] });
    },
  })),
];

/** On a page with the strictest policy, in which no type is trusted. */
export const tests = specs.map(({ name, run }) => ({
  name,
  run: ({ browser }) => withHosts(browser, [{ csp: HOST_POLICY }], (url) => run({ browser, url })),
}));
