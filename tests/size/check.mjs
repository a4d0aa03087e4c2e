// Compares the size of every shipped file with the committed snapshot, and the first load with its budget:
//
//   node tests/size/check.mjs [DIST]      UPDATE=1 writes the snapshot anew
//
// A file that grew by more than two in a hundred, came or went fails the check until the snapshot says so too, so that
// nobody makes the check slower without meaning to.

import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { firstLoad } from '../../serve/size.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, '../..');
const SNAPSHOT = path.join(HERE, 'shipped.tsv');

const GROWTH = 1.02;
/** Of a small file a few bytes are much. */
const SLACK = 40;
/** Brotli bytes of the loader, and of all that comes before the first question can be answered. */
const LOADER = 5_000;
const FIRST_QUESTION = 120_000;

const version = /^version = "(.+)"$/m.exec(await readFile(path.join(ROOT, 'Cargo.toml'), 'utf8'))[1];

async function shipped(dist) {
  const folder = path.join(dist, 'embed', version);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sized = files.map(async (entry) => {
    const place = path.join(entry.parentPath, entry.name);
    const body = await readFile(place);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    return { file: path.relative(folder, place), raw: body.length, brotli: brotliCompressSync(body, { params }).length };
  });
  return (await Promise.all(sized)).sort((a, b) => (a.file < b.file ? -1 : 1));
}

const written = (rows) => ['file\traw\tbrotli', ...rows.map(({ file, raw, brotli }) => `${file}\t${raw}\t${brotli}`), ''].join('\n');

function problems(rows, snapshot, first) {
  const before = new Map(
    snapshot.trim().split('\n').slice(1).map((line) => line.split('\t')).map(([file, raw, brotli]) => [file, { raw: Number(raw), brotli: Number(brotli) }]),
  );
  const found = [];
  for (const { file, raw, brotli } of rows) {
    const was = before.get(file);
    before.delete(file);
    if (!was) found.push(`${file} is new`);
    for (const [kind, is] of Object.entries({ raw, brotli })) {
      if (was && is > was[kind] * GROWTH + SLACK) found.push(`${file} grew from ${was[kind]} to ${is} bytes (${kind})`);
    }
  }
  for (const file of before.keys()) found.push(`${file} is gone`);
  const loader = rows.find(({ file }) => file === 'aims-readiness.js')?.brotli ?? Infinity;
  if (loader > LOADER) found.push(`the loader has ${loader} bytes, more than ${LOADER}`);
  const sum = first.reduce((total, { brotli }) => total + brotli, 0);
  if (sum > FIRST_QUESTION) found.push(`the first question needs ${sum} bytes, more than ${FIRST_QUESTION}`);
  return found;
}

const dist = process.argv[2] ?? path.join(ROOT, 'dist');
const rows = await shipped(dist);
if (process.env.UPDATE) await writeFile(SNAPSHOT, written(rows));
const found = problems(rows, await readFile(SNAPSHOT, 'utf8'), await firstLoad(dist));
for (const problem of found) console.error(problem);
if (found.length > 0) {
  console.error('If that is meant: UPDATE=1 node tests/size/check.mjs, and commit tests/size/shipped.tsv with the reason.');
  process.exitCode = 1;
} else console.log(`${rows.length} shipped files as in the snapshot`);
