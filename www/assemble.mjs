// Trunk's last step: the element's folder, the open pages, the gallery, what makes the site installable, and the list of what a first visit loads.

import { spawnSync } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { buildElement, runner } from '../element/build.mjs';
import { buildGallery } from './gallery/build.mjs';
import { buildInstallable } from './installable/build.mjs';
import { buildLanguages } from './languages/build.mjs';
import { page as qualityPage } from './open/quality-page.mjs';
import { page as rulesPage } from './open/rules-page.mjs';
import { page as verifyPage } from './open/verify-page.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const STAGE = process.env.TRUNK_STAGING_DIR;
if (!STAGE) throw new Error('this runs as a hook of trunk, which names the folder to work in');
const RELEASE = process.env.TRUNK_PROFILE === 'release';

/** Of the element's folder, in the order in which a first visit asks for them, up to the first question. */
const FIRST_LOAD = [
  'aims-readiness.js',
  'assess.css',
  'start.en.json',
  'visit.js',
  'assess.js',
  'assess_bg.wasm',
  'wording.en.json',
];

/** Runs native cargo for what the build needs from the library, and gives what it writes. */
function cargo(words, input) {
  // The widget's compiler settings must not reach this native build.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(CARGO_|TRUNK_|RUSTFLAGS|RUSTC_BOOTSTRAP)/.test(key) || key === 'CARGO_HOME'),
  );
  const run = path.join(ROOT, 'setup/toolchain-env.sh');
  const stdio = [input ? 'pipe' : 'ignore', 'pipe', 'inherit'];
  const options = { cwd: ROOT, env, input, stdio, encoding: 'utf8', maxBuffer: 2 ** 26 };
  const { status, stdout } = spawnSync(run, ['native', 'cargo', ...words], options);
  if (status !== 0) throw new Error(`cargo ${words.join(' ')} failed`);
  return stdout;
}

/** The pages that lay the engine open: every rule with its cases, what the tests found, and a check of receipts. */
async function writeOpenPages(element, version) {
  const json = async (file) => JSON.parse(await readFile(file, 'utf8'));
  const rules = JSON.parse(cargo(['run', '--quiet', '--locked', '--bin', 'aims-readiness', '--', 'rules']));
  const quality = await json(path.join(ROOT, 'www/open/quality.json'));
  const wording = await json(path.join(element, 'wording.en.results.json'));
  await writeFile(path.join(STAGE, 'rules.html'), rulesPage({ rules, quality, wording }));
  await writeFile(path.join(STAGE, 'quality.html'), qualityPage(quality));
  await writeFile(path.join(STAGE, 'verify.html'), verifyPage());
  await build({
    entryPoints: [path.join(ROOT, 'www/open/verify.js')],
    outfile: path.join(STAGE, 'verify.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    define: { AIMS_VERSION: JSON.stringify(version) },
  });
  for (const file of ['quality.json', 'open.css', 'search.js']) {
    await copyFile(path.join(ROOT, 'www/open', file), path.join(STAGE, file));
  }
  // Element and open pages have their colours from one place.
  const parts = ['element/styles/palette.css', 'www/open/open.css'].map((file) => readFile(path.join(ROOT, file), 'utf8'));
  await writeFile(path.join(STAGE, 'open.css'), (await Promise.all(parts)).join('\n'));
}

async function minify(file) {
  const place = path.join(STAGE, file);
  const loader = path.extname(file).slice(1);
  const { code } = await transform(await readFile(place, 'utf8'), {
    loader,
    minify: true,
    target: loader === 'js' ? 'es2022' : ['chrome123', 'firefox120', 'safari17.5'],
    legalComments: 'none',
  });
  await writeFile(place, code);
}

/** Pages like the first one, each with the element in another mode. */
const MODES = {
  'register.html': ['mode="register" storage="local"', 'title-register', 'Many AI use cases in one register'],
  'workshop.html': ['mode="workshop" storage="local" links', 'title-workshop', 'AI Act and ISO/IEC 42001 workshop'],
};

async function writeIndex(version) {
  const place = path.join(STAGE, 'index.html');
  const page = (await readFile(place, 'utf8')).replaceAll('VERSION', version);
  await writeFile(place, page);
  for (const [name, [attributes, word, title]] of Object.entries(MODES)) {
    const head = `<title data-word="${word}">${title}</title>`;
    const made = page.replace('loading="eager" links', `loading="eager" ${attributes}`).replace(/<title.*?<\/title>/, head);
    if (!made.includes(attributes)) throw new Error(`${name}: the first page has no element to change`);
    await writeFile(path.join(STAGE, name), made);
  }
}

const version = /^version = "(.*)"$/m.exec(await readFile(path.join(ROOT, 'Cargo.toml'), 'utf8'))[1];
const element = await buildElement({ stage: STAGE, root: ROOT, version, release: RELEASE, cargo, run: runner(ROOT) });
await writeOpenPages(element, version);
await writeIndex(version);
await buildLanguages({ stage: STAGE, version, release: RELEASE });
await buildGallery({ stage: STAGE, version, root: ROOT, release: RELEASE });
if (RELEASE) await Promise.all(['site.css', 'open.css', 'search.js', 'verify.js'].map(minify));
const ofElement = FIRST_LOAD.map((file) => path.join('embed', version, file));
const firstLoad = ['index.html', 'site.css', 'icon.svg', 'languages.js', 'installable.js', ...ofElement];
await buildInstallable({ stage: STAGE, version, release: RELEASE });
await writeFile(path.join(STAGE, 'first-load.json'), `${JSON.stringify(firstLoad, null, 2)}\n`);
