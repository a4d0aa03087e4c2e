// Types of `aims-readiness/react`, for React 18 and 19.

import type { ForwardRefExoticComponent, HTMLAttributes, ReactNode, RefAttributes } from 'react';
import type { AimsReadiness, AimsReadinessAttributes } from './element.js';
import type { AimsReadinessEventMap } from './events.js';
import type { Messages, Overlay } from './records.js';

/** Attributes of the element, which take the place of React's of the same name. */
type Own = keyof AimsReadinessAttributes;

/** Props of `<AimsReadinessCheck>`: attributes of the element under their own names, properties, events. */
export interface AimsReadinessCheckProps
  extends Omit<AimsReadinessAttributes, 'overlay'>,
    Omit<HTMLAttributes<AimsReadiness>, Own | 'onError' | 'children'> {
  /** Address of an overlay, or the overlay. */
  overlay?: string | Overlay;
  /** Texts by key in the place of ours. */
  messages?: Messages;
  /** Shown where scripts do not run, and what stands in slots. */
  children?: ReactNode;
  /** The first screen works. */
  onReady?: (event: AimsReadinessEventMap['aims-ready']) => void;
  /** Another screen is shown. */
  onStep?: (event: AimsReadinessEventMap['aims-step']) => void;
  /** Answers changed. */
  onAnswer?: (event: AimsReadinessEventMap['aims-answer']) => void;
  /** The result is shown. */
  onResult?: (event: AimsReadinessEventMap['aims-result']) => void;
  /** Something was recorded in the checklist. */
  onChecklistChange?: (event: AimsReadinessEventMap['aims-checklist-change']) => void;
  /** A person wants a file; cancel the event and nothing is downloaded. */
  onExport?: (event: AimsReadinessEventMap['aims-export']) => void;
  /** Somebody answered a case or an exercise of a workshop. */
  onWorkshop?: (event: AimsReadinessEventMap['aims-workshop']) => void;
  /** Something is counted; with `counts`. */
  onCount?: (event: AimsReadinessEventMap['aims-count']) => void;
  /** Something went wrong. */
  onError?: (event: AimsReadinessEventMap['aims-error']) => void;
}

/** The element as a component. It defines the element in the browser, and renders its tag on a server. */
export declare const AimsReadinessCheck: ForwardRefExoticComponent<AimsReadinessCheckProps & RefAttributes<AimsReadiness>>;

/** What JSX takes for the tag itself. */
export type AimsReadinessTag = Omit<HTMLAttributes<AimsReadiness>, Own> &
  RefAttributes<AimsReadiness> &
  AimsReadinessAttributes;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'aims-readiness': AimsReadinessTag;
    }
  }
}
