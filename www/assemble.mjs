// Trunk's last step: adds the wording, the model for suggestions, the open pages and the colours, minifies scripts and styles, lists what a first visit loads.

import { spawnSync } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { page as qualityPage } from './open/quality-page.mjs';
import { page as rulesPage } from './open/rules-page.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const STAGE = process.env.TRUNK_STAGING_DIR;
if (!STAGE) throw new Error('this runs as a hook of trunk, which names the folder to work in');

/** In the order in which a first visit asks for them, up to the first question. */
const FIRST_LOAD = [
  'index.html',
  'site.css',
  'icon.svg',
  'element.js',
  'element.css',
  'aims-readiness.js',
  'aims-readiness_bg.wasm',
  'wording.en.json',
];

/** What wasm-opt has to know of; index.html says the same for the first module. */
const WASM_FEATURES = [
  '--enable-bulk-memory',
  '--enable-bulk-memory-opt',
  '--enable-nontrapping-float-to-int',
  '--enable-sign-ext',
  '--enable-mutable-globals',
  '--enable-reference-types',
  '--enable-multivalue',
];

/** Words and rules come from the command line, so that page and command line always say the same. */
function commandLine(...words) {
  // The widget's compiler settings must not reach this native build.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(CARGO_|TRUNK_|RUSTFLAGS|RUSTC_BOOTSTRAP)/.test(key) || key === 'CARGO_HOME'),
  );
  const run = path.join(ROOT, 'setup/toolchain-env.sh');
  const args = ['native', 'cargo', 'run', '--quiet', '--locked', '--bin', 'aims-readiness', '--', ...words];
  const options = { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 2 ** 26 };
  const { status, stdout } = spawnSync(run, args, options);
  if (status !== 0) throw new Error(`aims-readiness ${words[0]} failed`);
  return stdout;
}

/** The pages that lay the engine open: every rule with its cases, and what the tests found. */
async function writeOpenPages() {
  const json = async (file) => JSON.parse(await readFile(file, 'utf8'));
  const rules = JSON.parse(commandLine('rules'));
  const quality = await json(path.join(ROOT, 'www/open/quality.json'));
  const wording = await json(path.join(STAGE, 'wording.en.results.json'));
  await writeFile(path.join(STAGE, 'rules.html'), rulesPage({ rules, quality, wording }));
  await writeFile(path.join(STAGE, 'quality.html'), qualityPage(quality));
  for (const file of ['quality.json', 'open.css', 'search.js']) {
    await copyFile(path.join(ROOT, 'www/open', file), path.join(STAGE, file));
  }
}

/** The checklist is a module of its own, built from the same library with the settings of the first. */
function buildList() {
  const release = process.env.TRUNK_PROFILE === 'release';
  const run = (command, args) => {
    const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) throw new Error(`${command} failed for the checklist`);
  };
  const target = process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target');
  const profile = release ? 'wasm-release' : 'dev';
  const features = ['--no-default-features', '--features', 'list', '--profile', profile];
  run('cargo', ['build', '--quiet', '--offline', '--locked', '--lib', '--target', 'wasm32-unknown-unknown', ...features]);
  const built = path.join(target, 'wasm32-unknown-unknown', release ? profile : 'debug', 'aims_readiness.wasm');
  const name = 'aims-readiness-list';
  run('wasm-bindgen', ['--target', 'web', '--no-typescript', '--out-name', name, '--out-dir', STAGE, built]);
  if (!release) return;
  const wasm = path.join(STAGE, `${name}_bg.wasm`);
  run(path.join(ROOT, 'node_modules/.bin/wasm-opt'), ['-Oz', ...WASM_FEATURES, '-o', wasm, wasm]);
}

async function minify(file) {
  const place = path.join(STAGE, file);
  const loader = path.extname(file).slice(1);
  const { code } = await transform(await readFile(place, 'utf8'), {
    loader,
    minify: true,
    format: loader === 'js' ? 'esm' : undefined,
    target: loader === 'js' ? 'es2022' : ['chrome123', 'firefox120', 'safari17.5'],
    legalComments: 'none',
  });
  await writeFile(place, code);
}

/** Element and open pages have their colours from one place. */
async function addPalette(file) {
  const place = path.join(STAGE, file);
  const styles = await Promise.all([path.join(ROOT, 'www/palette.css'), place].map((name) => readFile(name, 'utf8')));
  await writeFile(place, styles.join('\n'));
}

commandLine('wording', STAGE);
await copyFile(path.join(ROOT, 'catalog/suggest/model.bin'), path.join(STAGE, 'suggest.bin'));
await writeOpenPages();
buildList();
await Promise.all(['element.css', 'open.css'].map(addPalette));
if (process.env.TRUNK_PROFILE === 'release') {
  await Promise.all(['element.js', 'element.css', 'site.css', 'aims-readiness.js', 'aims-readiness-list.js', 'open.css', 'search.js'].map(minify));
}
await writeFile(path.join(STAGE, 'first-load.json'), `${JSON.stringify(FIRST_LOAD, null, 2)}\n`);
