// Drafts: kept as they are entered, several of them, guarded between tabs, and deleted for good when told to.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertAccessible } from './harness.mjs';
import { CV_RANKING, answer, begin, question } from './journey.mjs';
import { HIGH, anotherTab, answerSome, closePanel, entries, errors, held, names, notice, openCheck, openPanel, panel, settled, working } from './keep.mjs';
import { HOST_POLICY, withHosts } from './package.mjs';

const LOCAL = { storage: 'local' };

const test = (name, fn) => ({
  name,
  run: ({ browser }) => withHosts(browser, [{ csp: HOST_POLICY }], (url) => fn({ browser, url })),
});

/** A name for the draft that is open. */
async function call(page, name) {
  await openPanel(page);
  await panel(page).getByLabel('Name', { exact: true }).fill(name);
  await closePanel(page);
}

async function startAnother(page) {
  await openPanel(page);
  await panel(page).getByRole('button', { name: 'New assessment' }).click();
  await panel(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Start the check' }).waitFor();
}

/** Two drafts: one far, with the name Loans, and one begun, Chat, which is open. */
async function two(browser, url, options) {
  const page = await openCheck(browser, url, LOCAL, options);
  await working(page);
  await call(page, 'Loans');
  await startAnother(page);
  await answerSome(page, CV_RANKING.slice(0, 2));
  await call(page, 'Chat');
  return page;
}

/** What fills the storage, as browsers say it. */
const fill = (page) =>
  page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });

const button = (page, name) => panel(page).getByRole('button', { name, exact: true });

