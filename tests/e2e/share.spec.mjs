// Share links: made, opened, refused, and never sent anywhere.

import assert from 'node:assert/strict';
import { inflateRawSync, deflateRawSync } from 'node:zlib';
import { allowProblem, assertAccessible, recordRequests } from './harness.mjs';
import { CV_RANKING, answer, begin, headingFocused, openReady, question } from './journey.mjs';
import { HIGH, answerSome, closePanel, entries, errors, held, notice, openCheck, openPanel, panel, working } from './keep.mjs';
import { EMBED, HOST_POLICY, withHosts } from './package.mjs';

const LINKS = { links: '' };
const DESK = { links: '', storage: 'local' };

const WORK = { 4.1: { status: 'implemented', owner: 'Ada Owner', note: 'Nightly note', evidence: 'Vault 7' } };
const PHRASE = 'four quiet words here';

const test = (name, fn) => ({
  name,
  run: ({ browser }) => withHosts(browser, [{ csp: HOST_POLICY }], (url) => fn({ browser, url })),
});

const pack = (value) => `1.${deflateRawSync(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`;
const unpack = (link) => JSON.parse(inflateRawSync(Buffer.from(/#(?:.*&)?aims-readiness=1\.([\w-]+)/.exec(link)[1], 'base64url')).toString());

const dialog = (page) => page.getByRole('dialog', { name: 'Share by a link' });

async function openShare(page) {
  await openPanel(page);
  await panel(page).getByRole('button', { name: 'Make a link' }).click();
  await dialog(page).waitFor();
  return dialog(page);
}

async function makeLink(page, { bare, boxes = {}, until, passphrase } = {}) {
  const share = await openShare(page);
  if (bare) await share.getByLabel('The result only').check();
  for (const [name, on] of Object.entries(boxes)) await share.getByLabel(new RegExp(name)).setChecked(on);
  if (until) await share.getByLabel('Rely on it until').fill(until);
  if (passphrase) await share.getByLabel('Passphrase (optional)').fill(passphrase);
  await share.getByRole('button', { name: 'Make the link' }).click();
  const link = await share.getByLabel(/^The link,/).inputValue();
  await share.getByRole('button', { name: 'Close' }).click();
  return link;
}

/** A visit with work and a name, and the page it is on. */
async function worked(browser, url, attributes = DESK) {
  const page = await openCheck(browser, url, attributes);
  await working(page, WORK);
  await openPanel(page);
  await panel(page).getByLabel('Name', { exact: true }).fill('Loan desk');
  await closePanel(page);
  return page;
}

const hashOf = (link) => link.slice(link.indexOf('#'));

const openLink = (browser, url, link, attributes = DESK) => openCheck(browser, url, attributes, { hash: hashOf(link) });

/** A link that is as this version writes them, with changes. */
async function sample(browser, url, changes = {}) {
  const page = await worked(browser, url);
  const data = unpack(await makeLink(page));
  return { page, data: { ...data, ...changes }, link: `${page.url()}#aims-readiness=${pack({ ...data, ...changes })}` };
}

export const tests = [
  test('a link opens read-only with the same result, and changes no draft', async ({ browser, url }) => {
    const link = await makeLink(await worked(browser, url));
    const page = await openCheck(browser, url, DESK);
    await answerSome(page, CV_RANKING.slice(0, 1));
    const before = await entries(page);
    await page.goto(link);
    await notice(page, 'shared').getByText('Loan desk').waitFor();
    await page.locator('.verdict').waitFor();
    assert.equal(await page.locator('.verdict h2').textContent(), 'High-risk');
    assert.ok((await page.locator('.since').textContent()).includes('the same as then'));
    const shown = await held(page);
    assert.deepEqual(shown.answers['filter.task'], ['more']);
    assert.deepEqual(shown.work, { 4.1: { status: 'implemented' } });
    assert.ok(await page.getByRole('button', { name: 'Start over' }).isDisabled());
    await page.evaluate(() => document.querySelector('aims-readiness').goTo({ name: 'checklist', tab: 'lines' }));
    assert.ok(await page.getByLabel('Status of 4.1', { exact: true }).isDisabled());
    assert.deepEqual(await entries(page), before);

    await page.getByRole('button', { name: 'Leave it' }).click();
    await notice(page, 'shared').waitFor({ state: 'detached' });
    await page.locator('form h2').waitFor();
    assert.deepEqual((await held(page)).answers, before[0].journal.answers);
    await answer(page, 'None of these');
    assert.equal((await entries(page)).length, 1);
  }),
  test('a copy of what a link holds is a draft of its own', async ({ browser, url }) => {
    const link = await makeLink(await worked(browser, url));
    const page = await openLink(browser, url, link);
    await notice(page, 'shared').waitFor();
    assert.deepEqual(await entries(page), []);
    await page.getByRole('button', { name: 'Make my own copy' }).click();
    await notice(page, 'shared').waitFor({ state: 'detached' });
    const [draft] = await entries(page);
    assert.equal(draft.name, 'Loan desk');
    assert.deepEqual(draft.journal.answers['filter.task'], ['more']);
    assert.ok(await page.getByRole('button', { name: 'Start over' }).isEnabled());
  }),
  test('without storage a link opens over what is on the screen, which comes back', async ({ browser, url }) => {
    const link = await makeLink(await worked(browser, url));
    const page = await openCheck(browser, url, LINKS);
    await answerSome(page, CV_RANKING.slice(0, 2));
    const before = await question(page);
    await page.evaluate((hash) => (location.hash = hash), hashOf(link));
    await notice(page, 'shared').waitFor();
    await page.getByRole('button', { name: 'Make my own copy' }).click();
    await notice(page, 'shared').getByText('takes the place of what you had').waitFor();
    await page.getByRole('button', { name: 'Leave it' }).click();
    await page.locator('form h2').waitFor();
    assert.equal(await question(page), before);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  }),
  test('what is left out is not in the link', async ({ browser, url }) => {
    const page = await worked(browser, url);
    const all = unpack(await makeLink(page, { boxes: { 'What was written': true } }));
    assert.deepEqual(all.w, WORK);
    assert.equal(all.n, 'Loan desk');
    const text = JSON.stringify(unpack(await makeLink(page, { boxes: { 'The name': false } })));
    for (const secret of ['Loan desk', 'Ada Owner', 'Nightly note', 'Vault 7']) assert.ok(!text.includes(secret), secret);
    assert.ok(text.includes('implemented'));
    const none = unpack(await makeLink(page, { boxes: { 'The name': false, 'How far': false } }));
    assert.ok(!('w' in none) && 'a' in none);
  }),
  test('a link with the result only holds no answers, and shows what was sent', async ({ browser, url }) => {
    const page = await worked(browser, url);
    const link = await makeLink(page, { bare: true });
    const data = unpack(link);
    assert.ok(!('a' in data) && !('w' in data));
    assert.ok(!JSON.stringify(data).includes('filter.task') && !JSON.stringify(data).includes('select'));
    const reader = await openLink(browser, url, link);
    const shown = notice(reader, 'link');
    for (const words of ['High-risk', data.r, data.c, 'holds the result only']) await shown.getByText(words, { exact: false }).first().waitFor();
    assert.deepEqual((await held(reader)).answers, {});
    await assertAccessible(reader, { include: [{ fromShadowDom: ['aims-readiness', '.keep-notices'] }] });
    await shown.getByRole('button', { name: 'Close' }).click();
    await begin(reader);
  }),
  test('under a passphrase it opens with that alone, and a wrong one can be tried again', async ({ browser, url }) => {
    const link = await makeLink(await worked(browser, url), { passphrase: PHRASE });
    assert.match(link, /#aims-readiness=1e\.[\w-]+$/);
    const page = await openLink(browser, url, link);
    const asked = notice(page, 'link');
    await asked.getByText('protected by a passphrase').waitFor();
    await asked.getByLabel('Passphrase').fill('wrong');
    await asked.getByRole('button', { name: 'Open it' }).click();
    await asked.getByRole('alert').filter({ hasText: 'does not open it' }).waitFor();
    await assertAccessible(page, { include: [{ fromShadowDom: ['aims-readiness', '.keep-notices'] }] });
    await asked.getByLabel('Passphrase').fill(PHRASE);
    await page.keyboard.press('Enter');
    await notice(page, 'shared').getByText('Loan desk').waitFor();
    await asked.waitFor({ state: 'detached' });
    await headingFocused(page, 'High-risk');
    // The same twice is sealed in two ways.
    assert.notEqual(link, await makeLink(await worked(browser, url), { passphrase: PHRASE }));
  }),
  test('a link that was changed on its way is not opened, whatever was changed', async ({ browser, url }) => {
    const { data, link } = await sample(browser, url);
    const page = await openCheck(browser, url, DESK);
    await answerSome(page, CV_RANKING.slice(0, 1));
    const before = await entries(page);
    const sealed = await makeLink(await worked(browser, url), { passphrase: PHRASE });
    const damaged = [
      link.slice(0, -10),
      '#aims-readiness=',
      '#aims-readiness=1.',
      '#aims-readiness=1.%%%',
      '#aims-readiness=zzz',
      `#aims-readiness=${pack('{"s":1}')}`,
      `#aims-readiness=${pack('null')}`,
      `#aims-readiness=${pack('['.repeat(200_000))}`,
      `#aims-readiness=${pack({ ...data, a: { 'scope.ai_system': [1] } })}`,
      `#aims-readiness=${pack({ ...data, t: ['high'] })}`,
      `#aims-readiness=${pack({ ...data, r: '<b>' })}`,
      `#aims-readiness=${pack({ ...data, n: { toString: 1 } })}`,
      `#aims-readiness=${pack({ ...data, d: '2026-99-99' })}`,
      ...['__proto__', 'constructor', 'prototype'].map((key) => `#aims-readiness=${pack(JSON.stringify(data).replace('{', `{"${key}":{"polluted":true},`))}`),
      `#aims-readiness=${pack(JSON.stringify(data).replace('"a":{', '"a":{"__proto__":["yes"],'))}`,
    ];
    for (const [at, each] of damaged.entries()) {
      await page.evaluate(() => document.querySelector('aims-readiness').shadowRoot.querySelector('.keep-notice')?.remove());
      await page.evaluate((hash) => (location.hash = hash), `${hashOf(each)}&n=${at}`);
      await notice(page, 'link').getByText('cannot be read').waitFor();
    }
    assert.equal(await page.evaluate(() => ({}).polluted), undefined);
    await page.evaluate((hash) => (location.hash = hash), `${hashOf(sealed).slice(0, -6)}AAAAAA`);
    await notice(page, 'link').getByLabel('Passphrase').fill(PHRASE);
    await page.keyboard.press('Enter');
    await notice(page, 'link').getByRole('alert').filter({ hasText: 'was changed on its way' }).waitFor();
    assert.deepEqual(await entries(page), before);
    assert.deepEqual(await errors(page), []);
  }),
  test('a newer link is refused politely', async ({ browser, url }) => {
    const { data } = await sample(browser, url);
    for (const hash of ['#aims-readiness=2.abc', '#aims-readiness=12e.abc', `#aims-readiness=${pack({ ...data, s: 2 })}`]) {
      const page = await openLink(browser, url, hash);
      await notice(page, 'link').getByText('newer version').waitFor();
      await begin(page);
    }
  }),
  test('what unpacks to more than a megabyte is not unpacked', async ({ browser, url }) => {
    const bomb = `#aims-readiness=${pack(`{"s":1,"n":"${'a'.repeat(50_000_000)}"}`)}`;
    assert.ok(bomb.length < 100_000);
    const page = await openLink(browser, url, bomb);
    await notice(page, 'link').getByText('unpacks to more than any assessment').waitFor();
    await begin(page);
  }),
  test('the day until which to rely on it travels, and once it has passed readers are told', async ({ browser, url }) => {
    const { page, data } = await sample(browser, url);
    assert.equal(unpack(await makeLink(page, { until: '2999-12-31' })).e, '2999-12-31');
    const later = await openLink(browser, url, `#aims-readiness=${pack({ ...data, e: '2999-12-31' })}`);
    await notice(later, 'shared').getByText('rely on it until 31 December 2999.').waitFor();
    const passed = await openLink(browser, url, `#aims-readiness=${pack({ ...data, e: '2020-01-31' })}`);
    await notice(passed, 'shared').getByText('until 31 January 2020 only. That day has passed').waitFor();
  }),
  test('a changed result is shown as it is now, with what is different', async ({ browser, url }) => {
    const { link } = await sample(browser, url, { t: ['minimal', 'minimal'] });
    const page = await openLink(browser, url, link);
    await page.locator('.since').getByText('It was Minimal risk. It is High-risk.').waitFor();
  }),
  test('names, notes and ids that are markup stay text', async ({ browser, url }) => {
    const evil = '<img src=x onerror="globalThis.hit = true"><script>globalThis.hit = true</script>';
    const { data, link } = await sample(browser, url, { n: evil.slice(0, 200), w: { 4.1: { status: 'partial', note: evil, owner: evil } } });
    const page = await openLink(browser, url, link);
    await notice(page, 'shared').getByText(evil.slice(0, 30)).waitFor();
    await page.evaluate(() => document.querySelector('aims-readiness').goTo({ name: 'checklist', tab: 'lines' }));
    await page.locator('.checklist').first().waitFor();
    assert.equal((await held(page)).work['4.1'].note, evil);
    await page.getByRole('button', { name: 'Make my own copy' }).click();
    await openPanel(page);
    await panel(page).locator('h4').filter({ hasText: '<img' }).waitFor();
    const bare = { ...data, a: undefined, w: undefined, n: evil, t: [evil, evil], f: [evil], c: evil };
    const reader = await openLink(browser, url, `#aims-readiness=${pack(bare)}`);
    await notice(reader, 'link').getByText(evil).first().waitFor();
    for (const each of [page, reader]) {
      assert.equal(await each.evaluate(() => globalThis.hit), undefined);
      assert.equal(await each.evaluate(() => document.querySelector('aims-readiness').shadowRoot.querySelectorAll('img, script').length), 0);
    }
  }),
  test('ids that the engine does not know are left out, and that is said', async ({ browser, url }) => {
    const { data } = await sample(browser, url);
    const strange = { ...data, a: { ...data.a, 'made.up': ['x'] }, w: { ...data.w, 'no.item': { status: 'planned' } } };
    const page = await openLink(browser, url, `#aims-readiness=${pack(strange)}`);
    await page.locator('.since').getByText('made.up').waitFor();
    const { answers, work } = await held(page);
    assert.ok(!('made.up' in answers) && !('no.item' in work));
  }),
  test('no request carries any part of a link, and other parts of the fragment stay', async ({ browser, url }) => {
    const made = await worked(browser, url);
    await made.evaluate(() => (location.hash = '#top&tab=2'));
    const link = await makeLink(made);
    assert.match(link, /#top&tab=2&aims-readiness=1\./);
    const payload = /aims-readiness=1\.([\w-]+)/.exec(link)[1];
    const page = await openLink(browser, url, link);
    await notice(page, 'shared').waitFor();
    await page.getByRole('button', { name: 'Make my own copy' }).click();
    await notice(page, 'shared').waitFor({ state: 'detached' });
    for (const each of [made, page]) {
      const sent = recordRequests(each).map(({ url: address }) => address.split('#')[0]);
      assert.ok(sent.length > 0 && sent.every((address) => !address.includes(payload.slice(0, 20)) && !address.includes('aims-readiness=')));
      assert.ok(recordRequests(each).every(({ method }) => method === 'GET'));
    }
    assert.equal(await page.evaluate(() => location.hash), hashOf(link), 'the element does not write into the address');
  }),
  test('without the attribute the fragment is not looked at, and no link is offered', async ({ browser, url }) => {
    const link = await makeLink(await worked(browser, url));
    const page = await openLink(browser, url, link, { storage: 'local' });
    await page.getByRole('button', { name: 'Start the check' }).waitFor();
    assert.equal(await page.locator('.keep-notice').count(), 0);
    assert.deepEqual((await held(page)).answers, {});
    await answerSome(page, CV_RANKING.slice(0, 1));
    await openPanel(page);
    assert.equal(await panel(page).getByRole('button', { name: 'Make a link' }).count(), 0);
  }),
  test('a long link is warned of, and one that is much too long becomes a file', async ({ browser, url }) => {
    const page = await openCheck(browser, url, LINKS);
    // Texts that no packing makes shorter.
    const write = (items, length) =>
      page.evaluate(
        ([ids, many, answers]) => {
          const random = () => Array.from(crypto.getRandomValues(new Uint8Array(many)), (byte) => String.fromCharCode(33 + (byte % 90))).join('');
          const work = Object.fromEntries(ids.map((id) => [id, { note: random() }]));
          return document.querySelector('aims-readiness').setState({ schema: 1, answers, work });
        },
        [items, length, HIGH],
      );
    await write(['4.1'], 3000);
    const some = await openShare(page);
    await some.getByLabel(/What was written/).check();
    await some.getByRole('button', { name: 'Make the link' }).click();
    await some.getByText('Some mail and chat programs cut').waitFor();
    assert.match(await some.locator('.keep-out label').textContent(), /^The link, \d,\d{3} characters$/);
    await some.getByRole('button', { name: 'Close' }).click();
    await write(['4.1', '4.2', '4.3', '4.4'], 8000);
    const share = await openShare(page);
    await share.getByLabel(/What was written/).check();
    await share.getByRole('button', { name: 'Make the link' }).click();
    await share.getByText('more than programs take').waitFor();
    assert.equal(await share.getByLabel(/^The link,/).count(), 0);
    const download = page.waitForEvent('download');
    await share.getByRole('button', { name: 'Save as a file' }).click();
    await download;
  }),
  test('a link can be copied, and is selected where that is not allowed', async ({ browser, url }) => {
    const page = await openCheck(browser, url, LINKS, { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    await working(page);
    const share = await openShare(page);
    await share.getByRole('button', { name: 'Make the link' }).click();
    const link = await share.getByLabel(/^The link,/).inputValue();
    await share.getByRole('button', { name: 'Copy the link' }).click();
    await share.getByText('Copied.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await share.getByRole('button', { name: 'Copy the link' }).click();
    await share.getByText('Selected.').waitFor();
    const selected = await page.evaluate(() => {
      const field = document.querySelector('aims-readiness').shadowRoot.activeElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
    assert.equal(selected, link);
    // What is chosen anew is not what the link holds.
    await share.getByLabel('The result only').check();
    assert.equal(await share.getByLabel(/^The link,/).count(), 0);
  }),
  test('where the browser may not encrypt, no passphrase is offered and it says why', async ({ browser, url }) => {
    const insecure = (page) => page.addInitScript(() => Object.defineProperty(globalThis, 'isSecureContext', { value: false }));
    const page = await openCheck(browser, url, LINKS, { prepare: insecure });
    await working(page);
    const share = await openShare(page);
    assert.equal(await share.getByLabel(/Passphrase/).count(), 0);
    await share.getByText('pages with https only').waitFor();
    const reader = await openCheck(browser, url, LINKS, { prepare: insecure, hash: `#aims-readiness=1e.${'A'.repeat(200)}` });
    await notice(reader, 'link').getByText('pages with https only').waitFor();
  }),
  {
    name: 'in a frame the link is that of the frame page',
    async run({ browser, url }) {
      const frame = `${url}${EMBED}frame.html?lang=en`;
      // A page of its own asks for an icon that the folder does not have.
      const icon = (opened) => allowProblem(opened, 'favicon.ico');
      const made = await openReady(browser, frame, undefined, icon);
      await working(made);
      const link = await makeLink(made);
      assert.ok(link.startsWith(`${frame}#aims-readiness=1.`), link.slice(0, 120));
      const page = await openReady(browser, link, undefined, icon);
      await notice(page, 'shared').waitFor();
      assert.equal(await page.locator('.verdict h2').textContent(), 'High-risk');
      const off = await openReady(browser, link.replace('?lang=en', '?lang=en&links=false'), undefined, icon);
      assert.equal(await off.locator('.keep-notice').count(), 0);
    },
  },
  ...['light', 'dark'].map((colorScheme) =>
    test(`in ${colorScheme} the share dialog fits a narrow screen, and axe finds nothing`, async ({ browser, url }) => {
      const page = await openCheck(browser, url, LINKS, { context: { colorScheme, viewport: { width: 320, height: 640 } } });
      await working(page);
      const share = await openShare(page);
      await share.getByRole('button', { name: 'Make the link' }).click();
      await share.getByLabel(/^The link,/).waitFor();
      const { scroll, client } = await share.evaluate((element) => ({ scroll: element.scrollWidth, client: element.clientWidth }));
      assert.ok(scroll <= client, `${scroll} on ${client}`);
      await assertAccessible(page, { include: [{ fromShadowDom: ['aims-readiness', 'dialog'] }] });
    }),
  ),
  {
    name: 'under the strictest policy, with Trusted Types, a link is made and opened',
    async run({ browser, url }) {
      const made = await openReady(browser, `${url}gallery/strict.html`);
      await working(made);
      const link = await makeLink(made, { passphrase: PHRASE });
      const page = await openReady(browser, link);
      await notice(page, 'link').getByLabel('Passphrase').fill(PHRASE);
      await page.keyboard.press('Enter');
      await notice(page, 'shared').waitFor();
    },
  },
  {
    name: 'the site itself opens links',
    async run({ browser, url }) {
      const made = await openReady(browser, url);
      await working(made);
      const page = await openReady(browser, await makeLink(made));
      await notice(page, 'shared').waitFor();
      assert.equal(await page.locator('.verdict h2').textContent(), 'High-risk');
    },
  },
];
