// The package for learning platforms: unpacked and run in a frame of a page with an API that keeps to SCORM 1.2.
//
// The API is that of scorm-again, which checks calls and states. What it lets through and the standard does not, this
// checks itself: identifiers, responses, times, and the length of what is kept.

import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { startServer } from '../../serve/serve.mjs';
import { allowProblem, assertAccessible, openPage } from './harness.mjs';
import { FREE_POLICY, ROOT, SITE } from './package.mjs';

/** What the standard says of values; `n` stands for the number of an interaction. */
const STRICT = {
  'cmi.core.lesson_location': /^[\s\S]{0,255}$/,
  'cmi.core.lesson_status': /^(passed|completed|failed|incomplete|browsed)$/,
  'cmi.core.exit': /^(time-out|suspend|logout|)$/,
  'cmi.core.score.raw': /^(\d{1,2}|100)$/,
  'cmi.core.score.min': /^0$/,
  'cmi.core.score.max': /^100$/,
  'cmi.core.session_time': /^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/,
  'cmi.suspend_data': /^[\s\S]{0,4096}$/,
  'cmi.interactions.n.id': /^[A-Za-z0-9_-]{1,255}$/,
  'cmi.interactions.n.time': /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d\d$/,
  'cmi.interactions.n.type': /^(choice|matching)$/,
  'cmi.interactions.n.correct_responses.n.pattern': /^[a-h]$/,
  'cmi.interactions.n.weighting': /^\d{1,2}$/,
  'cmi.interactions.n.student_response': /^([a-h]|\d\.[a-d](,\d\.[a-d])*)$/,
  'cmi.interactions.n.result': /^(correct|wrong)$/,
};

