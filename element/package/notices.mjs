// NOTICES.md: what other people wrote that is compiled into the WebAssembly files, and under which licences.
//
//   node element/package/notices.mjs --features assess,result [--out FILE] -- CARGO...
//
// Scripts that bundle an npm package are named in BUNDLED.
//
// CARGO is the command that runs cargo, such as `setup/toolchain-env.sh wasm cargo`. Works offline once the crates are
// fetched. Crates that only help to build (macros, build scripts) are not in the files, and not listed.

import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const TARGET = 'wasm32-unknown-unknown';
const LICENCE_FILE = /^(licen[cs]e|copying|copyright|notice|unlicense)/i;
const OWN =
  'The code of aims-readiness is under MIT or Apache-2.0, at your choice: `LICENSE-MIT`, `LICENSE-APACHE`. ' +
  'Its catalogue and its words, which are in the `.wasm` and `.json` files, are under ' +
  '[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/): Copyright (c) 2026 The aims-readiness authors.';
/** npm packages that are in the scripts. */
const BUNDLED = ['qr'];
/** Of several licences to choose from we take the first of these, and print its text alone. */
const PREFERRED = ['MIT', 'Apache-2.0'];
const MIT_TEXT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

function metadata(cargo, features) {
  const [program, ...words] = cargo;
  const chosen = ['--filter-platform', TARGET, '--no-default-features', '--features', features];
  const { status, stdout, error } = spawnSync(program, [...words, 'metadata', '--format-version', '1', '--locked', ...chosen], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw error ?? new Error('cargo metadata failed');
  return JSON.parse(stdout);
}

/** Packages that are linked into the library: reached by plain dependencies, macros and what is behind them left out. */
function linked({ packages, resolve }) {
  const byId = new Map(packages.map((entry) => [entry.id, entry]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const isMacro = (id) => byId.get(id).targets.some(({ kind }) => kind.includes('proc-macro'));
  const seen = new Set([resolve.root]);
  for (const id of seen) {
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      if (kinds.some(({ kind }) => kind === null) && !isMacro(pkg)) seen.add(pkg);
    }
  }
  seen.delete(resolve.root);
  const key = ({ name, version }) => `${name} ${version}`;
  return [...seen].map((id) => byId.get(id)).sort((a, b) => key(a).localeCompare(key(b), 'en'));
}

/** The licence texts in the sources of a package: those of the licence we take, where the names of the files tell. */
async function texts({ license, manifest_path: manifest }) {
  const folder = path.dirname(manifest);
  const names = (await readdir(folder)).filter((name) => LICENCE_FILE.test(name)).sort();
  // Only where there is a choice and nothing that has to be kept beside it.
  const choice = /[()]| AND /.test(license ?? '') ? [] : (license ?? '').split(/\s*\/\s*|\s+OR\s+/);
  const taken = PREFERRED.find((id) => choice.includes(id));
  const named = names.filter((name) => taken && name.toLowerCase().includes(taken.split('-')[0].toLowerCase()));
  const files = named.length > 0 ? named : names;
  const read = async (name) => (await readFile(path.join(folder, name), 'utf8')).replace(/\r\n/g, '\n').trim();
  return Promise.all(files.map(read));
}

/** What notices say of an npm package: as of a crate. */
async function bundled(name) {
  const manifest = path.join(ROOT, 'node_modules', name, 'package.json');
  const { version, license, repository } = JSON.parse(await readFile(manifest, 'utf8'));
  // Written as npm has it, with brackets around a choice.
  const plain = license.replace(/^\((.*)\)$/, '$1');
  const source = (repository?.url ?? repository ?? '').replace(/^git\+/, '').replace(/\.git$/, '');
  return { name, version, license: plain, repository: source, manifest_path: manifest };
}

const row = (cells) => `| ${cells.join(' | ')} |`;

/** The text of NOTICES.md for the features that the files are built with. */
export async function notices({ cargo, features }) {
  const scripts = await Promise.all(BUNDLED.map(bundled));
  const packages = [...linked(metadata(cargo, features)), ...scripts];
  const repository = 'https://github.com/rust-lang/rust';
  const std = { name: 'Rust standard library', version: '', license: 'MIT OR Apache-2.0', repository };
  /** Texts that say the same stand once, with all that are under them. */
  const groups = new Map();
  const add = (text, owner) => {
    const key = text.replace(/\s+/g, ' ');
    if (!groups.has(key)) groups.set(key, { text, owners: [] });
    groups.get(key).owners.push(owner);
  };
  add(`Copyright (c) The Rust Project Contributors\n\n${MIT_TEXT}`, std.name);
  const without = [];
  for (const entry of packages) {
    const found = await texts(entry);
    for (const text of found) add(text, `${entry.name} ${entry.version}`);
    if (found.length === 0) without.push(entry);
  }
  return [
    '# Notices',
    '',
    OWN,
    '',
    'Compiled into the `.wasm` files, generated beside them, or bundled into scripts are:',
    '',
    row(['name', 'version', 'licence', 'source']),
    '|---|---|---|---|',
    ...[std, ...packages].map((entry) => row([entry.name, entry.version, entry.license ?? '', entry.repository ?? ''])),
    '',
    ...(without.length > 0
      ? ['These come without a text of their licence, and name their authors so:', '']
          .concat(without.map(({ name, version, authors }) => `- ${name} ${version}: ${authors.join(', ') || 'not named'}`))
          .concat([''])
      : []),
    '## Licence texts',
    '',
    ...[...groups.values()].flatMap(({ text, owners }) => [`**${owners.join(', ')}**`, '', '```text', text, '```', '']),
  ].join('\n');
}

async function main(words) {
  const at = words.indexOf('--');
  const option = (name) => (words.indexOf(name) >= 0 ? words[words.indexOf(name) + 1] : undefined);
  const [features, out, cargo] = [option('--features'), option('--out'), at < 0 ? [] : words.slice(at + 1)];
  if (!features || cargo.length === 0) throw new Error('usage: notices.mjs --features LIST [--out FILE] -- CARGO...');
  const text = await notices({ cargo, features });
  if (out) await writeFile(out, text);
  else process.stdout.write(text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
