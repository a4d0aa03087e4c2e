// The element in Vue templates: its attributes and its events as props.

import type { AimsReadiness, AimsReadinessAttributes } from './element.js';
import type { AimsReadinessEventMap } from './events.js';
import type { Messages, Overlay } from './records.js';

type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Text;

/** Listeners as props: `@aims-result` is `onAimsResult` to some tools and `onAims-result` to others. */
export type VueListeners = {
  [Name in keyof AimsReadinessEventMap as `on${Capitalize<Name | Camel<Name>>}`]?: (event: AimsReadinessEventMap[Name]) => void;
};

/** What a template may give to the element; objects are set as properties. */
export interface VueProps extends Omit<AimsReadinessAttributes, 'overlay'>, VueListeners {
  /** Address of an overlay, or the overlay. */
  overlay?: string | Overlay;
  /** Texts by key in the place of ours. */
  messages?: Messages;
}

/** The element as Vue's tools see it. */
export type VueElement = new () => AimsReadiness & {
  /** Props, for tools only. */
  $props: VueProps;
};

// @ts-ignore: Vue is there or it is not; without it this says nothing.
declare module 'vue' {
  interface GlobalComponents {
    'aims-readiness': VueElement;
  }
}
