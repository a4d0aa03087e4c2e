// Low contrast of a host's colours: the formula, and what the browser makes of colours however they are written.

import assert from 'node:assert/strict';
import path from 'node:path';
import { contrast, parse } from '../../element/visit/contrast.js';
import { openPage } from './harness.mjs';
import { FREE_POLICY, ROOT, withHosts } from './package.mjs';

/** What lowContrast finds in an element with these custom properties, our own where none is named. */
async function found(browser, url, look, { colorScheme = 'light', ground } = {}) {
  const page = await openPage(browser, undefined, { context: { colorScheme } });
  await page.route('**/source/*', (route) => {
    const folder = route.request().url().endsWith('.css') ? 'element/styles' : 'element/visit';
    return route.fulfill({ path: path.join(ROOT, folder, path.basename(route.request().url())) });
  });
  await page.goto(`${url}blank.html`);
  const low = await page.evaluate(
    async ([held, color]) => {
      const { lowContrast } = await import('/source/contrast.js');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`:host { color-scheme: light dark } ${await (await fetch('/source/palette.css')).text()}`);
      const element = document.createElement('div');
      for (const [name, value] of Object.entries(held)) element.style.setProperty(`--aims-${name}`, value);
      if (color) document.body.style.backgroundColor = color;
      document.body.append(element);
      const root = element.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      const pairs = lowContrast(element);
      return { pairs, left: root.childNodes.length };
    },
    [look, ground],
  );
  assert.equal(low.left, 0, 'the probe is gone');
  return low.pairs.map(({ pair, ...rest }) => ({ pair: pair.join('/'), ...rest }));
}

const test = (name, fn) => ({
  name,
  run: ({ browser }) => withHosts(browser, [{ csp: FREE_POLICY }], (host) => fn((...args) => found(browser, host, ...args))),
});

const named = (low) => low.map(({ pair }) => pair);

export const tests = [
  {
    name: 'the formula is that of WCAG 2.2',
    async run() {
      const ratio = (one, other) => contrast(parse(one), parse(other));
      assert.equal(ratio('rgb(0, 0, 0)', 'rgb(255, 255, 255)'), 21);
      assert.equal(ratio('rgb(9, 9, 9)', 'rgb(9, 9, 9)'), 1);
      // The lightest grey that does on white, and the next, which does not.
      assert.ok(ratio('rgb(118, 118, 118)', 'rgb(255, 255, 255)') >= 4.5);
      assert.ok(ratio('rgb(119, 119, 119)', 'rgb(255, 255, 255)') < 4.5);
      assert.equal(parse('color(srgb 0.5 0 1e-3 / 0.25)').alpha, 0.25);
      assert.equal(parse('oklch(0.5 0.1 200)'), undefined);
    },
  },
  test('our own colours are enough, by day and by night', async (check) => {
    assert.deepEqual(await check({}), []);
    assert.deepEqual(await check({}, { colorScheme: 'dark' }), []);
  }),
  test('colours are found however they are written', async (check) => {
    const grey = { pair: 'quiet/surface', ratio: 4.47, needed: 4.5 };
    const ways = [
      '#777',
      'rgb(119 119 119)',
      'hsl(0 0% 46.6667%)',
      'color(srgb 0.46667 0.46667 0.46667)',
      'light-dark(#777, #fff)',
      'color-mix(in srgb, #777 100%, red)',
    ];
    for (const quiet of ways) assert.deepEqual(await check({ quiet }), [grey], quiet);
    const other = await check({ quiet: 'oklch(0.56826 0 0)' });
    assert.deepEqual(named(other), ['quiet/surface'], 'oklch');
    assert.deepEqual(await check({ quiet: 'oklch(0.55 0 0)' }), []);
    assert.deepEqual(named(await check({ accent: 'color(display-p3 1 0.9 0)' })), ['accent/surface', 'on-accent/accent']);
  }),
  test('a ground that lets the page through is seen with it', async (check) => {
    assert.deepEqual(await check({ surface: 'transparent', ground: 'transparent' }, { ground: 'white' }), []);
    const low = named(await check({ surface: 'transparent', ground: 'transparent' }, { ground: 'black' }));
    assert.ok(low.includes('ink/surface') && low.includes('ink/ground') && !low.includes('on-accent/accent'), low.join(', '));
  }),
  test('a focus ring needs less than a text', async (check) => {
    assert.deepEqual(await check({ focus: '#888' }), []);
    assert.deepEqual(named(await check({ focus: '#bbb' })), ['focus/surface']);
  }),
];
