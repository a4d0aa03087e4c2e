// How long it takes to collect a group of forty in a workshop: node tests/bench/group.mjs. Nothing is asserted about time.
//
// Typing is counted as keys that are pressed one after the other, at the speed of a practised typist and of a slow one;
// people reading their codes aloud are not in it.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeOf } from '../../element/workshop/code.js';
import { openPage, withBrowser } from '../e2e/harness.mjs';
import { startServer } from '../../serve/serve.mjs';

const DIST = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist');
const CASE = ['payslip-check-with-stars', 'The forgery check that learned more'];
const GROUP = 40;
const SAID = ['minimal', 'limited', 'high', 'open'];

const codes = Array.from({ length: GROUP }, (_, index) => codeOf(CASE[0], 1000 + index, SAID[index % SAID.length]));

/** Milliseconds until the whole group is counted, on a screen of its own. */
async function timed(browser, url, collect) {
  const page = await openPage(browser, `${url}workshop.html`);
  await page.getByRole('button', { name: CASE[1], exact: true }).click();
  await page.getByRole('button', { name: 'Lead a group with this case', exact: true }).click();
  const field = page.getByLabel('Codes of the group');
  await field.waitFor();
  const start = performance.now();
  await collect(field, page);
  await page.getByText(`People who answered: ${GROUP}`, { exact: true }).waitFor();
  const time = performance.now() - start;
  await page.context().close();
  return time;
}

const typed = (delay) => async (field) => {
  for (const code of codes) await field.pressSequentially(`${code.replace('-', '')}\n`, { delay });
};

const WAYS = {
  'pasted at once': async (field) => {
    await field.fill(codes.join('\n'));
    await field.press('Enter');
  },
  'typed, 60 ms for a key': typed(60),
  'typed, 250 ms for a key': typed(250),
};

const server = await startServer(DIST, { port: 0 });
try {
  await withBrowser(async (browser) => {
    for (const [name, collect] of Object.entries(WAYS)) {
      console.log(`a group of ${GROUP}, ${name}: ${((await timed(browser, server.url, collect)) / 1000).toFixed(1)} s`);
    }
  });
} finally {
  await server.close();
}
