// What the element takes from its page and gives to it: attributes, methods, events, overlays.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Ajv from 'ajv';
import { allowProblem, assertAccessible, openPage } from './harness.mjs';
import { CV_RANKING, answer, begin, question, take } from './journey.mjs';
import { chooseStatus, goToList, openLine } from './list.mjs';
import { HOST_POLICY, ROOT, withAttributes, withHosts } from './package.mjs';

/** Answers of a bank that ranks CVs, by id. */
const HIGH = {
  'scope.ai_system': ['yes'],
  'scope.exclusion': [],
  'organisation.roles': ['deployer'],
  'organisation.sectors': ['financial_services', 'recruitment_hr'],
  'practice.screen': [],
  'area.screen': ['employment'],
  'employment.use': ['select'],
  'filter.task': ['more'],
  'transparency.screen': [],
  'organisation.public_role': ['private'],
  'organisation.changes': [],
};

const EVENTS = ['ready', 'step', 'answer', 'result', 'checklist-change', 'export', 'workshop', 'count', 'error'];

/** A page with one element of these attributes, under the strict policy, whose events are kept in `aimsTold`. */
const withElement = (name, attributes, fn) => ({
  name,
  run: ({ browser }) =>
    withHosts(browser, [{ csp: HOST_POLICY }], async (url) => {
      const page = await openPage(browser);
      await page.addInitScript((names) => {
        globalThis.aimsTold = [];
        for (const name of names) addEventListener(`aims-${name}`, ({ detail }) => globalThis.aimsTold.push([`aims-${name}`, detail]));
      }, EVENTS);
      await withAttributes(page, { loading: 'eager', ...attributes });
      await page.goto(`${url}plain.html`);
      const call = (method, ...args) =>
        page.evaluate(([named, given]) => document.querySelector('aims-readiness')[named](...given), [method, args]);
      await page.evaluate(() => document.querySelector('aims-readiness').ready);
      await fn({ page, call, url });
    }),
});

const told = (page, name) =>
  page.evaluate((wanted) => globalThis.aimsTold.filter(([known]) => known === `aims-${wanted}`).map(([, detail]) => detail), name);

const toldCount = (page, name, count) =>
  page.waitForFunction(([wanted, least]) => globalThis.aimsTold.filter(([known]) => known === `aims-${wanted}`).length >= least, [name, count]);

