// Types of `aims-readiness/engine`: the engine without a page, in browsers and in Node.

import type {
  Checklist,
  Crosswalk,
  Day,
  Fact,
  GivenAnswers,
  Messages,
  Overlay,
  OverlayProblem,
  Plan,
  Result,
  Statement,
  Work,
} from './records.js';

export type * from './records.js';

/** What the engine is loaded from. */
export interface LoadOptions {
  /** The file `result_bg.wasm`: its address, or what is in it; else the one beside the script. */
  wasm?: URL | string | ArrayBuffer | ArrayBufferView;
  /** All texts by key; else those beside the script. */
  wording?: Messages;
  /** An overlay. */
  overlay?: Overlay;
}

/** Which day. */
export interface AsOf {
  /** The day whose law is applied, `YYYY-MM-DD`: 2024-08-01 or later. */
  asOf: Day;
}

/** Which day, and what is recorded. */
export interface AsOfWithWork extends AsOf {
  /** What is recorded about items of the checklist. */
  work?: Work;
}

/** What the engine throws: an `Error` with a code. */
export interface EngineError extends Error {
  /** `as-of`, `overlay`, or the code of an answer that is not taken. */
  code: 'as-of' | 'not-a-list' | 'unknown-fact' | 'unknown-value' | 'not-one-value' | 'overlay' | 'not-found';
  /** With `overlay`: its mistakes. */
  problems?: OverlayProblem[];
}

/** The engine. */
export interface Engine {
  /** All facts with their words, in the order in which they are asked. */
  facts(): Fact[];
  /** What answers lead to. */
  classify(answers: GivenAnswers, options: AsOf): Result;
  /** The checklist for answers. */
  checklist(answers: GivenAnswers, options: AsOfWithWork): Checklist;
  /** The way to a certificate. */
  plan(answers: GivenAnswers, options: AsOfWithWork): Plan;
  /** A draft Statement of Applicability. */
  statement(answers: GivenAnswers, options: AsOfWithWork): Statement;
  /** Links to other standards and laws. */
  crosswalk(): Crosswalk;
  /** The mistakes of an overlay, given as text; an empty list if it has none. */
  validateOverlay(text: string): OverlayProblem[];
}

/** Loads the engine. */
export declare function load(options?: LoadOptions): Promise<Engine>;