export const tests = [
  test('every answer is kept at once, and a reload goes on where it was', async ({ browser, url }) => {
    const page = await openCheck(browser, url, LOCAL);
    await begin(page);
    await answer(page, 'Yes');
    const [{ journal }] = await entries(page);
    assert.deepEqual(journal.answers, { 'scope.ai_system': ['yes'] });
    const before = await question(page);
    await page.reload();
    await settled(page);
    assert.equal(await question(page), before);
    assert.deepEqual((await held(page)).answers, journal.answers);
    assert.equal((await entries(page)).length, 1, 'it went on with the same draft');
  }),
  test('a record of work is kept too', async ({ browser, url }) => {
    const page = await openCheck(browser, url, LOCAL);
    await working(page, { 4.1: { status: 'partial', note: 'Begun' } });
    const [{ journal, summary }] = await entries(page);
    assert.equal(journal.work['4.1'].note, 'Begun');
    assert.deepEqual(summary, { range: ['high', 'high'], settled: true });
  }),
  test('two drafts stand side by side: opened, renamed, copied and deleted', async ({ browser, url }) => {
    const page = await two(browser, url);
    await openPanel(page);
    assert.deepEqual(await names(page), ['Chat', 'Loans']);
    await panel(page).getByText('High-risk').waitFor();
    const state = await held(page);
    await button(page, 'Open: Loans').click();
    await page.locator('.verdict').waitFor();
    assert.deepEqual((await held(page)).answers['filter.task'], ['more']);

    await openPanel(page);
    await button(page, 'Rename: Chat').click();
    await page.keyboard.type(' bot');
    await page.keyboard.press('Enter');
    await panel(page).getByText('It is called Chat bot now.').waitFor();
    assert.ok((await names(page)).includes('Chat bot'));
    assert.deepEqual((await entries(page)).find(({ name }) => name === 'Chat bot').journal.answers, state.answers);

    await button(page, 'Copy: Loans').click();
    await panel(page).getByText('Loans was copied.').waitFor();
    assert.deepEqual((await names(page)).sort(), ['Chat bot', 'Copy of Loans', 'Loans']);

    await button(page, 'Delete: Copy of Loans').click();
    assert.equal((await entries(page)).length, 3, 'it asks first');
    await button(page, 'Cancel').click();
    await button(page, 'Delete: Copy of Loans').click();
    await button(page, 'Delete').click();
    await panel(page).getByText('Copy of Loans was deleted.').waitFor();
    assert.deepEqual((await names(page)).sort(), ['Chat bot', 'Loans']);
    await page.reload();
    await settled(page);
    await openPanel(page);
    assert.deepEqual((await names(page)).sort(), ['Chat bot', 'Loans']);
  }),
  test('what is deleted while it is open is gone from the screen, and a new visit begins', async ({ browser, url }) => {
    const page = await two(browser, url);
    await openPanel(page);
    await button(page, 'Delete: Chat').click();
    await button(page, 'Delete').click();
    await closePanel(page);
    await page.getByRole('button', { name: 'Start the check' }).waitFor();
    assert.deepEqual((await held(page)).answers, {});
    assert.deepEqual((await entries(page)).map(({ name }) => name), ['Loans']);
  }),
  test('the start screen offers the latest draft, below it and without moving it', async ({ browser, url }) => {
    const page = await openCheck(browser, url, LOCAL);
    await working(page);
    await call(page, 'Loans');
    await startAnother(page);
    const go = page.getByRole('button', { name: 'Continue: Loans' });
    await go.waitFor();
    const place = () => page.locator('.start h2').evaluate((heading) => heading.getBoundingClientRect().top + scrollY);
    const before = await place();
    await page.reload();
    await settled(page);
    await go.waitFor();
    assert.equal(await place(), before);
    await go.click();
    await page.locator('.verdict').waitFor();
    assert.equal(await go.count(), 0);
  }),
  test('a draft without a name has one by its day', async ({ browser, url }) => {
    const page = await openCheck(browser, url, LOCAL);
    await answerSome(page, CV_RANKING.slice(0, 1));
    await openPanel(page);
    const today = await page.evaluate(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date()));
    assert.deepEqual(await names(page), [`Assessment of ${today}`]);
  }),
  test('deleting everything really empties the device, whatever the key, and says how much that was', async ({ browser, url }) => {
    const page = await two(browser, url);
    await page.evaluate(async () => {
      localStorage.setItem('aims-readiness:other', '{"schema":1,"answers":{}}');
      localStorage.setItem('not-ours', 'stays');
      sessionStorage.setItem('aims-readiness-draft:/x', '{}');
      await new Promise((resolve) => (indexedDB.open('aims-readiness').onsuccess = (event) => resolve(event.target.result.close())));
    });
    await openPanel(page);
    await button(page, 'Delete everything on this device').click();
    assert.equal((await entries(page)).length, 2, 'it asks first');
    await button(page, 'Delete everything on this device').click();
    await panel(page).getByText('Everything is deleted. Entries: 4, and the database of the check.').waitFor();
    await panel(page).getByText('Nothing is kept yet.').waitFor();
    const left = () => page.evaluate(async () => [Object.keys(localStorage), Object.keys(sessionStorage), (await indexedDB.databases()).map(({ name }) => name)]);
    assert.deepEqual(await left(), [['not-ours'], [], []]);
    await closePanel(page);
    await page.getByRole('button', { name: 'Start the check' }).waitFor();
    assert.deepEqual(await left(), [['not-ours'], [], []], 'nothing was written again');
    assert.deepEqual((await held(page)).answers, {});
  }),
  test('what the page gave is no draft before a person does something, nor after everything was deleted', async ({ browser, url }) => {
    const given = { ...LOCAL, sector: 'insurance', answers: '{"scope.ai_system": ["yes"]}' };
    const page = await openCheck(browser, url, given);
    const keys = () => page.evaluate(() => Object.keys(localStorage));
    assert.deepEqual(await keys(), []);
    await begin(page);
    assert.deepEqual(await keys(), []);
    await answer(page, 'None of these');
    assert.deepEqual(Object.keys((await entries(page))[0].journal.answers).sort(), ['organisation.sectors', 'scope.ai_system', 'scope.exclusion']);
    await openPanel(page);
    await button(page, 'Delete everything on this device').click();
    await button(page, 'Delete everything on this device').click();
    await panel(page).getByText('Everything is deleted. Entries: 1.').waitFor();
    await closePanel(page);
    assert.deepEqual(await keys(), []);
    assert.deepEqual((await held(page)).answers['organisation.sectors'], ['insurance']);
  }),
  test('a name can be typed, taken back and typed again before anything was answered', async ({ browser, url }) => {
    const page = await openCheck(browser, url, LOCAL);
    await openPanel(page);
    const field = panel(page).getByLabel('Name', { exact: true });
    await field.fill('A');
    await field.fill('');
    assert.deepEqual(await entries(page), []);
    await field.pressSequentially('Bots');
    assert.deepEqual((await entries(page)).map(({ name }) => name), ['Bots']);
  }),
  test('a draft that is open in another tab is shown and not changed, and can be taken over', async ({ browser, url }) => {
    const first = await openCheck(browser, url, LOCAL);
    await begin(first);
    await answer(first, 'Yes');
    const second = await anotherTab(first, LOCAL);
    await notice(second, 'elsewhere').waitFor();
    assert.equal(await second.locator('form input:not([disabled])').count(), 0);
    await answer(first, 'None of these');
    const kept = await entries(first);
    assert.deepEqual(Object.keys(kept[0].journal.answers), ['scope.ai_system', 'scope.exclusion']);

    await second.getByRole('button', { name: 'Go on here' }).click();
    await notice(second, 'elsewhere').waitFor({ state: 'detached' });
    await second.locator('form input:not([disabled])').first().waitFor();
    assert.equal(await question(second), await question(first), 'as the first tab left it');
    await notice(first, 'elsewhere').waitFor();
    await first.locator('form input[disabled]').first().waitFor();
    await answer(second, 'We use it in our work');
    assert.equal((await entries(first)).length, 1);
    assert.ok('organisation.roles' in (await entries(first))[0].journal.answers);

    // Whatever the page does in the first tab meanwhile, it does not write over the second.
    await first.evaluate(() => document.querySelector('aims-readiness').setAnswers({ 'organisation.size': ['small'] }));
    assert.ok(!('organisation.size' in (await entries(first))[0].journal.answers));
  }),
  test('when the first tab is closed, the later one goes on with what was kept last', async ({ browser, url }) => {
    const first = await openCheck(browser, url, LOCAL);
    await begin(first);
    await answer(first, 'Yes');
    const second = await anotherTab(first, LOCAL);
    await notice(second, 'elsewhere').waitFor();
    await answer(first, 'None of these');
    await first.goto('about:blank');
    await notice(second, 'elsewhere').waitFor({ state: 'detached' });
    await second.locator('form input:not([disabled])').first().waitFor();
    assert.deepEqual((await held(second)).answers, { 'scope.ai_system': ['yes'], 'scope.exclusion': [] });
  }),
  test('a copy goes on beside the draft of the other tab', async ({ browser, url }) => {
    const first = await openCheck(browser, url, LOCAL);
    await begin(first);
    await answer(first, 'Yes');
    await call(first, 'Loans');
    const second = await anotherTab(first, LOCAL);
    await second.getByRole('button', { name: 'Open as a copy' }).click();
    await notice(second, 'elsewhere').waitFor({ state: 'detached' });
    await answer(second, 'None of these');
    const kept = Object.fromEntries((await entries(first)).map(({ name, journal }) => [name, Object.keys(journal.answers).length]));
    assert.deepEqual(kept, { Loans: 1, 'Copy of Loans': 2 });
    assert.equal(await notice(first, 'elsewhere').count(), 0);
  }),
  test('without locks tabs tell each other, and a draft deleted elsewhere is not written again', async ({ browser, url }) => {
    const noLocks = (page) => page.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    const first = await openCheck(browser, url, LOCAL, { prepare: async (page) => noLocks(page.context()) });
    await begin(first);
    await answer(first, 'Yes');
    const second = await anotherTab(first, LOCAL);
    await notice(second, 'elsewhere').waitFor();
    await second.getByRole('button', { name: 'Go on here' }).click();
    await notice(first, 'elsewhere').waitFor();
    assert.equal(await notice(second, 'elsewhere').count(), 0);
    await second.goto('about:blank');
    await notice(first, 'elsewhere').waitFor({ state: 'detached' });

    const third = await anotherTab(first, { ...LOCAL, 'storage-key': 'another' }, first.url());
    await third.evaluate(() => localStorage.clear());
    await notice(first, 'elsewhere').waitFor();
    assert.deepEqual(await entries(first), []);
    await first.getByRole('button', { name: 'Go on here' }).click();
    await notice(first, 'elsewhere').waitFor({ state: 'detached' });
    assert.equal((await entries(first)).length, 1);
  }),
  test('each tab goes on with its own draft after a reload', async ({ browser, url }) => {
    const first = await two(browser, url);
    const second = await anotherTab(first, LOCAL);
    await openPanel(second);
    await button(second, 'Open: Loans').click();
    await second.locator('.verdict').waitFor();
    assert.equal(await notice(second, 'elsewhere').count(), 0);
    for (const page of [first, second]) {
      await page.reload();
      await settled(page);
    }
    assert.deepEqual(Object.keys((await held(first)).answers), ['scope.ai_system', 'scope.exclusion']);
    assert.ok('filter.task' in (await held(second)).answers);
    for (const page of [first, second]) assert.equal(await notice(page, 'elsewhere').count(), 0);
  }),
  test('where there is no room it says what is kept and what is not, and goes on', async ({ browser, url }) => {
    const page = await openCheck(browser, url, LOCAL);
    await begin(page);
    await answer(page, 'Yes');
    await fill(page);
    await answer(page, 'None of these');
    await notice(page, 'full').getByText('What was kept before is still there').waitFor();
    await answer(page, 'We use it in our work');
    assert.deepEqual(await errors(page), ['storage-full'], 'told once');
    assert.deepEqual(Object.keys((await entries(page))[0].journal.answers), ['scope.ai_system']);
    const download = page.waitForEvent('download');
    await notice(page, 'full').getByRole('button', { name: 'Save as a file' }).click();
    const file = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    assert.deepEqual(Object.keys(file.answers), ['scope.ai_system', 'scope.exclusion', 'organisation.roles']);
  }),
  test('where storing is blocked it says so once, and the panel too', async ({ browser, url }) => {
    const page = await openCheck(browser, url, LOCAL, {
      prepare: (opened) =>
        opened.addInitScript(() => {
          for (const name of ['localStorage', 'sessionStorage']) {
            Object.defineProperty(globalThis, name, { get: () => { throw new DOMException('blocked', 'SecurityError'); } });
          }
        }),
    });
    await begin(page);
    await answer(page, 'Yes');
    await answer(page, 'None of these');
    assert.deepEqual(await errors(page), ['storage']);
    await openPanel(page);
    await panel(page).getByText('does not let this site keep anything').waitFor();
  }),
  test('the one visit of an earlier version is taken over as a draft', async ({ browser, url }) => {
    const old = { schema: 1, answers: { 'scope.ai_system': ['yes'] }, work: { 4.1: { note: 'Mine' } }, step: { name: 'question', fact: 'scope.exclusion' } };
    const page = await openCheck(browser, url, { ...LOCAL, 'storage-key': 'mine' }, {
      prepare: (opened) => opened.addInitScript((text) => {
        if (location.protocol !== 'about:' && !Object.keys(localStorage).some((key) => key.startsWith('aims-readiness-draft'))) localStorage.setItem('aims-readiness:mine', text);
      }, JSON.stringify(old)),
    });
    await page.locator('form h2').waitFor();
    assert.ok((await question(page)).startsWith('Is one of these true'));
    assert.deepEqual((await held(page)).work['4.1'].note, 'Mine');
    assert.equal(await page.evaluate(() => localStorage.getItem('aims-readiness:mine')), null);
    const [draft] = await entries(page);
    assert.deepEqual(draft.journal, { ...old, schema: 2 });
    await page.reload();
    await settled(page);
    assert.equal((await entries(page)).length, 1);
  }),
  test('what cannot be read is told and left as it is, and can be saved and deleted', async ({ browser, url }) => {
    const page = await openCheck(browser, url, LOCAL, {
      prepare: (opened) => opened.addInitScript(() => {
        if (location.protocol === 'about:' || localStorage.getItem('aims-readiness-open:')) return;
        localStorage.setItem('aims-readiness-draft:/garbage', '{"name":"<img src=x onerror=alert(1)>');
        localStorage.setItem('aims-readiness-draft:/newer', '{"schema":9,"journal":{}}');
        localStorage.setItem('aims-readiness-open:', 'garbage');
      }),
    });
    await notice(page, 'unread').getByText('cannot be read any more').waitFor();
    assert.deepEqual(await errors(page), ['draft']);
    await answerSome(page, CV_RANKING.slice(0, 1));
    await openPanel(page);
    assert.deepEqual((await names(page)).slice(1).sort(), ['An entry that cannot be read', 'Made by a newer version of this check']);
    assert.equal(await panel(page).getByRole('button', { name: /^Open: (An entry|Made)/ }).count(), 0);
    const download = page.waitForEvent('download');
    await button(page, 'Save as a file: An entry that cannot be read').click();
    assert.equal(await readFile(await (await download).path(), 'utf8'), '{"name":"<img src=x onerror=alert(1)>');
    await button(page, 'Delete: An entry that cannot be read').click();
    await button(page, 'Delete').click();
    assert.deepEqual(await page.evaluate(() => [localStorage.getItem('aims-readiness-draft:/garbage'), localStorage.getItem('aims-readiness-draft:/newer')]), [null, '{"schema":9,"journal":{}}']);
  }),
  test('a newer draft is left alone, and said politely', async ({ browser, url }) => {
    const page = await openCheck(browser, url, LOCAL, {
      prepare: (opened) => opened.addInitScript(() => {
        if (location.protocol === 'about:') return;
        localStorage.setItem('aims-readiness-draft:/n', '{"schema":1,"journal":{"schema":7,"answers":{}}}');
        localStorage.setItem('aims-readiness-open:', 'n');
      }),
    });
    await notice(page, 'unread').getByText('newer version').waitFor();
    assert.deepEqual(await errors(page), []);
    await begin(page);
  }),
  test('a file goes out and comes back as a draft of its own, with its name', async ({ browser, url }) => {
    const page = await two(browser, url);
    await openPanel(page);
    await button(page, 'Open: Loans').click();
    await page.locator('.verdict').waitFor();
    await openPanel(page);
    const download = page.waitForEvent('download');
    await button(page, 'Save as a file').click();
    const text = await readFile(await (await download).path(), 'utf8');
    assert.equal(JSON.parse(text).name, 'Loans');
    const open = async (content) => {
      const chooser = page.waitForEvent('filechooser');
      await button(page, 'Open a file').click();
      await (await chooser).setFiles({ name: 'file.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    };
    for (const [wrong, words] of [['no json', 'not a saved assessment'], ['[]', 'not a saved assessment'], ['{"schema":3,"answers":{}}', 'newer version']]) {
      await open(wrong);
      await panel(page).getByRole('alert').filter({ hasText: words }).waitFor();
    }
    assert.equal((await entries(page)).length, 2);
    await open(text);
    await panel(page).waitFor({ state: 'detached' });
    await page.locator('.since').waitFor();
    const kept = await entries(page);
    assert.deepEqual(kept.map(({ name }) => name).sort(), ['Chat', 'Loans', 'Loans']);
    assert.equal(Object.keys(kept.find(({ name }) => name === 'Chat').journal.answers).length, 2);
  }),
  test('without storage a file replaces what is on the screen only after a question', async ({ browser, url }) => {
    const page = await openCheck(browser, url, { links: '' });
    await answerSome(page, CV_RANKING.slice(0, 2));
    await openPanel(page);
    await panel(page).getByText('Nowhere: it is gone').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await button(page, 'Open a file').click();
    await (await chooser).setFiles({ name: 'file.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ schema: 1, answers: HIGH })) });
    await panel(page).getByText('Replace what is on the screen?').waitFor();
    assert.equal(Object.keys((await held(page)).answers).length, 2);
    await button(page, 'Replace it').click();
    await page.locator('.verdict').waitFor();
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  }),
  test('for a tab alone nothing stays in the browser, and the panel says so', async ({ browser, url }) => {
    const page = await openCheck(browser, url, { storage: 'session' });
    await answerSome(page, CV_RANKING.slice(0, 2));
    assert.equal((await entries(page, 'sessionStorage')).length, 1);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await openPanel(page);
    await panel(page).getByText('In this browser tab, until you close it').waitFor();
  }),
  test('a name is only ever text', async ({ browser, url }) => {
    const page = await openCheck(browser, url, LOCAL);
    await answerSome(page, CV_RANKING.slice(0, 1));
    const evil = '<img src=x onerror="globalThis.hit = true">{date}';
    await call(page, evil);
    await openPanel(page);
    assert.deepEqual(await names(page), [evil]);
    await closePanel(page);
    await startAnother(page);
    await page.getByRole('button', { name: `Continue: ${evil}` }).waitFor();
    assert.equal(await page.evaluate(() => globalThis.hit), undefined);
  }),
  test('another language or a place elsewhere keeps the draft that is open', async ({ browser, url }) => {
    const page = await two(browser, url);
    await page.evaluate(async () => {
      const check = document.querySelector('aims-readiness');
      const home = check.parentNode;
      check.remove();
      await new Promise((resolve) => setTimeout(resolve));
      home.append(check);
      await check.ready;
    });
    await answer(page, 'We use it in our work');
    const kept = await entries(page);
    assert.equal(kept.length, 2);
    assert.equal(Object.keys(kept.find(({ name }) => name === 'Chat').journal.answers).length, 3);
    assert.equal(await notice(page, 'elsewhere').count(), 0);
    assert.equal(await page.locator('footer').getByRole('button', { name: 'Your assessments' }).count(), 1);
  }),
  test('a page that only shows says so, and nothing there can be changed', async ({ browser, url }) => {
    const page = await openCheck(browser, url, { readonly: '', start: 'result', answers: JSON.stringify(HIGH) });
    await notice(page, 'readonly').getByText('can only be read here').waitFor();
    await page.locator('.verdict').waitFor();
    assert.ok(await page.getByRole('button', { name: 'Start over' }).isDisabled());
    await page.evaluate(() => document.querySelector('aims-readiness').removeAttribute('readonly'));
    await notice(page, 'readonly').waitFor({ state: 'detached' });
    await page.evaluate(() => document.querySelector('aims-readiness').setAttribute('readonly', ''));
    await notice(page, 'readonly').waitFor();
  }),
  test('the panel works by keyboard alone, keeps the focus and gives it back', async ({ browser, url }) => {
    const page = await two(browser, url);
    const opener = page.locator('footer').getByRole('button', { name: 'Your assessments' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await panel(page).waitFor();
    const focused = () => page.evaluate(() => document.querySelector('aims-readiness').shadowRoot.activeElement?.textContent);
    assert.equal(await focused(), 'Your assessments');
    await button(page, 'Delete: Loans').focus();
    await page.keyboard.press('Enter');
    assert.equal(await focused(), 'Cancel', 'nothing is deleted by pressing twice');
    await page.keyboard.press('Enter');
    assert.equal((await entries(page)).length, 2);
    assert.equal(await focused(), 'Delete', 'back where it was');
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    assert.equal(await focused(), 'Your assessments');
  }),
  ...['light', 'dark'].map((colorScheme) =>
    test(`in ${colorScheme} panel and notices fit a narrow screen, and axe finds nothing`, async ({ browser, url }) => {
      const page = await two(browser, url, { context: { colorScheme, viewport: { width: 320, height: 640 } } });
      await openPanel(page);
      await button(page, 'Delete: Loans').click();
      const { width, scroll, client } = await panel(page).evaluate((element) => ({
        width: element.getBoundingClientRect().width,
        scroll: element.scrollWidth,
        client: element.clientWidth,
      }));
      assert.ok(width <= 320 && scroll <= client, `${width} px, ${scroll} on ${client}`);
      await assertAccessible(page, { include: [{ fromShadowDom: ['aims-readiness', 'dialog'] }] });
      await closePanel(page);
      const second = await anotherTab(page, LOCAL);
      await notice(second, 'elsewhere').waitFor();
      await assertAccessible(second, { include: [{ fromShadowDom: ['aims-readiness', '.keep-notices'] }] });
    }),
  ),
];
