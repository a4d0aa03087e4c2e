// The edition that is one file: page, element, engine, words and cases in it, opened by a double click, with no network.

import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';

const HERE = import.meta.dirname;

/** Files of the element's folder that the page asks for while it runs. */
const ASKED_FOR = /^((assess|result|records)(_bg\.wasm|\.js)|[a-z-]+\.css|(start|wording|deck)\..*\.json|suggest\.bin|(visit|keep|drafts|share|register|workshop|deck-editor|teams|qr-draw|qr-read|privacy|records-port|records-calls|files-panel)\.js)$/;

/** Puts `aims-readiness-offline.html` together from a built folder of the element. */
export async function buildOffline({ folder, define, out, release }) {
  const { outputFiles } = await build({
    entryPoints: [path.join(HERE, 'offline.js')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: release,
    legalComments: 'none',
    define,
    plugins: [fromThePage],
  });
  const names = (await readdir(folder)).filter((name) => ASKED_FOR.test(name)).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const packed = deflateRawSync(await readFile(path.join(folder, name)), { level: 9 }).toString('base64');
      return `<script type="text/plain" id="aims-file-${name}">${packed}</script>`;
    }),
  );
  const template = await readFile(path.join(HERE, 'offline.html'), 'utf8');
  const css = await readFile(path.join(HERE, 'offline.css'), 'utf8');
  // What could end the script early is written so that it does not.
  const script = outputFiles[0].text.replaceAll('</script', '<\\/script');
  const parts = { CSS: css, FILES: files.join('\n'), SCRIPT: script };
  const page = template.replace(/<!--(CSS|FILES|SCRIPT)-->/g, (_, part) => parts[part]);
  await writeFile(out, page);
}

/** In the place of what fetches stands what looks into the page. */
const fromThePage = {
  name: 'from-the-page',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/transport\.js$/ }, () => ({ path: path.join(HERE, 'transport.js') }));
  },
};
