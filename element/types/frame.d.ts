// Types of `aims-readiness/frame`: for the page around a frame.

import type { AimsReadinessMembers } from './element.js';
import type { AimsReadinessEventMap } from './events.js';
import type { Visit } from './records.js';

/** How the frame is connected. */
export interface FrameOptions {
  /** Origin of the frame; else that of its `src`. */
  origin?: string;
  /** Whether the frame gets the height of what is in it; it does unless told otherwise. */
  resize?: boolean;
}

/** A frame with the methods and events of the element. What it says comes by message, so all of it is a promise. */
export interface ConnectedFrame extends AimsReadinessMembers {
  /** The visit. */
  getState(): Promise<Visit>;
  /** Listens to an event of the element in the frame. */
  addEventListener<Name extends keyof AimsReadinessEventMap>(
    type: Name,
    listener: (event: AimsReadinessEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** Stops listening to an event. */
  removeEventListener<Name extends keyof AimsReadinessEventMap>(
    type: Name,
    listener: (event: AimsReadinessEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** Connects the page with a frame that shows `frame.html`: full height, methods, events. */
export declare function connectFrame(iframe: HTMLIFrameElement, options?: FrameOptions): HTMLIFrameElement & ConnectedFrame;