/** The page of a platform: the course in a frame, and an API that notes each call with its error. */
const PLATFORM = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Platform</title>
<script src="scorm12.min.js"></script><script src="platform.js"></script></head>
<body><iframe src="course/index.html" title="Course" width="1000" height="900"></iframe></body></html>`;

const PLATFORM_SCRIPT = `
const { cmi, refuse, without = [] } = globalThis.given ?? {};
const api = new Scorm12API({ autocommit: false, logLevel: 5 });
if (cmi) api.loadFromJSON(cmi, 'cmi');
globalThis.calls = [];
const names = ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'];
const asks = (name) => /Error|Diagnostic/.test(name);
const refused = { LMSGetLastError: () => '301', LMSGetErrorString: () => 'Not initialized', LMSGetDiagnostic: () => 'Closed for repairs' };
let missing = false;
globalThis.API = Object.fromEntries(names.map((name) => [name, (...given) => {
  if (refuse) return refused[name]?.() ?? (name === 'LMSGetValue' ? '' : 'false');
  if (missing && name === 'LMSGetLastError') return '401';
  if (!asks(name)) missing = without.some((element) => String(given[0]).startsWith(element));
  if (missing) return name === 'LMSGetValue' ? '' : 'false';
  const result = api[name](...given);
  if (!asks(name)) globalThis.calls.push([name, ...given, api.LMSGetLastError()]);
  return result;
}]));
globalThis.keptBy = () => JSON.parse(JSON.stringify(api.cmi));`;

/** Unpacks the package beside a page of a platform, with another course.json if one is given, and serves both. */
async function withPlatform(fn, { course, headers } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'aims-scorm-'));
  const files = unzipSync(await readFile(path.join(SITE, 'aims-readiness-scorm.zip')));
  await mkdir(path.join(folder, 'course'));
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, 'course', name), bytes);
  if (course !== undefined) await writeFile(path.join(folder, 'course/course.json'), typeof course === 'string' ? course : JSON.stringify(course));
  await cp(path.join(ROOT, 'node_modules/scorm-again/dist/scorm12.min.js'), path.join(folder, 'scorm12.min.js'));
  await writeFile(path.join(folder, 'platform.js'), PLATFORM_SCRIPT);
  await writeFile(path.join(folder, 'platform.html'), PLATFORM);
  const server = await startServer(folder, { csp: FREE_POLICY, headers });
  try {
    await fn(server.url);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const COURSE = { scenarios: [], completed_after: 2, mastery: 70, overlay: '' };

/** Opens the course in the frame of a platform that has `given`. */
async function open(browser, url, given = {}, context) {
  const page = await openPage(browser, undefined, { context });
  await page.addInitScript((each) => (globalThis.given = each), given);
  await page.goto(`${url}platform.html`);
  return { page, course: page.frameLocator('iframe') };
}

const button = (course, name) => course.getByRole('button', { name, exact: true });

async function answer(course, title, tier) {
  await button(course, title).click();
  await course.getByRole('radio', { name: tier, exact: true }).check();
  await button(course, 'Show what the engine says').click();
  await course.locator('.workshop-verdict').waitFor();
  await button(course, 'Back to the cases').click();
}

const calls = (page) => page.evaluate(() => globalThis.calls);

const keptBy = (page) => page.evaluate(() => globalThis.keptBy());

/** What was set, the last value of each element. */
const setBy = (list) => Object.fromEntries(list.filter(([name]) => name === 'LMSSetValue').map(([, element, value]) => [element, value]));

/** Every call was taken, and every value is as the standard has it. */
function assertStrict(list) {
  assert.ok(list.length > 0);
  for (const call of list) assert.equal(String(call.at(-1)), '0', call.join(' '));
  for (const [, element, value] of list.filter(([name]) => name === 'LMSSetValue')) {
    const pattern = STRICT[element.replace(/\.\d+\./g, '.n.')];
    assert.ok(pattern, `${element} is none of the elements that are written`);
    assert.match(value, pattern, element);
  }
}

/** Leaves the course: the frame goes elsewhere, and the platform's page stays. */
async function leave(page) {
  await page.evaluate(() => (document.querySelector('iframe').src = 'about:blank'));
  await page.waitForFunction(() => globalThis.calls.some(([name]) => name === 'LMSFinish'));
}

const test = (name, options, fn) => ({ name, run: ({ browser }) => withPlatform((url) => fn({ browser, url }), options) });

const FORGERY = 'The forgery check that learned more';
const TILL = 'A red light at the till';

export const tests = [
  test('answers, score and status are recorded as the standard has it, and the session ends once', { course: COURSE }, async ({ browser, url }) => {
    const { page, course } = await open(browser, url);
    await course.getByText(/^Your answers are recorded by the learning platform\. The course is complete when 2 cases are answered, and passed/).waitFor();
    await course.getByText(/Your answers are handed to the learning platform/).waitFor();
    assert.equal(setBy(await calls(page))['cmi.core.lesson_status'], 'incomplete');

    await answer(course, FORGERY, 'High-risk');
    let set = setBy(await calls(page));
    assert.deepEqual(
      ['id', 'type', 'correct_responses.0.pattern', 'weighting', 'student_response', 'result'].map((name) => set[`cmi.interactions.0.${name}`]),
      ['payslip-check-with-stars', 'choice', 'f', '2', 'f', 'correct'],
    );
    assert.deepEqual([set['cmi.core.score.raw'], set['cmi.core.lesson_status'], set['cmi.core.exit']], ['100', 'incomplete', 'suspend']);
    assert.equal(set['cmi.core.lesson_location'], 'payslip-check-with-stars');

    await answer(course, TILL, 'Minimal risk');
    // Wrong, or half right: under seventy of a hundred points.
    set = setBy(await calls(page));
    assert.equal(set['cmi.interactions.1.result'], 'wrong');
    assert.equal(set['cmi.interactions.1.correct_responses.0.pattern'], 'h');
    const score = Number(set['cmi.core.score.raw']);
    assert.ok(score === 50 || score === 75, `${score}`);
    assert.equal(set['cmi.core.lesson_status'], score < 70 ? 'failed' : 'passed');

    // Another answer to the same case is recorded, and the first one counts.
    await answer(course, TILL, 'The story does not tell enough');
    set = setBy(await calls(page));
    assert.deepEqual([set['cmi.interactions.2.id'], set['cmi.interactions.2.student_response'], set['cmi.interactions.2.result']], [set['cmi.interactions.1.id'], 'h', 'correct']);
    assert.equal(set['cmi.core.score.raw'], String(score));

    // An exercise is recorded and does not count.
    await button(course, 'What Mira brings along').click();
    const groups = course.locator('fieldset');
    await groups.first().waitFor();
    for (const group of await groups.all()) await group.getByLabel('It stays in').check();
    await button(course, 'Compare').click();
    await course.getByText(/^The same answer: \d of 8\.$/).waitFor();
    set = setBy(await calls(page));
    assert.equal(set['cmi.interactions.3.type'], 'matching');
    assert.equal(set['cmi.interactions.3.student_response'], '1.a,2.a,3.a,4.a,5.a,6.a,7.a,8.a');
    assert.equal(set['cmi.interactions.3.correct_responses.0.pattern'], undefined);
    assert.equal(set['cmi.core.score.raw'], String(score));

    await leave(page);
    const all = await calls(page);
    assertStrict(all);
    assert.deepEqual(['LMSInitialize', 'LMSFinish'].map((wanted) => all.filter(([name]) => name === wanted).length), [1, 1]);
    assert.equal(all.at(-1)[0], 'LMSFinish');
  }),

  test('a course that was left goes on where it was, without what was said before being asked again', { course: COURSE }, async ({ browser, url }) => {
    const first = await open(browser, url);
    await answer(first.course, FORGERY, 'Minimal risk');
    await leave(first.page);
    const { suspend_data: kept, core } = await keptBy(first.page);
    assert.ok(kept.length > 0 && kept.length < 200, kept);
    await first.page.context().close();

    const { page, course } = await open(browser, url, { cmi: { suspend_data: kept, core: { lesson_status: core.lesson_status, entry: 'resume' } } });
    await course.getByText(/^Answered: 1 of 50 cases. Points by your first answers: 0 of 2/).waitFor();
    await button(course, 'Your record').click();
    await course.getByText(/sha256-[0-9a-f]{64}/).waitFor();
    // The package has no page that prints: it makes one.
    const [view] = await Promise.all([page.context().waitForEvent('page'), button(course, 'Print or save as PDF').click()]);
    await view.getByText('Record of training on the EU AI Act').first().waitFor();
    await view.close();
    assert.match(await course.locator('.workshop-record').textContent(), /Minimal risk/);
    await button(course, 'Back to the cases').click();
    // The first answer of the first attempt counts.
    await answer(course, FORGERY, 'High-risk');
    await answer(course, 'A weeding robot, asked in July', 'High-risk');
    const set = setBy(await calls(page));
    assert.deepEqual([set['cmi.core.score.raw'], set['cmi.core.lesson_status']], ['50', 'failed']);
    await leave(page);
    assertStrict(await calls(page));
  }),

  test('only the cases that course.json names are shown, in its order, and all of them end it', { course: { scenarios: ['weeding-robot-july', 'payslip-check-with-stars'], completed_after: 2, mastery: null, overlay: '' } }, async ({ browser, url }) => {
    const { page, course } = await open(browser, url);
    await course.getByText('Cases shown: 2 of 2').waitFor();
    assert.deepEqual(await course.locator('.workshop-list h3').allTextContents(), ['A weeding robot, asked in July', FORGERY]);
    await answer(course, FORGERY, 'Minimal risk');
    await answer(course, 'A weeding robot, asked in July', 'Minimal risk');
    const set = setBy(await calls(page));
    assert.deepEqual([set['cmi.core.lesson_status'], set['cmi.core.exit']], ['completed', '']);
    await leave(page);
    assertStrict(await calls(page));
  }),

  test('what was answered by somebody else in this tab is not taken for an answer', { course: COURSE }, async ({ browser, url }) => {
    const { page, course } = await open(browser, url);
    await answer(course, FORGERY, 'High-risk');
    await page.reload();
    await course.getByText(/^Cases shown: 50 of 50/).waitFor();
    assert.equal(await course.getByText(/^Answered: /).count(), 0);
    assert.equal(setBy(await calls(page))['cmi.core.score.raw'], undefined);
  }),

  test('a platform that takes nothing is told of in words, and the course goes on', { course: COURSE }, async ({ browser, url }) => {
    const { course } = await open(browser, url, { refuse: true });
    await course.getByRole('alert').getByText(/^Your answers are shown here, but the platform did not take them: Not initialized; Closed for repairs \(LMSInitialize, error 301\)\./).waitFor();
    await course.getByText('The learning platform does not take part, so nothing is recorded.').waitFor();
    await answer(course, FORGERY, 'High-risk');
    await course.getByText(/^Answered: 1 of 50 cases/).waitFor();
  }),

  test('a platform without interactions is no trouble', { course: COURSE }, async ({ browser, url }) => {
    const { page, course } = await open(browser, url, { without: ['cmi.interactions', 'cmi.core.score.min', 'cmi.core.score.max', 'cmi.core.lesson_mode'] });
    await answer(course, FORGERY, 'High-risk');
    const set = setBy(await calls(page));
    assert.equal(set['cmi.core.score.raw'], '100');
    assert.deepEqual(Object.keys(set).filter((name) => name.includes('interactions')), []);
    assert.ok(await course.locator('#trouble').isHidden());
  }),

  test('a platform that refuses a value later is told of, and the answer stays', { course: COURSE }, async ({ browser, url }) => {
    const { page, course } = await open(browser, url);
    await course.getByText(/^Cases shown: 50 of 50/).waitFor();
    await page.evaluate(() => {
      globalThis.API.LMSCommit = () => 'false';
      globalThis.API.LMSGetLastError = () => '101';
      globalThis.API.LMSGetErrorString = () => 'General exception';
      globalThis.API.LMSGetDiagnostic = () => '';
    });
    await answer(course, FORGERY, 'High-risk');
    await course.getByRole('alert').getByText(/did not take them: General exception \(LMSCommit, error 101\)/).waitFor();
    await course.getByText(/^Answered: 1 of 50 cases/).waitFor();
  }),

  test('without a platform the course works and says that nothing is recorded', { course: COURSE }, async ({ browser, url }) => {
    const page = await openPage(browser, `${url}course/index.html`);
    await page.getByText(/^No learning platform was found, so nothing is recorded\./).waitFor();
    await answer(page, FORGERY, 'High-risk');
    await page.reload();
    await page.getByText(/^Answered: 1 of 50 cases/).waitFor();
    await page.getByText(/Nothing is sent anywhere\./).waitFor();
  }),

  test('a course that is looked back at writes nothing', { course: COURSE }, async ({ browser, url }) => {
    for (const mode of ['review', 'browse']) {
      const { page, course } = await open(browser, url, { cmi: { core: { lesson_mode: mode, lesson_status: 'passed' } } });
      await course.getByText('You are looking back at this course: nothing is recorded.').waitFor();
      await answer(course, FORGERY, 'High-risk');
      await leave(page);
      const all = await calls(page);
      assert.deepEqual(all.filter(([name]) => name === 'LMSSetValue' || name === 'LMSCommit'), []);
      assert.equal((await keptBy(page)).core.lesson_status, 'passed');
      await page.context().close();
    }
  }),

  test('what cannot be read of an earlier attempt is said', { course: COURSE }, async ({ browser, url }) => {
    const { course } = await open(browser, url, { cmi: { suspend_data: 'somebody else was here' } });
    await course.getByRole('alert').getByText(/cannot be read, so the course begins anew/).waitFor();
    await course.getByText(/^Cases shown: 50 of 50/).waitFor();
  }),

  ...[
    ['no JSON', '{ "scenarios": [', /course\.json has a mistake: it is no JSON: /],
    ['a case that is not there', { ...COURSE, scenarios: ['weeding-robot-july', 'weeding-robot'] }, /"scenarios", place 2: there is no case "weeding-robot"/],
    ['a setting that is missing and one too many', { scenarios: [], completed_after: 2, overlay: '', pass: 1 }, /there is no setting "pass".*"mastery" is missing/],
    ['a value that does not fit', { ...COURSE, mastery: '70' }, /"mastery" is "70"; it takes a whole number from 0 to 100/],
    ['more than there is', { ...COURSE, scenarios: ['weeding-robot-july'] }, /"completed_after" is 2, but the course has 1 cases only/],
  ].map(([what, course, message]) =>
    test(`course.json with ${what} begins no course and says where the mistake is`, { course }, async ({ browser, url }) => {
      const { page, course: frame } = await open(browser, url);
      const alert = frame.getByRole('alert');
      await alert.getByText(/^This course cannot begin\./).waitFor();
      assert.match(await alert.textContent(), message);
      assert.equal(await frame.locator('aims-readiness').count(), 0);
      assert.deepEqual(await calls(page), []);
    }),
  ),

  test('an overlay that is not there is said', { course: { ...COURSE, overlay: 'acme.json' } }, async ({ browser, url }) => {
    const { page, course } = await open(browser, url);
    allowProblem(page, '404');
    await course.getByRole('alert').getByText(/acme\.json/).waitFor();
  }),

  test('the page of a course is accessible, and fits a phone', { course: COURSE }, async ({ browser, url }) => {
    for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']]) {
      const page = await openPage(browser, `${url}course/index.html`, { context: { viewport: { width, height: 800 }, colorScheme } });
      await page.getByText(/^Cases shown: 50 of 50/).waitFor();
      await assertAccessible(page);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      await page.context().close();
    }
  }),
];
