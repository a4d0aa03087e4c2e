// The loader: what a visitor sees before the engine is there, when it comes, and what is said when it does not.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { allowProblem, assertAccessible, openPage, recordRequests } from './harness.mjs';
import { CV_RANKING, answer, begin, question, take } from './journey.mjs';
import { EMBED, FREE_POLICY, HOST_POLICY, SITE, withAttributes, withHosts } from './package.mjs';

const start = (page) => page.getByRole('button', { name: 'Start the check' });

/** A page that keeps what the element tells in `aimsTold`, as [name, detail]. */
async function openHost(browser, url, { context, prepare, allow = [] } = {}) {
  const page = await openPage(browser, undefined, { context });
  await page.addInitScript(() => {
    globalThis.aimsTold = [];
    for (const name of ['ready', 'step', 'answer', 'result', 'checklist-change', 'export', 'count', 'error']) {
      addEventListener(`aims-${name}`, ({ detail }) => globalThis.aimsTold.push([name, detail]));
    }
  });
  for (const problem of allow) allowProblem(page, problem);
  await prepare?.(page);
  await page.goto(url);
  return page;
}

const told = (page, name) =>
  page.evaluate((wanted) => globalThis.aimsTold.filter(([known]) => known === wanted).map(([, detail]) => detail), name);

const toldOf = (page, name, code) =>
  page.waitForFunction(
    ([wanted, of]) => globalThis.aimsTold.some(([known, detail]) => known === wanted && (!of || detail.code === of)),
    [name, code],
  );

/** A host page with the strict policy, or another. */
const host = (name, fn, { csp = HOST_POLICY, file = 'plain.html' } = {}) => ({
  name,
  run: ({ browser }) => withHosts(browser, [{ csp }], (url) => fn({ browser, url: `${url}${file}`, base: `${url}${EMBED}` })),
});

/** The load fails with a code, in words that help, and works once the cause is gone. */
const failure = (code, name, { break: cause, allow, words, csp, mend = true, context }) =>
  host(
    `${code}: ${name}`,
    async ({ browser, url }) => {
      let broken = true;
      const page = await openHost(browser, url, { allow, context, prepare: (opened) => cause?.(opened, () => broken) });
      await toldOf(page, 'error', code);
      const alert = page.getByRole('alert');
      await alert.waitFor();
      const text = await alert.textContent();
      for (const word of words) assert.ok(text.includes(word), `${word} in: ${text}`);
      await assertAccessible(page);
      if (!mend) return;
      broken = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await begin(page);
      await answer(page, 'Yes');
    },
    { csp },
  );

const routed = (pattern, change) => (page, broken) =>
  page.route(pattern, async (route) => (broken() ? change(route) : route.continue()));

const altered = (pattern, change) =>
  routed(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.body()) });
  });

