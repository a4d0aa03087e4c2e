// The frame: a page of another origin around it, with its height, methods and events, and nobody else.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as protocol from '../../element/frame/protocol.js';
import { allowProblem, assertAccessible, openPage } from './harness.mjs';
import { CV_RANKING, answer, begin, take } from './journey.mjs';
import { EMBED, FREE_POLICY, ROOT, withHosts } from './package.mjs';

// Frames may be put anywhere; which pages may is for the server of the files to say.
const CHECK = { csp: FREE_POLICY, headers: { 'Access-Control-Allow-Origin': '*' } };
/** A policy that allows no WebAssembly, no style and no connection, only the frame, and frames of its own. */
const PARENT = (check) => ({
  csp:
    `default-src 'none'; script-src 'self'; frame-src 'self' ${new URL(check).origin}; style-src 'none'; ` +
    "require-trusted-types-for 'script'",
});

/** Long enough for several hellos and all answers to them. */
const SETTLED = 1500;

const originOf = (url) => new URL(url).origin;

/** Opens the page around; `query` goes to the frame, `options` to the page. */
async function openParent(browser, parent, check, { query = {}, options = {}, context, prepare } = {}) {
  const page = await openPage(browser, undefined, { context });
  page.warnings = [];
  page.on('console', (message) => message.type() === 'warning' && page.warnings.push(message.text()));
  await prepare?.(page);
  const frame = new URL(`${EMBED}frame.html`, check);
  for (const [name, value] of Object.entries({ parent: originOf(parent), loading: 'eager', ...query })) {
    frame.searchParams.set(name, value);
  }
  const address = new URL('parent.html', parent);
  for (const [name, value] of Object.entries({ frame, ...options })) address.searchParams.set(name, value);
  await page.goto(address.href);
  await page.waitForFunction(() => globalThis.check);
  return page;
}

const frameOf = async (page) => (await page.locator('iframe').first().elementHandle()).contentFrame();

const startShown = async (page) => {
  const frame = await frameOf(page);
  await frame.getByRole('button', { name: 'Start the check' }).waitFor();
  return frame;
};

const ready = (page) => page.evaluate(() => globalThis.check.ready);

/** Up to the result. */
async function finish(page) {
  const frame = await startShown(page);
  await ready(page);
  await begin(frame);
  await take(frame, CV_RANKING);
  await frame.locator('.verdict').waitFor();
  return frame;
}

/** What reached the page, without heights and scrolling. */
const reached = (page) =>
  page.evaluate(() =>
    globalThis.messages.map(({ data }) => data).filter(({ type }) => !['height', 'scroll'].includes(type)),
  );

async function refused(page) {
  await startShown(page);
  await pause(SETTLED);
  assert.deepEqual(await page.evaluate(() => globalThis.messages), [], 'nothing reaches the page around');
  assert.ok(page.warnings.some((text) => text.includes('aims-readiness')), 'the console says why');
}

const test = (name, fn) => ({
  name,
  run: ({ browser }) => withHosts(browser, [CHECK, PARENT], (check, parent) => fn({ browser, check, parent })),
});

/** Resolves when a frame fetches nothing more: what is on its way when it goes elsewhere is an error on the console. */
const allThere = (frame) =>
  frame.evaluate(async () => {
    const check = document.querySelector('aims-readiness');
    await check.ready;
    await check.loaded;
  });

