// Every screen of the element in any language: reached through the element's methods and by the words of that language,
// so that a check of all screens needs no words of its own.

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { openPage } from './harness.mjs';
import { HIGH, openCheck, settled } from './keep.mjs';
import { EMBED, SITE } from './package.mjs';

/** The languages of the build. */
export const LANGUAGES = readdirSync(path.join(SITE, EMBED)).flatMap((file) => /^start\.([a-z]+)\.json$/.exec(file)?.[1] ?? []);

/** All texts of a language by key, as the page shows them. */
export function textsOf(language) {
  const folder = path.join(SITE, EMBED);
  const files = readdirSync(folder).filter((file) => file.startsWith(`wording.${language}.`));
  const read = (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  // Words of the frame around all screens win: another file has the same keys for what it says itself.
  const all = Object.assign({}, ...files.filter((file) => file.startsWith('wording.')).map(read), read(`start.${language}.json`).words);
  return Object.fromEntries(Object.entries(all).map(([key, text]) => [key, text.replaceAll('\u2063', '')]));
}

const PROHIBITED = { ...HIGH, 'practice.screen': ['emotion-at-work-or-school'], 'practice.emotion_reason': ['other-reason'] };
/** Little is known, so that a range and what is open are shown. */
const OPEN = { 'scope.ai_system': ['yes'], 'scope.exclusion': [], 'organisation.roles': ['provider'], 'area.screen': ['employment', 'credit'] };
/** Somebody was at work on the checklist. */
const WORK = { '4.1': { status: 'done' }, '4.3': { status: 'partly' }, 'A.2.2': { status: 'planned', owner: 'A. Nother', note: 'A policy is drafted.' } };

const check = (page) => page.locator('aims-readiness');
const put = (page, answers, step, work = {}) =>
  page.evaluate((given) => document.querySelector('aims-readiness').setState(given), { schema: 2, answers, work, step });
const question = (fact, answers = HIGH) => async (page) => {
  await put(page, answers, { name: 'question', fact });
  await page.locator('form fieldset').waitFor();
};
const result = (answers) => async (page) => {
  await put(page, answers, { name: 'result' });
  await page.locator('.verdict').waitFor();
};
const list = (tab) => async (page) => {
  await put(page, HIGH, { name: 'checklist', tab }, WORK);
  await page.locator('nav.tabs').waitFor();
  await openFolds(page);
  // What was in a fold can have folds of its own.
  await openFolds(page);
};

/** Opens what can be opened; of the many lines of the checklist the first ones. */
const openFolds = (page) =>
  check(page).evaluate((element) => {
    const lines = [...element.shadowRoot.querySelectorAll('.line')];
    for (const fold of element.shadowRoot.querySelectorAll('details:not([open])')) {
      if (lines.indexOf(fold.closest('.line')) < 3) fold.open = true;
    }
    return new Promise(requestAnimationFrame);
  });
const close = async (page) => {
  await page.locator('dialog').press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
};

/** Screens of the check: how to come to each from wherever the page is, and how to leave it. */
const CHECK = {
  start: { reach: async (page) => { await page.evaluate(() => document.querySelector('aims-readiness').reset()); await page.locator('[data-begin]').waitFor(); } },
  'a question of yes and no': { reach: question('scope.ai_system') },
  'a question with long options': { reach: question('area.screen') },
  'a question of one option': { reach: question('filter.task') },
  'an open result': { reach: result(OPEN) },
  'a high-risk result': { reach: result(HIGH) },
  'a prohibited result': { reach: result(PROHIBITED) },
  'the checklist': { reach: list('lines') },
  'what is missing': { reach: list('gaps') },
  'the plan': { reach: list('plan') },
  'the statement of applicability': { reach: list('statement') },
  'the begun documents': { reach: list('starters') },
  'the links to other standards': { reach: list('crosswalk') },
  'advice on a certificate': { reach: list('advice') },
  'reports and files': {
    reach: async (page, words) => {
      await result(HIGH)(page);
      await page.getByRole('button', { name: words['ui.files.open'], exact: true }).click();
      await page.locator('dialog').waitFor();
    },
    leave: close,
  },
  'what left this page': {
    reach: async (page, words) => {
      await page.getByRole('button', { name: words['ui.privacy.open'], exact: true }).click();
      await page.locator('dialog').waitFor();
    },
    leave: close,
  },
  'kept assessments': {
    reach: async (page, words) => {
      await page.getByRole('button', { name: words['ui.keep.open'], exact: true }).click();
      await page.locator('dialog').waitFor();
    },
    leave: close,
  },
};

const REGISTER = {
  'an empty register': { reach: (page) => page.locator('.register-body').waitFor() },
  'an import': {
    reach: async (page, words) => {
      await page.getByRole('button', { name: words['ui.register.import'], exact: true }).first().click();
      await page.locator('input[type=file]').first().setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from('name,tags\nAlpha,one\nBeta,two\n') });
      await page.getByRole('button', { name: words['ui.register.import-rows'].replace('{count}', '2'), exact: true }).waitFor();
    },
  },
  'an import report': {
    reach: async (page, words) => {
      await page.getByRole('button', { name: words['ui.register.import-rows'].replace('{count}', '2'), exact: true }).click();
      await page.getByRole('heading', { name: words['ui.register.report-title'].replace('{name}', 'table.csv') }).waitFor();
    },
  },
  'a register with use cases': {
    reach: async (page, words) => {
      await page.getByRole('button', { name: words['ui.register.back'], exact: true }).click();
      await page.locator('.register-scroll').waitFor();
    },
  },
};

