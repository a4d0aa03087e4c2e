// The element on its page: loading, failing, moving, sharing.

import assert from 'node:assert/strict';
import path from 'node:path';
import { allowProblem, openPage, recordRequests } from './harness.mjs';
import { CV_RANKING, begin, openReady, question, take } from './journey.mjs';

export const tests = [
  {
    name: 'two elements share one engine and keep their own answers',
    async run({ browser, url }) {
      const page = await openReady(browser, url);
      await page.evaluate(() => document.querySelector('main').append(document.createElement('aims-readiness')));
      await page.waitForFunction(() => globalThis.aimsReadies === 2);
      await page.getByRole('button', { name: 'Start the check' }).first().click();
      await page.locator('form fieldset').waitFor();
      assert.equal(await page.getByRole('button', { name: 'Start the check' }).count(), 1, 'the other has not begun');
      // Assessment and checklist are a module each, and each is loaded once.
      const engines = recordRequests(page).map((request) => path.basename(request.url)).filter((name) => name.endsWith('.wasm'));
      assert.deepEqual(engines.sort(), ['assess_bg.wasm', 'result_bg.wasm']);
    },
  },
  {
    name: 'a moved element keeps its answers',
    async run({ browser, url }) {
      const page = await openPage(browser, url);
      await page.getByRole('button', { name: 'Start the check' }).waitFor();
      await begin(page);
      await take(page, CV_RANKING.slice(0, 2));
      const before = await question(page);
      await page.evaluate(() => {
        const home = document.createElement('section');
        document.body.append(home);
        home.append(document.querySelector('aims-readiness'));
      });
      assert.equal(await question(page), before);
      await take(page, CV_RANKING.slice(2, 3));
    },
  },
  {
    name: 'a failed load says what failed and can be tried again',
    async run({ browser, url }) {
      const page = await openPage(browser);
      allowProblem(page, /Failed to load resource|integrity|SRI/);
      let fail = true;
      await page.route('**/*.wasm', (route) => (fail ? route.fulfill({ status: 503 }) : route.continue()));
      await page.goto(url);
      const alert = page.getByRole('alert');
      await alert.waitFor();
      assert.match(await alert.textContent(), /assess_bg\.wasm \(503\)/);
      fail = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('button', { name: 'Start the check' }).waitFor();
    },
  },
  {
    name: 'styles of the host do not reach the element, and its styles do not reach the host',
    async run({ browser, url }) {
      const page = await openPage(browser, url);
      await page.getByRole('button', { name: 'Start the check' }).waitFor();
      const look = () =>
        page.evaluate(() => {
          const button = document.querySelector('aims-readiness').shadowRoot.querySelector('.button');
          const { backgroundColor, fontWeight, display } = getComputedStyle(button);
          return { backgroundColor, fontWeight, display };
        });
      const before = await look();
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('button { display: none !important } * { font-weight: 900; background: red }');
        document.adoptedStyleSheets = [sheet];
        document.body.append(Object.assign(document.createElement('p'), { className: 'card kicker', id: 'host' }));
      });
      assert.deepEqual(await look(), before);
      const host = await page.evaluate(() => getComputedStyle(document.querySelector('#host')).borderRadius);
      assert.equal(host, '0px');
    },
  },
  {
    name: 'in a float or a flex row of the host the element keeps a usable width',
    async run({ browser, url }) {
      for (const layout of ['aims-readiness { float: left }', 'main { display: flex }']) {
        const page = await openPage(browser, url);
        await page.getByRole('button', { name: 'Start the check' }).waitFor();
        await page.evaluate((text) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          document.adoptedStyleSheets = [sheet];
        }, layout);
        const width = await page.evaluate(() => document.querySelector('aims-readiness').offsetWidth);
        assert.ok(width >= 320, `${layout}: ${width} px`);
        await begin(page);
      }
    },
  },
];
