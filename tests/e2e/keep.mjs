// Steps of the specs about drafts and links.

import { openPage } from './harness.mjs';
import { begin, take } from './journey.mjs';
import { withAttributes } from './package.mjs';

/** A page with the check and these attributes, whose problems are kept in `aimsErrors`; `prepare` gets it before it goes anywhere. */
export async function openCheck(browser, url, attributes, { context, prepare, hash = '' } = {}) {
  const page = await openPage(browser, undefined, { context });
  await listen(page, attributes);
  await prepare?.(page);
  await page.goto(`${url}plain.html${hash}`);
  await settled(page);
  return page;
}

/** Another tab of the same browser. */
export async function anotherTab(first, attributes, url = first.url()) {
  const page = await first.context().newPage();
  await listen(page, attributes);
  await page.goto(url);
  await settled(page);
  return page;
}

async function listen(page, attributes) {
  await page.addInitScript(() => {
    globalThis.aimsErrors = [];
    addEventListener('aims-error', ({ detail }) => globalThis.aimsErrors.push(detail.code));
  });
  await withAttributes(page, { loading: 'eager', ...attributes });
}

/** Resolves when all is there that a visit can need. */
export async function settled(page) {
  await page.locator('aims-readiness footer').waitFor();
  await page.evaluate(async () => {
    const check = document.querySelector('aims-readiness');
    await check.ready;
    await check.loaded;
  });
}

export const errors = (page) => page.evaluate(() => globalThis.aimsErrors);

/** Answers of a bank that ranks CVs, by id. */
export const HIGH = {
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

/** Puts a visit on the screen that was worked on. */
export async function working(page, work = {}) {
  await page.evaluate((given) => document.querySelector('aims-readiness').setState(given), { schema: 1, answers: HIGH, work });
  await page.locator('.verdict').waitFor();
}

/** Answers the first questions, as a person does. */
export async function answerSome(page, steps) {
  await begin(page);
  await take(page, steps);
}

export const held = (page) => page.evaluate(() => document.querySelector('aims-readiness').getState());

export const panel = (page) => page.locator('dialog.keep');

export async function openPanel(page) {
  await page.locator('footer').getByRole('button', { name: /^(Your assessments|Save or share)$/ }).click();
  await panel(page).waitFor();
  return panel(page);
}

/** Names in the list of the panel, in its order. */
export const names = (page) => panel(page).locator('h4').allTextContents();

export const closePanel = async (page) => {
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await panel(page).waitFor({ state: 'detached' });
};

export const notice = (page, kind) => page.locator(`.keep-notice[data-kind=${kind}]`);

/** What is kept under keys of ours. */
export const entries = (page, storage = 'localStorage') =>
  page.evaluate(
    (name) => Object.entries(globalThis[name]).filter(([key]) => key.startsWith('aims-readiness-draft:')).map(([, text]) => JSON.parse(text)),
    storage,
  );

/** Brings two use cases into an empty register, and goes back to its list. */
export async function importTwo(page) {
  const button = (name) => page.getByRole('button', { name, exact: true });
  await button('Import or paste').click();
  await page.getByLabel('A file', { exact: true }).setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from('name,tags\nAlpha,one\nBeta,two\n') });
  await button('Import rows (2)').click();
  await page.getByRole('heading', { name: 'Imported: table.csv' }).waitFor();
  await button('Back to the register').click();
  await page.getByText('Shown: 2 of 2').waitFor();
}