export const tests = [
  {
    name: 'the lists of the frame are those of EMBEDDING.md',
    async run() {
      const text = await readFile(path.join(ROOT, 'EMBEDDING.md'), 'utf8');
      const section = (title) => text.split(`\n## ${title}\n`)[1].split('\n## ')[0];
      const quoted = (words) => [...words.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
      // The names in the first column.
      const rows = (title) => [...section(title).matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell]) => quoted(cell));
      assert.deepEqual(protocol.ATTRIBUTES, rows('Attributes'));
      assert.deepEqual(protocol.EVENTS, rows('Events'));
      const members = rows('Properties and methods');
      assert.deepEqual(protocol.METHODS, members.filter((name) => name.endsWith(')')).map((name) => name.split('(')[0]));
      // That everything is loaded is told of an element in the page alone, and a store is named to such a one.
      assert.deepEqual(['ready', 'loaded', ...protocol.PROPERTIES, 'lrs'], members.filter((name) => !name.endsWith(')')));
      assert.deepEqual(protocol.LOOK, section('Look').match(/--aims-[a-z-]+/g));
      const [, live] = /change while it runs: (.+?)\./.exec(section('Attributes'));
      assert.deepEqual(protocol.LIVE, quoted(live));
    },
  },
  {
    name: 'messages that are not of the protocol are none',
    async run() {
      const { TO_FRAME, TO_HOST, exactOrigin, message, read } = protocol;
      const call = (payload) => read(message('call', payload, '1'), TO_FRAME);
      assert.ok(call({ method: 'getResult', args: [] }));
      const noCalls = [{ method: 'remove', args: [] }, { method: 'toString', args: [] }, { method: 'load' }, null, []];
      for (const payload of noCalls) {
        assert.equal(call(payload), undefined, JSON.stringify(payload));
      }
      const later = { ...message('bye'), v: 2 };
      for (const data of [undefined, 'bye', [], later, { ...later, v: '1' }, message('toString'), message('nothing')]) {
        assert.equal(read(data, TO_FRAME), undefined, JSON.stringify(data));
      }
      const look = (value) => read(message('hello', { look: { '--aims-accent': value }, events: [] }), TO_FRAME);
      assert.ok(look('light-dark(#000, oklch(0.7 0.1 200))'));
      for (const value of ['url(https://a.example)', 'red; color: blue', 'red } * {', 7]) assert.equal(look(value), undefined, value);
      assert.equal(read(message('hello', { attributes: { onclick: 'x' }, events: [] }), TO_FRAME), undefined);
      for (const height of [-1, NaN, Infinity, '900', 1e9]) assert.equal(read(message('height', { height }), TO_HOST), undefined);
      assert.equal(read(message('event', { name: 'aims-export', detail: { name: 'a' } }), TO_HOST), undefined);
      assert.equal(exactOrigin('https://portal.example'), 'https://portal.example');
      for (const text of ['*', 'null', 'portal.example', 'https://portal.example/path', 'https://*.example', 'file:///a']) {
        assert.equal(exactOrigin(text), undefined, text);
      }
    },
  },
  test('a page that allows no WebAssembly, no style and no connection shows the check, and axe finds nothing', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check);
    await startShown(page);
    await ready(page);
    await assertAccessible(page);
  }),
  test('the frame is as high as what it shows', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check);
    const frame = await startShown(page);
    await ready(page);
    const fits = async () => {
      const wanted = () => frame.evaluate(() => Math.ceil(document.querySelector('#check').getBoundingClientRect().height));
      await page.waitForFunction((height) => document.querySelector('iframe').clientHeight === Math.max(320, height), await wanted());
      return wanted();
    };
    const wide = await fits();
    await page.setViewportSize({ width: 320, height: 700 });
    await frame.waitForFunction((before) => document.querySelector('#check').getBoundingClientRect().height > before, wide);
    const narrow = await fits();
    assert.ok(narrow > wide, `${narrow} px on a narrow screen, ${wide} px on a wide one`);
    const scrolls = () => frame.evaluate(() => document.documentElement.scrollHeight > innerHeight);
    assert.equal(await scrolls(), false, 'no second scrollbar');
    await page.setViewportSize({ width: 1280, height: 700 });
    await frame.waitForFunction((before) => document.querySelector('#check').getBoundingClientRect().height <= before, wide);
    await fits();
  }),
  test('a page cannot be made higher than the limit by its frame', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check);
    const frame = await startShown(page);
    await ready(page);
    await frame.evaluate(() => document.querySelector('#check').style.setProperty('min-height', '90000px'));
    await page.waitForFunction(() => document.querySelector('iframe').clientHeight === 20000);
  }),
  test('events arrive that were asked for, and no others', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check, { options: { listen: 'aims-ready aims-result' } });
    await finish(page);
    await page.waitForFunction(() => globalThis.events.some(({ type }) => type === 'aims-result'));
    const events = await page.evaluate(() => globalThis.events);
    assert.equal(events.filter(({ type }) => type === 'aims-ready').length, 1);
    assert.equal(events.find(({ type }) => type === 'aims-result').detail.result.tier, 'high');
    const told = (await reached(page)).filter(({ type }) => type === 'event').map(({ payload }) => payload.name);
    assert.deepEqual([...new Set(told)].sort(), ['aims-ready', 'aims-result']);
  }),
  test('who asks for nothing is told nothing of the answers', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check);
    await finish(page);
    await pause(SETTLED);
    const types = (await reached(page)).map(({ type }) => type);
    assert.deepEqual([...new Set(types)].sort(), ['answer', 'ready'], 'the answer is that to `ready`');
  }),
  test('an event that was there before it was asked for is told again', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check);
    await ready(page);
    await page.evaluate(() => new Promise((resolve) => globalThis.check.addEventListener('aims-ready', resolve)));
  }),
  test('methods are promises, and their errors have a code', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check);
    // At once, before the frame has answered.
    const before = await page.evaluate(() => globalThis.check.getState());
    assert.equal(before.schema, 2);
    assert.deepEqual(before.answers, {});
    const frame = await startShown(page);
    await begin(frame);
    await take(frame, CV_RANKING.slice(0, 2));
    const { answers } = await page.evaluate(() => globalThis.check.getState());
    assert.equal(Object.keys(answers).length, 2);
    const { result } = await page.evaluate(() => globalThis.check.getResult());
    assert.ok(Array.isArray(result.range));
    const failed = await page.evaluate(() =>
      globalThis.check.setState({ nonsense: true }).then(
        () => 'taken',
        ({ name, code, message }) => ({ name, code, message }),
      ),
    );
    assert.equal(failed.name, 'FrameError');
    assert.equal(failed.code, 'state');
  }),
  test('a method without an answer ends, and so does all that is open when the page disconnects', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check);
    await ready(page);
    const codes = await page.evaluate(async () => {
      const { connectFrame } = await import(document.querySelector('script').src.replace('parent.js', 'connect.js'));
      const iframe = document.querySelector('iframe');
      globalThis.check.disconnect();
      const again = connectFrame(iframe, { timeout: 200 });
      await again.ready;
      // A promise that the element never keeps.
      const code = (promise) => promise.then(() => 'kept', (error) => error.code);
      const held = code(again.getResult());
      again.disconnect();
      const late = connectFrame(iframe, { origin: 'https://elsewhere.example', timeout: 200 });
      const codes = [await held, await code(again.getState()), await code(late.getState())];
      late.disconnect();
      try {
        connectFrame(document.createElement('iframe'));
      } catch (error) {
        codes.push(error.code);
      }
      return codes;
    });
    allowProblem(page, 'does not match the recipient window');
    assert.deepEqual(codes, ['disconnected', 'disconnected', 'timeout', 'origin']);
  }),
  test('a frame that is loaded anew is connected anew', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check, { options: { listen: 'aims-step' } });
    const frame = await startShown(page);
    await ready(page);
    await allThere(frame);
    await frame.evaluate(() => location.reload());
    await page.waitForFunction(() => globalThis.messages.filter(({ data }) => data.type === 'ready').length >= 2);
    await page.evaluate(() => globalThis.check.ready);
    await begin(await startShown(page));
    await page.waitForFunction(() => globalThis.events.some(({ type }) => type === 'aims-step'));
  }),
  test('the heading of a new question comes into view', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check, { context: { viewport: { width: 400, height: 500 } } });
    const frame = await startShown(page);
    await ready(page);
    await begin(frame);
    await take(frame, CV_RANKING.slice(0, 3));
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await answer(frame, ...CV_RANKING[3].slice(1));
    await page.waitForFunction(() => globalThis.messages.some(({ data }) => data.type === 'scroll'));
    const inView = async () => {
      const box = await frame.locator('form h2').boundingBox();
      return box.y >= 0 && box.y < 500;
    };
    for (let tries = 0; !(await inView()); tries += 1) {
      assert.ok(tries < 50, 'the heading is in view');
      await pause(100);
    }
  }),
  test('language and colours of the page around reach the check, and what the address says stays', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check, { context: { colorScheme: 'dark' } });
    const frame = await startShown(page);
    await ready(page);
    const look = () =>
      frame.evaluate(() => {
        const element = document.querySelector('aims-readiness');
        return [element.getAttribute('theme'), element.lang, element.style.getPropertyValue('--aims-accent')];
      });
    // A page without color-scheme is drawn light, whatever the visitor prefers.
    assert.deepEqual(await look(), ['light', 'en', '']);
    await page.evaluate(() => {
      const root = document.documentElement;
      root.style.colorScheme = 'light dark';
      root.style.setProperty('--aims-accent', 'rgb(120, 40, 160)');
    });
    await frame.waitForFunction(() => document.querySelector('aims-readiness').getAttribute('theme') === 'dark');
    assert.deepEqual(await look(), ['dark', 'en', 'rgb(120, 40, 160)']);
    await page.evaluate(() => globalThis.check.set({ theme: 'light', readonly: true }));
    await frame.waitForFunction(() => document.querySelector('aims-readiness').hasAttribute('readonly'));
    await page.evaluate(() => document.documentElement.style.setProperty('--aims-accent', 'rgb(0, 80, 90)'));
    await frame.waitForFunction(
      () => document.querySelector('aims-readiness').style.getPropertyValue('--aims-accent') === 'rgb(0, 80, 90)',
    );
    assert.equal((await look())[0], 'light', 'what was set stays');

    const fixed = await openParent(browser, parent, check, { query: { theme: 'dark' } });
    const inside = await startShown(fixed);
    await ready(fixed);
    assert.equal(await inside.evaluate(() => document.querySelector('aims-readiness').getAttribute('theme')), 'dark');
  }),
  test('the address sets attributes of the list, and no others', async ({ browser, check, parent }) => {
    const overlay = 'https://elsewhere.example/o.json';
    const query = { 'as-of': '2026-03-01', readonly: 'false', onclick: 'alert(1)', id: 'x', overlay };
    const page = await openParent(browser, parent, check, { query });
    const frame = await startShown(page);
    await ready(page);
    const names = await frame.evaluate(() => document.querySelector('aims-readiness').getAttributeNames());
    const here = names.filter((name) => !['theme', 'lang', 'style', 'class'].includes(name));
    // Links live in the fragment of the frame's own page.
    assert.deepEqual(here.sort(), ['as-of', 'links', 'loading']);
    assert.ok(page.warnings.some((text) => text.includes('overlay must be an address of this origin')));
  }),
  test('a parent of another origin than the address names is refused', async ({ browser, check, parent }) => {
    await refused(await openParent(browser, parent, check, { query: { parent: 'https://portal.example' } }));
  }),
  test('a list of parents in the page of the frame goes before the address', async ({ browser, check, parent }) => {
    const meta = (content) => async (page) => {
      const listed = `<meta name="aims-parents" content="${content}"><title>`;
      await page.route('**/frame.html*', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace('<title>', listed) });
      });
    };
    await refused(await openParent(browser, parent, check, { prepare: meta('https://portal.example') }));
    const page = await openParent(browser, parent, check, { prepare: meta(`https://portal.example ${originOf(parent)}`) });
    await ready(page);
  }),
  test('messages of a foreign window are heard neither by the page nor by the frame', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check, { options: { listen: 'aims-result aims-step' } });
    const frame = await startShown(page);
    await ready(page);
    // Neighbours of the very origins of check and page, so that only the window tells them apart.
    for (const url of [check, parent]) {
      await page.evaluate((address) => {
        const neighbour = document.createElement('iframe');
        neighbour.title = `Neighbour ${address}`;
        neighbour.src = `${address}blank.html`;
        document.querySelector('main').append(neighbour);
        return new Promise((resolve) => neighbour.addEventListener('load', resolve));
      }, url);
    }
    const neighbours = page.frames().filter((each) => each.url().endsWith('blank.html'));
    assert.equal(neighbours.length, 2);
    for (const neighbour of neighbours) {
      await neighbour.evaluate(() => {
        globalThis.heard = [];
        addEventListener('message', ({ data }) => globalThis.heard.push(data));
        const say = (to, type, payload, id) => to.postMessage({ ns: 'aims', v: 1, type, id, payload }, '*');
        say(parent, 'event', { name: 'aims-result', detail: { schema: 1 } });
        say(parent, 'height', { height: 5000 });
        const frame = parent.frames[0];
        say(frame, 'hello', { attributes: { theme: 'dark' }, events: ['aims-step'] });
        say(frame, 'set', { attributes: { theme: 'dark' } });
        say(frame, 'subscribe', { events: ['aims-step'] });
        say(frame, 'call', { method: 'getState', args: [] }, '1');
      });
    }
    await pause(SETTLED);
    assert.deepEqual(await page.evaluate(() => globalThis.events.filter(({ type }) => type === 'aims-result')), []);
    assert.notEqual(await page.locator('iframe').first().evaluate((iframe) => iframe.clientHeight), 5000);
    for (const neighbour of neighbours) assert.deepEqual(await neighbour.evaluate(() => globalThis.heard), []);
    assert.equal(await frame.evaluate(() => document.querySelector('aims-readiness').getAttribute('theme')), 'light');
  }),
  test('another page that comes to stand in the frame is neither heard nor told anything', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check, { options: { listen: 'aims-result' } });
    await startShown(page);
    await ready(page);
    await allThere(await frameOf(page));
    allowProblem(page, 'does not match the recipient window');
    await page.evaluate(() => {
      const iframe = document.querySelector('iframe');
      iframe.src = 'blank.html';
      return new Promise((resolve) => iframe.addEventListener('load', resolve));
    });
    const stranger = await frameOf(page);
    await stranger.evaluate(() => {
      globalThis.heard = [];
      addEventListener('message', ({ data }) => globalThis.heard.push(data));
      const say = (type, payload) => parent.postMessage({ ns: 'aims', v: 1, type, payload }, '*');
      say('ready', { session: 'mine' });
      say('event', { name: 'aims-result', detail: { schema: 1 } });
      say('height', { height: 5000 });
    });
    await page.evaluate(() => void globalThis.check.getState().catch(() => {}));
    await pause(SETTLED);
    assert.deepEqual(await page.evaluate(() => globalThis.events), []);
    assert.deepEqual(await stranger.evaluate(() => globalThis.heard), []);
    assert.notEqual(await page.locator('iframe').evaluate((iframe) => iframe.clientHeight), 5000);
    await page.evaluate(() => globalThis.check.disconnect());
  }),
  test('before a hello nothing is answered', async ({ browser, check, parent }) => {
    const page = await openPage(browser, `${parent}blank.html`);
    const types = await page.evaluate(
      async ([frame, origin, wait]) => {
        const heard = [];
        addEventListener('message', ({ data }) => heard.push(data.type));
        const iframe = document.createElement('iframe');
        iframe.title = 'AI Act check';
        iframe.src = frame;
        document.querySelector('main').append(iframe);
        await new Promise((resolve) => iframe.addEventListener('load', resolve));
        const say = (type, payload, id) => iframe.contentWindow.postMessage({ ns: 'aims', v: 1, type, id, payload }, origin);
        say('subscribe', { events: ['aims-ready', 'aims-step'] });
        say('set', { attributes: { theme: 'dark' } });
        say('call', { method: 'getState', args: [] }, '1');
        await new Promise((resolve) => setTimeout(resolve, wait));
        const before = heard.splice(0);
        say('hello', { events: [] });
        say('call', { method: 'getState', args: [] }, '2');
        await new Promise((resolve) => setTimeout(resolve, wait));
        return { before, after: [...new Set(heard)].sort() };
      },
      [`${check}${EMBED}frame.html?loading=eager&parent=${originOf(parent)}`, originOf(check), SETTLED],
    );
    assert.deepEqual(types, { before: [], after: ['answer', 'height', 'ready'] });
    const frame = await frameOf(page);
    assert.equal(await frame.evaluate(() => document.querySelector('aims-readiness').hasAttribute('theme')), false);
  }),
  test('a frame that may not download hands its files to the page, which saves them or takes them', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check, { options: { sandbox: 'allow-scripts allow-same-origin' } });
    const frame = await finish(page);
    const download = page.waitForEvent('download');
    await frame.getByRole('button', { name: 'Save the result' }).click();
    const file = await download;
    assert.match(file.suggestedFilename(), /\.json$/);
    assert.equal(JSON.parse(await readFile(await file.path(), 'utf8')).result.tier, 'high');

    let saved = 0;
    page.on('download', () => (saved += 1));
    await page.evaluate(() => {
      globalThis.taken = new Promise((resolve) =>
        globalThis.check.addEventListener('aims-export', (event) => {
          event.preventDefault();
          resolve(event.detail);
        }),
      );
    });
    await frame.getByRole('button', { name: 'Save the result' }).click();
    const detail = await page.evaluate(() => globalThis.taken);
    assert.equal(JSON.parse(detail.text).result.tier, 'high');
    await pause(SETTLED);
    assert.equal(saved, 0, 'nothing is downloaded that the page takes');
  }),
  test('a frame that may download still leaves it to the page', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check);
    const names = [];
    page.on('download', (file) => names.push(file.suggestedFilename()));
    const frame = await finish(page);
    await frame.getByRole('button', { name: 'Save the result' }).click();
    await pause(SETTLED);
    assert.equal(names.length, 1, 'one file, once');
  }),
  test('a frame without an origin of its own shows the check and stays unconnected', async ({ browser, check, parent }) => {
    const page = await openParent(browser, parent, check, { options: { sandbox: 'allow-scripts' } });
    allowProblem(page, 'does not match the recipient window');
    await refused(page);
    assert.ok(page.warnings.some((text) => text.includes('no origin of its own')));
  }),
];
