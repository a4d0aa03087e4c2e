// For the page around a frame: makes a frame as good as the element, with its methods, its events and its height.
//
// In the package this is frame-host.js. Importing it does nothing, on a server neither.

import { download } from '../visit/hand-over.js';
import { EVENTS, LIVE, LOOK, MAX_HEIGHT, METHODS, MIN_HEIGHT, TO_HOST, exactOrigin, message, read } from './protocol.js';

/** Hellos come often at first, so that the first paint has the right colours, then less and less, then no more. */
const HELLO_FIRST = 100;
const HELLO_SLOWEST = 2000;
const HELLO_TOTAL = 60_000;

/** The engine has a minute for each file; an answer may have to wait for it. */
const CALL_TIMEOUT = 90_000;

/** Room that is kept below a heading that has the focus, so that it does not cling to the edge. */
const SCROLL_ROOM = 120;

/** What went wrong between page and frame, or what the check answered: with a code, and a remedy where there is one. */
export class FrameError extends Error {
  name = 'FrameError';

  constructor(code, text, remedy) {
    super(text);
    this.code = code;
    this.remedy = remedy;
  }
}

/** Gives the visitor a file that the frame handed over. Its name comes from outside. */
const save = (file) => download({ ...file, name: file.name.replace(/[\\/\u0000-\u001f]/g, '-') });

