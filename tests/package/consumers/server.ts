// A server: the engine alone, where there is no DOM.

import { load } from 'aims-readiness/engine';
import type { Engine, Fact, Plan, Result, Statement } from 'aims-readiness/engine';

declare global {
  // Stands for the types of Node.
  interface URL {
    href: string;
  }
}

const engine: Engine = await load({ wasm: new Uint8Array(), wording: {}, overlay: {} });
export const facts: Fact[] = engine.facts();
export const result: Result = engine.classify({ 'scope.ai_system': ['yes'] }, { asOf: '2026-11-21' });
export const plan: Plan = engine.plan({}, { asOf: '2026-11-21', work: { '4.1': { status: 'partial' } } });
export const statement: Statement = engine.statement({}, { asOf: '2026-11-21' });
const { frameworks } = engine.crosswalk();
export const places: string[] = frameworks.flatMap(({ places }) => places.map((place) => place.target_id));
export const problems: string[] = engine.validateOverlay('{}').map((problem) => `${problem.place}: ${problem.message}`);
// @ts-expect-error: the day is needed
engine.classify({});
