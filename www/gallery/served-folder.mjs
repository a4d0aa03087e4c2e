// A plugin of Vite, Rolldown and Rollup: what the wrapper imports of its own package is left in the folder on the server.

// source
import path from 'node:path';

/** `installed` is the folder of the package, `served` the address at which the page finds a copy of it. */
export const servedFolder = (installed, served) => ({
  name: 'served-folder',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer || path.dirname(importer) !== installed || !source.startsWith('./')) return undefined;
    return { id: `${served}${source.slice(2)}`, external: true };
  },
});
// /source
