// The checklist on small screens, in light and dark, for axe, for the keyboard, without a network, and when its module fails.

import assert from 'node:assert/strict';
import { allowProblem, assertAccessible, recordRequests } from './harness.mjs';
import { TABS, chooseStatus, goBack, goToList, goToTab, lineOf, openLine, shownStatus, tailor, write } from './list.mjs';
import { CV_RANKING, EMOTIONS, FRAUD, answer, assertFits, begin, headingFocused, openReady, openResult, result, state, take } from './journey.mjs';

const NARROW = { width: 320, height: 700 };

/** Tables that are wider than the page scroll inside a box of their own, which the keyboard reaches. */
async function assertTablesInBoxes(page, screen) {
  const wrong = await page.evaluate(() => {
    const root = document.querySelector('aims-readiness').shadowRoot;
    const width = document.documentElement.clientWidth;
    return [...root.querySelectorAll('table')]
      .filter((table) => table.getBoundingClientRect().right > width + 0.5)
      .filter((table) => {
        const box = table.closest('.scroll');
        return !box || box.tabIndex !== 0 || box.getBoundingClientRect().right > width + 0.5;
      })
      .map((table) => table.className);
  });
  assert.deepEqual(wrong, [], screen);
}

/** Every element that is cut off: its content is wider than it and it neither scrolls nor is meant to be hidden. */
async function assertNothingCutOff(page, screen) {
  const cut = await page.evaluate(() => {
    const root = document.querySelector('aims-readiness').shadowRoot;
    const width = document.documentElement.clientWidth;
    return [...root.querySelectorAll('.page *')]
      .filter((element) => !element.closest('.scroll, svg, .visually-hidden, textarea') && element.checkVisibility())
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 40)}`);
  });
  assert.deepEqual(cut, [], screen);
}

/** Opens every fold of the screen shown, but for lines: their folds follow with the line. */
async function openFolds(page) {
  for (const summary of await page.locator('details.fold > summary:visible').all()) await summary.click();
}

const looks = ['light', 'dark'].flatMap((colorScheme) =>
  TABS.map((tab) => ({
    name: `"${tab}" in ${colorScheme} does not scroll sideways at 320 px, and axe finds nothing`,
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING, { viewport: NARROW, colorScheme });
      await goToList(page);
      await tailor(page, 'How many people work', '10 to 49');
      await tailor(page, 'Which certificates', 'ISO/IEC 27001');
      const references = ['4.1', '4.2', '4.3', 'A.2.2', 'A.6.2.4'];
      for (const [place, words] of ['Planned', 'Partly done', 'Done', 'Done and checked', 'Done'].entries()) {
        await chooseStatus(page, references[place], words);
      }
      if (tab === 'Checklist') {
        const line = await openLine(page, 'A.6.2.4');
        await line.locator('details.fold > summary').first().click();
        await page.locator('.meter summary').click();
      } else {
        await goToTab(page, tab);
        await openFolds(page);
      }
      await assertFits(page, tab);
      await assertTablesInBoxes(page, tab);
      await assertNothingCutOff(page, tab);
      await assertAccessible(page);
    },
  })),
);

/** Tab by Tab to what has the focus and is wanted. */
async function tabTo(page, wanted, back = false) {
  const seen = [];
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const at = await page.evaluate(() => {
      const found = document.querySelector('aims-readiness').shadowRoot.activeElement;
      return found && { tag: found.tagName, text: found.textContent, label: found.ariaLabel ?? found.closest('label')?.textContent };
    });
    if (at && wanted(at)) return;
    seen.push(at?.label ?? at?.text ?? '(outside)');
  }
  throw new Error(`never reached by Tab: ${[...new Set(seen)].join(' | ')}`);
}

/** Serves 503 for what fits the pattern while `failing.is` holds. */
const failing = (pattern) => {
  const switched = { is: true };
  switched.prepare = async (page) => {
    allowProblem(page, /Failed to load resource|integrity|SRI/);
    await page.route(pattern, (route) => (switched.is ? route.fulfill({ status: 503 }) : route.continue()));
  };
  return switched;
};

const failures = [
  ['**/result_bg.wasm', /result_bg\.wasm \(503\)/],
  ['**/result.js*', /result\.js/],
].map(([pattern, message]) => ({
  name: `without ${pattern.slice(3)} visitor and host are told, answers stay, and a later try works`,
  async run({ browser, url }) {
    const fail = failing(pattern);
    const page = await openReady(browser, url, {}, fail.prepare);
    await begin(page);
    await take(page, CV_RANKING.slice(0, -1));
    const told = (count) => page.waitForFunction((wanted) => globalThis.aimsErrors.length === wanted, count);
    await told(1);
    await answer(page, ...CV_RANKING.at(-1).slice(1));
    await told(2);
    for (const { code, message: text, remedy } of await page.evaluate(() => globalThis.aimsErrors)) {
      assert.equal(code, 'load');
      assert.match(text, message);
      assert.ok(remedy.length > 0);
    }
    const alert = page.getByRole('alert');
    assert.match(await alert.textContent(), message);
    await assertAccessible(page);

    fail.is = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.verdict').waitFor();
    assert.equal(await result(page), 'High-risk');
    assert.equal(await alert.count(), 0);
    await goToList(page);
    await chooseStatus(page, '4.1', 'Done');
    await goBack(page);
    await goToList(page);
    assert.equal(await shownStatus(page, '4.1'), 'Done');
  },
}));

export const tests = [
  ...looks,
  {
    name: 'the stop list fits at 320 px, and axe finds nothing with a line opened',
    async run({ browser, url }) {
      for (const colorScheme of ['light', 'dark']) {
        const page = await openResult(browser, url, EMOTIONS, { viewport: NARROW, colorScheme });
        await goToList(page, 'Show the stop list');
        await page.locator('.line summary').first().click();
        await page.locator('.line .record').waitFor();
        await assertFits(page, colorScheme);
        await assertNothingCutOff(page, colorScheme);
        await assertAccessible(page);
      }
    },
  },
  {
    name: 'controls that may be left out pass axe, with the reason asked for',
    async run({ browser, url }) {
      const page = await openResult(browser, url, FRAUD);
      await goToList(page);
      const select = page.locator('.line-status:has(option[value=not-applicable])').first();
      const reference = (await select.getAttribute('aria-label')).replace('Status of ', '');
      await chooseStatus(page, reference, 'Left out');
      const line = await openLine(page, reference);
      await line.getByLabel('Why it is left out').waitFor();
      await assertAccessible(page);
    },
  },
  {
    name: 'each select of a status has a name of its own',
    async run({ browser, url }) {
      for (const [steps, name] of [[CV_RANKING, undefined], [EMOTIONS, 'Show the stop list']]) {
        const page = await openResult(browser, url, steps);
        await goToList(page, name);
        const names = await page.locator('.line-status').evaluateAll((all) => all.map((select) => select.ariaLabel));
        assert.deepEqual(names.filter((text, place) => names.indexOf(text) !== place), []);
      }
    },
  },
  {
    name: 'the status of each line can be told apart by eye',
    async run({ browser, url }) {
      const page = await openResult(browser, url, FRAUD);
      await goToList(page);
      const select = page.locator('.line-status:has(option[value=not-applicable])').first();
      const reference = (await select.getAttribute('aria-label')).replace('Status of ', '');
      const edge = () => lineOf(page, reference).evaluate((line) => getComputedStyle(line).borderInlineStartColor);
      const none = await edge();
      const edges = new Set([none]);
      for (const words of ['Partly done', 'Done and checked', 'Left out']) {
        await chooseStatus(page, reference, words);
        assert.notEqual(await edge(), none, words);
        edges.add(await edge());
      }
      assert.equal(edges.size, 4);
    },
  },
  {
    name: 'list, line, record, tabs and the way back work with the keyboard alone',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await headingFocused(page, 'High-risk');
      await tabTo(page, ({ text }) => text === 'Make my checklist');
      await page.keyboard.press('Enter');
      await headingFocused(page, 'Your checklist');
      await tabTo(page, ({ label }) => label === 'Status of 4.1');
      await page.keyboard.type('Done');
      await lineOf(page, '4.1', '[data-status=implemented]').waitFor();
      await tabTo(page, ({ tag, text }) => tag === 'SUMMARY' && text.startsWith('4.2'));
      await page.keyboard.press('Enter');
      await lineOf(page, '4.2').locator('.record').waitFor();
      await tabTo(page, ({ label }) => label === 'We work that way');
      await page.keyboard.press('Space');
      await tabTo(page, ({ label }) => label === 'Owner');
      await page.keyboard.type('Ada');
      await tabTo(page, ({ label }) => label === 'Note');
      await page.keyboard.type('by hand');
      await tabTo(page, ({ label }) => label === 'Status of 4.2');
      await page.keyboard.press('ArrowDown');
      await lineOf(page, '4.2', '[data-status=planned]').waitFor();
      assert.deepEqual((await state(page)).work, {
        4.1: { status: 'implemented' },
        4.2: { status: 'planned', working: true, owner: 'Ada', note: 'by hand' },
      });
      await tabTo(page, ({ tag, text }) => tag === 'BUTTON' && text === 'Plan', true);
      await page.keyboard.press('Space');
      await headingFocused(page, 'Plan');
      await tabTo(page, ({ tag, text }) => tag === 'BUTTON' && text === 'Statement of Applicability');
      await page.keyboard.press('Enter');
      await headingFocused(page, 'Statement of Applicability');
      await tabTo(page, ({ text }) => text === 'Back to the result', true);
      await page.keyboard.press('Enter');
      await headingFocused(page, 'High-risk');
    },
  },
  {
    name: 'nothing is requested on the whole way through list, tabs and back',
    async run({ browser, url }) {
      // The page notes its length at `aims-ready`, before the first question.
      let loaded;
      const page = await openResult(browser, url, CV_RANKING, {}, (opened) =>
        opened.exposeFunction('noteLoaded', () => (loaded ??= recordRequests(opened).length)).then(() =>
          opened.addInitScript(() => addEventListener('aims-ready', () => globalThis.noteLoaded())),
        ),
      );
      await page.waitForFunction(() => globalThis.aimsReadies === 1);
      for (let time = 0; time < 2; time += 1) {
        await goToList(page);
        await tailor(page, 'How many people work', '50 to 249');
        await chooseStatus(page, '4.1', time ? 'Done' : 'Planned');
        const line = await openLine(page, '4.1');
        await write(line, 'Owner', 'Ada');
        for (const tab of TABS) await goToTab(page, tab);
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Save it all' }).click();
        await download;
        await goBack(page);
      }
      const later = recordRequests(page).slice(loaded).filter(({ url: to }) => !to.startsWith('blob:'));
      assert.ok(loaded > 8, String(loaded));
      assert.deepEqual(later, []);
    },
  },
  ...failures,
];
