// WebKitGTK by its WebDriver, which speaks the classic protocol; on a screen of its own where there is none.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

const BROWSERS = ['4.1', '6.0', '4.0'].flatMap((api) => [
  `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-${api}/MiniBrowser`,
  `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkitgtk-${api}/MiniBrowser`,
]);

export const onPath = (name) => (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));

/** Why it cannot be run here, if so. */
export function missing() {
  if (!onPath('WebKitWebDriver')) return 'WebKitWebDriver is not on PATH';
  if (!BROWSERS.some((file) => existsSync(file))) return 'WebKitGTK has no MiniBrowser here';
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY && !onPath('xvfb-run')) return 'there is neither a display nor xvfb-run';
  return undefined;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** `{open(url), evaluate(fn, ...args), close()}`. */
export async function launch() {
  const port = await freePort();
  const words = ['WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'];
  const screened = process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? words : ['xvfb-run', '-a', ...words];
  const driver = spawn(screened[0], screened.slice(1), { stdio: 'ignore', detached: true });
  const end = () => {
    try {
      // The group: the screen and the browser end with the driver.
      process.kill(-driver.pid);
    } catch {
      // It has ended by itself.
    }
  };
  const ask = async (method, address, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${address}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
  };
  try {
    await answers(() => ask('GET', '/status'));
    const options = { binary: BROWSERS.find((file) => existsSync(file)), args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId, capabilities: got } = await ask('POST', '/session', { capabilities });
    const session = `/session/${sessionId}`;
    await ask('POST', `${session}/timeouts`, { script: 110_000 });
    return {
      name: `WebKitGTK ${got.browserVersion}`,
      open: (url) => ask('POST', `${session}/url`, { url }),
      evaluate: async (fn, ...args) => {
        const script = `const done = arguments[arguments.length - 1];
          Promise.resolve((${fn})(...[...arguments].slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
        const { value, error } = await ask('POST', `${session}/execute/async`, { script, args });
        if (error) throw new Error(error);
        return value;
      },
      close: async () => {
        await ask('DELETE', session).catch(() => {});
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** Resolves once a call works, which is when the driver listens. */
async function answers(call) {
  for (let turn = 0; turn < 300; turn += 1) {
    try {
      return await call();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return call();
}
