// What leaves the page: nothing, and the panel that shows it.

import assert from 'node:assert/strict';
import { assertAccessible, openPage, recordRequests } from './harness.mjs';
import { CV_RANKING, openReady, openResult } from './journey.mjs';
import { EMBED, HOST_POLICY, withHosts } from './package.mjs';

const opener = (page) => page.getByRole('button', { name: 'What left this page' });
const dialog = (page) => page.getByRole('dialog', { name: 'What left this page' });

async function openPanel(browser, host, context) {
  const page = await openReady(browser, `${host}plain.html`, context);
  await opener(page).click();
  await dialog(page).waitFor();
  return page;
}

const test = (name, fn) => ({
  name,
  run: ({ browser }) => withHosts(browser, [{ csp: HOST_POLICY }], (host) => fn({ browser, host })),
});

export const tests = [
  test('a whole run asks for own files only, by GET and without a body', async ({ browser, host }) => {
    const sent = [];
    const page = await openResult(browser, `${host}plain.html`, CV_RANKING, undefined, (opened) => {
      opened.on('request', (request) => sent.push({ url: request.url(), method: request.method(), body: request.postData() }));
      opened.on('websocket', (socket) => sent.push({ url: socket.url(), method: 'WebSocket', body: null }));
    });
    await page.getByRole('button', { name: 'Make my checklist' }).click();
    await page.locator('.checklist').first().waitFor();
    const base = `${host}${EMBED}`;
    const foreign = sent.filter(({ url }) => url !== `${host}plain.html` && !url.startsWith(base));
    assert.deepEqual(foreign, []);
    assert.deepEqual(sent.filter(({ url, method, body }) => method !== 'GET' || body !== null || url.includes('?')), []);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
  }),
  test('the panel lists every file that was asked for, and none that was not', async ({ browser, host }) => {
    const page = await openPanel(browser, host);
    const base = `${host}${EMBED}`;
    const asked = recordRequests(page).map(({ url }) => url).filter((url) => url.startsWith(base));
    const names = await dialog(page).getByRole('rowheader').allTextContents();
    assert.deepEqual(names.sort(), asked.map((url) => url.slice(base.length)).sort());
    const cells = await dialog(page).getByRole('cell').allTextContents();
    assert.ok(cells.every((text) => /\d\skB$/.test(text)), cells.join(', '));
    await dialog(page).getByText('nothing was sent').waitFor();
    await dialog(page).getByText('no part of it: 0.').waitFor();
    // What comes while it is open is added.
    await page.evaluate((file) => fetch(file).then((response) => response.text()), `${base}frame.css`);
    await dialog(page).getByRole('rowheader', { name: 'frame.css' }).waitFor();
    await page.evaluate(() => fetch('plain.html').then((response) => response.text()));
    await dialog(page).getByText('no part of it: 1.').waitFor();
    await page.evaluate((file) => fetch(`${file}?q=1`).then((response) => response.text()), `${base}frame.css`);
    await dialog(page).getByText('carries more than the name').waitFor();
  }),
  test('the panel takes the focus, keeps it, and gives it back', async ({ browser, host }) => {
    const page = await openPanel(browser, host);
    const focused = () => page.evaluate(() => document.querySelector('aims-readiness').shadowRoot.activeElement?.textContent);
    assert.equal(await focused(), 'What left this page');
    assert.equal(await page.evaluate(() => document.querySelector('aims-readiness').shadowRoot.activeElement.localName), 'h2');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    assert.equal(await focused(), 'What left this page?');
    assert.equal(await page.evaluate(() => document.querySelector('aims-readiness').shadowRoot.activeElement.localName), 'button');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await dialog(page).waitFor({ state: 'detached' });
  }),
  test('the panel asks the server for its policy only when told to', async ({ browser, host }) => {
    const page = await openPanel(browser, host);
    const heads = () => recordRequests(page).filter(({ method }) => method === 'HEAD');
    assert.deepEqual(heads(), []);
    await dialog(page).getByRole('button', { name: 'Ask the server' }).click();
    await dialog(page).getByText(HOST_POLICY).waitFor();
    assert.deepEqual(heads().map(({ url }) => url), [`${host}plain.html`]);
    // It was ours, and is not put on the page's account when the list is renewed.
    await page.evaluate((file) => fetch(file).then((response) => response.text()), `${host}${EMBED}frame.css`);
    await dialog(page).getByRole('rowheader', { name: 'frame.css' }).waitFor();
    await dialog(page).getByText('no part of it: 0.').waitFor();
  }),
  test('policies can be copied, and are selected where that is not allowed', async ({ browser, host }) => {
    const line = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
    const page = await openPanel(browser, host, { permissions: ['clipboard-read', 'clipboard-write'] });
    const copy = (on) => dialog(on).getByRole('button', { name: 'Copy Files on your own server' });
    await copy(page).click();
    await dialog(page).getByText('Copied.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), line);

    const refused = await openPanel(browser, host);
    await refused.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await copy(refused).click();
    await dialog(refused).getByText('Selected.').waitFor();
    const selected = await refused.evaluate(() => {
      const field = document.querySelector('aims-readiness').shadowRoot.activeElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
    assert.equal(selected, line);
  }),
  ...['light', 'dark'].map((colorScheme) =>
    test(`in ${colorScheme} the panel fits a narrow screen, and axe finds nothing`, async ({ browser, host }) => {
      const page = await openPanel(browser, host, { colorScheme, viewport: { width: 320, height: 640 } });
      await dialog(page).getByRole('button', { name: 'Ask the server' }).click();
      await dialog(page).getByText(HOST_POLICY).waitFor();
      const { width, scroll, client } = await dialog(page).evaluate((element) => ({
        width: element.getBoundingClientRect().width,
        scroll: element.scrollWidth,
        client: element.clientWidth,
      }));
      assert.ok(width <= 320 && scroll <= client, `${width} px, ${scroll} on ${client}`);
      // The panel alone: axe does not know what colour a browser gives to the ground of a dark page.
      await assertAccessible(page, { include: [{ fromShadowDom: ['aims-readiness', 'dialog'] }] });
    }),
  ),
];
