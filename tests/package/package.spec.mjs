// The package as npm sees it: files, entry points, types of all resolutions, bundlers.

import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build as esbuild } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { build as vite } from 'vite';
import { HERE, ROOT, run, tool } from './harness.mjs';

const LIST = path.join(HERE, 'files.txt');

async function fileList({ files }) {
  const text = `${files.join('\n')}\n`;
  if (process.env.UPDATE) await writeFile(LIST, text);
  const listed = await readFile(LIST, 'utf8');
  assert.equal(text, listed, 'the files of the package changed; UPDATE=1 renews tests/package/files.txt');
}

/** Scripts fetch others by name: what a web server has and the package lacks would fail only when somebody asks for it. */
async function nothingIsLeftOut({ dist, files }) {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const served = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)));
  assert.deepEqual([...files].sort(), served.sort());
}

async function version({ dist }) {
  const cargo = await readFile(path.join(ROOT, 'Cargo.toml'), 'utf8');
  const manifest = JSON.parse(await readFile(path.join(dist, 'package.json'), 'utf8'));
  assert.equal(manifest.version, /^version = "(.*)"$/m.exec(cargo)[1]);
  assert.equal(manifest.dependencies, undefined);
}

async function publintIsClean({ dist }) {
  const { messages, pkg } = await publint({ pkgDir: dist, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg)),
    [],
  );
}

/** The package is of modules alone; what is no module has no types. */
async function typesAreFound({ tarball }) {
  const others = ['embed.js', 'frame.html', 'report.html', 'suggest.bin'];
  tool('attw', [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--exclude-entrypoints', ...others]);
}

const ENTRY = `import { define, version } from 'aims-readiness';
import 'aims-readiness/define';
import { load } from 'aims-readiness/engine';
import { connectFrame } from 'aims-readiness/frame';
import { AimsReadinessCheck } from 'aims-readiness/react';
console.log(define, version, load, connectFrame, AimsReadinessCheck);
`;

/** A bundle for browsers that asks for nothing of Node, with the engine's files beside it. */
async function viteBundles({ consumer }) {
  await writeFile(path.join(consumer, 'entry.js'), ENTRY);
  const outDir = path.join(consumer, 'vite');
  const warnings = [];
  const warn = (message) => warnings.push(message);
  const customLogger = { info() {}, warn, warnOnce: warn, error: warn, clearScreen() {}, hasErrorLogged: () => false };
  await vite({
    root: consumer,
    configFile: false,
    customLogger,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 10_000,
      rollupOptions: {
        input: path.join(consumer, 'entry.js'),
        // 'use client' is for servers alone, and every bundle for browsers says so.
        onwarn: ({ code, message }) => code === 'MODULE_LEVEL_DIRECTIVE' || warn(message),
      },
    },
  });
  const names = await readdir(path.join(outDir, 'assets'));
  for (const wanted of [/^result_bg-.*\.wasm$/, /^wording\.en-.*\.json$/, /^wording\.en\.checklist-.*\.json$/]) {
    assert.ok(names.some((name) => wanted.test(name)), `no file ${wanted} in ${names.join(', ')}`);
  }
  assert.deepEqual(warnings, []);
}

async function esbuildBundles({ consumer }) {
  const outdir = path.join(consumer, 'esbuild');
  await mkdir(outdir, { recursive: true });
  await writeFile(path.join(consumer, 'entry.js'), ENTRY);
  const entryPoints = [path.join(consumer, 'entry.js')];
  const options = { bundle: true, splitting: true, format: 'esm', platform: 'browser', logLevel: 'silent' };
  const { warnings } = await esbuild({ ...options, entryPoints, outdir });
  assert.deepEqual(warnings, []);
}

/** Importing does nothing: no output, no new global, no throw, without a DOM. */
function importsQuietly(entry, names) {
  return async ({ consumer }) => {
    const script = `
      const before = Object.getOwnPropertyNames(globalThis).join();
      const found = await import('aims-readiness${entry}');
      if (Object.getOwnPropertyNames(globalThis).join() !== before) throw new Error('a global came');
      const missing = ${JSON.stringify(names)}.filter((name) => found[name] === undefined);
      if (missing.length > 0) throw new Error('not exported: ' + missing);`;
    assert.equal(run('node', ['--input-type=module', '--eval', script], { cwd: consumer }), '');
  };
}

async function serverRenders({ consumer }) {
  const script = `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import { AimsReadinessCheck } from 'aims-readiness/react';
    const props = { lang: 'en', 'as-of': '2026-11-21', readonly: true, counts: false, className: 'wide' };
    Object.assign(props, { overlay: {}, messages: {}, onResult() {} });
    process.stdout.write(renderToString(createElement(AimsReadinessCheck, props, 'needs scripts')));`;
  const html = run('node', ['--input-type=module', '--eval', script], { cwd: consumer });
  assert.equal(html, '<aims-readiness lang="en" as-of="2026-11-21" readonly="" class="wide">needs scripts</aims-readiness>');
}

export default [
  { name: 'npm packs the files of the list and no others', run: fileList },
  { name: 'everything that a web server has is packed', run: nothingIsLeftOut },
  { name: 'its version is that of Cargo.toml, and it depends on nothing', run: version },
  { name: 'publint finds nothing', run: publintIsClean },
  { name: 'every resolution finds code and types', run: typesAreFound },
  { name: 'Vite bundles it for browsers', run: viteBundles },
  { name: 'esbuild bundles it for browsers', run: esbuildBundles },
  { name: 'importing it in Node does nothing', run: importsQuietly('', ['define', 'preload', 'AimsReadiness', 'version']) },
  { name: 'importing /engine in Node does nothing', run: importsQuietly('/engine', ['load']) },
  { name: 'importing /react in Node does nothing', run: importsQuietly('/react', ['AimsReadinessCheck']) },
  { name: 'importing /frame in Node does nothing', run: importsQuietly('/frame', ['connectFrame']) },
  { name: 'React renders the tag on a server', run: serverRenders },
];
