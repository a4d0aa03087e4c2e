// A small static server without dependencies, for looking at dist/ and for the tests.
//
//   node serve/serve.mjs DIR [--port 8080] [--open]
//
// It sends the strict headers that the widget promises to work under, so that a breach shows at once.
// It listens on this machine alone.

import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

export const STRICT_CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; " +
  "img-src 'self' data:; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const HOST = '127.0.0.1';
const PORTS_TO_TRY = 50;

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.toml': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(text\/|application\/(wasm|json|manifest)|image\/svg)/;

const brotli = promisify(brotliCompress);
// A release would be compressed once, at 11; here the first visitor waits for it, so 9, which is far faster.
const compress = (body) =>
  brotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });

/** The `br` coding is offered and not refused by `q=0`. */
function acceptsBrotli(header) {
  return (header ?? '').split(',').some((part) => {
    const [name, ...params] = part.split(';').map((s) => s.trim().toLowerCase());
    return name === 'br' && !params.some((p) => /^q=0(\.0*)?$/.test(p));
  });
}

/**
 * The file that a request path stands for, or a status to answer with instead.
 * Only what lies inside `root` once links are followed is ever served.
 */
async function locate(root, pathname) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return { status: 400 };
  }
  if (decoded.includes('\0')) return { status: 400 };
  try {
    let file = await realpath(path.join(root, decoded));
    const inside = () => file === root || file.startsWith(root + path.sep);
    if (!inside()) return { status: 404 };
    let info = await stat(file);
    if (info.isDirectory()) {
      // Relative addresses in a folder's page need the slash. Leading ones are folded: "//x" names another host.
      if (!pathname.endsWith('/')) return { status: 301, location: `/${pathname.replace(/^[/\\]+/, '')}/` };
      file = await realpath(path.join(file, 'index.html'));
      if (!inside()) return { status: 404 };
      info = await stat(file);
    }
    return info.isFile() ? { status: 200, file, info } : { status: 404 };
  } catch {
    return { status: 404 };
  }
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

/**
 * Serves `dir` on the first free port from `port` on (0: any) and resolves to { url, port, close() }.
 * `csp` replaces the strict policy, null sends none; `headers` are added to every answer.
 */
export async function startServer(dir, { port = 0, csp = STRICT_CSP, headers = {} } = {}) {
  const root = await realpath(dir);
  const cache = new Map();

  // Keyed by time and size too, so that a rebuild shows without a restart.
  async function content({ file, info }, type, wantsBrotli) {
    const stamp = `${info.mtimeMs.toString(36)}-${info.size.toString(36)}`;
    let entry = cache.get(file);
    if (entry?.stamp !== stamp) {
      entry = { stamp, body: await readFile(file) };
      cache.set(file, entry);
    }
    if (wantsBrotli && entry.body.length > 256 && COMPRESSIBLE.test(type)) {
      // The promise is kept, not its value: requests at the same time share the work.
      entry.compressed ??= compress(entry.body);
      return { body: await entry.compressed, stamp: `${stamp}-br`, encoding: 'br' };
    }
    return { body: entry.body, stamp };
  }

  async function answer(request, response) {
    const common = { 'X-Content-Type-Options': 'nosniff', ...headers };
    if (csp) common['Content-Security-Policy'] = csp;
    const plain = (status, extra = {}) => {
      response.writeHead(status, { ...common, 'Content-Type': 'text/plain; charset=utf-8', ...extra });
      response.end(request.method === 'HEAD' ? undefined : `${status}\n`);
    };

    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, { Allow: 'GET, HEAD' });
    const found = await locate(root, request.url.split('?', 1)[0]);
    if (found.location) return plain(found.status, { Location: found.location });
    if (found.status !== 200) return plain(found.status);

    const type = TYPES[path.extname(found.file).toLowerCase()] ?? 'application/octet-stream';
    const { body, stamp, encoding } = await content(found, type, acceptsBrotli(request.headers['accept-encoding']));
    const etag = `"${stamp}"`;
    const head = { ...common, 'Content-Type': type, 'Cache-Control': 'no-cache', ETag: etag, Vary: 'Accept-Encoding' };
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, head).end();
      return;
    }
    if (encoding) head['Content-Encoding'] = encoding;
    response.writeHead(200, { ...head, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(`${request.method} ${request.url}: ${error.stack ?? error}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  let bound;
  for (let candidate = port, last = port + PORTS_TO_TRY; bound === undefined; candidate += 1) {
    try {
      bound = await listen(server, candidate);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || candidate + 1 >= last) throw error;
    }
  }
  return {
    url: `http://${HOST}:${bound}/`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** Opens the address in a browser where there is a display; otherwise, and on any failure, does nothing. */
function openBrowser(url) {
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const [command, ...args] =
    process.platform === 'darwin' ? ['open', url]
    : process.platform === 'win32' ? ['cmd', '/c', 'start', '', url]
    : display ? ['xdg-open', url]
    : [];
  if (!command) return;
  spawn(command, args, { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
}

async function main(args) {
  let dir;
  let port = 8080;
  let open = false;
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '--open') open = true;
    else if (args[i] === '--port') port = Number(args[(i += 1)]);
    else if (dir === undefined && !args[i].startsWith('-')) dir = args[i];
    else dir = null;
  }
  if (!dir || !Number.isInteger(port) || port < 0 || port > 65535) {
    console.error('usage: node serve/serve.mjs DIR [--port 8080] [--open]');
    process.exitCode = 2;
    return;
  }
  const server = await startServer(dir, { port });
  console.log(`Open ${server.url}  (Ctrl-C ends it)`);
  if (open) openBrowser(server.url);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  });
}
