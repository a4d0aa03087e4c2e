// Puts the element's folder together: the engine's modules, scripts, styles, words and first screens of one version.
//
// The folder is the npm package and what a web server serves, from the same files.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { buildOffline } from './offline/build.mjs';
import { tree } from './prerender/tree.mjs';
import { buildScorm } from './scorm/build.mjs';

const HERE = import.meta.dirname;
const STYLE_TARGETS = ['chrome123', 'firefox120', 'safari17.5'];

/** What wasm-opt has to know of; www/index.html says the same for the first module. */
const WASM_FEATURES = [
  '--enable-bulk-memory',
  '--enable-bulk-memory-opt',
  '--enable-nontrapping-float-to-int',
  '--enable-sign-ext',
  '--enable-mutable-globals',
  '--enable-reference-types',
  '--enable-multivalue',
];

/** Problems whose words the loader has, because those of the page may not come. For others it says that loading failed. */
const EARLY = ['csp-blocked', 'not-found', 'cors', 'offline', 'load'];

/** Files whose hashes the loader knows, and those that follow. First screens have those of the words of their language. */
const FIRST = /^(assess_bg\.wasm|assess\.css|start\.en\.json)$/;
const LATER = /^((result|records)_bg\.wasm|result\.css|start\.(?!en\.).*\.json|suggest\.bin)$/;
const wordsOf = (language) => new RegExp(`^(wording|deck)\\.${language}\\..*json$`);

/**
 * `stage` holds what Trunk built; `cargo(...words)` runs native cargo and gives its output for `input`;
 * `wasmCargo` runs it for the browser with the settings of the build. Leaves `stage/embed/<version>/`.
 */
export async function buildElement({ stage, root, version, release, cargo, run }) {
  const place = path.join(stage, 'embed', version);
  await mkdir(place, { recursive: true });
  const at = (file) => path.join(place, file);

  // Words come from the command line, so that page and command line always say the same.
  cargo(['run', '--quiet', '--locked', '--bin', 'aims-readiness', '--', 'wording', place]);
  await copyFile(path.join(root, 'catalog/suggest/model.bin'), at('suggest.bin'));
  await moveSiteWords(place, stage);

  await rename(path.join(stage, 'aims-readiness_bg.wasm'), at('assess_bg.wasm'));
  await rename(path.join(stage, 'aims-readiness.js'), at('assess.js'));
  for (const name of ['result', 'records']) buildModule({ name, place, root, release, run });
  for (const name of ['assess', 'result', 'records']) await prepareGlue(at(`${name}.js`), release);

  await writeStyles(at, release);
  const languages = await writeFirstScreens(place, cargo);
  await writeScripts(at, { version, languages, release });
  await writePackage(at, { root, version });
  const define = await definitions(at, { version, languages });
  await buildOffline({ folder: place, define, words: stage, out: path.join(stage, 'aims-readiness-offline.html'), release });
  await buildScorm({ folder: place, define, out: path.join(stage, 'aims-readiness-scorm.zip'), release, version });
  await writeFile(at('integrity.json'), `${JSON.stringify(await hashes(place, /./, 'sha384'), null, 2)}\n`);
  return place;
}

/** What the site says around the element is no part of the element. */
async function moveSiteWords(place, stage) {
  for (const file of await readdir(place)) {
    const language = /^wording\.([a-z]+)\.site\.json$/.exec(file)?.[1];
    if (language) await rename(path.join(place, file), path.join(stage, `site.${language}.json`));
  }
}

