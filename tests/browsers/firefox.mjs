// Firefox by WebDriver BiDi, which it speaks by itself.

import { existsSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

const NAMES = ['firefox', 'firefox-esr'];

const found = () =>
  process.env.FIREFOX ??
  NAMES.flatMap((name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name))).find((file) => existsSync(file));

/** Why it cannot be run here, if so. */
export const missing = () => (found() ? undefined : 'no firefox on PATH, and none named in FIREFOX');

/** `{open(url), evaluate(fn, ...args), close()}`. */
export async function launch() {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: found(), headless: true });
  const page = await browser.newPage();
  page.setDefaultTimeout(110_000);
  return {
    name: await browser.version(),
    open: (url) => page.goto(url),
    evaluate: (fn, ...args) => page.evaluate(fn, ...args),
    close: () => browser.close(),
  };
}
