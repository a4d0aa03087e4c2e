// A description in free words: what it suggests, and that it decides nothing.

import assert from 'node:assert/strict';
import { allowProblem, assertAccessible, openPage, recordRequests } from './harness.mjs';
import { begin, take, upTo } from './journey.mjs';

async function openStart(browser, url, context) {
  const page = await openPage(browser, url, { context });
  await page.getByRole('button', { name: 'Start the check' }).waitFor();
  return page;
}

async function describe(page, words) {
  const field = page.locator('#describe');
  if (!(await field.isVisible())) await page.getByText('Describe it in your own words').click();
  await field.fill(words);
  await page.getByRole('button', { name: 'Suggest answers' }).click();
}

const marked = (page) => page.locator('.choice:has(.mark)').evaluateAll((choices) => choices.map((choice) => choice.innerText));

export const tests = [
  {
    name: 'words in English and German are turned into marks, and nothing is answered by them',
    async run({ browser, url }) {
      for (const words of [
        'Our bank uses a tool that reads CVs and ranks applicants for a job.',
        'Unsere Bank nutzt ein Werkzeug, das Lebensläufe liest und Bewerber für eine Stelle in eine Reihenfolge bringt.',
      ]) {
        const page = await openStart(browser, url);
        const before = recordRequests(page).length;
        await describe(page, words);
        await page.locator('.suggested').waitFor();
        const loaded = recordRequests(page).slice(before).map((request) => new URL(request.url).pathname);
        assert.equal(loaded.filter((path) => path.endsWith('suggest.bin')).length, 1, loaded.join());
        assert.ok((await page.locator('.suggested').textContent()).includes('Work: finding'), words);
        await assertAccessible(page);
        assert.deepEqual(await page.evaluate(() => document.querySelector('aims-readiness').getState().answers), {});
        await begin(page);
        await take(page, upTo('Banking and financial services'));
        await take(page, [['Does the system do, or could it', 'None of these']]);
        const marks = await marked(page);
        assert.ok(marks.some((text) => text.startsWith('Work: finding') && text.includes('suggested')), marks.join('|'));
        assert.ok(marks.some((text) => text.startsWith('Credit:')), 'credit is common in the sector or suggested');
        assert.equal(await page.locator('.choice :checked').count(), 0);
      }
    },
  },
  {
    name: 'the model is loaded only when it is asked for, once, and its loss stops nobody',
    async run({ browser, url }) {
      const page = await openPage(browser);
      allowProblem(page, /Failed to load resource|integrity|SRI/);
      let fail = true;
      await page.route('**/suggest.bin', (route) => (fail ? route.fulfill({ status: 503 }) : route.continue()));
      await page.goto(url);
      await page.getByRole('button', { name: 'Start the check' }).waitFor();
      assert.ok(!recordRequests(page).some((request) => request.url.includes('suggest')));
      await describe(page, 'A tool that ranks applicants for jobs');
      await page.getByText('The model could not be loaded').waitFor();
      fail = false;
      await describe(page, 'A tool that ranks applicants for jobs');
      await page.locator('.suggested').waitFor();
      await describe(page, 'A system that grades exams of pupils at school');
      await page.locator('.suggested', { hasText: 'Education' }).waitFor();
      // The one that failed is asked for again at once, to tell a server that fails from a file that was changed.
      assert.equal(recordRequests(page).filter((request) => request.url.includes('suggest')).length, 3);
      await begin(page);
    },
  },
  {
    name: 'words that say nothing to the model get a plain word back, at 320 px without sideways scrolling',
    async run({ browser, url }) {
      const page = await openStart(browser, url, { viewport: { width: 320, height: 640 } });
      await describe(page, 'xyzzy qwrtp');
      await page.getByText('No suggestion').waitFor();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
    },
  },
];
