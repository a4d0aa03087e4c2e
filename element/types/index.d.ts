// Types of `aims-readiness`: importing it does nothing, on a server neither.

import type {} from './vue.js';

export * from './element.js';
export * from './events.js';
export * from './records.js';

/** Defines the element, once, under `aims-readiness` or another tag. Does nothing where there are no elements. */
export declare function define(tag?: string): void;

/** Fetches the files of the engine, so that an element starts faster later. */
export declare function preload(): Promise<void>;

/** Version of the package. */
export declare const version: string;
