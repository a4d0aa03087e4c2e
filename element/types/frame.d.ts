// Types of `aims-readiness/frame`: for the page around a frame.

import type { AimsReadinessAttributes } from './element.js';
import type { AimsReadinessEventMap, ErrorCode, ExportFile, ExportFormat, ResultDetail } from './events.js';
import type { AddedAnswers, AnswerProblem, Messages, Overlay, SavedVisit, Step, UseCaseRecord, Visit } from './records.js';

/** How the frame is connected. */
export interface FrameOptions {
  /** The exact origin of the frame; needed only where `src` does not name it. */
  origin?: string;
  /** How many milliseconds a method may take. */
  timeout?: number;
}

/** Attributes that can change while it runs; `null` and `false` take one away. */
export type LiveAttributes = {
  [Name in 'lang' | 'theme' | 'as-of' | 'readonly' | 'inherit-font']?: AimsReadinessAttributes[Name] | null;
};

/** What went wrong between page and frame, or what the check answered. */
export declare class FrameError extends Error {
  /** A code of the connection, or one of the element. */
  readonly code: 'origin' | 'unconnected' | 'reloaded' | 'disconnected' | 'timeout' | ErrorCode;
  /** What helps, where something does. */
  readonly remedy?: string;
}

/** A connected frame: methods and events of the element. What it says comes by message, so all of it is a promise. */
export interface FrameConnection extends EventTarget {
  /** Fulfilled when the first screen works, as long as that takes. */
  readonly ready: Promise<void>;
  /** The overlay as an object; it can be set only. */
  set overlay(overlay: Overlay | null | undefined);
  /** Texts by key in the place of ours; they can be set only. */
  set messages(messages: Messages | null | undefined);
  /** Sets attributes that can change while it runs. */
  set(attributes: LiveAttributes): void;
  /** Ends the connection. */
  disconnect(): void;
  /** Loads the engine now. */
  load(): Promise<void>;
  /** The visit. */
  getState(): Promise<Visit>;
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
  /** Listens to an event of the element in the frame. */
  addEventListener<Name extends keyof AimsReadinessEventMap>(
    type: Name,
    listener: (this: FrameConnection, event: AimsReadinessEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** Listens to an event of another name. */
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** Stops listening to an event of the element in the frame. */
  removeEventListener<Name extends keyof AimsReadinessEventMap>(
    type: Name,
    listener: (this: FrameConnection, event: AimsReadinessEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  /** Stops listening to an event of another name. */
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** Connects the page with a frame that shows `frame.html`: full height, methods, events. One connection a frame. */
export declare function connectFrame(iframe: HTMLIFrameElement, options?: FrameOptions): FrameConnection;
