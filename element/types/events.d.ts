// The events of <aims-readiness> and what they carry. The schema schema/events.schema.json is made from this file.

import type { Answers, ItemWork, Result, Step, Tier, Work } from './records.js';

/** What is the same for the details of all events. */
export interface Detail {
  /** Version of this shape. */
  schema: 1;
}

/** `aims-ready`: the first screen works. */
export interface ReadyDetail extends Detail {
  /** Version of the element. */
  version: string;
  /** Catalogue and version, as `id@version`. */
  catalog: string;
}

/** `aims-step`: another screen is shown. */
export interface StepDetail extends Detail {
  /** The screen, as `goTo` takes it. */
  step: Step;
}

/** Answers that changed: ids of facts with value ids, `null` where an answer was taken away. */
export interface ChangedAnswers {
  /** What the fact has now. */
  [fact: string]: string[] | null;
}

/** `aims-answer`: answers changed. */
export interface AnswerDetail extends Detail {
  /** What changed. */
  changed: ChangedAnswers;
  /** All answers. */
  answers: Answers;
}

/** `aims-result`: the result is shown. */
export interface ResultDetail extends Detail {
  /** The answers it rests on. */
  answers: Answers;
  /** The result. */
  result: Result;
  /** What is recorded about items of the checklist; empty where nothing is. */
  work: Work;
}

/** Items about which something was recorded, `null` where the record was taken away. */
export interface ChangedWork {
  /** What is recorded about the item now. */
  [item: string]: ItemWork | null;
}

/** `aims-checklist-change`: something was recorded in the checklist. */
export interface ChecklistChangeDetail extends Detail {
  /** What changed. */
  changed: ChangedWork;
  /** All that is recorded. */
  work: Work;
}

/** What can be exported: as JSON for programs, then as files for people and for other tools. */
export type ExportFormat =
  | 'visit'
  | 'result'
  | 'checklist'
  | 'plan'
  | 'statement'
  | 'crosswalk'
  | 'json'
  | 'html'
  | 'docx'
  | 'statement-docx'
  | 'markdown'
  | 'xlsx'
  | 'checklist-csv'
  | 'statement-csv'
  | 'actions-csv'
  | 'crosswalk-csv'
  | 'inventory-csv'
  | 'ics'
  | 'oscal'
  | 'ciso-assessment'
  | 'ciso-actions'
  | 'ciso-library'
  | 'jira'
  | 'servicenow';

/** What a register can be saved as: as JSON, as a table, as a workbook, and what became of the rows of an import. */
export type RegisterFormat = 'register' | 'register-csv' | 'register-xlsx' | 'import-report';

/**
 * What a workshop can save: what a group answered, as a table, what a team answered, as text, and a deck of own cases, an
 * overlay as JSON.
 */
export type WorkshopFormat = 'workshop' | 'workshop-paper' | 'workshop-deck';

/** Bytes of a file: a `Uint8Array`, which JSON does not have. */
export type Bytes = Uint8Array;

/** A file. */
export interface ExportFile<Format extends string = ExportFormat> {
  /** What it is. */
  format: Format;
  /** A name for it. */
  name: string;
  /** Its media type. */
  type: string;
  /** What is in it, where it is one of the first six. */
  text?: string;
  /** What is in it, where it is one of the others. */
  bytes?: Bytes;
}

/** `aims-export`: a person wants a file, one of the formats or a document for people. Cancel the event and nothing is downloaded. */
export interface ExportDetail extends Detail, ExportFile<ExportFormat | RegisterFormat | WorkshopFormat | 'document'> {}

/** A count of a step, or of leaving at one. */
export interface CountStepDetail extends Detail {
  /** What is counted. */
  what: 'step' | 'leave';
  /** The screen. */
  step: Step;
}

/** A count of a result. */
export interface CountResultDetail extends Detail {
  /** What is counted. */
  what: 'result';
  /** The screen. */
  step: Step;
  /** The tier if one is left, else `null`. */
  tier: Tier | null;
  /** Sectors, as answered. */
  sectors: string[];
}

/** `aims-count`, with the attribute `counts`: no answers and no texts of the visitor. */
export type CountDetail = CountStepDetail | CountResultDetail;

/** What can go wrong; EMBEDDING.md says when. */
export type ErrorCode =
  | 'wasm-unsupported'
  | 'csp-blocked'
  | 'mime'
  | 'not-found'
  | 'cors'
  | 'offline'
  | 'timeout'
  | 'integrity'
  | 'load'
  | 'file-protocol'
  | 'catalog'
  | 'panic'
  | 'double-define'
  | 'prefill'
  | 'attribute'
  | 'overlay'
  | 'state'
  | 'storage'
  | 'storage-full'
  | 'draft'
  | 'contrast'
  | 'lrs';

/** `aims-error`: something went wrong. */
export interface ErrorDetail extends Detail {
  /** Which of the closed list. */
  code: ErrorCode;
  /** What happened, in the visitor's language. */
  message: string;
  /** What helps, in the visitor's language. */
  remedy: string;
}

/** An answer as a statement of xAPI 1.0.3. Who answered is not in it: the page adds `actor`, and sends it if it wants. */
export interface WorkshopStatement {
  /** What was done: `answered`. */
  verb: object;
  /** The case or exercise, with the choices and the right one. */
  object: object;
  /** What was said, and the score. */
  result: object;
  /** Language, and for a case catalogue, text and day of the law, the tiers that are possible, and receipt. */
  context: object;
}

/** `aims-workshop`: somebody answered a case or an exercise; only where `mode` is `workshop`. */
export interface WorkshopDetail extends Detail {
  /** Id of the case or exercise. */
  id: string;
  /** What it is. */
  kind: 'scenario' | 'exclusion' | 'grading';
  /** What was said: a tier or `open` for a case, one answer for each line of an exercise. */
  said: string[];
  /** What it is worth. */
  worth: 'right' | 'too-early' | 'too-open' | 'wrong' | 'part';
  /** Points earned. */
  points: number;
  /** Points that could be earned. */
  most: number;
  /** Whether it was the first answer. */
  first: boolean;
  /** The same as a statement of xAPI. */
  statement: WorkshopStatement;
}

/** The detail of each event, by its name. */
export interface EventDetails {
  'aims-ready': ReadyDetail;
  'aims-step': StepDetail;
  'aims-answer': AnswerDetail;
  'aims-result': ResultDetail;
  'aims-checklist-change': ChecklistChangeDetail;
  'aims-export': ExportDetail;
  'aims-workshop': WorkshopDetail;
  'aims-count': CountDetail;
  'aims-error': ErrorDetail;
}

/** Each event, by its name. */
export type AimsReadinessEventMap = { [Name in keyof EventDetails]: CustomEvent<EventDetails[Name]> };

// They bubble and cross shadow roots, so that any element around hears them.
declare global {
  interface HTMLElementEventMap extends AimsReadinessEventMap {}
  interface DocumentEventMap extends AimsReadinessEventMap {}
  interface WindowEventMap extends AimsReadinessEventMap {}
}
