// The gallery: each page embeds the check under the strict policy, and a host of each kind hears of it.

import assert from 'node:assert/strict';
import { assertAccessible, openPage } from './harness.mjs';
import { assertFits } from './journey.mjs';
import { textsOf } from './screens.mjs';

const NARROW = { viewport: { width: 320, height: 700 } };

/** Pages with one check that a locator of the page reaches. */
const PAGES = ['plain', 'classic', 'strict', 'hostile', 'dark', 'react/', 'vue/', 'configurator'];
const address = (url, name) => `${url}gallery/${name.endsWith('/') ? `${name}index` : name}.html`;

/** Starts the check in `place`, a page, a frame or a part of one, and answers its first question. */
async function answerFirst(place, words = { begin: 'Start the check', go: 'Continue' }) {
  await place.getByRole('button', { name: words.begin }).click();
  const heading = place.locator('form h2');
  const before = await heading.textContent();
  await place.getByRole('radio').first().check();
  await place.getByRole('button', { name: words.go }).click();
  await heading.filter({ hasNotText: before }).waitFor();
}

const pages = PAGES.map((name) => ({
  name: `${name}: the check starts and takes an answer`,
  async run({ browser, url }) {
    const page = await openPage(browser, address(url, name));
    await answerFirst(page.locator('aims-readiness'));
  },
}));

const widths = ['index', ...PAGES, 'two', 'frame', 'yew/']
  // What the hostile styles make of their own page is theirs.
  .filter((name) => name !== 'hostile')
  .map((name) => ({
    name: `${name}: nothing scrolls sideways at 320 px`,
    async run({ browser, url }) {
      const page = await openPage(browser, address(url, name), { context: NARROW });
      if (name === 'frame') await page.frameLocator('#check').getByRole('button', { name: 'Start the check' }).waitFor();
      else if (name === 'yew/') await page.locator('aims-readiness').waitFor();
      else if (name !== 'index') await page.getByRole('button', { name: 'Start the check' }).first().waitFor();
      await assertFits(page, name);
    },
  }));

const looks = ['index', 'plain', 'configurator', 'dark'].flatMap((name) =>
  ['light', 'dark'].map((colorScheme) => ({
    name: `${name} in ${colorScheme}: axe finds nothing`,
    async run({ browser, url }) {
      const page = await openPage(browser, address(url, name), { context: { colorScheme } });
      if (name !== 'index') await page.getByRole('button', { name: 'Start the check' }).waitFor();
      await assertAccessible(page);
    },
  })),
);

/** The middle of an element in the check, whose root may be closed: found by the root that was made. */
async function middle(page, selector, text) {
  const found = await page.waitForFunction(
    ([wanted, words]) => {
      const parts = [...(globalThis.checkRoot?.querySelectorAll(wanted) ?? [])];
      const part = parts.find((one) => one.textContent.includes(words) && one.getClientRects().length > 0);
      if (!part) return null;
      part.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = part.getBoundingClientRect();
      return { x: x + Math.min(width / 2, 40), y: y + height / 2 };
    },
    [selector, text],
  );
  return found.jsonValue();
}

async function clickInside(page, selector, text) {
  const { x, y } = await middle(page, selector, text);
  await page.mouse.click(x, y);
}

const configurator = (page) => ({
  check: page.locator('#preview > aims-readiness'),
  field: (name) => page.locator(`[id="${name}"]`),
  group: (name) => page.locator('#settings summary', { hasText: name }).click(),
  markup: () => page.locator('#markup').textContent(),
  styles: () => page.locator('#styles').textContent(),
});