const failures = [
  failure('csp-blocked', 'a page that allows no WebAssembly', {
    csp: HOST_POLICY.replace(" 'wasm-unsafe-eval'", ''),
    allow: [/wasm|WebAssembly|CSP/i],
    words: ["'wasm-unsafe-eval'", 'script-src', 'frame page'],
    mend: false,
  }),
  failure('csp-blocked', 'a page that allows no requests', {
    csp: HOST_POLICY.replace("connect-src 'self'", "connect-src 'none'"),
    allow: [/connect-src|CSP|Fetch API/],
    words: ['connect-src'],
    mend: false,
  }),
  failure('not-found', 'a wasm file that is not there', {
    break: routed('**/assess_bg.wasm', (route) => route.fulfill({ status: 404 })),
    allow: [/404|integrity|SRI/],
    words: ['assess_bg.wasm (404)', 'wasm-src'],
  }),
  failure('not-found', 'words that are not there', {
    break: routed('**/wording.en.json', (route) => route.fulfill({ status: 404 })),
    allow: [/404|integrity|SRI/],
    words: ['wording.en.json (404)'],
  }),
  failure('load', 'a server that is down', {
    break: routed('**/assess.css', (route) => route.fulfill({ status: 503 })),
    allow: [/503|integrity|SRI/],
    words: ['assess.css (503)', 'Try again'],
  }),
  failure('not-found', 'a script that is not there', {
    break: routed('**/visit.js*', (route) => route.fulfill({ status: 404 })),
    allow: [/404/],
    words: ['visit.js (404)'],
  }),
  failure('integrity', 'a file that was changed', {
    break: altered('**/assess_bg.wasm', (body) => Buffer.concat([body, Buffer.from([0])])),
    allow: [/integrity|SRI/],
    words: ['assess_bg.wasm', 'one version'],
  }),
  failure('catalog', 'scripts of two versions', {
    break: altered('**/visit.js*', (body) => body.toString().replaceAll(/"\d+\.\d+\.\d+"/g, '"9.9.9"')),
    allow: [],
    words: ['9.9.9', 'different versions'],
    mend: false,
  }),
  failure('wasm-unsupported', 'a browser without WebAssembly', {
    break: (page) => page.addInitScript(() => delete globalThis.WebAssembly),
    allow: [],
    words: ['no WebAssembly', 'current version'],
    mend: false,
  }),
  failure('timeout', 'a file that never comes', {
    break: async (page) => {
      const hung = [];
      await page.addInitScript(() => {
        const real = AbortSignal.timeout;
        AbortSignal.timeout = (ms) => real.call(AbortSignal, globalThis.aimsPatient ? ms : 1_500);
      });
      await page.route('**/assess_bg.wasm', async (route) => {
        if (await page.evaluate(() => globalThis.aimsPatient)) return route.continue();
        await page.evaluate(() => (globalThis.aimsPatient = true));
        hung.push(route);
        return undefined;
      });
    },
    allow: [/Failed to load resource/],
    words: ['longer than a minute', 'assess_bg.wasm'],
  }),
];

/** Lets the wasm of the questions wait until `release` is called. */
function held() {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  const prepare = (page) =>
    page.route('**/assess_bg.wasm', async (route) => {
      await gate;
      await route.continue();
    });
  return { prepare, release };
}

