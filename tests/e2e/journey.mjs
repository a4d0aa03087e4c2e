// Steps that several specs take: answering questions by their words, as a visitor does.

import { openPage } from './harness.mjs';

/** Opens the check and begins; resolves when the first question is there. */
export async function begin(page) {
  await page.getByRole('button', { name: 'Start the check' }).click();
  await page.locator('form fieldset').waitFor();
}

/** The text of the question shown. */
export const question = (page) => page.locator('form h2').textContent();

/**
 * Answers the question shown and goes on; resolves when another screen is there.
 * Each answer is the beginning of an option's words.
 */
export async function answer(page, ...options) {
  const before = await question(page);
  for (const option of options) {
    const escaped = option.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    await page.getByLabel(new RegExp(`^${escaped}`)).first().check();
  }
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForFunction((old) => {
    const root = document.querySelector('aims-readiness').shadowRoot;
    return root.querySelector('form h2')?.textContent !== old;
  }, before);
}

/** A bank buys a tool that ranks CVs: question by question. */
export const CV_RANKING = [
  ['Was the system trained', 'Yes'],
  ['Is one of these true', 'None of these'],
  ['What does your organisation do', 'We use it in our work'],
  ['Which sector', 'Banking and financial services', 'Recruitment and human resources'],
  ['Does the system do, or could it', 'None of these'],
  ['Does the use case touch', 'Work: finding'],
  ['What does the system do in work', 'Searches for, filters, ranks'],
  ['Which of these describes all', 'It does more'],
  ['Does the system do any of these', 'None of these'],
  ['What is your organisation', 'A private organisation without'],
  ['Have you done any of these', 'None of these'],
];

/** Takes a list of questions, checking that each is the one shown. */
export async function take(page, steps) {
  for (const [start, ...options] of steps) {
    const shown = await question(page);
    if (!shown.startsWith(start)) throw new Error(`expected a question that begins "${start}", got "${shown}"`);
    await answer(page, ...options);
  }
}

/** Up to the question of areas: a use that does none of the practices, by an organisation that uses it. */
export const upTo = (...sectors) => [
  ['Was the system trained', 'Yes'],
  ['Is one of these true', 'None of these'],
  ['What does your organisation do', 'We use it in our work'],
  ['Which sector', ...sectors],
];

/** A bank looks for fraud: minimal risk, where controls may be left out. */
export const FRAUD = [
  ...upTo('Banking and financial services'),
  ['Does the system do, or could it', 'None of these'],
  ['Does the use case touch', 'Credit:'],
  ['What does the system do around credit', 'Only detects fraud'],
  ['Does the system do any of these', 'None of these'],
];

/** Software that reads the emotions of staff: prohibited. */
export const EMOTIONS = [
  ...upTo('Another sector'),
  ['Does the system do, or could it', 'Reading emotions, stress'],
  ['Why does it read', 'For another reason'],
];

/**
 * Opens the page and waits until everything it will ever load is there. What the element tells is kept in the page:
 * `aimsResults`, `aimsErrors` and `aimsSteps`. `prepare` gets the page before it goes anywhere.
 */
export async function openReady(browser, url, context, prepare) {
  const page = await openPage(browser, undefined, { context });
  await page.addInitScript(() => {
    globalThis.aimsReady = new Promise((resolve) => addEventListener('aims-ready', resolve));
    globalThis.aimsReadies = 0;
    globalThis.aimsSteps = 0;
    globalThis.aimsResults = [];
    globalThis.aimsErrors = [];
    addEventListener('aims-ready', () => (globalThis.aimsReadies += 1));
    addEventListener('aims-step', () => (globalThis.aimsSteps += 1));
    addEventListener('aims-result', (event) => globalThis.aimsResults.push(event.detail));
    addEventListener('aims-error', (event) => globalThis.aimsErrors.push(event.detail));
  });
  await prepare?.(page);
  await page.goto(url);
  await page.evaluate(() => globalThis.aimsReady);
  // What fails to come is told, and then nothing more is waited for.
  await page.evaluate(() => {
    const failed = new Promise((resolve) => {
      if (globalThis.aimsErrors.length > 0) resolve();
      addEventListener('aims-error', resolve, { once: true });
    });
    return Promise.race([document.querySelector('aims-readiness').loaded, failed]);
  });
  return page;
}

/** Opens the page and answers up to the result. */
export async function openResult(browser, url, steps, context, prepare) {
  const page = await openReady(browser, url, context, prepare);
  await begin(page);
  await take(page, steps);
  await page.locator('.verdict').waitFor();
  return page;
}

/** The tier shown on the result page. */
export const result = (page) => page.locator('.verdict h2').textContent();

/** What the element holds. */
export const state = (page) => page.evaluate(() => document.querySelector('aims-readiness').getResult());

/** Resolves when the focus is on the heading with these words. */
export const headingFocused = (page, words) =>
  page.waitForFunction((text) => {
    const at = document.querySelector('aims-readiness').shadowRoot.activeElement;
    return at?.tagName === 'H2' && at.textContent === text;
  }, words);

/** No wider than the window. */
export async function assertFits(page, screen) {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  if (scroll > client) throw new Error(`${screen}: ${scroll} px on ${client} px`);
}
