// The style page of the gallery: every component is on it, in every variant, and a new one fails here until it is.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assertAccessible, openPage } from './harness.mjs';
import { assertFits } from './journey.mjs';
import { ROOT } from './package.mjs';

const SHEETS = ['assess', 'result', 'keep', 'privacy', 'register', 'workshop'];
const VARIANTS = ['light en', 'dark en', 'light ar', 'dark ar'];

/** Classes that are not on the page, each with the reason. */
const ELSEWHERE = new Map([
  ['workshop-camera', 'the picture of a camera, which a browser asks for'],
]);

/** The page once all samples are drawn, or with what went wrong. */
async function open(browser, url, context) {
  const page = await openPage(browser, `${url}gallery/style.html`, { context });
  await page.waitForFunction(() => !document.querySelector('#styles[aria-busy]') || /could not/.test(document.querySelector('#progress').textContent));
  assert.equal(await page.locator('#progress').count(), 0, await page.locator('#progress').allTextContents().then(String));
  return page;
}

/** Classes that a sheet has rules for. */
function classesOf(sheet) {
  const text = readFileSync(path.join(ROOT, 'element/styles', `${sheet}.css`), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const selectors = [...text.matchAll(/(?:^|[{};])([^{};]+)(?=\{)/g)].map(([, selector]) => selector).filter((selector) => !selector.includes('@'));
  return selectors.flatMap((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name));
}

/** Sections in parts of one length, as axe takes its time for each sample. */
const PARTS = [
  ['tokens', 'text', 'buttons', 'choices'],
  ['question', 'ladder', 'verdict'],
  ['result'],
  ['checklist', 'tables'],
  ['fields', 'states', 'dialogs'],
  ['register'],
  ['workshop'],
  ['group', 'own'],
];

const readable = PARTS.map((sections) => ({
  name: `axe finds nothing in ${sections.join(', ')}`,
  async run({ browser, url }) {
    const page = await open(browser, url);
    for (const id of sections) await assertAccessible(page, { include: `#${id}` });
  },
}));

export const tests = [
  {
    name: 'each component is shown in light and dark, from left to right and from right to left, and none is empty',
    async run({ browser, url }) {
      const page = await open(browser, url);
      const shown = await page.locator('.component').evaluateAll((figures) =>
        figures.map((figure) => ({
          name: figure.dataset.name,
          samples: [...figure.querySelectorAll('.sample')].map((sample) => {
            const frame = sample.shadowRoot.querySelector('.frame');
            // The header of the element is the page's own, and in no language.
            const part = frame.querySelector('[lang]');
            const placed = part ?? frame.firstElementChild;
            const { colorScheme } = getComputedStyle(sample);
            return {
              variant: sample.dataset.variant,
              look: `${colorScheme} ${part ? getComputedStyle(part).direction : 'any'}`,
              room: placed.getBoundingClientRect().height,
              says: frame.textContent.trim() !== '' || frame.querySelector('img, input, progress') !== null,
            };
          }),
        })),
      );
      assert.ok(shown.length >= 100, `${shown.length} components`);
      for (const { name, samples } of shown) {
        assert.deepEqual(samples.map(({ variant }) => variant), VARIANTS, name);
        const looks = name === 'logo' ? ['light any', 'dark any', 'light any', 'dark any'] : ['light ltr', 'dark ltr', 'light rtl', 'dark rtl'];
        assert.deepEqual(samples.map(({ look }) => look), looks, name);
        for (const { variant, room, says } of samples) assert.ok(room > 0 && says, `${name} is empty in ${variant}`);
      }
      const sections = await page.locator('main > section').evaluateAll((all) => all.map(({ id }) => id));
      assert.deepEqual(PARTS.flat(), sections, 'axe looks at each section');
      assert.equal(await page.locator('aims-readiness').count(), 0, 'the element is gone once it was copied');
      assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), [], 'nothing is left in the storage');
    },
  },
  {
    name: 'every class that the style sheets define is on the page, or has a reason not to be',
    async run({ browser, url }) {
      const page = await open(browser, url);
      const shown = new Set(
        await page.locator('.sample').evaluateAll((samples) => samples.flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('[class]')].filter((part) => !part.hidden).flatMap(({ classList }) => [...classList]))),
      );
      const defined = new Set(SHEETS.flatMap(classesOf));
      assert.ok(defined.size > 200, `${defined.size} classes`);
      assert.deepEqual([...defined].filter((name) => !shown.has(name) && !ELSEWHERE.has(name)), [], 'show them in www/gallery/style-samples.js');
      assert.deepEqual([...ELSEWHERE.keys()].filter((name) => shown.has(name) || !defined.has(name)), [], 'no exceptions any more');
    },
  },
  {
    name: 'colours have their contrast beside them, and it is enough',
    async run({ browser, url }) {
      const page = await open(browser, url);
      const said = await page.locator('#swatches .token-ratio').evaluateAll((all) => all.map(({ textContent, dataset }) => `${textContent} ${dataset.enough}`));
      assert.ok(said.length >= 30, `${said.length} ratios`);
      assert.ok(said.includes('8.42 on surface true'), said.join('; '));
      assert.deepEqual(said.filter((text) => text.endsWith('false')), []);
    },
  },
  {
    name: 'states that a page cannot hold still are those of the style sheets',
    async run({ browser, url }) {
      const page = await open(browser, url);
      const look = (name) =>
        page.locator(`[data-name="${name}"] [data-variant="light en"] .button`).evaluate((button) => {
          const { outlineStyle, backgroundColor } = getComputedStyle(button);
          return { outlineStyle, backgroundColor };
        });
      const plain = await look('button');
      assert.notEqual((await look('button, hover')).backgroundColor, plain.backgroundColor);
      assert.notEqual((await look('button, focus-visible')).outlineStyle, plain.outlineStyle);
    },
  },
  ...[320, 768, 1280].map((width) => ({
    name: `nothing scrolls sideways at ${width} px`,
    async run({ browser, url }) {
      const page = await open(browser, url, { viewport: { width, height: 800 } });
      await assertFits(page, `style at ${width} px`);
      // A sample that is wider than its place is cut off and makes no page scroll.
      const cut = await page.locator('.sample').evaluateAll((samples) =>
        samples.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map((sample) => `${sample.closest('figure')?.dataset.name ?? 'tokens'} ${sample.dataset.variant}`),
      );
      assert.deepEqual(cut, []);
    },
  })),
  ...readable,
];
