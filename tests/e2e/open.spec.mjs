// The static pages beside the check: every rule, and the quality card.

import assert from 'node:assert/strict';
import { assertAccessible, openPage } from './harness.mjs';

const NARROW = { width: 320, height: 700 };

const rules = (page) => page.locator('.group .rule');
const shown = (page) => page.locator('.group .rule:visible');

async function openRules(browser, url, context) {
  const page = await openPage(browser, `${url}rules.html`, { context });
  await rules(page).first().waitFor();
  return page;
}

async function assertFits(page) {
  const { content, width } = await page.evaluate(() => ({
    content: document.scrollingElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  assert.ok(content <= width, `${content} px on ${width} px`);
}

const looks = ['rules.html', 'quality.html'].flatMap((file) =>
  ['light', 'dark'].map((colorScheme) => ({
    name: `${file} in ${colorScheme} does not scroll sideways at 320 px, and axe finds nothing`,
    async run({ browser, url }) {
      const page = await openPage(browser, `${url}${file}`, { context: { viewport: NARROW, colorScheme } });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await assertFits(page);
      // Two hundred rules take axe long. Those of the other kinds show the same parts in the same colours.
      await assertAccessible(page, { exclude: colorScheme === 'dark' ? '.rule[data-kind=outside]' : undefined });
    },
  })),
);

export const tests = [
  ...looks,
  {
    name: 'each rule of quality.json has an anchor, and no link within the pages leads nowhere',
    async run({ browser, url }) {
      const quality = await (await fetch(`${url}quality.json`)).json();
      const page = await openRules(browser, url);
      const ids = new Set(await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id)));
      const tried = Object.keys(quality.rules);
      assert.ok(tried.length > 0, 'quality.json names rules');
      assert.deepEqual(tried.filter((id) => !ids.has(`rule-${id}`)), []);
      const within = (selector) => page.locator(selector).evaluateAll((links) => links.map(({ hash }) => hash.slice(1)));
      assert.deepEqual((await within('a[href^="#"]')).filter((id) => !ids.has(id)), []);
      assert.equal(ids.size, await page.locator('[id]').count(), 'no id stands twice');

      await page.goto(`${url}quality.html`);
      assert.deepEqual((await within('a[href^="rules.html#"]')).filter((id) => !ids.has(id)), []);
      await page.getByRole('link', { name: 'quality.json' }).waitFor();
    },
  },
  {
    name: 'a search narrows the rules and says how many fit',
    async run({ browser, url }) {
      const page = await openRules(browser, url);
      const total = await rules(page).count();
      const field = page.getByLabel('Search the rules');
      const told = page.getByRole('status');
      assert.equal(await shown(page).count(), total);
      assert.equal(await told.textContent(), '');

      await field.fill('annex_iii.5.b');
      const found = await shown(page).count();
      assert.ok(found > 0 && found < total, `${found} of ${total}`);
      assert.equal(await told.textContent(), `${found} of ${total} rules fit.`);
      assert.ok(await page.locator('[id="rule-annex_iii.5.b"]').isVisible());
      assert.ok(await page.locator('#group-art5').isHidden(), 'a group without a fitting rule is put away');
      await assertFits(page);

      await field.fill('xyzzy');
      assert.equal(await shown(page).count(), 0);
      assert.equal(await told.textContent(), 'No rule fits.');

      await field.fill('');
      assert.equal(await shown(page).count(), total);
      assert.equal(await told.textContent(), '');
    },
  },
  {
    name: 'a link to a rule that the search has put away shows it',
    async run({ browser, url }) {
      const page = await openRules(browser, url);
      await page.getByLabel('Search the rules').fill('xyzzy');
      await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Prohibited practices' }).click();
      await page.locator('#group-art5').waitFor();
      assert.equal(await page.getByLabel('Search the rules').inputValue(), '');
    },
  },
  {
    name: 'without JavaScript all rules are there, and no search box',
    async run({ browser, url }) {
      const page = await openRules(browser, url, { javaScriptEnabled: false });
      assert.ok(await page.locator('#search').isHidden());
      assert.equal(await shown(page).count(), await rules(page).count());
      await page.locator('.index summary').first().click();
      await page.locator('.index a').first().click();
      assert.match(page.url(), /#rule-/);
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Quality card' }).click();
      await page.getByRole('heading', { level: 1, name: 'Quality card' }).waitFor();
    },
  },
  {
    name: 'on paper all cases are open, and there is no navigation',
    async run({ browser, url }) {
      const page = await openRules(browser, url);
      const text = page.locator('.evidence .cases p').first();
      assert.ok(await text.isHidden());
      await page.emulateMedia({ media: 'print' });
      await text.waitFor();
      for (const name of ['Pages', 'Contents']) {
        assert.equal(await page.getByRole('navigation', { name }).count(), 0, name);
      }
      assert.ok(await page.locator('#search').isHidden());
    },
  },
  {
    name: 'a keyboard reaches the content at once',
    async run({ browser, url }) {
      const page = await openRules(browser, url);
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the content');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
    },
  },
];
