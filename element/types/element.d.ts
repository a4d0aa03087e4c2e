// The element <aims-readiness>: attributes, properties, methods.

import type { AimsReadinessEventMap, ExportFile, ExportFormat, ResultDetail } from './events.js';
import type { AddedAnswers, AnswerProblem, Messages, Overlay, SavedVisit, Step, UseCaseRecord, Visit } from './records.js';

/** A value of an attribute that is there or is not. */
export type Present = boolean | '';

/** The attributes of the element, as markup has them. */
export interface AimsReadinessAttributes {
  /** The language; else that of the nearest parent, else the browser's. */
  lang?: string;
  /** Colours; `auto` follows the page's `color-scheme`. */
  theme?: 'auto' | 'light' | 'dark';
  /** Begins with the questions, or with the checklist for what is prefilled. */
  mode?: 'assess' | 'checklist' | 'register' | 'workshop';
  /** The first screen of `assess`. */
  start?: 'start' | 'question' | 'result';
  /** When the engine is loaded: in view (default), when the page is idle, at once, or by `load()`. */
  loading?: 'visible' | 'idle' | 'eager' | 'manual';
  /** The day whose law is applied, `YYYY-MM-DD`; else today. */
  'as-of'?: string;
  /** Sectors given by the host: value ids, separated by spaces. */
  sector?: string;
  /** Roles given by the host: value ids, separated by spaces. */
  'operator-role'?: string;
  /** Jurisdictions given by the host: value ids, separated by spaces. */
  jurisdiction?: string;
  /** Size of the organisation given by the host: a value id. */
  size?: string;
  /** Certificates given by the host: value ids, separated by spaces. */
  certificates?: string;
  /** Any answers given by the host, as JSON. */
  answers?: string;
  /** Where drafts are kept; nowhere unless asked. */
  storage?: 'none' | 'session' | 'local';
  /** Whose drafts: each key has its own. */
  'storage-key'?: string;
  /** Shows and changes nothing, and says so. */
  readonly?: Present;
  /** Opens the share link in the fragment of the page's address, and lets visitors make such links. */
  links?: Present;
  /** Cases and exercises of a workshop that are shown, in this order: ids, separated by spaces; all without it. */
  cases?: string;
  /** Address of an overlay. */
  overlay?: string;
  /** Address of the folder with the `.wasm` files, if they are not beside the script. */
  'wasm-src'?: string;
  /** Your name above the first title. */
  'product-name'?: string;
  /** Address of your picture above the first title. */
  logo?: string;
  /** The font of the page. */
  'inherit-font'?: Present;
  /** Sends the event `aims-count`; the visitor is told before. */
  counts?: Present;
  /** Warns in the console of low contrast and unknown settings. */
  debug?: Present;
}

/** A learning record store that answers of a workshop are sent to, as xAPI 1.0.3 says. */
export interface LearningRecordStore {
  /** Its address, to which `/statements` is added; `https:`, or `http:` on this machine. */
  endpoint: string;
  /** The value of the header `Authorization`. */
  authorization: string;
  /** Who answers: an agent of xAPI. */
  actor: object;
}

/** The element `<aims-readiness>`. All methods may be called at once; those with promises wait for the engine. */
export declare class AimsReadiness extends HTMLElement {
  /** Fulfilled when the first screen works. */
  readonly ready: Promise<void>;
  /** Fulfilled when all that a visit can need is there; only the model for suggestions comes when asked for. */
  readonly loaded: Promise<void>;
  /** The overlay as an object, in the place of the one that the attribute names. */
  overlay: Overlay | null | undefined;
  /** Texts by key in the place of ours. */
  messages: Messages | null | undefined;
  /** Where answers of a workshop are sent; nothing is sent without it. It is read with each answer. */
  lrs?: LearningRecordStore | null | undefined;
  /** Loads the engine now. */
  load(): Promise<void>;
  /** The visit; before the engine is there too. */
  getState(): Visit;
  /** Puts a visit in the place of this one; one that was saved with its result is compared with now. */
  setState(visit: SavedVisit | UseCaseRecord): Promise<void>;
  /** The result of the answers so far, as `aims-result` has it. */
  getResult(): Promise<ResultDetail>;
  /** Adds to the answers; `null` takes one away. What is not taken comes back as a list of problems. */
  setAnswers(answers: AddedAnswers): Promise<AnswerProblem[]>;
  /** A file of the visit or of what is made from it. */
  export(format: ExportFormat | 'register' | 'register-csv' | 'register-xlsx'): Promise<ExportFile<ExportFormat | 'register' | 'register-csv' | 'register-xlsx'>>;
  /** Forgets the visit and its draft; other drafts stay. */
  reset(): Promise<void>;
  /** Shows a screen. */
  goTo(step: Step): Promise<void>;

  /** Listens to an event of the element. */
  addEventListener<Name extends keyof AimsReadinessEventMap>(
    type: Name,
    listener: (this: AimsReadiness, event: AimsReadinessEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** Listens to an event of any element. */
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** Listens to an event of another name. */
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;

  /** Stops listening to an event of the element. */
  removeEventListener<Name extends keyof AimsReadinessEventMap>(
    type: Name,
    listener: (this: AimsReadiness, event: AimsReadinessEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  /** Stops listening to an event of any element. */
  removeEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  /** Stops listening to an event of another name. */
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'aims-readiness': AimsReadiness;
  }
}
