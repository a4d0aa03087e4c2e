// The main job on the built page, under the strict content security policy: from first click to checklist.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertAccessible, recordRequests } from './harness.mjs';
import { chooseStatus, goToList, readiness } from './list.mjs';
import { CV_RANKING, EMOTIONS, FRAUD, answer, assertFits, begin, openReady, openResult, question, result, state, take } from './journey.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What the command line says to one line of input. */
function commandLine(command, asOf, input) {
  const run = spawnSync(
    path.join(ROOT, 'setup/toolchain-env.sh'),
    ['native', 'cargo', 'run', '--quiet', '--locked', '--bin', 'aims-readiness', '--', command, '--as-of', asOf],
    { cwd: ROOT, input: `${JSON.stringify(input)}\n`, encoding: 'utf8' },
  );
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout);
}

/** Answers the question shown with "None of these", or "I don't know" where there is no such answer. */
async function answerNothing(page) {
  const none = page.getByLabel('None of these', { exact: true });
  await answer(page, (await none.count()) > 0 ? 'None of these' : "I don't know");
}

async function finish(page) {
  while ((await page.locator('.verdict').count()) === 0) await answerNothing(page);
}

export const tests = [
  {
    name: 'a bank that ranks CVs gets tier, sector, reasons, dates and a checklist, and nothing leaves the page',
    async run({ browser, url }) {
      const page = await openReady(browser, url);
      const requests = recordRequests(page);
      const loaded = requests.length;
      assert.ok(loaded > 5, 'the page loaded its files');
      assert.ok(requests.every((request) => request.url.startsWith(url) && request.method === 'GET'));
      await assertAccessible(page);

      await begin(page);
      await assertAccessible(page);
      await take(page, CV_RANKING);

      assert.equal(await result(page), 'High-risk');
      const verdict = await page.locator('.verdict').textContent();
      for (const part of ['2 December 2027', 'Banking and financial services', 'Recruitment and human resources', 'Deployer']) {
        assert.ok(verdict.includes(part), part);
      }
      const reasons = page.locator('.reasons');
      assert.ok((await reasons.textContent()).includes('It is used to recruit or select people.'));
      const link = reasons.getByRole('link', { name: 'AI Act, Annex III, point 4(a)' });
      assert.match(await link.getAttribute('href'), /^https:\/\/eur-lex\.europa\.eu\/.*20260727#anx_III$/);
      assert.ok((await page.locator('.footer').textContent()).includes('no legal advice'));
      await assertAccessible(page);

      const [told] = await page.evaluate(() => globalThis.aimsResults);
      assert.equal(told.result.tier, 'high');
      assert.deepEqual(told.result.sectors, ['financial_services', 'recruitment_hr']);

      await goToList(page);
      const references = await page.locator('.line-ref').allTextContents();
      assert.equal(references.filter((text) => /^\d/.test(text)).length, 32, 'the 32 leaf clauses');
      assert.equal(references.filter((text) => text.startsWith('A.')).length, 38, 'the 38 controls');
      assert.ok(references.includes('Art 26(2)'), 'a duty of the Act');

      // The figure itself is compared with the command line below: lines weigh by priority.
      assert.deepEqual(await readiness(page), { percent: 0, done: 0, counted: 70, leftOut: 0 });
      for (const reference of ['4.1', '4.2', '4.3', '5.2']) await chooseStatus(page, reference, 'Done');
      const { percent, done } = await readiness(page);
      assert.equal(done, 4);
      assert.ok(percent > 0 && percent < 100, String(percent));
      await page.locator('.line summary').first().click();
      await page.locator('.profile summary').click();
      await assertAccessible(page);

      assert.deepEqual(requests.slice(loaded), [], 'no request after the page has loaded');
    },
  },
  {
    name: 'going back keeps every answer, and a changed answer changes the result',
    async run({ browser, url }) {
      const page = await openReady(browser, url);
      await begin(page);
      await take(page, CV_RANKING.slice(0, 7));
      for (const [start, ...options] of CV_RANKING.slice(0, 7).reverse()) {
        await page.getByRole('button', { name: 'Back' }).click();
        await page.locator('form h2', { hasText: start }).waitFor();
        for (const option of options) assert.ok(await page.getByLabel(option).first().isChecked(), `${start}: ${option}`);
      }
      // Forward again goes to the first question that is still open.
      await answer(page, 'Yes');
      assert.ok((await question(page)).startsWith('Which of these describes all'));
      await finish(page);
      assert.equal(await result(page), 'Between Exempt from high-risk and High-risk');

      await page.getByRole('button', { name: /^Change\s*: What does the system do in work/ }).click();
      await page.getByLabel('Searches for, filters, ranks').uncheck();
      await answer(page, 'Only answers questions on jobs');
      await finish(page);
      assert.equal(await result(page), 'Minimal risk');
    },
  },
  {
    name: '"I don\'t know" leaves an honest range and names the answer that settles most',
    async run({ browser, url }) {
      const page = await openReady(browser, url);
      await begin(page);
      await take(page, CV_RANKING.slice(0, 6));
      await answer(page, "I don't know");
      await finish(page);
      assert.equal(await result(page), 'Between Minimal risk and High-risk');
      const because = await page.locator('section[aria-labelledby=because]').textContent();
      assert.ok(because.includes('No special rule is certain to apply yet.'), because);
      const open = page.locator('.open');
      assert.ok((await open.textContent()).includes('What does the system do in work or recruitment?'));
      await assertAccessible(page);
      await open.getByRole('button', { name: 'Answer it' }).click();
      await page.getByLabel("I don't know").uncheck();
      await answer(page, 'Only helps people to word job adverts');
      await finish(page);
      assert.equal(await result(page), 'Minimal risk');
    },
  },
  {
    name: 'a prohibited use gets the stop list and no score',
    async run({ browser, url }) {
      const page = await openResult(browser, url, EMOTIONS);
      assert.equal(await result(page), 'Prohibited');
      assert.ok((await page.locator('.reasons').textContent()).includes('AI Act, Art 5(1)(f)'));
      await goToList(page, 'Show the stop list');
      assert.equal(await page.locator('.line').count(), 8);
      assert.equal(await page.locator('.meter').count(), 0);
      await assertAccessible(page);
    },
  },
  {
    name: 'a near miss says why it is none, what would change it, and what else may apply',
    async run({ browser, url }) {
      const page = await openResult(browser, url, FRAUD);
      assert.equal(await result(page), 'Minimal risk');
      const near = await page.locator('section[aria-labelledby=near]').textContent();
      assert.ok(near.includes('AI Act, Annex III, point 5(b)'), near);
      for (const summary of await page.locator('details > summary').all()) await summary.click();
      const whatIf = page.locator('details', { hasText: 'What would change it' });
      assert.ok((await whatIf.textContent()).includes('Evaluates, before credit is granted'));
      await page.getByLabel('United Kingdom').check();
      await page.locator('.flags', { hasText: 'United Kingdom' }).first().waitFor();
      assert.equal(await result(page), 'Minimal risk');
      await assertAccessible(page);
    },
  },
  {
    name: 'what is not AI is out of scope after one question',
    async run({ browser, url }) {
      const page = await openReady(browser, url);
      await begin(page);
      await answer(page, 'No');
      assert.equal(await result(page), 'Out of scope');
      assert.ok((await page.locator('.reasons').textContent()).includes('Was the system trained'));
    },
  },
  {
    name: 'a question left without answer says so and keeps the focus order',
    async run({ browser, url }) {
      const page = await openReady(browser, url);
      await begin(page);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('alert').waitFor();
      assert.ok((await page.getByRole('alert').textContent()).startsWith('Choose an answer.'));
      await assertAccessible(page);
      await answer(page, 'Yes');
      assert.ok((await question(page)).startsWith('Is one of these true'));
    },
  },
  {
    name: 'the whole way to a result works with the keyboard alone',
    async run({ browser, url }) {
      const page = await openReady(browser, url);
      const focused = () =>
        page.evaluate(() => {
          const at = document.querySelector('aims-readiness').shadowRoot.activeElement;
          return { tag: at?.tagName, text: at?.textContent, value: at?.value };
        });
      const tabTo = async (wanted) => {
        for (let step = 0; step < 40; step += 1) {
          await page.keyboard.press('Tab');
          const at = await focused();
          if (wanted(at)) return;
        }
        throw new Error('never reached by Tab');
      };
      await tabTo((at) => at.text === 'Start the check');
      await page.keyboard.press('Enter');
      await page.locator('form h2').waitFor();
      await page.waitForFunction(() => document.querySelector('aims-readiness').shadowRoot.activeElement?.tagName === 'H2');
      await tabTo((at) => at.tag === 'INPUT');
      await page.keyboard.press('ArrowDown');
      assert.equal((await focused()).value, 'no');
      await page.keyboard.press('Enter');
      await page.locator('.verdict').waitFor();
      assert.equal(await result(page), 'Out of scope');
      await page.waitForFunction(() => document.querySelector('aims-readiness').shadowRoot.activeElement?.tagName === 'H2');
    },
  },
  {
    name: 'page and command line say the same, down to the receipt',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      const { answers, result: shown } = await state(page);
      assert.deepEqual(commandLine('classify', shown.as_of, { id: 'page', answers }), { id: 'page', ...shown });

      await goToList(page);
      for (const [reference, status] of [['4.1', 'Planned'], ['4.2', 'Partly done'], ['4.3', 'Done'], ['A.6.2.4', 'Done and checked']]) {
        await chooseStatus(page, reference, status);
      }
      const { percent, done, counted, leftOut } = await readiness(page);
      const { work } = await state(page);
      const { progress } = commandLine('plan', shown.as_of, { id: 'page', answers, work });
      const { overall } = progress;
      assert.deepEqual([percent, done, counted, leftOut], [overall.percent, overall.done, overall.counted, overall.left_out]);
      assert.equal(done, 2);
    },
  },
  {
    name: 'no screen scrolls sideways at 320 px, in light and dark, and axe finds nothing',
    async run({ browser, url }) {
      for (const colorScheme of ['light', 'dark']) {
        const page = await openReady(browser, url, { viewport: { width: 320, height: 700 }, colorScheme });
        const fits = async (screen) => {
          await assertFits(page, screen);
          await assertAccessible(page);
        };
        await fits('start');
        await begin(page);
        for (const step of CV_RANKING) {
          await fits(step[0]);
          await take(page, [step]);
        }
        await fits('result');
        // The screens of the list follow in list-look.spec.mjs.
      }
    },
  },
];
