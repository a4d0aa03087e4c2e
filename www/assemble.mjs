// Trunk's last step: minifies scripts and styles, adds the wording, lists what a first visit loads.

import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

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

/** The wording comes from the command line, so that page and command line always say the same. */
function writeWording() {
  // The widget's compiler settings must not reach this native build.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(CARGO_|TRUNK_|RUSTFLAGS|RUSTC_BOOTSTRAP)/.test(key) || key === 'CARGO_HOME'),
  );
  const run = path.join(ROOT, 'setup/toolchain-env.sh');
  const args = ['native', 'cargo', 'run', '--quiet', '--locked', '--bin', 'aims-readiness', '--', 'wording', STAGE];
  const { status } = spawnSync(run, args, { cwd: ROOT, env, stdio: 'inherit' });
  if (status !== 0) throw new Error('the wording could not be written');
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

writeWording();
if (process.env.TRUNK_PROFILE === 'release') {
  await Promise.all(['element.js', 'element.css', 'site.css', 'aims-readiness.js'].map(minify));
}
await writeFile(path.join(STAGE, 'first-load.json'), `${JSON.stringify(FIRST_LOAD, null, 2)}\n`);