/** What makes the folder a package, and what a person reads in it. */
async function writePackage(at, { root, version }) {
  const manifest = JSON.parse(await readFile(path.join(HERE, 'package/package.json'), 'utf8'));
  await writeFile(at('package.json'), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
  for (const file of ['README.md', 'custom-elements.json']) await copyFile(path.join(HERE, 'package', file), at(file));
  for (const file of ['LICENSE-MIT', 'LICENSE-APACHE']) await copyFile(path.join(root, file), at(file));
  for (const file of ['frame.html', 'frame.css']) await copyFile(path.join(HERE, 'frame', file), at(file));
  await copyFile(path.join(HERE, 'report/report.html'), at('report.html'));
  const published = [['types', /\.d\.ts$/], ['schema', /\.schema\.json$/]];
  for (const [folder, pattern] of published) {
    const filter = async (file) => pattern.test(file) || (await stat(file)).isDirectory();
    await cp(path.join(HERE, folder), at(folder), { recursive: true, filter });
  }
  const cargo = ['setup/toolchain-env.sh', 'wasm', 'cargo'];
  const words = ['element/package/notices.mjs', '--features', 'assess,result,records', '--out', at('NOTICES.md'), '--', ...cargo];
  runner(root)('node', words);
}

/** A module behind the first, built from the same library with its settings; its feature has its name. */
function buildModule({ name, place, root, release, run }) {
  const target = process.env.CARGO_TARGET_DIR ?? path.join(root, 'target');
  const profile = release ? 'wasm-release' : 'dev';
  const features = ['--no-default-features', '--features', name, '--profile', profile];
  const wasmTarget = 'wasm32-unknown-unknown';
  run('cargo', ['build', '--quiet', '--offline', '--locked', '--lib', '--target', wasmTarget, ...features]);
  const built = path.join(target, wasmTarget, release ? profile : 'debug', 'aims_readiness.wasm');
  run('wasm-bindgen', ['--target', 'web', '--no-typescript', '--out-name', name, '--out-dir', place, built]);
  if (!release) return;
  const wasm = path.join(place, `${name}_bg.wasm`);
  run(path.join(root, 'node_modules/.bin/wasm-opt'), ['-Oz', ...WASM_FEATURES, '-o', wasm, wasm]);
}

/** The loader always says where the wasm is; the glue's own guess would only make bundlers take it along. */
async function prepareGlue(file, release) {
  const glue = await readFile(file, 'utf8');
  const guess = /module_or_path = new URL\([^)]*_bg\.wasm', import\.meta\.url\);/;
  if (!guess.test(glue)) throw new Error(`${file} has no default address any more: look at what wasm-bindgen writes`);
  const code = glue.replace(guess, "throw new TypeError('the address of the wasm is missing');");
  await writeFile(file, release ? (await transform(code, { loader: 'js', minify: true, format: 'esm' })).code : code);
}

export async function writeStyles(at, release) {
  const read = (name) => readFile(path.join(HERE, 'styles', `${name}.css`), 'utf8');
  const sheets = { assess: ['palette', 'assess'], result: ['result'], privacy: ['privacy'], keep: ['keep'], register: ['register'], workshop: ['workshop'], notes: ['notes'] };
  for (const [name, parts] of Object.entries(sheets)) {
    const css = (await Promise.all(parts.map(read))).join('\n');
    const options = { loader: 'css', minify: release, target: STYLE_TARGETS, legalComments: 'none' };
    await writeFile(at(`${name}.css`), (await transform(css, options)).code);
  }
  // The file that is saved has the same styles in it.
  await copyFile(path.join(HERE, '../src/files/html/report.css'), at('report.css'));
}

/** The first screens and the loader's words, one file for each language. */
export async function writeFirstScreens(place, cargo) {
  const files = await readdir(place);
  const languages = files.flatMap((file) => /^wording\.([a-z]+)\.json$/.exec(file)?.[1] ?? []);
  for (const language of languages) {
    const input = await readFile(path.join(place, `wording.${language}.json`));
    const features = ['--no-default-features', '--features', 'prerender'];
    const drawn = JSON.parse(cargo(['run', '--quiet', '--locked', '--example', 'prerender', ...features], input));
    const loader = path.join(place, `wording.${language}.loader.json`);
    const all = { ...JSON.parse(input), ...JSON.parse(await readFile(loader, 'utf8')) };
    const words = JSON.parse(await readFile(loader, 'utf8'));
    words['ui.no-legal-advice'] = all['ui.no-legal-advice'];
    await rm(loader);
    const screens = { start: tree(drawn.start), question: tree(drawn.question), words, hashes: await hashes(place, wordsOf(language)) };
    await writeFile(path.join(place, `start.${language}.json`), JSON.stringify(screens));
  }
  return languages.sort((a, b) => (b === 'en') - (a === 'en') || a.localeCompare(b));
}

/** What stands before a text that its language does not have yet (`element/visit/foreign.js` takes it off). */
const FOREIGN = '\u2063';

/** Languages in which some texts are shown in English. */
async function incomplete(place, languages) {
  const lacks = async (language) => {
    const files = (await readdir(place)).filter((file) => wordsOf(language).test(file));
    const texts = await Promise.all(files.map((file) => readFile(path.join(place, file), 'utf8')));
    return texts.some((text) => text.includes(FOREIGN));
  };
  const lacking = await Promise.all(languages.map(lacks));
  return languages.filter((_, index) => lacking[index]);
}

/** What the build puts into the scripts. */
export async function definitions(at, { version, languages }) {
  const english = JSON.parse(await readFile(at('start.en.json'), 'utf8')).words;
  const problems = Object.fromEntries(
    EARLY.flatMap((code) => ['message', 'remedy'].map((part) => `problem.${code}.${part}`)).map((key) => [key, english[`ui.${key}`]]),
  );
  return {
    AIMS_VERSION: JSON.stringify(version),
    AIMS_LANGUAGES: JSON.stringify(languages),
    AIMS_INCOMPLETE: JSON.stringify(await incomplete(at('.'), languages)),
    AIMS_PROBLEMS: JSON.stringify(problems),
    AIMS_HASHES: JSON.stringify(await hashes(at('.'), FIRST)),
    AIMS_LATER_HASHES: JSON.stringify(await hashes(at('.'), LATER)),
  };
}

export async function writeScripts(at, { version, languages, release }) {
  const define = await definitions(at, { version, languages });
  const entries = {
    'aims-readiness': 'aims-readiness.js',
    index: 'index.js',
    visit: 'visit/visit.js',
    privacy: 'visit/privacy.js',
    keep: 'visit/keep.js',
    drafts: 'visit/drafts.js',
    share: 'visit/share.js',
    register: 'register/register.js',
    workshop: 'workshop/workshop.js',
    teams: 'workshop/teams.js',
    'qr-draw': 'workshop/qr-draw.js',
    'qr-read': 'workshop/qr-read.js',
    'deck-editor': 'workshop/own/editor.js',
    contrast: 'visit/contrast.js',
    foreign: 'visit/foreign.js',
    'records-port': 'records/port.js',
    'records-calls': 'records/calls.js',
    'files-panel': 'records/files-panel.js',
    report: 'report/report.js',
    frame: 'frame/frame.js',
    'frame-host': 'frame/host.js',
    engine: 'engine.js',
    react: 'react.js',
  };
  await build({
    entryPoints: Object.entries(entries).map(([out, file]) => ({ in: path.join(HERE, file), out })),
    outdir: at('.'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: release,
    legalComments: 'none',
    define,
    // The host brings it.
    external: ['react'],
    plugins: [beside],
  });
  // A classic script has no module of its own; what it loads is the module beside it.
  const classic = { entryPoints: [path.join(HERE, 'embed.js')], outfile: at('embed.js'), format: 'iife' };
  await build({ ...classic, bundle: true, target: 'es2018', supported: { 'dynamic-import': true }, minify: release });
}

/** What a script imports when it is asked for stands beside it in the folder and is found there. */
const beside = {
  name: 'beside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ path: wanted, kind }) =>
      kind === 'dynamic-import' ? { path: wanted, external: true } : undefined,
    );
  },
};

/** Hashes as browsers check them, by file name. */
export async function hashes(place, pattern = /./, algorithm = 'sha256') {
  const files = (await readdir(place, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
    .filter((file) => pattern.test(file))
    .sort();
  const pairs = files.map(async (file) => {
    const hash = createHash(algorithm).update(await readFile(path.join(place, file))).digest('base64');
    return [file, `${algorithm}-${hash}`];
  });
  return Object.fromEntries(await Promise.all(pairs));
}

/** Runs a command and stops the build where it fails. */
export function runner(cwd) {
  return (command, args) => {
    const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
    if (status !== 0) throw new Error(`${command} ${args.slice(0, 2).join(' ')} failed`);
  };
}
