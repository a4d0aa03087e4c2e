// A page in TypeScript: element, events, frame, engine.

import { AimsReadiness, define, preload, version } from 'aims-readiness';
import type { ErrorCode, ResultDetail, Tier, Visit } from 'aims-readiness';
import 'aims-readiness/define';
import { load } from 'aims-readiness/engine';
import { FrameError, connectFrame } from 'aims-readiness/frame';

define();
define('my-check');
await preload();
export const text: string = version;

const check = document.querySelector('aims-readiness')!;
export const own: AimsReadiness = document.createElement('aims-readiness');
check.addEventListener('aims-result', function (event) {
  const tier: Tier | null = event.detail.result.tier;
  const self: AimsReadiness = this;
  console.log(tier, self, event.detail.schema satisfies 1);
});
check.addEventListener('click', (event) => event.clientX);
check.addEventListener('aims-export', (event) => event.preventDefault(), { once: true });
check.addEventListener('something-else', (event: Event) => event.type);
// @ts-expect-error: there is no such field
check.addEventListener('aims-error', (event) => event.detail.cause);
document.body.addEventListener('aims-error', (event) => event.detail.code satisfies ErrorCode);
document.addEventListener('aims-step', ({ detail: { step } }) => (step.name === 'question' ? step.fact : step.name));
window.addEventListener('aims-count', ({ detail }) => (detail.what === 'result' ? detail.sectors : detail.step));

await check.ready;
await check.load();
const visit: Visit = check.getState();
await check.setState(visit);
await check.setState({ schema: 1, answers: {}, result: (await check.getResult()).result });
// @ts-expect-error: another version
await check.setState({ schema: 3, answers: {}, work: {}, step: { name: 'start' } });
export const tier: Tier | null = (await check.getResult()).result.tier;
const problems = await check.setAnswers({ 'organisation.roles': ['deployer'], 'area.screen': null });
// @ts-expect-error: answers are lists
await check.setAnswers({ 'organisation.size': 'small' });
export const messages: string[] = problems.map((problem) => problem.message);
export const file: string | undefined = (await check.export('statement')).text;
export const workbook: Uint8Array | undefined = (await check.export('xlsx')).bytes;
// @ts-expect-error: no such format
await check.export('pdf');
await check.goTo({ name: 'checklist', tab: 'plan' });
await check.goTo({ name: 'checklist' });
// @ts-expect-error: a question has a fact
await check.goTo({ name: 'question' });
await check.reset();
check.overlay = { texts: {} };
check.messages = { 'start.title': 'Begin' };

const frame = connectFrame(document.querySelector('iframe')!);
frame.addEventListener('aims-result', (event: CustomEvent<ResultDetail>) => event.detail.work['4.1']?.status);
export const later: Visit = await frame.getState();
await frame.reset().catch((error) => (error instanceof FrameError ? error.remedy : undefined));
frame.set({ lang: 'de', readonly: true, theme: null });
// @ts-expect-error: it cannot change while the check runs
frame.set({ mode: 'checklist' });
frame.overlay = { texts: {} };
frame.disconnect();

const engine = await load({ wasm: new URL('https://example.org/result_bg.wasm') });
const { items } = engine.checklist({ 'scope.ai_system': 'yes' }, { asOf: '2026-11-21' });
export const lines: string[] = items.map((line) => line.do);