const hosts = [
  {
    name: 'the contents name no page that is not there',
    async run({ browser, url }) {
      const page = await openPage(browser, address(url, 'index'));
      const targets = await page.locator('main a').evaluateAll((links) => links.map((link) => link.href));
      assert.ok(targets.length >= 10, `${targets.length} pages`);
      for (const target of targets) assert.equal((await page.request.get(target)).status(), 200, target);
      assert.doesNotMatch(await page.content(), /\{\{source|embed\/VERSION/);
    },
  },
  {
    name: 'plain: the log tells each event',
    async run({ browser, url }) {
      const page = await openPage(browser, address(url, 'plain'));
      await answerFirst(page.locator('aims-readiness'));
      for (const name of ['aims-ready', 'aims-step', 'aims-answer']) {
        await page.locator(`[data-event="${name}"]`).first().waitFor();
      }
    },
  },
  {
    name: 'hostile: the text of the check is set as anywhere else',
    async run({ browser, url }) {
      const look = async (name) => {
        const page = await openPage(browser, address(url, name));
        await page.locator('aims-readiness').getByRole('button', { name: 'Start the check' }).waitFor();
        return page.evaluate(() => {
          const heading = document.querySelector('aims-readiness').shadowRoot.querySelector('h2');
          // Sizes follow the page's own, as they should.
          const { fontFamily, fontStyle, textTransform, direction, visibility, wordSpacing } = getComputedStyle(heading);
          return { fontFamily, fontStyle, textTransform, direction, visibility, wordSpacing };
        });
      };
      assert.deepEqual(await look('hostile'), await look('strict'));
    },
  },
  {
    name: 'two: each has its own answers',
    async run({ browser, url }) {
      const page = await openPage(browser, address(url, 'two'));
      const [first, second] = [page.locator('aims-readiness').nth(0), page.locator('aims-readiness').nth(1)];
      const german = textsOf('de');
      const words = { begin: german['ui.start.begin'], go: german['ui.continue'] };
      await second.getByRole('button', { name: words.begin }).waitFor();
      await answerFirst(first);
      assert.ok(await second.getByRole('button', { name: words.begin }).isVisible());
      await answerFirst(second, words);
    },
  },
  {
    name: 'overlay: the page and its card are there together, or neither',
    async run({ browser, url }) {
      const page = await openPage(browser, address(url, 'index'));
      const cards = await page.locator('main a[href="overlay.html"]').count();
      assert.equal((await page.request.get(address(url, 'overlay'))).status(), cards === 1 ? 200 : 404);
      if (cards === 0) return;
      await page.goto(address(url, 'overlay'));
      await answerFirst(page.locator('aims-readiness'));
      assert.equal(await page.locator('[data-event="aims-error"]').count(), 0);
    },
  },
  {
    name: 'frame: the check in it takes an answer, and the page shows its result',
    async run({ browser, url }) {
      const page = await openPage(browser, address(url, 'frame'));
      await answerFirst(page.frameLocator('#check').locator('aims-readiness'));
      assert.ok(await page.locator('#result').isHidden());
      await page.evaluate(async () => {
        const frame = document.querySelector('#check');
        const { connectFrame } = await import(new URL('frame-host.js', frame.src).href);
        // The connection that the page has made already.
        await connectFrame(frame).goTo({ name: 'result' });
      });
      await page.getByRole('row', { name: /^Tier / }).waitFor();
      assert.ok((await page.locator('#result tr').count()) > 2, 'tier, day and the answer given');
    },
  },
  ...['react/', 'vue/'].map((name) => ({
    name: `${name}: what the check tells reaches the state of the app`,
    async run({ browser, url }) {
      const page = await openPage(browser, address(url, name));
      const told = page.locator('#app > .panel');
      assert.match(await told.textContent(), /heard of \d+ steps\. No result so far\./);
      const steps = async () => Number(/heard of (\d+) steps/.exec(await told.textContent())[1]);
      await page.getByRole('button', { name: 'Start the check' }).waitFor();
      const before = await steps();
      await answerFirst(page.locator('aims-readiness'));
      assert.ok((await steps()) > before);
      await page.locator('aims-readiness').evaluate((element) => {
        const detail = { schema: 1, answers: {}, work: {}, result: { tier: 'minimal' } };
        element.dispatchEvent(new CustomEvent('aims-result', { detail, bubbles: true, composed: true }));
      });
      await told.filter({ hasText: 'Tier: minimal' }).waitFor();
    },
  })),
  {
    name: 'yew/: the app of the page and the check keep to their own clicks',
    async run({ browser, url }) {
      const page = await openPage(browser);
      await page.addInitScript(() => {
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (options) {
          const root = attach.call(this, options);
          if (this.localName === 'aims-readiness') globalThis.checkRoot = root;
          return root;
        };
      });
      await page.goto(address(url, 'yew/'));
      const count = page.locator('#count');
      const counted = () => count.textContent();

      await clickInside(page, 'button', 'Start the check');
      await middle(page, 'form h2', '');
      assert.equal(await counted(), 'Counted 0');

      // Each Yew numbers apps and listening elements from the start, so sooner or later something in the check has the
      // numbers of the page's button. Here it has them now.
      await page.evaluate(() => {
        const { __yew_subtree_id, __yew_listener_id } = document.querySelector('#count');
        const inside = globalThis.checkRoot.querySelector('form h2');
        Object.assign(inside, { __yew_subtree_id, __yew_listener_id });
      });
      await clickInside(page, 'form h2', '');
      assert.equal(await counted(), 'Counted 0');

      await count.click();
      await count.click();
      assert.equal(await counted(), 'Counted 2');

      const before = await page.evaluate(() => globalThis.checkRoot.querySelector('form h2').textContent);
      await clickInside(page, 'form label', '');
      await clickInside(page, 'button', 'Continue');
      await page.waitForFunction((old) => globalThis.checkRoot.querySelector('form h2')?.textContent !== old, before);
      assert.equal(await counted(), 'Counted 2');
      await count.click();
      assert.equal(await counted(), 'Counted 3');

      await page.locator('aims-readiness').evaluate((element) => {
        const detail = { schema: 1, answers: {}, work: {}, result: { tier: 'high' } };
        element.dispatchEvent(new CustomEvent('aims-result', { detail, bubbles: true, composed: true }));
      });
      await page.locator('#tier', { hasText: 'Tier: high' }).waitFor();
      assert.equal(await counted(), 'Counted 3');
    },
  },
  {
    name: 'configurator: the check is shown as wide as a phone, or as wide as there is room',
    async run({ browser, url }) {
      for (const [width, most] of [[1280, 360], [320, 320]]) {
        const context = { viewport: { width, height: 800 } };
        const page = await openPage(browser, address(url, 'configurator'), { context });
        const { check } = configurator(page);
        await check.getByRole('button', { name: 'Start the check' }).waitFor();
        const shown = () => check.evaluate((element) => element.getBoundingClientRect().width);
        const wide = await shown();
        await page.getByLabel('Phone').check();
        assert.ok((await shown()) <= Math.min(wide, most), `${await shown()} px at ${width} px`);
        if (width > most) assert.equal(await shown(), most);
        await assertFits(page, `configurator at ${width} px`);
      }
    },
  },
  {
    name: 'configurator: a setting changes the check, the lines and the address',
    async run({ browser, url }) {
      const page = await openPage(browser, address(url, 'configurator'));
      const { check, field, group, markup, styles } = configurator(page);
      await check.getByRole('button', { name: 'Start the check' }).waitFor();

      await field('theme').selectOption('dark');
      assert.equal(await check.getAttribute('theme'), 'dark');
      assert.match(await markup(), /<aims-readiness theme="dark"><\/aims-readiness>$/);

      await field('product-name').fill('A "name" & <more>');
      await page.locator('#preview > aims-readiness[product-name]').waitFor();
      assert.equal(await check.getAttribute('product-name'), 'A "name" & <more>');
      assert.match(await markup(), /product-name="A &quot;name&quot; &amp; &lt;more&gt;"/);

      assert.ok(await page.locator('#look').isHidden());
      await group('Main colours');
      await field('--aims-accent').fill('#7a1f5c');
      assert.equal(await styles(), 'aims-readiness {\n  --aims-accent: #7a1f5c;\n}');
      const accent = () => check.evaluate((element) => getComputedStyle(element).getPropertyValue('--aims-accent'));
      assert.equal(await accent(), '#7a1f5c');

      await field('--aims-accent').fill('no colour');
      assert.equal(await field('--aims-accent').getAttribute('aria-invalid'), 'true');
      assert.equal(await accent(), '');
      await field('--aims-accent').fill('#7a1f5c');

      for (const [way, words] of [
        ['Classic script', /embed\.js"\n? *data-theme="dark"/],
        ['Frame', /frame\.html\?parent=.*&amp;theme=dark/],
        ['React', /<AimsReadinessCheck[\s\S]*theme="dark"/],
      ]) {
        await page.getByLabel(way).check();
        assert.match(await markup(), words, way);
      }
      assert.match(await styles(), /^aims-readiness/);

      // A link holds all of it.
      const shared = await openPage(browser, page.url());
      const other = configurator(shared);
      await other.check.waitFor();
      assert.equal(await other.check.getAttribute('theme'), 'dark');
      assert.equal(await other.markup(), await markup());
      assert.equal(await other.styles(), await styles());
    },
  },
  {
    name: 'configurator: what is copied is what is shown',
    async run({ browser, url }) {
      const context = { permissions: ['clipboard-read', 'clipboard-write'] };
      const page = await openPage(browser, `${address(url, 'configurator')}#theme=light&--aims-radius=0`, { context });
      const { markup, styles } = configurator(page);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await page.getByRole('button', { name: 'Copy the lines' }).click();
      await page.locator('#copied', { hasText: 'Copied' }).waitFor();
      assert.equal(await copied(), await markup());
      await page.getByRole('button', { name: 'Copy the styles' }).click();
      await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('--aims-radius'));
      assert.equal(await copied(), await styles());
      await page.getByRole('button', { name: 'Copy a link' }).click();
      await page.waitForFunction(async () => (await navigator.clipboard.readText()) === location.href);
    },
  },
  {
    name: 'configurator: a link brings in nothing but what the settings take',
    async run({ browser, url }) {
      const given = new URLSearchParams([
        ['wasm-src', 'https://elsewhere.example/'],
        ['onclick', 'alert(1)'],
        ['theme', 'none'],
        ['--aims-accent', 'red; } body { display: none'],
        ['--aims-font', 'url(https://elsewhere.example/)'],
      ]);
      const page = await openPage(browser, `${address(url, 'configurator')}#${given}`);
      const { check, markup, styles } = configurator(page);
      await check.waitFor();
      // Where the files lie goes into the lines, for their reader to judge, and never into the check shown.
      const names = await check.evaluate((element) => element.getAttributeNames());
      assert.deepEqual(names.filter((name) => ['wasm-src', 'onclick', 'theme'].includes(name)), []);
      assert.doesNotMatch(await markup(), /onclick|theme/);
      assert.equal(await styles(), '');
    },
  },
  {
    name: 'configurator: low contrast is told',
    async run({ browser, url }) {
      const page = await openPage(browser, address(url, 'configurator'));
      const { check, field, group } = configurator(page);
      await check.getByRole('button', { name: 'Start the check' }).waitFor();
      await group('Main colours');
      await field('--aims-on-accent').fill('#ffffff');
      await field('--aims-accent').fill('#eeeeee');
      await page.locator('#warnings .contrast').first().waitFor();
    },
  },
  {
    name: 'configurator: the check knows every sector, role and size on offer',
    async run({ browser, url }) {
      const page = await openPage(browser, address(url, 'configurator'));
      const { check, field, group } = configurator(page);
      await group('Beginning');
      await check.getByRole('button', { name: 'Start the check' }).waitFor();
      for (const name of ['sector', 'operator-role', 'size']) {
        const values = await field(name).locator('option').evaluateAll((options) => options.map(({ value }) => value));
        const list = values.filter(Boolean);
        assert.ok(list.length > 1, name);
        // All of them at once, on an element beside that one.
        const unknown = await page.evaluate(
          ([attribute, given]) =>
            new Promise((resolve) => {
              const element = document.createElement('aims-readiness');
              const found = [];
              element.setAttribute(attribute, given);
              element.setAttribute('loading', 'eager');
              element.addEventListener('aims-error', ({ detail }) => {
                if (detail.code === 'prefill') found.push(detail.message);
              });
              element.addEventListener('aims-ready', () => setTimeout(() => (element.remove(), resolve(found)), 100));
              document.body.append(element);
            }),
          [name, name === 'size' ? list[0] : list.join(' ')],
        );
        assert.deepEqual(unknown, [], name);
      }
    },
  },
];

export const tests = [...pages, ...widths, ...looks, ...hosts];
