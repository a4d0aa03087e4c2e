// The pure entry: importing it does nothing, on a server neither.

import { AimsReadiness } from './loader/element.js';
import { VERSION } from './loader/files.js';
import { report } from './loader/problems.js';

export { AimsReadiness };
export { preload } from './loader/files.js';

export const version = VERSION;
AimsReadiness.version = version;

/** Defines the element under a tag and returns its class: on a server nothing, where the tag is taken what took it. */
export function define(tag = 'aims-readiness') {
  if (!globalThis.customElements) return undefined;
  const taken = customElements.get(tag);
  if (!taken) {
    // A class can have one tag only; another tag gets a class of its own.
    const own = AimsReadiness.tag ? class extends AimsReadiness {} : AimsReadiness;
    own.tag = tag;
    customElements.define(tag, own);
    return own;
  }
  if (taken.version !== version) report('double-define', `<${tag}> is taken by another version, ${taken.version ?? 'unknown'}; this is ${version}`);
  return taken;
}
