// What lets a visitor of the site choose a language: the script of the menu, which knows all languages of this build.

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** Languages of a built folder of the element, the one first in which the pages are written. */
export async function languagesOf(folder) {
  const files = await readdir(folder);
  const languages = files.flatMap((file) => /^start\.([a-z]+)\.json$/.exec(file)?.[1] ?? []);
  return languages.sort((a, b) => (b === 'en') - (a === 'en') || a.localeCompare(b));
}

export async function buildLanguages({ stage, version, release }) {
  const languages = await languagesOf(path.join(stage, 'embed', version));
  await build({
    entryPoints: [path.join(import.meta.dirname, 'languages.js')],
    outfile: path.join(stage, 'languages.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: release,
    legalComments: 'none',
    define: { AIMS_SITE_LANGUAGES: JSON.stringify(languages) },
  });
}