/** Light or dark, as the page around the frame is drawn. */
function themeOf(iframe) {
  const schemes = getComputedStyle(iframe).colorScheme.split(' ');
  if (!schemes.includes('dark')) return 'light';
  if (!schemes.includes('light')) return 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** What an element would take from the page by itself: language, colours, custom properties. */
function surroundings(iframe) {
  const style = getComputedStyle(iframe);
  const lang = iframe.closest('[lang]')?.lang;
  return {
    attributes: { theme: themeOf(iframe), ...(lang ? { lang } : {}) },
    look: Object.fromEntries(LOOK.map((name) => [name, style.getPropertyValue(name).trim() || null])),
  };
}

/** Whether there is still the empty page of the beginning, which would answer a hello with an error in the console. */
function isBlank(iframe) {
  try {
    return iframe.contentWindow.location.href === 'about:blank';
  } catch {
    // Another origin may not be asked: so it is there.
    return false;
  }
}

/** A connection to a frame: the element's methods as promises, its events, and `disconnect()`. */
class Connection extends EventTarget {
  #iframe;
  #origin;
  #timeout;
  /** The page in the frame that answered, by a name of its own. */
  #session;
  #gaveUp = false;
  #ended = false;
  #subscribed = new Set();
  #waiting = new Map();
  #queue = [];
  #ids = 0;
  #ready;
  #said;
  #cleanUp = new AbortController();
  #timer;
  #observer;

  static {
    for (const method of METHODS) {
      this.prototype[method] = function (...args) {
        return this.#call(method, args);
      };
    }
  }

  constructor(iframe, { origin = exactOrigin(originOf(iframe)), timeout = CALL_TIMEOUT } = {}) {
    super();
    if (!exactOrigin(origin ?? '')) {
      throw new FrameError('origin', 'connectFrame: the frame needs a src, or name its exact origin: {origin}.');
    }
    this.#iframe = iframe;
    this.#origin = exactOrigin(origin);
    this.#timeout = timeout;
    this.#askReady();
    this.#listen();
    this.#greet();
  }

  /** Fulfilled when the first screen works; as long as it takes. */
  get ready() {
    return this.#ready;
  }

  set overlay(value) {
    this.#post('set', { properties: { overlay: value } });
  }

  set messages(value) {
    this.#post('set', { properties: { messages: value } });
  }

  /** Sets attributes that may change while it runs; null or false takes one away. */
  set(attributes) {
    const held = Object.entries(attributes);
    const unknown = held.find(([name]) => !LIVE.includes(name));
    if (unknown) throw new FrameError('attribute', `${unknown[0]} cannot be set while the check runs.`);
    const value = (given) => (given === true ? '' : given === false || given == null ? null : String(given));
    this.#post('set', { attributes: Object.fromEntries(held.map(([name, given]) => [name, value(given)])) });
  }

  /** Only what is listened to leaves the frame. */
  addEventListener(name, ...rest) {
    super.addEventListener(name, ...rest);
    if (!EVENTS.includes(name) || this.#subscribed.has(name)) return;
    this.#subscribed.add(name);
    // Before it is ready nothing is queued: a page in the frame is told of all of them at once.
    if (this.#session) this.#send('subscribe', { events: [name] });
  }

  disconnect() {
    if (this.#ended) return;
    if (this.#session) this.#send('bye');
    this.#ended = true;
    this.#cleanUp.abort();
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    connections.delete(this.#iframe);
    this.#fail(() => true, new FrameError('disconnected', 'The page disconnected from the frame.'));
  }

  #listen() {
    const { signal } = this.#cleanUp;
    addEventListener('message', (event) => this.#receive(event), { signal });
    // A new page in the frame knows nothing of the old one's parent.
    this.#iframe.addEventListener('load', () => this.#greet(), { signal });
    const changed = () => this.#tellSurroundings();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
    // Pages switch colours and language by an attribute of theirs at the top.
    this.#observer = new MutationObserver(changed);
    for (const node of [document.documentElement, document.body]) this.#observer.observe(node, { attributes: true });
  }

  /** Says hello until the frame answers; to one that answered before, once, as a new page in it has another name. */
  #greet() {
    clearTimeout(this.#timer);
    const known = this.#session;
    let start;
    let pause = HELLO_FIRST;
    const again = () => {
      if (known === undefined && this.#session !== undefined) return;
      // Once it is in the page, its load event brings us here again.
      if (!this.#iframe.isConnected) return;
      // The empty page may stay for long, where a frame is loaded only when it comes into view: that is no failure.
      if (!isBlank(this.#iframe)) {
        start ??= performance.now();
        this.#said = surroundings(this.#iframe);
        this.#send('hello', { ...this.#said, events: [...this.#subscribed] });
        if (known !== undefined) return;
        if (performance.now() - start > HELLO_TOTAL) {
          this.#giveUp();
          return;
        }
      }
      this.#timer = setTimeout(again, pause);
      pause = Math.min(pause * 1.5, HELLO_SLOWEST);
    };
    again();
  }

  #giveUp() {
    const text =
      `The frame at ${this.#origin} did not answer. Is its address right, does it name ${location.origin} as parent, ` +
      'and does a sandbox of it have allow-scripts and allow-same-origin?';
    console.warn(`aims-readiness: ${text}`);
    this.#gaveUp = true;
    this.#fail(() => true, new FrameError('unconnected', text));
    this.#queue = [];
  }

  #tellSurroundings() {
    if (!this.#session) return;
    const now = surroundings(this.#iframe);
    if (JSON.stringify(now) === JSON.stringify(this.#said)) return;
    this.#said = now;
    this.#send('around', now);
  }

  #send(type, payload, id) {
    if (!this.#ended) this.#iframe.contentWindow?.postMessage(message(type, payload, id), this.#origin);
  }

  /** Sends when the frame listens. */
  #post(type, payload, id) {
    if (this.#session) this.#send(type, payload, id);
    else this.#queue.push([type, payload, id]);
  }

  #call(method, args, timeout = this.#timeout) {
    if (this.#ended) return Promise.reject(new FrameError('disconnected', 'The page disconnected from the frame.'));
    const id = `${(this.#ids += 1)}`;
    return new Promise((resolve, reject) => {
      const late = () => {
        this.#queue = this.#queue.filter(([, , queued]) => queued !== id);
        this.#fail((each) => each === id, new FrameError('timeout', `${method}: no answer after ${timeout / 1000} s.`));
      };
      const timer = Number.isFinite(timeout) ? setTimeout(late, timeout) : undefined;
      this.#waiting.set(id, { resolve, reject, timer });
      this.#post('call', { method, args }, id);
    });
  }

  #askReady() {
    this.#ready = this.#call('ready', [], Infinity);
    // Who does not ask need not hear of it.
    this.#ready.catch(() => {});
  }

  #fail(which, error) {
    for (const [id, { reject, timer }] of this.#waiting) {
      if (!which(id)) continue;
      clearTimeout(timer);
      this.#waiting.delete(id);
      reject(error);
    }
  }

  #receive(event) {
    if (event.source !== this.#iframe.contentWindow || event.origin !== this.#origin || !event.source) return;
    const said = read(event.data, TO_HOST);
    if (!said) return;
    const { type, id, payload } = said;
    if (type === 'ready') this.#connected(payload.session);
    else if (!this.#session) return;
    else if (type === 'height') this.#resize(payload.height);
    else if (type === 'scroll') this.#scroll(payload.top);
    else if (type === 'event') this.#pass(payload);
    else this.#answer(id, payload);
  }

  #connected(session) {
    if (session === this.#session) return;
    const before = this.#session;
    this.#session = session;
    // What was asked of the page before will not be answered any more.
    if (before !== undefined) this.#fail(() => true, new FrameError('reloaded', 'The frame was loaded anew.'));
    if (before !== undefined || this.#gaveUp) this.#askReady();
    this.#gaveUp = false;
    // Those that came since the hello.
    if (this.#subscribed.size > 0) this.#send('subscribe', { events: [...this.#subscribed] });
    for (const held of this.#queue.splice(0)) this.#send(...held);
  }

  #answer(id, { value, error }) {
    const asked = this.#waiting.get(id);
    if (!asked) return;
    clearTimeout(asked.timer);
    this.#waiting.delete(id);
    if (error) asked.reject(new FrameError(error.code, error.message, error.remedy));
    else asked.resolve(value);
  }

  #pass({ name, detail }) {
    const event = new CustomEvent(name, { detail, cancelable: name === 'aims-export' });
    const wanted = this.dispatchEvent(event);
    if (name === 'aims-export' && wanted) save(detail);
  }

  #resize(height) {
    const style = getComputedStyle(this.#iframe);
    const sum = (...names) => names.reduce((all, name) => all + (parseFloat(style.getPropertyValue(name)) || 0), 0);
    const edges =
      style.boxSizing === 'border-box'
        ? sum('padding-top', 'padding-bottom', 'border-top-width', 'border-bottom-width')
        : 0;
    const clamped = Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, Math.ceil(height)));
    this.#iframe.style.height = `${clamped + edges}px`;
  }

  /** Brings a place in the frame into view, in every part of the page that scrolls, if it is not there already. */
  #scroll(top) {
    const iframe = this.#iframe;
    const inside = Math.min(Math.max(0, top), iframe.clientHeight);
    const at = iframe.getBoundingClientRect().top + iframe.clientTop + inside;
    const covered = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    if (at >= covered && at <= innerHeight - SCROLL_ROOM) return;
    const before = iframe.style.scrollMarginTop;
    iframe.style.scrollMarginTop = `${16 - inside}px`;
    iframe.scrollIntoView({ block: 'start' });
    iframe.style.scrollMarginTop = before;
  }
}

/** The origin that a frame's address names, or nothing. */
function originOf(iframe) {
  try {
    return new URL(iframe.src).origin;
  } catch {
    return '';
  }
}

/** One connection a frame: two would both download what it hands over. */
const connections = new WeakMap();

/**
 * Connects to the frame that shows `frame.html`. `origin` is needed only where `src` does not name it;
 * `timeout` is how many milliseconds a method may take.
 */
export function connectFrame(iframe, options) {
  if (!connections.has(iframe)) connections.set(iframe, new Connection(iframe, options));
  return connections.get(iframe);
}
