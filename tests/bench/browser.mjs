// How long the page's own scripts take for each step of a visit, in headless Chromium, at full speed and with the
// processor throttled to a quarter: node tests/bench/browser.mjs. Nothing is asserted about time.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage, withBrowser } from '../e2e/harness.mjs';
import { CV_RANKING, answer, begin, question } from '../e2e/journey.mjs';
import { startServer } from '../../serve/serve.mjs';

const DIST = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist');
const ROUNDS = 5;

/** Milliseconds of script that `step` causes. */
async function scripted(client, step) {
  const read = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'ScriptDuration').value * 1000;
  };
  const before = await read();
  await step();
  return (await read()) - before;
}

async function visit(browser, url, rate) {
  const page = await openPage(browser, url);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await client.send('Emulation.setCPUThrottlingRate', { rate });
  await page.evaluate(() => document.querySelector('aims-readiness').loaded);
  await begin(page);
  const questions = [];
  for (const [, ...options] of CV_RANKING.slice(0, -1)) {
    questions.push(await scripted(client, () => answer(page, ...options)));
  }
  await question(page);
  const [, ...last] = CV_RANKING.at(-1);
  const result = await scripted(client, async () => {
    await answer(page, ...last);
    await page.locator('.verdict').waitFor();
  });
  const list = await scripted(client, async () => {
    await page.getByRole('button', { name: 'Make my checklist' }).click();
    await page.locator('.line').first().waitFor();
  });
  const status = await scripted(client, () => page.locator('.line-status').first().selectOption('implemented'));
  await page.context().close();
  return { 'answer and next question, mean': mean(questions), 'answer and next question, worst': Math.max(...questions), result, checklist: list, 'one status': status };
}

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const server = await startServer(DIST, { port: 0 });
try {
  await withBrowser(async (browser) => {
    for (const rate of [1, 4]) {
      const visits = [];
      for (let round = 0; round < ROUNDS; round += 1) visits.push(await visit(browser, server.url, rate));
      for (const key of Object.keys(visits[0])) {
        console.log(`${rate}x throttle, ${key}: ${median(visits.map((visit) => visit[key])).toFixed(1)} ms of script`);
      }
    }
  });
} finally {
  await server.close();
}
