// A whole visit in browsers beside Chromium, under the strict policy: node tests/browsers/run.mjs [NAME]
//
// A browser that is not on the machine is named and left out; one that is there has to pass.

import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '../../serve/serve.mjs';
import { CV_RANKING } from '../e2e/journey.mjs';
import * as firefox from './firefox.mjs';
import { smoke } from './smoke.mjs';
import * as webkit from './webkit.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const BROWSERS = { firefox, webkit };
const PAGES = ['', 'gallery/strict.html', 'gallery/hostile.html'];

function check(met) {
  assert.deepEqual(met.problems, []);
  assert.equal(met.tier, 'High-risk');
  assert.equal(met.focus, 'h2', 'the heading of the result has the focus');
  assert.ok(met.events.includes('result'));
  assert.ok(met.lines > 50, `${met.lines} lines`);
  assert.ok(met.plan && met.panel);
  assert.notEqual(met.colour, 'rgba(0, 0, 0, 0)', 'styles are there');
}

async function run(name, { missing, launch }, url) {
  const why = missing();
  if (why) {
    console.log(`left out: ${name}, because ${why}`);
    return true;
  }
  const browser = await launch();
  let passed = true;
  try {
    for (const page of PAGES) {
      try {
        await browser.open(`${url}${page}`);
        check(await browser.evaluate(smoke, CV_RANKING));
        console.log(`ok   ${browser.name}: a whole visit on /${page}`);
      } catch (error) {
        passed = false;
        console.log(`FAIL ${browser.name}: a whole visit on /${page}\n     ${error.stack ?? error}`);
      }
    }
  } finally {
    await browser.close();
  }
  return passed;
}

const server = await startServer(path.join(ROOT, 'dist'));
let all = true;
try {
  for (const [name, browser] of Object.entries(BROWSERS)) {
    if (!process.argv[2] || process.argv[2] === name) all = (await run(name, browser, server.url)) && all;
  }
} finally {
  await server.close();
}
if (!all) process.exitCode = 1;
