// Prints what a first visit loads: node serve/size.mjs dist [--json]
// The files are those that the build lists in dist/first-load.json, an array of paths relative to dist/.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** [{ file, raw, brotli }] of the first load, brotli at 11 as a release would be sent. */
export async function firstLoad(dir) {
  const files = JSON.parse(await readFile(path.join(dir, 'first-load.json'), 'utf8'));
  if (!Array.isArray(files) || files.length === 0) throw new Error('first-load.json is not a list of files');
  return Promise.all(
    files.map(async (file) => {
      const body = await readFile(path.join(dir, file));
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
      return { file, raw: body.length, brotli: brotliCompressSync(body, { params }).length };
    }),
  );
}

async function main([dir, flag]) {
  if (!dir) throw new Error('usage: node serve/size.mjs DIR [--json]');
  const rows = await firstLoad(dir);
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const all = [...rows, { file: 'sum', raw: sum('raw'), brotli: sum('brotli') }];
  if (flag === '--json') {
    console.log(JSON.stringify(all));
    return;
  }
  const width = Math.max(...all.map((row) => row.file.length));
  const line = (file, raw, br) => console.log(`${file.padEnd(width)}  ${raw.padStart(10)}  ${br.padStart(10)}`);
  line('file', 'raw', 'brotli 11');
  for (const { file, raw, brotli } of all) line(file, String(raw), String(brotli));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  });
}
