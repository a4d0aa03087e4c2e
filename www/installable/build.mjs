// What makes the site installable: the manifest with its icons, the service worker with the list of what it keeps, and
// the script that registers it.

import { createHash } from 'node:crypto';
import { copyFile, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { ASKED_FOR } from '../../element/offline/build.mjs';

const HERE = import.meta.dirname;

const AS_THEY_ARE = ['manifest.webmanifest', 'icon-192.png', 'icon-512.png', 'icon-maskable.png'];

/** What the three pages have around the element. The first page has two addresses. */
const PAGES = ['./', 'index.html', 'register.html', 'workshop.html', 'site.css', 'icon.svg', 'languages.js', 'installable.js', 'manifest.webmanifest', 'icon-192.png'];

/** Files of the element beside those that it asks for while it runs: the loader, and the page that prints. */
const BESIDE = ['aims-readiness.js', 'report.html', 'report.js'];

/** Words that only the command line shows, and the look of a page for frames. */
const NOT_SHOWN = /^(wording\.[a-z]+\.reference\.json|frame\.css)$/;

/** The language of a file, unless it is of the one in which the pages are written. */
const languageOf = (name) => /^(?:wording|start|deck)\.(?!en\.)([a-z]+)\./.exec(name)?.[1];

/** What has to be kept for the pages to work without a network: always, and for each further language. */
export async function keptFiles(stage, version) {
  const names = await readdir(path.join(stage, 'embed', version));
  const wanted = names.filter((name) => (ASKED_FOR.test(name) && !NOT_SHOWN.test(name)) || BESIDE.includes(name)).sort();
  const address = (name) => `embed/${version}/${name}`;
  const languages = {};
  for (const name of wanted) {
    const language = languageOf(name);
    if (language) (languages[language] ??= [`site.${language}.json`]).push(address(name));
  }
  return { files: [...PAGES, ...wanted.filter((name) => !languageOf(name)).map(address)], languages };
}

/** Comes last: a service worker is of this build alone, by what is in the files that it keeps. */
export async function buildInstallable({ stage, version, release }) {
  for (const file of AS_THEY_ARE) await copyFile(path.join(HERE, file), path.join(stage, file));
  const script = (name, define = {}) =>
    build({ entryPoints: [path.join(HERE, `${name}.js`)], outfile: path.join(stage, `${name}.js`), target: 'es2022', minify: release, legalComments: 'none', define });
  await script('installable');
  await script('service-worker-off');
  const { files, languages } = await keptFiles(stage, version);
  const hash = createHash('sha256');
  for (const file of [...files, ...Object.values(languages).flat()]) hash.update(file).update(await readFile(path.join(stage, file === './' ? 'index.html' : file)));
  const name = `${version} ${hash.digest('hex').slice(0, 16)}`;
  await script('service-worker', { AIMS_SITE: JSON.stringify({ name, files, languages }) });
}
