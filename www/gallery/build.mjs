// Builds the gallery into the stage's folder `gallery/`: copies the pages, bundles the React and the Vue app, builds the
// Yew app. It comes after the element's folder `embed/<version>/`, which the apps are bundled against.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compileScript, parse } from 'vue/compiler-sfc';

const HERE = path.dirname(fileURLToPath(import.meta.url));

const FILES = [
  'index.html',
  'gallery.css',
  'log.js',
  'plain.html',
  'classic.html',
  'frame.html',
  'frame.js',
  'strict.html',
  'strict.js',
  'hostile.html',
  'hostile.css',
  'two.html',
  'dark.html',
  'dark.css',
  'nightjar.svg',
  'configurator.html',
  'configurator.css',
  'configurator.js',
  'settings.js',
  'snippets.js',
  'style.html',
  'style.css',
  'style.js',
  'style-copy.js',
  'style-samples.js',
  'style-source.js',
  'style-tokens.js',
  'react/index.html',
  'vue/index.html',
  'yew/index.html',
  'yew/start.js',
];

/** They come only with the overlay they show. */
const OVERLAY = 'examples/overlay/acme.json';
const OVERLAY_FILES = ['overlay.html', 'overlay.js'];

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function dedent(text) {
  const lines = text.replace(/^\n+|\s+$/g, '').split('\n');
  const depth = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(depth)).join('\n');
}

/** What stands between the marks `word` and `/word` in comments of any of the languages here, without other marks. */
function marked(text, word, file) {
  const open = '^ *(?:<!--|/\\*|//|\\{/\\*) ';
  const parts = [...text.matchAll(new RegExp(`${open}${word}\\b.*\\n([\\s\\S]*?)${open}/${word}\\b`, 'gm'))];
  if (parts.length === 0) throw new Error(`www/gallery/${file} marks no ${word} to show`);
  const marks = new RegExp(`${open}/?(source|card)\\b.*\\n`, 'gm');
  return parts.map(([, part]) => dedent(part.replace(marks, ''))).join(word === 'card' ? '\n\n' : '\n');
}

/** A page shows the source it is made of, so the two are never apart; a card of the contents the gist of it. */
async function withSources(html) {
  const places = [...html.matchAll(/\{\{(source|card) (.+?)\}\}/g)];
  const shown = new Map();
  for (const [place, word, name] of places) {
    const text = marked(await readFile(path.join(HERE, name), 'utf8'), word, name);
    shown.set(place, text.replace(/[&<>]/g, (sign) => ESCAPES[sign]));
  }
  return html.replace(/\{\{(source|card) .+?\}\}/g, (place) => shown.get(place));
}

/** Without an overlay its card is left out as well. */
const withoutOverlay = (html) => html.replace(/^ *<!-- overlay -->[\s\S]*?<!-- \/overlay -->\n/gm, '');

const withVersion = (text, version) => text.replaceAll('embed/VERSION/', `embed/${version}/`);

async function copyPages({ out, version, root }) {
  const overlay = path.join(root, OVERLAY);
  const hasOverlay = existsSync(overlay);
  const files = hasOverlay ? [...FILES, ...OVERLAY_FILES] : FILES;
  for (const file of files) {
    let text = await readFile(path.join(HERE, file), 'utf8');
    if (!hasOverlay) text = withoutOverlay(text);
    if (file.endsWith('.html')) text = await withSources(text);
    if (file === 'gallery.css') text = `${await readFile(path.join(root, 'element/styles/palette.css'), 'utf8')}\n${text}`;
    await mkdir(path.dirname(path.join(out, file)), { recursive: true });
    await writeFile(path.join(out, file), withVersion(text, version));
  }
  if (hasOverlay) await copyFile(overlay, path.join(out, 'acme.json'));
  else console.warn(`gallery: no page about overlays, because ${OVERLAY} is not there`);
}

/** What @vitejs/plugin-vue does for one component without styles; the setting is the one an integrator needs. */
const vue = {
  name: 'vue-component',
  transform(code, id) {
    if (!id.endsWith('.vue')) return undefined;
    const { descriptor, errors } = parse(code, { filename: id });
    if (errors.length > 0) throw errors[0];
    const compilerOptions = { isCustomElement: (tag) => tag === 'aims-readiness' };
    // Compiled here and not in the browser, where a strict policy would forbid it.
    const script = compileScript(descriptor, { id: 'app', inlineTemplate: true, templateOptions: { compilerOptions } });
    return { code: script.content, map: null };
  },
};

async function bundle(entry, { out, stage, version, release }) {
  const installed = await realpath(path.join(stage, 'embed', version));
  await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root: HERE,
    base: './',
    logLevel: 'warn',
    mode: release ? 'production' : 'development',
    plugins: [vue],
    resolve: { alias: { 'aims-readiness/react': path.join(installed, 'react.js') }, dedupe: ['react', 'react-dom'] },
    oxc: { jsx: { runtime: 'automatic' } },
    define: {
      'import.meta.env.VITE_AIMS_READINESS': JSON.stringify(`../../embed/${version}/aims-readiness.js`),
      'process.env.NODE_ENV': JSON.stringify(release ? 'production' : 'development'),
    },
    build: {
      outDir: path.join(out, path.dirname(entry)),
      emptyOutDir: false,
      minify: release,
      modulePreload: false,
      rollupOptions: {
        input: path.join(HERE, entry),
        // "use client" is for servers, of which there is none here.
        onwarn: (warning, next) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && next(warning),
        output: { entryFileNames: 'app.js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
}

/** The same compiler settings as the widget, which the caller's environment carries. */
function buildYewHost({ out, root, release }) {
  const run = (command, args) => {
    const { status, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
    // Shown on failure alone: the library without its two parts warns of code that only they use.
    if (status !== 0) throw new Error(`${command} failed for the Yew page of the gallery\n${stderr ?? error}`);
  };
  const target = process.env.CARGO_TARGET_DIR ?? path.join(root, 'target');
  const profile = release ? 'wasm-release' : 'dev';
  const features = ['--no-default-features', '--features', 'web', '--profile', profile];
  const wasm = ['--target', 'wasm32-unknown-unknown'];
  run('cargo', ['build', '--quiet', '--offline', '--locked', '--example', 'yew-host', ...wasm, ...features]);
  const folder = path.join(target, 'wasm32-unknown-unknown', release ? profile : 'debug', 'examples');
  const names = ['--out-name', 'yew-host', '--out-dir', path.join(out, 'yew')];
  run('wasm-bindgen', ['--target', 'web', '--no-typescript', ...names, path.join(folder, 'yew-host.wasm')]);
}

/**
 * `stage` is the folder of the site, with the element in `embed/<version>/`; `root` that of the repository.
 * A `release` is minified and takes the release profile of Rust.
 */
export async function buildGallery({ stage, version, root, release }) {
  const settings = { stage, version, root, release, out: path.join(stage, 'gallery') };
  await copyPages(settings);
  for (const entry of ['react/main.jsx', 'vue/main.js']) await bundle(entry, settings);
  buildYewHost(settings);
}