const WORKSHOP = {
  'the cases of the workshop': { reach: (page) => page.locator('.workshop-open').first().waitFor() },
  'a case': {
    reach: async (page) => {
      await page.locator('.workshop-open').first().click();
      await page.locator('fieldset').first().waitFor();
    },
  },
  'what the engine says of a case': {
    reach: async (page, words) => {
      await page.getByRole('radio').first().check();
      await page.getByRole('button', { name: words['ui.workshop.answer'], exact: true }).click();
      await page.locator('.workshop-verdict').waitFor();
    },
  },
  'the record of a learner': {
    reach: async (page, words) => {
      await page.getByRole('button', { name: words['ui.workshop.back'], exact: true }).click();
      await page.getByRole('button', { name: words['ui.workshop.record'], exact: true }).click();
      await page.locator('.workshop-record').waitFor();
    },
  },
};

/** Attributes of a mode of the element, and its screens. */
const MODES = {
  check: [{ storage: 'session' }, CHECK],
  register: [{ mode: 'register' }, REGISTER],
  workshop: [{ mode: 'workshop' }, WORKSHOP],
};

export const PARTS = Object.keys(MODES);

/** How many screens the parts have. */
export const count = (parts = PARTS) => parts.reduce((sum, part) => sum + Object.keys(MODES[part][1]).length, 0);

/** The element in a page of its own. */
export async function inPage(browser, url, attributes, context) {
  const page = await openCheck(browser, url, attributes, { context });
  return { page, scope: page };
}

/** The element in a frame of a page that knows nothing of it. */
export async function inFrame(browser, url, attributes, context) {
  const frame = new URL(`${EMBED}frame.html`, url);
  for (const [name, value] of Object.entries({ parent: new URL(url).origin, loading: 'eager', ...attributes })) frame.searchParams.set(name, value);
  const address = new URL('parent.html', url);
  address.searchParams.set('frame', frame);
  const page = await openPage(browser, address.href, { context });
  await page.waitForFunction(() => globalThis.check);
  const scope = await (await page.locator('iframe').elementHandle()).contentFrame();
  return { page, scope };
}

/**
 * Opens each screen of the parts in a language, one after the other in their order, and calls `look(page, name, scope)` on it;
 * `scope` is what holds the element. `context` is that of the browser's page.
 */
export async function eachScreen(browser, url, { language, context, open = inPage, parts = PARTS }, look) {
  const words = textsOf(language);
  for (const [mode, screens] of parts.map((part) => MODES[part])) {
    const { page, scope } = await open(browser, url, { lang: language, 'as-of': '2026-11-22', ...mode }, context);
    await settled(scope);
    for (const [name, { reach, leave }] of Object.entries(screens)) {
      await reach(scope, words);
      await look(page, name, scope);
      await leave?.(scope, words);
    }
    await page.close();
  }
}