/** Whether every event so far is as the published schema says. */
async function assertEventsAsPublished(page) {
  const schema = JSON.parse(await readFile(path.join(ROOT, 'element/schema/events.schema.json'), 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  const all = await page.evaluate(() => globalThis.aimsTold);
  assert.ok(all.length > 0);
  for (const [name, detail] of all) {
    assert.ok(validate({ [name]: detail }), `${name}: ${JSON.stringify(validate.errors, null, 1)} in ${JSON.stringify(detail).slice(0, 400)}`);
  }
}

export const tests = [
  withElement('an answer in a workshop is told as the schema says, with a statement of xAPI', { mode: 'workshop', 'as-of': '2026-11-22' }, async ({ page }) => {
    await page.getByRole('button', { name: 'The forgery check that learned more', exact: true }).click();
    for (const tier of ['Minimal risk', 'High-risk']) {
      await page.getByRole('radio', { name: tier, exact: true }).check();
      await page.getByRole('button', { name: 'Show what the engine says' }).click();
      await page.locator('.workshop-verdict').waitFor();
      await page.getByRole('button', { name: 'Try again' }).click();
    }
    await assertEventsAsPublished(page);
    const [wrong, right] = await told(page, 'workshop');
    assert.deepEqual([wrong.said, wrong.worth, wrong.points, wrong.most, wrong.first], [['minimal'], 'wrong', 0, 2, true]);
    assert.deepEqual([right.said, right.worth, right.points, right.first], [['high'], 'right', 2, false]);
    const { verb, object, result, context } = right.statement;
    assert.equal(verb.id, 'http://adlnet.gov/expapi/verbs/answered');
    assert.equal(object.id, 'urn:aims-readiness:scenario:payslip-check-with-stars');
    assert.deepEqual(object.definition.correctResponsesPattern, ['high']);
    assert.ok(object.definition.choices.some(({ id }) => id === result.response));
    assert.deepEqual(result, { response: 'high', success: true, completion: true, score: { raw: 2, min: 0, max: 2, scaled: 1 } });
    assert.match(context.extensions['urn:aims-readiness:receipt'], /^sha256-/);
  }),
  withElement('events of a whole visit are as the schema says', {}, async ({ page, call }) => {
    await begin(page);
    await take(page, CV_RANKING);
    await page.locator('.verdict').waitFor();
    await goToList(page);
    await chooseStatus(page, '4.1', 'Done');
    await call('goTo', { name: 'checklist', tab: 'plan' });
    await page.evaluate(() => addEventListener('aims-export', (event) => event.preventDefault()));
    await page.getByRole('button', { name: 'Save' }).first().click();
    await toldCount(page, 'export', 1);
    await call('setState', { nonsense: true }).catch(() => {});
    await toldCount(page, 'error', 1);
    await assertEventsAsPublished(page);
    const names = new Set((await page.evaluate(() => globalThis.aimsTold)).map(([name]) => name));
    assert.deepEqual([...names].sort(), ['ready', 'step', 'answer', 'result', 'checklist-change', 'export', 'error'].map((name) => `aims-${name}`).sort());
    const [{ changed, work }] = await told(page, 'checklist-change');
    assert.deepEqual(changed, { 4.1: { status: 'implemented' } });
    assert.deepEqual(work, changed);
    const [{ format, name, type, text }] = await told(page, 'export');
    assert.deepEqual([format, type], ['visit', 'application/json']);
    assert.match(name, /\.json$/);
    assert.equal(JSON.parse(text).result.tier, 'high');
  }),
  withElement('a prefill is shown as given, counts as answered, and says what is unknown', {
    sector: 'financial_services recruitment_hr moonshine',
    'operator-role': 'deployer',
    size: 'small',
    answers: JSON.stringify({ 'scope.ai_system': 'yes', 'no.such': ['yes'] }),
  }, async ({ page, call }) => {
    await page.getByText('filled in for you: 2').waitFor();
    await toldCount(page, 'error', 2);
    const errors = await told(page, 'error');
    assert.deepEqual(errors.map(({ code }) => code), ['prefill', 'prefill']);
    assert.ok(errors.some(({ message }) => message.includes('no.such')) && errors.some(({ message }) => message.includes('moonshine')));
    const { answers } = await call('getState');
    assert.deepEqual(answers, { 'scope.ai_system': ['yes'], 'organisation.roles': ['deployer'], 'organisation.size': ['small'] });
    await begin(page);
    assert.match(await question(page), /^Is one of these true/);
    await page.getByRole('button', { name: 'Back' }).click();
    assert.match(await question(page), /^Was the system trained/);
    await assertAccessible(page);
  }),
  withElement('mode checklist begins with the list for what is prefilled', { mode: 'checklist', answers: JSON.stringify(HIGH) }, async ({ page, call }) => {
    await page.locator('.line').first().waitFor();
    assert.deepEqual((await call('getState')).step, { name: 'checklist', tab: 'lines' });
    await page.getByRole('button', { name: 'Back to the result' }).click();
    await page.getByRole('button', { name: /^Change/ }).first().click();
    await page.locator('form fieldset').waitFor();
  }),
  withElement('start question skips the first screen, start result shows the result', { start: 'result', answers: JSON.stringify(HIGH) }, async ({ page }) => {
    await page.locator('.verdict').waitFor();
    assert.equal(await page.locator('.verdict h2').textContent(), 'High-risk');
    await page.evaluate(() => {
      const other = document.createElement('aims-readiness');
      other.setAttribute('start', 'question');
      other.setAttribute('loading', 'eager');
      document.querySelector('main').append(other);
    });
    await page.locator('form h2').waitFor();
    assert.match(await question(page), /^Was the system trained/);
  }),
  withElement('methods: answers, steps, state, result and reset', {}, async ({ page, call }) => {
    assert.deepEqual(await call('setAnswers', { ...HIGH, 'no.such': ['yes'] }).then((problems) => problems.map(({ code }) => code)), ['unknown-fact']);
    const { result } = await call('getResult');
    assert.equal(result.tier, 'high');
    assert.equal((await told(page, 'answer')).at(-1).answers['employment.use'][0], 'select');
    await call('goTo', { name: 'question', fact: 'employment.use' });
    await page.waitForFunction(() => /^What does the system do in work/.test(document.querySelector('aims-readiness').shadowRoot.querySelector('form h2')?.textContent));
    await call('goTo', { name: 'checklist', tab: 'statement' });
    await page.locator('.statement').waitFor();
    await call('goTo', { name: 'result' });
    await page.locator('.verdict').waitFor();
    await call('setAnswers', { 'employment.use': null });
    assert.equal((await call('getResult')).result.settled, false);
    const kept = await call('getState');
    await call('reset');
    await page.getByRole('button', { name: 'Start the check' }).waitFor();
    assert.deepEqual(await call('getState'), { schema: 2, answers: {}, work: {}, step: { name: 'start' } });
    await call('setState', kept);
    await page.locator('.verdict').waitFor();
    assert.deepEqual((await call('getState')).answers, kept.answers);
    for (const wrong of [undefined, null, [], { answers: [] }, { schema: 3, answers: {} }, { answers: { a: 1 } }, { answers: {}, result: {} }]) {
      const message = await call('setState', wrong).then(() => 'taken', (error) => error.message);
      assert.match(message, /state/, JSON.stringify(wrong));
    }
    assert.deepEqual((await call('getState')).answers, kept.answers, 'what was refused changed nothing');
    await assertEventsAsPublished(page);
  }),
  withElement('every format of export is there, and no other', { answers: JSON.stringify(HIGH) }, async ({ call }) => {
    const keys = { visit: 'answers', result: 'tier', checklist: 'items', plan: 'advice', statement: 'rows', crosswalk: 'links' };
    for (const [format, key] of Object.entries(keys)) {
      const file = await call('export', format);
      assert.equal(file.format, format);
      assert.ok(key in JSON.parse(file.text), `${format}: ${Object.keys(JSON.parse(file.text))}`);
    }
    await assert.rejects(call('export', 'pdf'), /no format pdf/);
  }),
  withElement('readonly shows and changes nothing, and can be taken back', { readonly: '', start: 'result', answers: JSON.stringify(HIGH) }, async ({ page, call }) => {
    await goToList(page);
    assert.ok(await page.getByLabel('Status of 4.1', { exact: true }).isDisabled());
    const line = await openLine(page, '4.1');
    assert.ok(await line.getByLabel('Owner').isDisabled());
    await page.getByRole('button', { name: 'Back to the result' }).click();
    assert.ok(await page.getByRole('button', { name: 'Start over' }).isDisabled());
    await page.getByRole('button', { name: /^Change/ }).first().click();
    await page.locator('form fieldset').waitFor();
    assert.equal(await page.locator('form input:not([disabled])').count(), 0);
    await page.evaluate(() => document.querySelector('aims-readiness').removeAttribute('readonly'));
    await page.locator('form input:not([disabled])').first().waitFor();
    assert.deepEqual(Object.keys((await call('getState')).answers).sort(), Object.keys(HIGH).sort());
  }),
  withElement('storage local keeps the visit over a reload; reset forgets it', { storage: 'local', 'storage-key': 'mine' }, async ({ page, call }) => {
    await begin(page);
    await take(page, CV_RANKING.slice(0, 2));
    const before = await question(page);
    const keys = await page.evaluate(() => Object.keys(localStorage).sort());
    assert.match(keys.join(' '), /^aims-readiness-draft:mine\/[0-9a-f]{16} aims-readiness-open:mine$/);
    await page.reload();
    await page.locator('form h2').waitFor();
    assert.equal(await question(page), before);
    await call('reset');
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  }),
  {
    name: 'storage that is blocked is told once, and the check goes on',
    run: ({ browser }) =>
      withHosts(browser, [{ csp: HOST_POLICY }], async (url) => {
        const page = await openPage(browser);
        await page.addInitScript(() => {
          globalThis.aimsErrors = [];
          addEventListener('aims-error', ({ detail }) => globalThis.aimsErrors.push(detail.code));
          Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new DOMException('blocked', 'SecurityError'); } });
        });
        await withAttributes(page, { storage: 'local' });
        await page.goto(`${url}plain.html`);
        await begin(page);
        await answer(page, 'Yes');
        await answer(page, 'None of these');
        assert.deepEqual(await page.evaluate(() => globalThis.aimsErrors), ['storage']);
      }),
  },
  withElement('attributes with values that they do not take are told, and today holds for a day without law', {
    theme: 'pink',
    'as-of': '1999-01-01',
  }, async ({ page, call }) => {
    await toldCount(page, 'error', 2);
    const errors = await told(page, 'error');
    assert.deepEqual(new Set(errors.map(({ code }) => code)), new Set(['attribute']));
    assert.ok(errors.some(({ message }) => message.includes('theme="pink"')));
    assert.ok(errors.some(({ message }) => message.includes('1999-01-01')));
    await begin(page);
    const { result } = await call('getResult');
    assert.equal(result.as_of, await page.evaluate(() => new Date().toLocaleDateString('sv')));
  }),
  withElement('as-of and words can change while it runs, and answers stay', { 'as-of': '2026-01-15', start: 'result', answers: JSON.stringify(HIGH) }, async ({ page, call }) => {
    await page.locator('.verdict').waitFor();
    assert.equal((await call('getResult')).result.as_of, '2026-01-15');
    const before = (await told(page, 'result')).length;
    await page.evaluate(() => document.querySelector('aims-readiness').setAttribute('as-of', '2028-01-15'));
    await toldCount(page, 'result', before + 1);
    assert.equal((await told(page, 'result')).at(-1).result.as_of, '2028-01-15');
    await page.evaluate(() => (document.querySelector('aims-readiness').messages = { 'ui.result.because': 'And why is that?' }));
    await page.getByRole('heading', { name: 'And why is that?' }).waitFor();
    assert.deepEqual(Object.keys((await call('getState')).answers).sort(), Object.keys(HIGH).sort());
  }),
  withElement('theme, font, name and logo are the host\'s', { theme: 'dark', 'product-name': 'Acme Check', 'inherit-font': '', logo: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=' }, async ({ page }) => {
    allowProblem(page, 'img-src');
    allowProblem(page, /data:image/);
    assert.equal(await page.locator('.kicker').textContent(), 'Acme Check');
    const look = () =>
      page.evaluate(() => {
        const root = document.querySelector('aims-readiness').shadowRoot;
        const { fontFamily, colorScheme } = getComputedStyle(root.querySelector('.frame'));
        return { fontFamily, colorScheme, body: getComputedStyle(document.body).fontFamily, logo: root.querySelector('img').alt };
      });
    const { fontFamily, colorScheme, body, logo } = await look();
    assert.equal(colorScheme, 'dark');
    assert.equal(fontFamily, body);
    assert.equal(logo, 'Acme Check');
    await page.evaluate(() => document.querySelector('aims-readiness').setAttribute('theme', 'light'));
    assert.equal((await look()).colorScheme, 'light');
  }),
  withElement('counts: told before, no answers, and nothing once somebody says no', { counts: '' }, async ({ page }) => {
    await page.getByText('This site counts').waitFor();
    assert.deepEqual(await told(page, 'count'), [], 'not before the visitor did anything');
    await begin(page);
    await take(page, CV_RANKING);
    await page.locator('.verdict').waitFor();
    await toldCount(page, 'count', CV_RANKING.length + 1);
    const counts = await told(page, 'count');
    const result = counts.find(({ what }) => what === 'result');
    assert.equal(result.tier, 'high');
    assert.ok(counts.every((detail) => Object.keys(detail).every((key) => ['schema', 'what', 'step', 'tier', 'sectors'].includes(key))));
    await assertEventsAsPublished(page);
    await page.getByRole('button', { name: 'Do not count me' }).click();
    await page.getByText('You are not counted').waitFor();
    await goToList(page);
    await page.evaluate(async () => {
      const check = document.querySelector('aims-readiness');
      const home = check.parentNode;
      check.remove();
      await new Promise((resolve) => setTimeout(resolve));
      home.append(check);
      await check.ready;
    });
    await page.getByText('You are not counted').waitFor();
    await page.getByRole('button', { name: 'Back to the result' }).click();
    await page.locator('.verdict').waitFor();
    assert.equal((await told(page, 'count')).length, counts.length);
  }),
  withElement('what the page asks is done in order, and a step that is shown already is a step', { answers: JSON.stringify(HIGH) }, async ({ page, call }) => {
    await page.evaluate(() => {
      const check = document.querySelector('aims-readiness');
      check.setState({ schema: 1, answers: { 'scope.ai_system': ['no'] } });
      return check.setAnswers({ 'scope.ai_system': ['yes'] });
    });
    assert.deepEqual((await call('getState')).answers, { 'scope.ai_system': ['yes'] });
    await call('goTo', { name: 'start' });
    await call('goTo', { name: 'result' });
    await page.locator('.verdict').waitFor();
    await call('goTo', { name: 'start' });
    assert.deepEqual((await call('getState')).step, { name: 'start' });
    await page.getByRole('button', { name: /Start the check|Go on/ }).waitFor();
    for (const wrong of [undefined, null, 'result', { name: 'moon' }]) await assert.rejects(call('goTo', wrong), /no step/);
    assert.equal(await page.getByRole('alert').count(), 0);
  }),
  {
    name: 'the page moves neither focus nor view before a person acts',
    run: ({ browser }) =>
      withHosts(browser, [{ csp: HOST_POLICY }], async (url) => {
        const page = await openPage(browser);
        // Told by the console: whatever a driver evaluates counts as an act of a person.
        await page.addInitScript(() => {
          addEventListener('aims-ready', async ({ target }) => {
            await target.goTo({ name: 'result' });
            requestAnimationFrame(() => console.log(`at ${scrollY} ${document.activeElement.localName} ${target.getState().step.name}`));
          });
        });
        await withAttributes(page, { loading: 'eager', answers: JSON.stringify(HIGH) });
        const line = page.waitForEvent('console', (message) => message.text().startsWith('at '));
        await page.goto(`${url}plain.html`);
        assert.equal((await line).text(), 'at 0 body result');
      }),
  },
  withElement('a change by the page keeps the focus of the visitor', { start: 'question' }, async ({ page, call }) => {
    await page.getByLabel('Yes').focus();
    await call('setAnswers', { 'organisation.size': ['small'] });
    assert.equal(await page.evaluate(() => document.querySelector('aims-readiness').shadowRoot.activeElement.value), 'yes');
  }),
  withElement('what a listener does with a detail changes nothing here', {}, async ({ page, call }) => {
    await page.evaluate(() => addEventListener('aims-answer', ({ detail }) => (detail.answers.bogus = ['x'])));
    await begin(page);
    await answer(page, 'Yes');
    assert.deepEqual((await call('getState')).answers, { 'scope.ai_system': ['yes'] });
    await call('getResult');
  }),
  {
    name: 'what is kept and makes no sense is passed over',
    run: ({ browser }) =>
      withHosts(browser, [{ csp: HOST_POLICY }], async (url) => {
        for (const kept of ['{', 'null', '[]', '{"answers":{},"step":null}', '{"answers":{"scope.ai_system":["yes"]},"work":null,"step":{"name":"moon"}}', '{"schema":7,"answers":{}}']) {
          const page = await openPage(browser);
          await page.addInitScript((text) => location.protocol === 'http:' && localStorage.setItem('aims-readiness', text), kept);
          await withAttributes(page, { storage: 'local', loading: 'eager' });
          await page.goto(`${url}plain.html`);
          await page.getByRole('button', { name: /Start the check|Go on/ }).click();
          await page.locator('form fieldset').waitFor();
        }
      }),
  },
  withElement('an overlay that is taken away takes its words along', {}, async ({ page }) => {
    await page.evaluate(async () => {
      const check = document.querySelector('aims-readiness');
      check.overlay = { schema: 1, id: 'acme', version: '1', name: 'Acme', wording: { 'ui.start.kicker': 'From Acme' } };
      await check.getResult();
    });
    await page.locator('.kicker', { hasText: 'From Acme' }).waitFor();
    await page.evaluate(() => (document.querySelector('aims-readiness').overlay = null));
    await page.locator('.kicker', { hasText: 'EU AI Act' }).waitFor();
  }),
  withElement('nothing is counted unless the page asks', {}, async ({ page }) => {
    await begin(page);
    await answer(page, 'Yes');
    assert.deepEqual(await told(page, 'count'), []);
    assert.equal(await page.getByText('This site counts').count(), 0);
  }),
  withElement('debug warns of colours that are hard to read', { debug: '' }, async ({ page, url }) => {
    assert.deepEqual((await told(page, 'error')).filter(({ code }) => code === 'contrast'), []);
    await page.goto(`${url}plain.html`);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('aims-readiness { --aims-ink: #999999; --aims-surface: #ffffff }');
      document.adoptedStyleSheets = [sheet];
    });
    await page.waitForFunction(() => globalThis.aimsTold.some(([, { code, message }]) => code === 'contrast' && message.includes('ink')));
  }),
  withElement('an overlay adds its items, controls and call, and the result says that it took part', { start: 'result', answers: JSON.stringify(HIGH) }, async ({ page, call }) => {
    const overlay = JSON.parse(await readFile(path.join(ROOT, 'examples/overlay/acme.json'), 'utf8'));
    const plain = await call('getResult');
    await page.evaluate((given) => (document.querySelector('aims-readiness').overlay = given), overlay);
    await page.getByText(`With additions by ${overlay.name}`).waitFor();
    await page.getByText(overlay.call_to_action.text).waitFor();
    const { result } = await call('getResult');
    assert.deepEqual(result.overlays.map(({ id }) => id), [overlay.id]);
    assert.deepEqual({ ...result, overlays: undefined }, { ...plain.result, overlays: undefined }, 'the law stays');
    await goToList(page);
    const [[item, addition]] = Object.entries(overlay.additions);
    const line = await openLine(page, item);
    await line.getByText(addition.controls[0]).waitFor();
    assert.equal(await line.getByRole('link', { name: addition.links[0].title }).getAttribute('href'), addition.links[0].url);
    await page.getByText(overlay.items[0].title).first().waitFor();
    await page.locator('.profile > summary').click();
    await page.getByText(overlay.questions[0].question).waitFor();
    await assertAccessible(page);
    assert.deepEqual(await told(page, 'error'), []);
  }),
  withElement('an overlay with mistakes is left out, and each mistake is told with its place', {}, async ({ page, call }) => {
    await page.evaluate(() => (document.querySelector('aims-readiness').overlay = { schema: 1, id: 'acme', version: '1', name: 'Acme', rules: [], items: [{ id: 'other.x' }] }));
    await call('goTo', { name: 'result' });
    await page.locator('.verdict').waitFor();
    await toldCount(page, 'error', 2);
    const errors = await told(page, 'error');
    assert.ok(errors.every(({ code }) => code === 'overlay'));
    assert.ok(errors.some(({ message }) => message.includes('/rules')));
    assert.ok(errors.some(({ message }) => message.includes('/items/0')));
    assert.equal((await call('getResult')).result.overlays, undefined);
  }),
];
