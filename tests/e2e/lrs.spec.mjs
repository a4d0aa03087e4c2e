// A learning record store that a page names: what it is sent, what waits when it takes nothing, and that nothing is sent
// without it.

import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { allowProblem, assertAccessible, recordRequests } from './harness.mjs';
import { errors, openCheck } from './keep.mjs';
import { HOST_POLICY, withHosts } from './package.mjs';

const ACTOR = { objectType: 'Agent', account: { homePage: 'https://portal.example', name: 'u-4711' } };
const AUTHORIZATION = 'Basic dGVzdDp0ZXN0';

/** A store at `url` that notes what it is sent; `answers` says what it does with the next ones: a status, or `drop`. */
async function withStore(fn) {
  const store = Object.assign(new EventEmitter(), { came: [], answers: [] });
  const server = createServer(async (request, response) => {
    const allow = { 'Access-Control-Allow-Origin': request.headers.origin ?? '*', 'Access-Control-Allow-Headers': 'authorization, content-type, x-experience-api-version', 'Access-Control-Allow-Methods': 'POST' };
    // Each request has a connection of its own: browsers send again by themselves what was lost on an older one.
    if (request.method === 'OPTIONS') return void response.writeHead(204, { ...allow, Connection: 'close' }).end();
    const parts = [];
    for await (const part of request) parts.push(part);
    const { method, url, headers } = request;
    const answer = store.answers.shift() ?? 200;
    store.came.push({ method, url, headers, answer, statement: JSON.parse(Buffer.concat(parts).toString('utf8')) });
    store.emit('came');
    if (answer === 'drop') return void request.socket.destroy();
    return void response.writeHead(answer, { ...allow, 'Content-Type': 'application/json', Connection: 'close' }).end('[]');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  store.url = `http://127.0.0.1:${server.address().port}/xapi`;
  try {
    await fn(store);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const test = (name, fn) => ({
  name,
  run: ({ browser }) =>
    withStore((store) => {
      const csp = HOST_POLICY.replace("connect-src 'self'", `connect-src 'self' ${new URL(store.url).origin}`);
      return withHosts(browser, [{ csp }], (url) => fn({ browser, url, store }));
    }),
});

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** A workshop whose page names a store, if `lrs` is given. */
async function open(browser, url, lrs) {
  const page = await openCheck(browser, url, { mode: 'workshop', 'as-of': '2026-11-22' }, {
    prepare: (at) =>
      at.addInitScript((given) => {
        globalThis.aimsProblems = [];
        addEventListener('aims-error', ({ detail }) => globalThis.aimsProblems.push(detail));
        if (!given) return;
        // As a page sets it: before the element is defined.
        new MutationObserver((_, watcher) => {
          const check = document.querySelector('aims-readiness');
          if (!check) return;
          watcher.disconnect();
          check.lrs = given;
        }).observe(document, { childList: true, subtree: true });
      }, lrs),
  });
  await button(page, 'Take the next case').waitFor();
  return page;
}

async function answer(page, title, tier = 'High-risk') {
  await button(page, title).click();
  await page.getByRole('radio', { name: tier, exact: true }).check();
  await button(page, 'Show what the engine says').click();
  await page.locator('.workshop-verdict').waitFor();
  await button(page, 'Back to the cases').click();
}

/** What came, once it is so many. */
async function arrived(store, count) {
  while (store.came.length < count) await once(store, 'came');
  return store.came;
}

const problems = (page) => page.evaluate(() => globalThis.aimsProblems);

const toldOf = (page, count) => page.waitForFunction((least) => globalThis.aimsProblems.length >= least, count);

const FORGERY = 'The forgery check that learned more';
const TILL = 'A red light at the till';
const WEEDS = 'A weeding robot, asked in July';

const idOf = ({ statement }) => statement.object.id.split(':').at(-1);

export const tests = [
  test('each answer is sent as a statement of xAPI, and the visitor reads where it goes', async ({ browser, url, store }) => {
    // A slash at the end makes no second one.
    const page = await open(browser, url, { endpoint: `${store.url}/`, authorization: AUTHORIZATION, actor: ACTOR });
    await page.getByText(`Each answer is sent to ${store.url}/`).waitFor();
    assert.equal(await page.getByText('Nothing is sent anywhere').count(), 0);
    await assertAccessible(page, { include: 'aims-readiness' });
    await button(page, FORGERY).click();
    await page.getByLabel('Your reason (optional)').fill('A secret reason');
    await page.getByRole('radio', { name: 'High-risk', exact: true }).check();
    await button(page, 'Show what the engine says').click();
    const [{ method, url: asked, headers, statement }] = await arrived(store, 1);
    assert.deepEqual([method, asked], ['POST', '/xapi/statements']);
    assert.deepEqual([headers['content-type'], headers['x-experience-api-version'], headers.authorization], ['application/json', '1.0.3', AUTHORIZATION]);
    assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
    assert.deepEqual(Object.keys(statement).sort(), ['actor', 'context', 'id', 'object', 'result', 'timestamp', 'verb']);
    assert.match(statement.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(new Date(statement.timestamp).toISOString(), statement.timestamp);
    assert.deepEqual(statement.actor, ACTOR);
    assert.deepEqual(statement.verb, { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } });
    assert.equal(statement.object.id, 'urn:aims-readiness:scenario:payslip-check-with-stars');
    assert.deepEqual(statement.result, { response: 'high', success: true, completion: true, score: { raw: 2, min: 0, max: 2, scaled: 1 } });
    assert.deepEqual(statement.context.extensions['urn:aims-readiness:range'], ['high', 'high']);
    assert.ok(!JSON.stringify(statement).includes('secret'));
    assert.deepEqual(await errors(page), []);

    // An exercise too.
    await button(page, 'Back to the cases').click();
    await button(page, 'Stage 2 at a savings bank').click();
    const groups = page.locator('fieldset');
    await groups.first().waitFor();
    for (const group of await groups.all()) await group.getByLabel('Minor nonconformity').check();
    await button(page, 'Compare').click();
    const [, second] = await arrived(store, 2);
    assert.match(second.statement.object.id, /^urn:aims-readiness:exercise:/);
    assert.notEqual(second.statement.id, statement.id);

    // The panel of what left the page says so, and counts it to nobody else.
    await page.getByRole('button', { name: 'What left this page' }).click();
    const panel = page.getByRole('dialog', { name: 'What left this page' });
    await panel.getByText(`are sent to the learning record store that this page named: ${store.url}/`).waitFor();
    await panel.getByText('no part of it: 0.').waitFor();
  }),

  test('without the property nothing is sent, whatever is answered', async ({ browser, url, store }) => {
    const page = await open(browser, url);
    await page.getByText('Nothing is sent anywhere.').waitFor();
    const before = recordRequests(page).length;
    await answer(page, FORGERY);
    await answer(page, TILL);
    const asked = recordRequests(page).slice(before);
    assert.deepEqual(asked.filter(({ method, url: address }) => method !== 'GET' || !address.startsWith(url)), []);
    assert.deepEqual(store.came, []);
  }),

  test('what does not arrive waits, is told once, and is sent again in order', async ({ browser, url, store }) => {
    const page = await open(browser, url, { endpoint: store.url, authorization: AUTHORIZATION, actor: ACTOR });
    allowProblem(page, 'Failed to load resource');
    store.answers = ['drop', 503];
    await answer(page, FORGERY);
    await toldOf(page, 1);
    const [{ code, message, remedy }] = await problems(page);
    assert.equal(code, 'lrs');
    assert.match(message, /^An answer did not reach the learning record store: http:\/\/127\.0\.0\.1:\d+\/xapi \(.+\)$/);
    assert.match(remedy, /connect-src/);
    await answer(page, TILL);
    await arrived(store, 2);
    await answer(page, WEEDS);
    const came = await arrived(store, 5);
    assert.deepEqual(came.map(idOf), ['payslip-check-with-stars', 'payslip-check-with-stars', 'payslip-check-with-stars', 'washing-machine-in-instalments', 'weeding-robot-july']);
    // The same statement each time, so that a store knows it again.
    assert.equal(new Set(came.slice(0, 3).map(({ statement }) => JSON.stringify(statement))).size, 1);
    assert.equal((await problems(page)).length, 1);
  }),

  test('what waits is sent when the connection comes back', async ({ browser, url, store }) => {
    const page = await open(browser, url, { endpoint: store.url, authorization: AUTHORIZATION, actor: ACTOR });
    allowProblem(page, 'Failed to load resource');
    await button(page, FORGERY).click();
    await page.getByRole('radio', { name: 'High-risk', exact: true }).check();
    // The engine of the result has to be there before the connection goes.
    await page.evaluate(() => document.querySelector('aims-readiness').loaded);
    await page.context().setOffline(true);
    await button(page, 'Show what the engine says').click();
    await toldOf(page, 1);
    assert.deepEqual(store.came, []);
    await page.context().setOffline(false);
    const [came] = await arrived(store, 1);
    assert.equal(idOf(came), 'payslip-check-with-stars');
  }),

  test('a statement that is refused as such is told, and holds up no other', async ({ browser, url, store }) => {
    const page = await open(browser, url, { endpoint: store.url, authorization: AUTHORIZATION, actor: ACTOR });
    allowProblem(page, 'Failed to load resource');
    store.answers = [400, 401, 409];
    await answer(page, FORGERY);
    await toldOf(page, 1);
    assert.match((await problems(page))[0].message, /\(400\)$/);
    // One that was refused for who asks waits; one that the store has is not sent again.
    await answer(page, TILL);
    await arrived(store, 2);
    await answer(page, WEEDS);
    const came = await arrived(store, 4);
    assert.deepEqual(came.map((each) => [idOf(each), each.answer]), [
      ['payslip-check-with-stars', 400],
      ['washing-machine-in-instalments', 401],
      ['washing-machine-in-instalments', 409],
      ['weeding-robot-july', 200],
    ]);
    assert.equal((await problems(page)).length, 1);
  }),

  ...[
    ['an endpoint that anybody could listen to', { endpoint: 'http://lrs.example/xapi' }, /does not begin with https:/],
    ['an endpoint that is no address', { endpoint: 'xapi' }, /xapi \(/],
    ['no authorization', { authorization: '' }, /authorization is missing/],
    ['no actor', { actor: undefined }, /actor is missing/],
  ].map(([what, wrong, said]) =>
    test(`${what} is told, and nothing is sent until the page has mended it`, async ({ browser, url, store }) => {
      const right = { endpoint: store.url, authorization: AUTHORIZATION, actor: ACTOR };
      const page = await open(browser, url, { ...right, ...wrong });
      const before = recordRequests(page).length;
      await answer(page, FORGERY);
      await toldOf(page, 1);
      assert.match((await problems(page))[0].message, said);
      assert.deepEqual(recordRequests(page).slice(before).filter(({ method }) => method !== 'GET'), []);
      await page.evaluate((given) => (document.querySelector('aims-readiness').lrs = given), right);
      await answer(page, TILL);
      const came = await arrived(store, 2);
      assert.deepEqual(came.map(({ statement }) => statement.actor), [ACTOR, ACTOR]);
      assert.deepEqual(came.map(idOf), ['payslip-check-with-stars', 'washing-machine-in-instalments']);
    }),
  ),
];
