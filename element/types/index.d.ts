// Types of `aims-readiness`: importing it does nothing, on a server neither.

import type { AimsReadiness } from './element.js';
import type {} from './vue.js';

export * from './element.js';
export * from './events.js';
export * from './records.js';

/**
 * Defines the element, once, under `aims-readiness` or another tag, and returns its class; `undefined` where there are no
 * elements, as on a server.
 */
export declare function define(tag?: string): typeof AimsReadiness | undefined;

/** Fetches what the first question needs, in a language, before an element asks for it. */
export declare function preload(lang?: string): Promise<void>;

/** Version of the package. */
export declare const version: string;
