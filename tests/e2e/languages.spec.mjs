// Languages: every screen in each of them, on a narrow screen and for axe, in a page and in a frame; what a language
// lacks; switching in the middle of a visit; and the menu of the site.

import assert from 'node:assert/strict';
import { assertAccessible, openPage } from './harness.mjs';
import { HIGH, held, openCheck } from './keep.mjs';
import { FREE_POLICY, withHosts } from './package.mjs';
import { LANGUAGES, PARTS, count, eachScreen, inFrame, inPage, textsOf } from './screens.mjs';

const NARROW = { width: 320, height: 700 };
const MARK = '\u2063';

const test = (name, fn) => ({
  name,
  run: ({ browser, url }) => withHosts(browser, [{ csp: FREE_POLICY, headers: { 'Access-Control-Allow-Origin': '*' } }], (hosts) => fn({ browser, url: hosts, site: url })),
});

/** What is wider than the screen or cut off by what is around it, and where text runs over text beside it. */
const misplaced = (scope) =>
  scope.evaluate(() => {
    const { shadowRoot } = document.querySelector('aims-readiness');
    const width = document.documentElement.clientWidth;
    const found = [];
    // A wide table may scroll in a box of its own, which the keyboard reaches.
    const scrolls = (element) => {
      for (let box = element.parentElement; box; box = box.parentElement) {
        if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX) && box.tabIndex === 0) return true;
      }
      return false;
    };
    if (document.documentElement.scrollWidth > width) found.push(`the page: ${document.documentElement.scrollWidth} px on ${width} px`);
    for (const element of shadowRoot.querySelectorAll('*')) {
      // What only readers of screens meet, such as heads of tables that became cards.
      if (element.closest('svg, .visually-hidden, thead, textarea, option') || !element.checkVisibility() || scrolls(element)) continue;
      const { left, right } = element.getBoundingClientRect();
      const said = () => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 50)}`;
      if (right > width + 0.5 || left < -0.5) found.push(`${said()}: from ${left} to ${right} px on ${width} px`);
      const { overflowX } = getComputedStyle(element);
      if (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) found.push(`${said()}: cut off`);
    }
    return found;
  });

/** Whether what is seen has the language it says: marks that are left, and the directions of texts. */
const marks = (scope, mark) =>
  scope.evaluate((sign) => {
    const { shadowRoot } = document.querySelector('aims-readiness');
    const texts = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (data.includes(sign)) found.push(`marked: ${data}`);
      const language = parentElement.closest('[lang]')?.lang;
      if (!language && data.trim()) found.push(`without a language: ${data}`);
      const arabic = /\p{Script=Arabic}/u.test(data);
      // What is filled into an English text can be Arabic.
      if (language === 'en' && arabic && !/[a-z]{3}/.test(data)) found.push(`called English: ${data}`);
      // Names, numbers and places are the same everywhere; a sentence is not.
      if (language === 'ar' && !arabic && /[a-z]+ [a-z]+ [a-z]+/.test(data) && !parentElement.closest('code')) found.push(`called Arabic: ${data}`);
    }
    return found;
  }, mark);

const narrow = LANGUAGES.map((language) =>
  test(`${language}: at 320 px no screen scrolls sideways and no text is cut off`, async ({ browser, url }) => {
    let seen = 0;
    await eachScreen(browser, url, { language, context: { viewport: NARROW } }, async (_page, name, scope) => {
      assert.deepEqual(await misplaced(scope), [], name);
      seen += 1;
    });
    assert.equal(seen, count());
  }),
);

/** Each way in which a screen can stand: one test for each, since a slow machine takes its time over all of them. */
const WAYS = ['en', 'ar'].flatMap((language) =>
  ['light', 'dark'].flatMap((colorScheme) =>
    [['in the page', inPage], ['in a frame', inFrame]].flatMap(([where, open]) => PARTS.map((part) => ({ language, colorScheme, where, open, part }))),
  ),
);

const accessible = WAYS.map(({ language, colorScheme, where, open, part }) =>
  test(`${language}, ${colorScheme}, ${where}, ${part}: axe finds nothing on any screen`, async ({ browser, url }) => {
    let seen = 0;
    const given = { language, open, parts: [part], context: { viewport: { width: 390, height: 800 }, colorScheme } };
    await eachScreen(browser, url, given, async (page) => {
      // The ground of a dark page is not known to axe unless it is said.
      await page.addStyleTag({ content: ':root { background: Canvas }' });
      await assertAccessible(page);
      seen += 1;
    });
    assert.equal(seen, count([part]));
  }),
);

export default [
  ...narrow,
  ...accessible,

  test('what Arabic lacks is in English and says so, everything else is Arabic and goes from right to left', async ({ browser, url }) => {
    let english = 0;
    await eachScreen(browser, url, { language: 'ar' }, async (_page, name, scope) => {
      assert.deepEqual(await marks(scope, MARK), [], name);
      const stage = scope.locator('.stage:visible').first();
      assert.equal(await stage.evaluate((element) => getComputedStyle(element).direction), 'rtl', name);
      for (const text of await scope.locator('.stage [lang=en]:visible').all()) {
        assert.equal(await text.evaluate((element) => getComputedStyle(element).direction), 'ltr', name);
        english += 1;
        if (english % 20 === 0) break;
      }
    });
    assert.ok(english > 20, `${english} English texts`);
  }),

  test('a language with all its texts fetches nothing that marks others', async ({ browser, url }) => {
    for (const [language, fetched] of [['de', false], ['ar', true]]) {
      const page = await openCheck(browser, url, { lang: language });
      const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)));
      assert.equal(names.includes('foreign.js'), fetched, language);
      const others = names.filter((name) => /^(start|wording|deck)\./.test(name) && name.split('.')[1] !== language);
      assert.deepEqual(others, [], `${language}: words of other languages`);
    }
  }),

  test('switching the language keeps every answer and the step, and speaks the other language', async ({ browser, url }) => {
    const page = await openCheck(browser, url, { lang: 'en' });
    const given = { schema: 2, answers: HIGH, work: { 4.1: { status: 'done', note: 'Noted.' } }, step: { name: 'checklist', tab: 'lines' } };
    await page.evaluate((visit) => document.querySelector('aims-readiness').setState(visit), given);
    await page.locator('nav.tabs').waitFor();
    const before = await held(page);
    for (const language of [...LANGUAGES.filter((known) => known !== 'en'), 'en']) {
      const texts = textsOf(language);
      await page.evaluate((lang) => { document.querySelector('aims-readiness').lang = lang; }, language);
      await page.getByRole('heading', { name: texts['ui.checklist.title'], exact: true }).waitFor();
      assert.deepEqual(await held(page), before, language);
      const meter = await page.locator('.meter-figure').textContent();
      assert.ok(meter.includes(texts['ui.meter.ready'].replace('{percent}', '').trim()), meter);
    }
  }),

  test('dates and figures are written as the language writes them', async ({ browser, url }) => {
    const day = new Date(Date.UTC(2027, 11, 2));
    for (const language of LANGUAGES) {
      const page = await openCheck(browser, url, { lang: language, 'as-of': '2026-11-22' }, { context: { locale: language } });
      await page.evaluate((visit) => document.querySelector('aims-readiness').setState(visit), { schema: 2, answers: HIGH, work: {}, step: { name: 'result' } });
      await page.locator('.verdict').waitFor();
      const written = await page.evaluate(([tag, time]) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(time), [language, day.getTime()]);
      assert.ok((await page.locator('.verdict').textContent()).includes(written), `${language}: ${written}`);
    }
  }),

  test('the site speaks the browser\'s language, and another one that is chosen, on all its pages', async ({ browser, site }) => {
    const page = await openPage(browser, site, { context: { locale: 'de-AT' } });
    const german = textsOf('de');
    await page.getByRole('button', { name: german['ui.start.begin'] }).waitFor();
    await page.locator('html[lang=de]').waitFor();
    assert.ok((await page.title()).includes('KI'));
    await page.locator('#language').selectOption('ar');
    await page.getByRole('button', { name: textsOf('ar')['ui.start.begin'] }).waitFor();
    await page.locator('html[lang=ar]').waitFor();
    assert.equal(await page.locator('.site-footer').evaluate((footer) => getComputedStyle(footer).direction), 'rtl');
    await page.locator('.site-footer a').nth(2).click();
    await page.locator('.workshop-open').first().waitFor();
    assert.match(page.url(), /workshop\.html\?lang=ar/);
    await page.locator('html[lang=ar]').waitFor();
    await page.locator('#language').selectOption('en');
    await page.getByRole('heading', { name: textsOf('en')['ui.workshop.title'] }).waitFor();
    await page.locator('html[lang=en]').waitFor();
    assert.equal(await page.locator('.site-footer a').first().textContent(), 'Check a use case');
    await assertAccessible(page);
  }),
];
