// Runs the end-to-end specs against a built site: node tests/e2e/run.mjs [WORD]
//
// Every tests/e2e/*.spec.mjs exports a list of { name, run({ browser, url }) }, as its default or under any name.
// WORD runs only those whose file or test name holds it. E2E_DIR serves another folder than dist/.

import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startServer } from '../../serve/serve.mjs';
import { closePages, launchBrowser } from './harness.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, '../..');
const SPECS = process.env.E2E_SPECS ?? HERE;
const SITE = process.env.E2E_DIR ?? path.join(ROOT, 'dist');
const SHOTS = path.join(ROOT, 'target/e2e');

// Guards against a hang; no test should come near it on the slowest machine.
const TEST_TIMEOUT = 120_000;

async function loadTests(word) {
  const tests = [];
  for (const file of (await readdir(SPECS)).filter((name) => name.endsWith('.spec.mjs')).sort()) {
    const lists = new Set(Object.values(await import(pathToFileURL(path.join(SPECS, file)).href)).filter(Array.isArray));
    if (lists.size === 0) throw new Error(`${file} exports no list of tests`);
    for (const { name, run } of [...lists].flat()) {
      if (typeof name !== 'string' || typeof run !== 'function') throw new Error(`${file}: a test lacks name or run`);
      const title = `${file.replace('.spec.mjs', '')}: ${name}`;
      if (title.includes(word)) tests.push({ title, run });
    }
  }
  return tests;
}

function withTimeout(promise) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${TEST_TIMEOUT / 1000} s`)), TEST_TIMEOUT);
  });
  // What a test does after it was given up must not end the run.
  promise.catch(() => {});
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function screenshot(title, page, index) {
  const file = path.join(SHOTS, `${title.replace(/[^a-z0-9]+/gi, '-')}${index ? `-${index}` : ''}.png`);
  try {
    await mkdir(SHOTS, { recursive: true });
    await page.screenshot({ path: file, fullPage: true, timeout: 15_000 });
    return path.relative(ROOT, file);
  } catch {
    return null;
  }
}

async function runTest({ title, run }, browser, url) {
  const start = performance.now();
  const failures = [];
  try {
    await withTimeout(Promise.resolve(run({ browser, url })));
  } catch (error) {
    failures.push(error?.stack ?? String(error));
  }
  const shots = [];
  const problems = await closePages(failures.length > 0, async (page, index) => {
    shots.push(await screenshot(title, page, index));
  });
  failures.push(...problems);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${failures.length > 0 ? 'FAIL' : 'ok  '} ${title} (${seconds} s)`);
  for (const text of failures) console.log(text.replace(/^/gm, '     '));
  for (const shot of shots.filter(Boolean)) console.log(`     screenshot: ${shot}`);
  return failures.length === 0;
}

async function main(word = '') {
  if (!existsSync(SITE)) throw new Error(`${SITE} is not there: run make build`);
  const tests = await loadTests(word);
  if (tests.length === 0) throw new Error('found no end-to-end test');

  const server = await startServer(SITE);
  let browser = await launchBrowser();
  let passed = 0;
  try {
    for (const test of tests) {
      // A test that brought the browser down must not take the others with it.
      if (!browser.isConnected()) browser = await launchBrowser();
      if (await runTest(test, browser, server.url)) passed += 1;
    }
  } finally {
    await browser.close().catch(() => {});
    await server.close();
  }
  console.log(`${passed} passed, ${tests.length - passed} failed`);
  if (passed < tests.length) process.exitCode = 1;
}

main(...process.argv.slice(2)).catch((error) => {
  console.error(error?.stack ?? String(error));
  process.exitCode = 1;
});
