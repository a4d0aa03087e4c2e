// What people set in their browser or system: forced colours, less motion, larger text.

import assert from 'node:assert/strict';
import { assertAccessible } from './harness.mjs';
import { CV_RANKING, assertFits, begin, openReady, openResult, take } from './journey.mjs';
import { goToList } from './list.mjs';

const inRoot = (page, read) => page.evaluate(`(${read})(document.querySelector('aims-readiness').shadowRoot)`);

export const tests = [
  {
    name: 'with forced colours a choice can be told apart, and every control has an edge',
    async run({ browser, url }) {
      const page = await openReady(browser, url, { forcedColors: 'active' });
      await begin(page);
      await page.getByLabel('Yes').check();
      const look = await inRoot(page, (root) =>
        [...root.querySelectorAll('.choice')].map((choice) => ({
          chosen: Boolean(choice.querySelector(':checked')),
          border: getComputedStyle(choice).borderStyle,
          width: getComputedStyle(choice).borderTopWidth,
        })),
      );
      const { width: ofChosen } = look.find(({ chosen }) => chosen);
      for (const { chosen, border, width } of look) {
        assert.equal(width === ofChosen, chosen);
        assert.notEqual(border, 'none');
      }
      await assertAccessible(page);
    },
  },
  {
    name: 'with less motion nothing moves by itself',
    async run({ browser, url }) {
      for (const [reducedMotion, still] of [['reduce', true], ['no-preference', false]]) {
        const page = await openReady(browser, url, { reducedMotion });
        await begin(page);
        const times = await inRoot(page, (root) =>
          [...root.querySelectorAll('*')].flatMap((element) => {
            const { transitionDuration, animationDuration } = getComputedStyle(element);
            return [transitionDuration, animationDuration];
          }),
        );
        assert.equal(times.every((time) => /^(0s(, )?)+$/.test(time)), still, reducedMotion);
      }
    },
  },
  {
    name: 'text of twice the size fits, on start, question, result and list',
    async run({ browser, url }) {
      const larger = (page) =>
        page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('html { font-size: 200% }');
          document.adoptedStyleSheets = [sheet];
        });
      const page = await openReady(browser, url, { viewport: { width: 640, height: 900 } });
      await larger(page);
      await assertFits(page, 'start');
      await begin(page);
      await assertFits(page, 'first question');
      await take(page, CV_RANKING.slice(0, 3));
      await assertFits(page, 'sectors');
      const other = await openResult(browser, url, CV_RANKING, { viewport: { width: 640, height: 900 } });
      await larger(other);
      await assertFits(other, 'result');
      await goToList(other);
      await assertFits(other, 'list');
    },
  },
];
