// What is recorded on the checklist: saved and opened, shown as text, and kept apart between elements.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { chooseStatus, goBack, goToList, goToTab, lineOf, openLine, readiness, shownStatus, statusOf, tailor, write } from './list.mjs';
import { CV_RANKING, EMOTIONS, FRAUD, begin, headingFocused, openReady, openResult, result, state, take } from './journey.mjs';

const MARKUP = '<img src=x onerror="alert(1)"><b>bold</b>&amp;</textarea><script>alert(2)</script>';

/** What "Save it all", or another button, hands over as a file. */
async function save(page, name = 'Save it all') {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const file = await download;
  assert.match(file.suggestedFilename(), /^ai-act-result-\d{4}-\d\d-\d\d\.json$/);
  return readFile(await file.path(), 'utf8');
}

/** Opens a file in a page that shows the start. */
async function openFile(page, text) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a saved result' }).click();
  await (await chooser).setFiles({ name: 'saved.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.locator('.verdict').waitFor();
}

export const tests = [
  {
    name: '"Save it all", opened in a fresh page, brings back status, owner and answers',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      await tailor(page, 'How many people work', '10 to 49');
      await chooseStatus(page, 'A.6.2.4', 'Done and checked');
      const line = await openLine(page, 'A.6.2.4');
      await line.getByLabel('A record proves it').check();
      await write(line, 'Owner', 'Ada Lovelace');
      await write(line, 'Note', 'two\nlines');
      await write(line, 'Done by', '2027-05-31');
      const before = await readiness(page);
      const text = await save(page);
      const saved = JSON.parse(text);
      assert.deepEqual(saved.work, {
        'A.6.2.4': { status: 'verified', proven: true, owner: 'Ada Lovelace', due: '2027-05-31', note: 'two\nlines' },
      });
      assert.deepEqual(Object.keys(saved).sort(), ['answers', 'result', 'schema', 'work']);

      const fresh = await openReady(browser, url);
      await openFile(fresh, text);
      assert.equal(await result(fresh), 'High-risk');
      await goToList(fresh);
      assert.equal(await shownStatus(fresh, 'A.6.2.4'), 'Done and checked');
      assert.deepEqual(await readiness(fresh), before);
      assert.ok(await fresh.locator('.profile').getByLabel('10 to 49').isChecked());
      const again = await openLine(fresh, 'A.6.2.4');
      assert.equal(await again.getByLabel('Owner').inputValue(), 'Ada Lovelace');
      assert.equal(await again.getByLabel('Note').inputValue(), 'two\nlines');
      assert.equal(await again.getByLabel('Done by').inputValue(), '2027-05-31');
      assert.ok(await again.getByLabel('A record proves it').isChecked());
      assert.deepEqual(JSON.parse(await save(fresh)).work, saved.work);
    },
  },
  {
    name: 'the file saved on the result page holds the records too',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      await chooseStatus(page, '5.2', 'Planned');
      await goBack(page);
      const { work } = JSON.parse(await save(page, 'Save the result'));
      assert.deepEqual(work, { 5.2: { status: 'planned' } });
    },
  },
  {
    name: 'a file holds what the list shows, also after a record was taken back',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      await chooseStatus(page, '5.2', 'Planned');
      await goBack(page);
      await goToList(page);
      await chooseStatus(page, '5.2', 'Not started');
      assert.deepEqual(JSON.parse(await save(page)).work ?? {}, {});
      await goBack(page);
      assert.deepEqual(JSON.parse(await save(page, 'Save the result')).work ?? {}, {});
    },
  },
  {
    name: 'the record of a stop list is saved and opened too',
    async run({ browser, url }) {
      const page = await openResult(browser, url, EMOTIONS);
      await goToList(page, 'Show the stop list');
      await page.locator('.line-status').first().selectOption({ label: 'Done' });
      const text = await save(page);
      const fresh = await openReady(browser, url);
      await openFile(fresh, text);
      await goToList(fresh, 'Show the stop list');
      assert.equal(await fresh.locator('.line-status').first().inputValue(), 'implemented');
    },
  },
  {
    name: 'records of unknown lines and of a wrong shape are passed over, and what is no record refuses the file',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      const saved = await state(page);
      for (const work of [
        { 'a.line.of.then': { status: 'planned' }, 4.1: { status: 'implemented', owner: 7 }, 4.2: 'done', 4.3: { status: 'perfect', owner: 'Ada' } },
        null,
      ]) {
        const fresh = await openReady(browser, url);
        await openFile(fresh, JSON.stringify({ ...saved, work }));
        await goToList(fresh);
        assert.equal(await shownStatus(fresh, '4.1'), work?.['4.1'] ? 'Done' : 'Not started');
        assert.equal(await shownStatus(fresh, '4.2'), 'Not started');
        assert.equal(await shownStatus(fresh, '4.3'), 'Not started');
        const line = await openLine(fresh, '4.3');
        assert.equal(await line.getByLabel('Owner').inputValue(), work?.['4.3'] ? 'Ada' : '');
      }
      const fresh = await openReady(browser, url);
      for (const work of ['work', ['work'], 7]) {
        const chooser = fresh.waitForEvent('filechooser');
        await fresh.getByRole('button', { name: 'Open a saved result' }).click();
        const buffer = Buffer.from(JSON.stringify({ ...saved, work }));
        await (await chooser).setFiles({ name: 'saved.json', mimeType: 'application/json', buffer });
        await fresh.getByRole('alert').filter({ hasText: 'not a saved result' }).waitFor();
        await fresh.getByRole('button', { name: 'Start the check' }).waitFor();
      }
    },
  },
  {
    name: 'markup typed into a record is shown as text, also after it was saved and opened',
    async run({ browser, url }) {
      const page = await openResult(browser, url, FRAUD);
      for (const shown of [page, await openReady(browser, url)]) {
        shown.on('dialog', () => assert.fail('a script ran'));
        if (shown !== page) await openFile(shown, JSON.stringify(await state(page)));
        await goToList(shown);
        const open = shown.locator('.line[data-status]:has(option[value=not-applicable])').filter({ hasText: 'A.' }).first();
        const reference = await open.locator('.line-ref').textContent();
        if (shown === page) await chooseStatus(shown, reference, 'Left out');
        const line = await openLine(shown, reference);
        for (const label of ['Owner', 'Why it is left out', 'Where the evidence is', 'Note']) {
          if (shown === page) await write(line, label, MARKUP);
          assert.equal(await line.getByLabel(label).inputValue(), MARKUP, label);
        }
        await goToTab(shown, 'Statement of Applicability');
        const row = shown.locator('.statement tr[data-applies=no]');
        const cells = await row.locator('td').allTextContents();
        assert.equal(cells[1], MARKUP);
        assert.equal(cells[3], MARKUP + MARKUP);
        for (const tab of ['What is missing', 'Plan', 'Should we certify?', 'Statement of Applicability']) {
          await goToTab(shown, tab);
          const found = await shown.evaluate(() => {
            const root = document.querySelector('aims-readiness').shadowRoot;
            return root.querySelectorAll('img, script, td b:not(th b)').length;
          });
          assert.equal(found, 0, tab);
        }
      }
    },
  },
  {
    name: 'long words without a space in a record do not widen the page at 320 px',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING, { viewport: { width: 320, height: 700 } });
      await goToList(page);
      const line = await openLine(page, 'A.2.2');
      await write(line, 'Owner', 'o'.repeat(300));
      await write(line, 'Where the evidence is', `https://example.org/${'e'.repeat(270)}`);
      await write(line, 'Note', 'n'.repeat(600));
      for (const tab of ['Checklist', 'What is missing', 'Statement of Applicability']) {
        await goToTab(page, tab);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), tab);
      }
    },
  },
  {
    name: 'two elements of a page have lists with records of their own',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await page.evaluate(() => {
        const other = document.createElement('aims-readiness');
        other.setAttribute('loading', 'eager');
        document.querySelector('main').append(other);
      });
      await page.waitForFunction(() => globalThis.aimsReadies === 2);
      const [first, second] = [0, 1].map((place) => page.locator('aims-readiness').nth(place));
      // The second gets the answers of the first, and none of what comes later.
      await page.evaluate(async () => {
        const [one, other] = document.querySelectorAll('aims-readiness');
        await other.setState(await one.getResult());
      });
      await second.locator('.verdict').waitFor();
      await goToList(first);
      assert.equal(await second.locator('.line').count(), 0, 'the list of one is not that of the other');
      await goToList(second);
      await chooseStatus(first, '4.1', 'Done');
      await chooseStatus(second, '4.1', 'Planned');
      await write(await openLine(first, '4.2'), 'Owner', 'Ada');
      await write(await openLine(second, '4.2'), 'Owner', 'Grace');
      await goToTab(second, 'Plan');
      assert.equal(await statusOf(first, '4.1').inputValue(), 'implemented');
      await goBack(first);
      await goBack(second);
      for (const [element, status, owner] of [[first, 'Done', 'Ada'], [second, 'Planned', 'Grace']]) {
        await goToList(element);
        assert.equal(await shownStatus(element, '4.1'), status);
        await openLine(element, '4.2');
        assert.equal(await lineOf(element, '4.2').getByLabel('Owner').inputValue(), owner);
      }
    },
  },
  {
    name: 'a moved element keeps its list and records',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      await chooseStatus(page, '4.1', 'Done');
      await page.evaluate(() => {
        const home = document.createElement('section');
        document.body.append(home);
        home.append(document.querySelector('aims-readiness'));
      });
      assert.equal(await shownStatus(page, '4.1'), 'Done');
      await chooseStatus(page, '4.2', 'Done');
      assert.equal((await readiness(page)).done, 2);
      await goBack(page);
      await goToList(page);
      assert.equal(await shownStatus(page, '4.2'), 'Done');
    },
  },
  {
    name: 'two fields changed at once both count',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      const line = await openLine(page, '4.1');
      // What a tool that fills in forms does: one change after the other, before anything is drawn again.
      await line.locator('.record-field input[type=text], .record-field textarea').evaluateAll((fields) => {
        for (const [place, field] of fields.entries()) {
          field.value = `text ${place}`;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }
      });
      assert.deepEqual((await state(page)).work, {
        4.1: { status: 'not-started', owner: 'text 0', note: 'text 2', evidence: 'text 1' },
      });
    },
  },
  {
    name: 'who starts over begins with empty records, and answers beside the list are kept as ever',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      await chooseStatus(page, '4.1', 'Done');
      await tailor(page, 'How many people work', '10 to 49');
      await goBack(page);
      await page.getByRole('button', { name: 'Start over' }).click();
      await begin(page);
      await take(page, CV_RANKING);
      await goToList(page);
      await tailor(page, 'How many people work', '10 to 49');
      const before = await shownStatus(page, '4.1');
      await goBack(page);
      await headingFocused(page, 'High-risk');
      assert.deepEqual((await state(page)).answers['organisation.size'], ['small']);
      assert.equal(before, 'Not started');
    },
  },
  {
    name: 'an element that was taken out and put back goes on with its records, and one that starts over has none',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      await chooseStatus(page, '4.1', 'Done');
      await page.evaluate(async () => {
        const element = document.querySelector('aims-readiness');
        const parent = element.parentNode;
        element.remove();
        // It is taken down in the task after the one in which it was taken out.
        await new Promise((resolve) => setTimeout(resolve));
        await new Promise((resolve) => setTimeout(resolve));
        parent.append(element);
        await element.ready;
      });
      await page.locator('.line').first().waitFor();
      assert.equal(await shownStatus(page, '4.1'), 'Done');
      await goBack(page);
      await page.getByRole('button', { name: 'Start over' }).click();
      await begin(page);
      await take(page, CV_RANKING);
      await goToList(page);
      assert.equal(await shownStatus(page, '4.1'), 'Not started');
    },
  },
  {
    name: 'a result opened by the host while the list is shown is shown, with its records',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      const saved = { ...(await state(page)), work: { 4.4: { status: 'verified' } } };
      await goToList(page);
      await chooseStatus(page, '4.1', 'Done');
      await page.evaluate((given) => document.querySelector('aims-readiness').setState(given), saved);
      await page.locator('.verdict').waitFor();
      await goToList(page);
      assert.deepEqual((await state(page)).work, saved.work);
    },
  },
];
