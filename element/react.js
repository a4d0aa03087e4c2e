// The element as a React component: attributes in the markup, objects as properties, events as props.

'use client';

import { createElement, forwardRef, useEffect, useImperativeHandle, useRef } from 'react';

const TAG = 'aims-readiness';
/** Props that are events, with the names under which the element sends them. */
const EVENTS = {
  onReady: 'aims-ready',
  onStep: 'aims-step',
  onAnswer: 'aims-answer',
  onResult: 'aims-result',
  onChecklistChange: 'aims-checklist-change',
  onExport: 'aims-export',
  onWorkshop: 'aims-workshop',
  onCount: 'aims-count',
  onError: 'aims-error',
};
/** Attributes that are there or not; React 18 would write `false` as a text. */
const PRESENT = new Set(['readonly', 'links', 'inherit-font', 'counts', 'debug']);

function attributes(props) {
  const rest = Object.entries(props).filter(([name]) => !(name in EVENTS) && name !== 'overlay' && name !== 'messages');
  return Object.fromEntries(
    rest.map(([name, value]) => {
      if (name === 'className') return ['class', value];
      return PRESENT.has(name) ? [name, value === true || value === '' ? '' : undefined] : [name, value];
    }),
  );
}

export const AimsReadinessCheck = forwardRef(function AimsReadinessCheck(props, ref) {
  const own = useRef(null);
  const latest = useRef(props);
  const { overlay, messages } = props;
  // By what is in them: who writes objects into the markup makes new ones each time.
  const given = JSON.stringify([overlay, messages]);
  useImperativeHandle(ref, () => own.current, []);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const stop = new AbortController();
    for (const [prop, name] of Object.entries(EVENTS)) {
      own.current.addEventListener(name, (event) => latest.current[prop]?.(event), { signal: stop.signal });
    }
    return () => stop.abort();
  }, []);
  useEffect(() => {
    if (typeof overlay === 'string') own.current.setAttribute('overlay', overlay);
    else if (overlay !== undefined) own.current.overlay = overlay;
    if (messages !== undefined) own.current.messages = messages;
    // Only now, so that listeners and properties are there first; it is not imported on a server.
    if (customElements.get(TAG)) return;
    import('./aims-readiness.js').catch((error) => console.error(`<${TAG}> could not be loaded`, error));
  }, [given]);
  return createElement(TAG, { ...attributes(props), ref: own });
});
