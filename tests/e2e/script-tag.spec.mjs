// The classic script: one tag that puts the check where it stands.

import assert from 'node:assert/strict';
import { allowProblem, openPage } from './harness.mjs';
import { EMBED, FREE_POLICY, HOST_POLICY, withHosts } from './package.mjs';

const NONCE_POLICY =
  "default-src 'none'; script-src 'nonce-c2VjcmV0' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'none'";

const started = (page) => page.getByRole('button', { name: 'Start the check' });

const onHost = (name, file, fn, csp = HOST_POLICY) => ({
  name,
  run: ({ browser }) =>
    withHosts(browser, [{ csp }], async (host) => {
      const page = await openPage(browser, `${host}${file}`);
      await fn(page, host);
    }),
});

/** Adds a script tag with these attributes and waits for what the console says of it. */
async function told(page, attributes, inline) {
  allowProblem(page, 'aims-readiness:');
  const message = page.waitForEvent('console', (each) => each.type() === 'error');
  await page.evaluate(
    ([held, text]) => {
      const script = document.createElement('script');
      for (const [name, value] of Object.entries(held)) script.setAttribute(name, value);
      if (text) script.text = text;
      document.head.append(script);
    },
    [attributes, inline],
  );
  return (await message).text();
}

export const tests = [
  onHost('two tags make two elements in their places, with their attributes', 'tag.html', async (page) => {
    await started(page).nth(1).waitFor();
    const [one, two] = await page.locator('aims-readiness').evaluateAll((elements) =>
      elements.map((element) => ({
        before: element.previousElementSibling.localName,
        home: element.parentElement.id,
        attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      })),
    );
    assert.deepEqual([one.before, one.home, two.before, two.home], ['script', 'one', 'script', 'two']);
    const { lang, theme, loading, 'as-of': asOf, ...rest } = one.attributes;
    assert.deepEqual([lang, theme, loading, asOf], ['en', 'dark', 'eager', '2026-03-01']);
    assert.deepEqual(['onclick', 'style', 'target'].filter((name) => name in rest), []);
    assert.equal(two.attributes.readonly, '');
    assert.equal(await page.locator('aims-readiness').count(), 2);
  }),
  onHost(
    'a tag that another script adds puts the check into the place it names',
    'tag-added.html',
    async (page) => {
      await started(page).waitFor();
      assert.equal(await page.evaluate(() => document.querySelector('aims-readiness').parentElement.id), 'place');
    },
    FREE_POLICY,
  ),
  onHost(
    'a nonce on the tag is enough for a policy that names no origin',
    'tag-nonce.html',
    async (page) => started(page).waitFor(),
    NONCE_POLICY,
  ),
  onHost(
    'a tag that cannot know its place or its address says so',
    'blank.html',
    async (page, host) => {
      const src = `${host}${EMBED}embed.js`;
      assert.match(await told(page, { src }), /stands in the head/);
      assert.match(await told(page, { src, 'data-target': '#nowhere' }), /data-target="#nowhere" fits no element/);
      assert.match(await told(page, { src, 'data-target': '##' }), /data-target="##" fits no element/);
      assert.match(await told(page, { src, type: 'module' }), /cannot know its own address/);
      const text = await (await fetch(src)).text();
      assert.match(await told(page, {}, text), /cannot know its own address/);
    },
    FREE_POLICY,
  ),
  onHost('a loader that is not there is named', 'tag-added.html', async (page, host) => {
    await started(page).waitFor();
    await page.route('**/elsewhere/*', async (route) => {
      const name = new URL(route.request().url()).pathname.split('/').at(-1);
      if (name !== 'embed.js') return route.fulfill({ status: 404, body: '' });
      return route.fulfill({ response: await route.fetch({ url: `${host}${EMBED}embed.js` }) });
    });
    allowProblem(page, 'Failed to load resource');
    allowProblem(page, 'aims-readiness:');
    const message = page.waitForEvent('console', (each) => each.text().includes('aims-readiness:'));
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.src = '/elsewhere/embed.js';
      script.dataset.target = '#place';
      document.head.append(script);
    });
    assert.match((await message).text(), /elsewhere\/aims-readiness\.js could not be loaded/);
  }, FREE_POLICY),
];
