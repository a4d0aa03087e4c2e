// The types as people use them: consumers under tsc --strict, and without skipLibCheck, so that they are checked too.

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tool } from './harness.mjs';

const RESOLUTIONS = {
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
  node16: { module: 'node16', moduleResolution: 'node16' },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
};

/** Compiles a file of a consumer under each of the resolutions named. */
async function compiles(folder, file, names, options = {}) {
  for (const name of names) {
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      jsx: 'react-jsx',
      types: [],
      ...RESOLUTIONS[name],
      ...options,
    };
    const config = path.join(folder, `tsconfig.${file}.${name}.json`);
    await writeFile(config, JSON.stringify({ compilerOptions, files: [file] }));
    tool('tsc', ['-p', config]);
  }
}

const ALL = Object.keys(RESOLUTIONS);

export default [
  { name: 'a page in TypeScript, with no framework installed', run: ({ alone }) => compiles(alone, 'vanilla.ts', ALL) },
  {
    name: 'the engine on a server, without a DOM',
    run: ({ alone }) => compiles(alone, 'server.ts', ['nodenext'], { lib: ['es2022'] }),
  },
  { name: 'React 19', run: ({ consumer }) => compiles(consumer, 'react.tsx', ['bundler', 'nodenext']) },
  { name: 'React 18', run: ({ older }) => compiles(older, 'react.tsx', ['bundler', 'nodenext']) },
  { name: 'Vue 3', run: ({ consumer }) => compiles(consumer, 'vue.ts', ['bundler']) },
];
