// Runs the tests of the npm package: node tests/package/run.mjs dist/embed/VERSION [WORD]
//
// Every tests/package/*.spec.mjs exports a list of { name, run(places) }; `places.dist` is the folder given, and beside
// it come the consumers that harness.mjs installs the package in. WORD runs only those whose file or test name holds it.
// AIMS_CLI names a native command line that is built already; UPDATE=1 renews files.txt.

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { HERE, ROOT, installed } from './harness.mjs';

async function loadTests(word) {
  const tests = [];
  for (const file of (await readdir(HERE)).filter((name) => name.endsWith('.spec.mjs')).sort()) {
    const { default: list } = await import(pathToFileURL(path.join(HERE, file)).href);
    for (const { name, run } of list) {
      const title = `${file.replace('.spec.mjs', '')}: ${name}`;
      if (title.includes(word)) tests.push({ title, run });
    }
  }
  return tests;
}

async function runTest({ title, run }, places) {
  const start = performance.now();
  let failure;
  try {
    await run(places);
  } catch (error) {
    failure = error?.stack ?? String(error);
  }
  console.log(`${failure ? 'FAIL' : 'ok  '} ${title} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (failure) console.log(failure.replace(/^/gm, '     '));
  return !failure;
}

async function main(given, word = '') {
  if (!given) throw new Error('usage: node tests/package/run.mjs dist/embed/VERSION [WORD]');
  const tests = await loadTests(word);
  if (tests.length === 0) throw new Error('found no test of the package');
  const dist = path.resolve(given);
  const places = { dist, ...(await installed(dist, path.join(ROOT, 'target/package'))) };
  let passed = 0;
  try {
    for (const test of tests) if (await runTest(test, places)) passed += 1;
  } finally {
    await places.close();
  }
  console.log(`${passed} passed, ${tests.length - passed} failed`);
  if (passed < tests.length) process.exitCode = 1;
}

main(...process.argv.slice(2)).catch((error) => {
  console.error(error?.stack ?? String(error));
  process.exitCode = 1;
});