export const tests = [
  ...failures,
  host('mime: wasm with the wrong type still works, and the page is told', async ({ browser, url }) => {
    const page = await openHost(browser, url, {
      prepare: (opened) =>
        opened.route('**/assess_bg.wasm', async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
        }),
    });
    await begin(page);
    await answer(page, 'Yes');
    await toldOf(page, 'error', 'mime');
    const [{ remedy }] = await told(page, 'error');
    assert.match(remedy, /application\/wasm/);
  }),
  host('offline: a connection that is gone, and comes back', async ({ browser, url }) => {
    const page = await openHost(browser, url, {
      allow: [/Failed to load resource/],
      prepare: (opened) => withAttributes(opened, { loading: 'manual' }),
    });
    await start(page).waitFor();
    await page.context().setOffline(true);
    await page.evaluate(() => void document.querySelector('aims-readiness').load());
    await toldOf(page, 'error', 'offline');
    const text = await page.getByRole('alert').textContent();
    assert.ok(text.includes('no connection') && text.includes('Nothing you entered is lost'), text);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await begin(page);
  }),
  {
    name: 'cors: files of another origin that allows nobody',
    run: ({ browser }) =>
      withHosts(browser, [{ csp: FREE_POLICY }, { csp: FREE_POLICY }], async (one, other) => {
        const page = await openHost(browser, `${one}plain.html`, {
          allow: [/CORS|Failed to load resource/],
          prepare: (opened) => withAttributes(opened, { 'wasm-src': `${other}${EMBED}` }),
        });
        await toldOf(page, 'error', 'cors');
        assert.match(await page.getByRole('alert').textContent(), /Access-Control-Allow-Origin/);
      }),
  },
  {
    name: 'wasm-src: the files come from another origin that allows it',
    run: ({ browser }) =>
      withHosts(
        browser,
        [{ csp: FREE_POLICY }, { csp: FREE_POLICY, headers: { 'Access-Control-Allow-Origin': '*' } }],
        async (one, other) => {
          const page = await openHost(browser, `${one}plain.html`, {
            prepare: (opened) => withAttributes(opened, { 'wasm-src': `${other}${EMBED}` }),
          });
          await begin(page);
          await answer(page, 'Yes');
          const wasm = recordRequests(page).map((request) => request.url).filter((name) => name.endsWith('.wasm'));
          assert.ok(wasm.length > 0 && wasm.every((name) => name.startsWith(other)), wasm.join());
        },
      ),
  },
  host('before the engine: the start is there, and what is chosen on the first question is kept', async ({ browser, url }) => {
    const engine = held();
    const page = await openHost(browser, url, { prepare: engine.prepare });
    await start(page).waitFor();
    await assertAccessible(page);
    await start(page).click();
    assert.match(await question(page), /^Was the system trained/);
    await assertAccessible(page);
    await page.getByLabel('Yes').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('What you choose meanwhile is kept').waitFor();
    assert.deepEqual(await told(page, 'ready'), []);
    engine.release();
    await page.waitForFunction(() => /^Is one of these/.test(document.querySelector('aims-readiness').shadowRoot.querySelector('form h2')?.textContent));
    const { answers } = await page.evaluate(() => document.querySelector('aims-readiness').getState());
    assert.deepEqual(answers, { 'scope.ai_system': ['yes'] });
  }),
  host('before the engine: words typed and a choice not yet sent are kept, and the focus stays', async ({ browser, url }) => {
    const engine = held();
    const page = await openHost(browser, url, { prepare: engine.prepare });
    await start(page).waitFor();
    await page.getByText('Describe it in your own words').click();
    await page.getByLabel('A few sentences').fill('ranks applicants');
    engine.release();
    await toldOf(page, 'ready');
    assert.equal(await page.getByLabel('A few sentences').inputValue(), 'ranks applicants');
    assert.equal(await page.evaluate(() => document.querySelector('aims-readiness').shadowRoot.activeElement.id), 'describe');
    await page.getByRole('button', { name: 'Suggest answers' }).click();
    await page.locator('.suggested').waitFor();
  }),
  host('before the engine: a choice on the first question is there when the engine has come', async ({ browser, url }) => {
    const engine = held();
    const page = await openHost(browser, url, { prepare: engine.prepare });
    await start(page).click();
    await page.getByLabel('No', { exact: true }).check();
    engine.release();
    await toldOf(page, 'ready');
    assert.ok(await page.getByLabel('No', { exact: true }).isChecked());
    await page.getByRole('button', { name: 'Back' }).click();
    await start(page).or(page.getByRole('button', { name: 'Go on' })).waitFor();
  }),
  host('no jump: room is kept, and nothing moves when the engine takes over', async ({ browser, url }) => {
    const engine = held();
    const page = await openHost(browser, url, { prepare: engine.prepare });
    await start(page).waitFor();
    const shifts = () =>
      page.evaluate(
        () =>
          new Promise((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries().map((entry) => entry.value))).observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
          }),
      );
    const height = () => page.evaluate(() => document.querySelector('aims-readiness').offsetHeight);
    const before = await height();
    engine.release();
    await toldOf(page, 'ready');
    assert.equal(await height(), before);
    assert.deepEqual((await shifts()).filter((value) => value > 0.01), []);
  }),
  host('no stolen focus and no scroll: loading leaves the page where it is', async ({ browser, url }) => {
    const page = await openHost(browser, url, {
      prepare: (opened) =>
        opened.addInitScript(() => {
          addEventListener('DOMContentLoaded', () => {
            const field = document.createElement('input');
            document.body.prepend(field);
            field.focus();
          });
        }),
    });
    await toldOf(page, 'ready');
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'input');
    assert.equal(await page.evaluate(() => scrollY), 0);
  }),
  host('loading: visible waits for the eye, manual for a call', async ({ browser, url }) => {
    const page = await openHost(browser, url, { prepare: (opened) => withAttributes(opened, { loading: 'visible' }, 400) });
    await page.waitForLoadState('networkidle');
    const wasm = () => recordRequests(page).filter((request) => request.url.endsWith('.wasm')).length;
    assert.equal(wasm(), 0);
    await page.locator('aims-readiness').scrollIntoViewIfNeeded();
    await toldOf(page, 'ready');
    const loaded = wasm();
    await page.evaluate(() => {
      const manual = document.createElement('aims-readiness');
      manual.setAttribute('loading', 'manual');
      document.body.prepend(manual);
      scrollTo(0, 0);
    });
    await page.locator('aims-readiness').first().getByRole('button', { name: 'Start the check' }).waitFor();
    assert.equal((await told(page, 'ready')).length, 1);
    await page.evaluate(() => document.querySelector('aims-readiness').load());
    assert.equal((await told(page, 'ready')).length, 2);
    assert.equal(wasm(), loaded, 'one engine for all elements');
  }),
  host('offline after load: a whole run needs nothing more', async ({ browser, url }) => {
    const page = await openHost(browser, url);
    await page.evaluate(() => document.querySelector('aims-readiness').loaded);
    await page.context().setOffline(true);
    const before = recordRequests(page).length;
    await begin(page);
    await take(page, CV_RANKING);
    await page.locator('.verdict').waitFor();
    await page.getByRole('button', { name: 'Make my checklist' }).click();
    await page.locator('.line').first().waitFor();
    assert.equal(recordRequests(page).length, before);
  }),
  host('an engine that stops loses nothing and starts again', async ({ browser, url, base }) => {
    const page = await openHost(browser, url, { allow: [/RuntimeError|unreachable|memory access|table index|null function/] });
    await begin(page);
    await take(page, CV_RANKING.slice(0, 3));
    const before = await question(page);
    const crash = (script) =>
      page.evaluate(async (address) => {
        // The memory of the very instance that runs: nothing of it makes sense any more.
        const { memory } = await (await import(address)).default();
        new Uint8Array(memory.buffer).fill(0xff);
      }, `${base}${script}`);
    await crash('assess.js');
    await page.getByLabel('Banking and financial services').click();
    await toldOf(page, 'error', 'panic');
    await page.waitForFunction(
      (words) => document.querySelector('aims-readiness').shadowRoot.querySelector('form h2')?.textContent === words,
      before,
    );
    await take(page, CV_RANKING.slice(3));
    await page.locator('.verdict').waitFor();
    assert.equal(await page.locator('.verdict h2').textContent(), 'High-risk');
    await page.getByRole('button', { name: 'Make my checklist' }).click();
    await page.locator('.line').first().waitFor();
    await page.getByLabel('Status of 4.1', { exact: true }).selectOption('planned');
    await page.waitForFunction(() => document.querySelector('aims-readiness').getState().work['4.1']);
    // The result was loaded before the crash as well, so it is a new instance now.
    const latest = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/result.js')).at(-1));
    await crash(latest.slice(base.length));
    await page.getByLabel('Status of 4.2', { exact: true }).selectOption('planned');
    await page.waitForFunction(() => globalThis.aimsTold.filter(([, detail]) => detail.code === 'panic').length === 2);
    await page.locator('.line').first().waitFor();
    assert.equal(await page.getByLabel('Status of 4.1', { exact: true }).inputValue(), 'planned');
  }),
  host('an element that is taken out and put back goes on with its visit', async ({ browser, url }) => {
    const page = await openHost(browser, url);
    await begin(page);
    await take(page, CV_RANKING.slice(0, 2));
    const before = await question(page);
    await page.evaluate(async () => {
      const check = document.querySelector('aims-readiness');
      check.remove();
      await new Promise((resolve) => setTimeout(resolve));
      document.body.append(check);
    });
    await page.waitForFunction(
      (words) => document.querySelector('aims-readiness').shadowRoot.querySelector('form h2')?.textContent === words,
      before,
    );
    await take(page, CV_RANKING.slice(2, 3));
  }),
  host('500 elements that come and go leave no heap behind', async ({ browser, url }) => {
    const page = await openHost(browser, url);
    await page.evaluate(() => document.querySelector('aims-readiness').loaded);
    const client = await page.context().newCDPSession(page);
    const used = async () => {
      await client.send('HeapProfiler.collectGarbage');
      return (await client.send('Runtime.getHeapUsage')).usedSize;
    };
    const round = (times) =>
      page.evaluate(async (count) => {
        for (let index = 0; index < count; index += 1) {
          const check = document.createElement('aims-readiness');
          check.setAttribute('loading', 'eager');
          document.body.append(check);
          await check.ready;
          check.remove();
          await new Promise((resolve) => setTimeout(resolve));
        }
      }, times);
    // What is set up once is no growth.
    await round(50);
    const before = await used();
    await round(500);
    const grown = (await used()) - before;
    assert.ok(grown < 4_000_000, `${grown} bytes of JavaScript heap after 500 elements`);
    const { pages } = await page.evaluate(async () => {
      const address = document.querySelector('script[type=module]').src.replace(/[^/]*$/, 'assess.js');
      const { memory } = await (await import(address)).default();
      return { pages: memory.buffer.byteLength / 65_536 };
    });
    assert.ok(pages < 400, `${pages} pages of WebAssembly memory`);
  }),
  host('an element that is taken out and put back while it loads has one visit', async ({ browser, url }) => {
    const engine = held();
    const page = await openHost(browser, url, {
      prepare: async (opened) => {
        await withAttributes(opened, { loading: 'eager', counts: '' });
        await engine.prepare(opened);
      },
    });
    await start(page).waitFor();
    await page.evaluate(async () => {
      const check = document.querySelector('aims-readiness');
      const home = check.parentNode;
      check.remove();
      await new Promise((resolve) => setTimeout(resolve));
      await new Promise((resolve) => setTimeout(resolve));
      home.append(check);
    });
    engine.release();
    await page.evaluate(() => document.querySelector('aims-readiness').loaded);
    assert.equal((await told(page, 'ready')).length, 1);
    assert.equal(await page.getByText('This site counts').count(), 1);
    await begin(page);
    await answer(page, 'Yes');
  }),
  host('an element that is asked to load before it is in the page loads once it is', async ({ browser, url }) => {
    const page = await openHost(browser, url);
    await toldOf(page, 'ready');
    await page.evaluate(async () => {
      const check = document.createElement('aims-readiness');
      check.setAttribute('loading', 'manual');
      const ready = check.load();
      const result = check.getResult();
      document.querySelector('main').append(check);
      await ready;
      await result;
      check.remove();
      await new Promise((resolve) => setTimeout(resolve));
      check.load();
      document.querySelector('main').append(check);
      await check.ready;
      await check.getResult();
    });
  }),
  host('what was chosen before the engine came outlives a failed load', async ({ browser, url }) => {
    let fail = true;
    let release;
    const gate = new Promise((resolve) => (release = resolve));
    const page = await openHost(browser, url, {
      allow: [/503|integrity|SRI/],
      prepare: (opened) =>
        opened.route('**/assess_bg.wasm', async (route) => {
          await gate;
          await (fail ? route.fulfill({ status: 503 }) : route.continue());
        }),
    });
    await start(page).click();
    await page.getByLabel('Yes').check();
    release();
    await page.getByRole('alert').waitFor();
    fail = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await toldOf(page, 'ready');
    assert.ok(await page.getByLabel('Yes').isChecked());
  }),
  host('an element that is moved into a frame of the page goes on there, with its styles', async ({ browser, url }) => {
    const page = await openHost(browser, url);
    await begin(page);
    await answer(page, 'Yes');
    const look = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const check = document.querySelector('aims-readiness');
      frame.contentDocument.body.append(check);
      await check.ready;
      const root = check.shadowRoot;
      return { sheets: root.adoptedStyleSheets.length, shown: root.querySelector('form h2').textContent, answers: check.getState().answers };
    });
    assert.ok(look.sheets > 0);
    assert.match(look.shown, /^Is one of these/);
    assert.deepEqual(look.answers, { 'scope.ai_system': ['yes'] });
  }),
  host('an engine of the page that stops is none of ours', async ({ browser, url }) => {
    const page = await openHost(browser, url, { allow: [/unreachable/] });
    await begin(page);
    await page.evaluate(async () => {
      const error = new WebAssembly.RuntimeError('unreachable');
      error.stack = 'RuntimeError: unreachable\n at https://portal.example/app_bg.wasm:wasm-function[1]:0x1';
      dispatchEvent(new ErrorEvent('error', { error }));
    });
    await answer(page, 'Yes');
    assert.deepEqual(await told(page, 'error'), []);
  }),
  host('an engine that stops before it has drawn anything is told, and can be tried again', async ({ browser, url }) => {
    const stopping = `
      export default async () => {};
      export const catalogId = () => 'none';
      export function mount() {
        const error = new WebAssembly.RuntimeError('unreachable');
        error.stack = 'RuntimeError: unreachable at ' + import.meta.url;
        dispatchEvent(new ErrorEvent('error', { error }));
        return { destroy() {} };
      }`;
    let broken = true;
    const page = await openHost(browser, url, {
      allow: [/unreachable/],
      prepare: (opened) =>
        opened.route('**/assess.js*', (route) =>
          broken ? route.fulfill({ contentType: 'text/javascript', body: stopping }) : route.continue(),
        ),
    });
    await toldOf(page, 'error', 'panic');
    await page.getByRole('alert').waitFor();
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await begin(page);
    await answer(page, 'Yes');
  }),
  host('a visit that cannot be shown says so in its place, and is shown when it can', async ({ browser, url }) => {
    let broken = true;
    const page = await openHost(browser, url, {
      allow: [/503|integrity|SRI/],
      prepare: (opened) => opened.route('**/result.css', (route) => (broken ? route.fulfill({ status: 503 }) : route.continue())),
    });
    await toldOf(page, 'ready');
    const code = await page.evaluate(() =>
      document.querySelector('aims-readiness').setState({ schema: 1, answers: { 'scope.ai_system': ['no'] } }).then(
        () => 'shown',
        (error) => error.code,
      ),
    );
    assert.equal(code, 'load');
    assert.match(await page.getByRole('alert').textContent(), /result\.css/);
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.verdict').waitFor();
    assert.equal(await page.locator('.verdict h2').textContent(), 'Out of scope');
  }),
  host('double-define: the first class stays, and the second says so', async ({ browser, url, base }) => {
    const page = await openHost(browser, url, {
      allow: [/taken by another version/],
      prepare: (opened) => opened.addInitScript(() => customElements.define('aims-readiness', class extends HTMLElement {})),
    });
    const warnings = [];
    page.on('console', (message) => warnings.push(message.text()));
    const other = await page.evaluate(async (address) => {
      const { define } = await import(address);
      const taken = define();
      const own = define('aims-other');
      return [taken === customElements.get('aims-readiness'), own === customElements.get('aims-other')];
    }, `${base}index.js`);
    assert.deepEqual(other, [true, true]);
    assert.ok(warnings.some((text) => text.includes('taken by another version')), warnings.join());
  }),
  {
    name: 'the hashes of the package are those of its files',
    async run() {
      const { createHash } = await import('node:crypto');
      const place = path.join(SITE, EMBED);
      const listed = JSON.parse(await readFile(path.join(place, 'integrity.json'), 'utf8'));
      assert.ok(Object.keys(listed).length > 30);
      for (const [file, hash] of Object.entries(listed)) {
        const body = await readFile(path.join(place, file));
        assert.equal(hash, `sha384-${createHash('sha384').update(body).digest('base64')}`, file);
      }
    },
  },
];
