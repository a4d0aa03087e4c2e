// What the end-to-end specs share: a browser, pages that note everything that goes wrong in them, and axe.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Guards against a hang, not measures of speed: a busy machine is slow.
const ACTION_TIMEOUT = 60_000;

/** CHROMIUM, else the first of the usual names on PATH. */
export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  if (!found) throw new Error('no Chromium on PATH: run make setup-test, or name one in CHROMIUM');
  return found;
}

export function launchBrowser() {
  return chromium.launch({ executablePath: chromiumPath(), args: FLAGS, timeout: ACTION_TIMEOUT });
}

/** Runs fn with a browser and closes it, whatever happens. */
export async function withBrowser(fn) {
  const browser = await launchBrowser();
  try {
    return await fn(browser);
  } finally {
    await browser.close();
  }
}

// page -> { problems: [text], allowed: [pattern], requests: [{ url, method, type }], context }
const records = new Map();

function recordOf(page) {
  const record = records.get(page);
  if (!record) throw new Error('not a page of openPage');
  return record;
}

/**
 * Opens a page in a context of its own and goes to `url`, if one is given.
 *
 * Console errors, uncaught errors and breaches of the content security policy are noted from the start, those of frames
 * too, and the runner fails the test for any that allowProblem did not announce.
 * `context` is passed to browser.newContext: locale, viewport, colorScheme, javaScriptEnabled and so on. Service workers
 * are those of the site and no part of the element: a test that is about them has `serviceWorkers: 'allow'`.
 */
export async function openPage(browser, url, { context: contextOptions = {} } = {}) {
  const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block', ...contextOptions });
  context.setDefaultTimeout(ACTION_TIMEOUT);
  const record = { problems: [], allowed: [], requests: [], context };
  const note = (text) => record.problems.push(text);

  // The event tells the directive and the line, and comes even when the console says nothing.
  await context.exposeBinding('__e2eCspBreach', (_source, text) => note(`CSP: ${text}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const where = `${event.sourceFile || event.documentURI}:${event.lineNumber}`;
      globalThis.__e2eCspBreach(`${event.effectiveDirective} blocked ${event.blockedURI || 'inline'} at ${where}`);
    });
  });
  const page = await context.newPage();
  records.set(page, record);

  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url: source, lineNumber } = message.location();
    note(`console: ${message.text()}${source ? ` (${source}:${lineNumber})` : ''}`);
  });
  page.on('pageerror', (error) => note(`uncaught: ${error.stack ?? error.message ?? error}`));
  page.on('crash', () => note('the page crashed'));
  context.on('request', (request) =>
    record.requests.push({ url: request.url(), method: request.method(), type: request.resourceType() }),
  );

  if (url) await page.goto(url);
  return page;
}

/** Announces a problem that a test brings about on purpose: a text that it holds, or a pattern. */
export function allowProblem(page, pattern) {
  recordOf(page).allowed.push(pattern);
}

/** The problems so far that were not announced. */
export function problems(page) {
  const { problems: all, allowed } = recordOf(page);
  return all.filter(
    (text) => !allowed.some((pattern) => (pattern instanceof RegExp ? pattern.test(text) : text.includes(pattern))),
  );
}

/**
 * The growing list of all requests of a page since it was opened: { url, method, type }.
 * For those from now on, note its length.
 */
export function recordRequests(page) {
  return recordOf(page).requests;
}

/**
 * Checks a page with axe, open shadow roots and frames included, and returns one text for each violation.
 * `include` and `exclude` are selectors, `disable` rule names; say at the call why a rule does not apply.
 */
export async function axe(page, { include, exclude, disable } = {}) {
  const builder = new AxeBuilder({ page }).withTags(AXE_TAGS);
  if (include) builder.include(include);
  if (exclude) builder.exclude(exclude);
  if (disable) builder.disableRules(disable);
  const { violations } = await builder.analyze();
  return violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map(
      (node) => `    ${node.target.flat().join(' >>> ')}: ${node.failureSummary.replace(/\s*\n\s*/g, '; ')}`,
    );
    return [`${id} (${impact}): ${help}`, ...places].join('\n');
  });
}

/** Fails with the whole list of what axe found; assert.deepEqual would cut it short. */
export async function assertAccessible(page, options) {
  const found = await axe(page, options);
  if (found.length > 0) throw new Error(`axe: ${found.length} violations\n${found.join('\n')}`);
}

/**
 * Ends a test: closes its pages and returns the problems they noted, after `onFailure(page, index)` for each page
 * when `failed` says so or a problem was noted. For the runner.
 */
export async function closePages(failed, onFailure) {
  const found = [];
  const pages = [...records.keys()];
  for (const page of pages) found.push(...problems(page));
  if (failed || found.length > 0) {
    for (const [index, page] of pages.entries()) await onFailure(page, index);
  }
  for (const page of pages) {
    await records.get(page).context.close().catch(() => {});
    records.delete(page);
  }
  return found;
}
