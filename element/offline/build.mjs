// The edition that is one file: page, element, engine, words and cases in it, opened by a double click, with no network.

import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';

const HERE = import.meta.dirname;

/** Files of the element's folder that a page of ours asks for while it runs. */
export const ASKED_FOR = /^((assess|result|records)(_bg\.wasm|\.js)|[a-z-]+\.css|(start|wording|deck)\..*\.json|suggest\.bin|(visit|keep|drafts|share|register|workshop|deck-editor|teams|qr-draw|qr-read|privacy|records-port|records-calls|files-panel|foreign)\.js)$/;

/** Words of a language, or its first screens. */
const OF_LANGUAGE = /^(?:start|wording|deck)\.([a-z]+)\./;

/** Puts `aims-readiness-offline.html` together from a built folder of the element; words of the site lie in `words`. */
export async function buildOffline({ out, words, ...given }) {
  const at = (name) => path.join(HERE, name);
  const names = (await readdir(words)).filter((name) => /^site\.[a-z]+\.json$/.test(name)).sort();
  const more = names.map((name) => path.join(words, name));
  await writeFile(out, await onePage({ ...given, more, script: at('offline.js'), template: at('offline.html'), styles: [at('offline.css')] }));
}

/**
 * A page that has in it all that it asks for: a script and styles of its own, the files of a built folder of the element,
 * in `languages` where not in all, and `more` files.
 */
export async function onePage({ folder, define, release, script, template, styles, languages, more = [] }) {
  const known = languages ? { AIMS_LANGUAGES: JSON.stringify(languages) } : {};
  const { outputFiles } = await build({
    entryPoints: [script],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: release,
    legalComments: 'none',
    define: { ...define, ...known },
    plugins: [fromThePage],
  });
  const spoken = (name) => !languages || languages.includes(OF_LANGUAGE.exec(name)?.[1] ?? languages[0]);
  const names = (await readdir(folder)).filter((name) => ASKED_FOR.test(name) && spoken(name)).sort();
  const files = await Promise.all(
    [...names.map((name) => path.join(folder, name)), ...more].map(async (file) => {
      const packed = deflateRawSync(await readFile(file), { level: 9 }).toString('base64');
      return `<script type="text/plain" id="aims-file-${path.basename(file)}">${packed}</script>`;
    }),
  );
  const css = await Promise.all(styles.map((file) => readFile(file, 'utf8')));
  // What could end the script early is written so that it does not.
  const code = outputFiles[0].text.replaceAll('</script', '<\\/script');
  const parts = { CSS: css.join('\n'), FILES: files.join('\n'), SCRIPT: code };
  return (await readFile(template, 'utf8')).replace(/<!--(CSS|FILES|SCRIPT)-->/g, (_, part) => parts[part]);
}

/** In the place of what fetches stands what looks into the page. */
const fromThePage = {
  name: 'from-the-page',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/transport\.js$/ }, () => ({ path: path.join(HERE, 'transport.js') }));
  },
};
