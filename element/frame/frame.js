// Inside the frame: one check that fills the page, and its end of the talk with the page around.
//
// What this tells goes to one origin only: that of a parent which said hello and is on the list.

import { ADDRESSES, ATTRIBUTES, EVENTS, FLAGS, TO_FRAME, exactOrigin, message, read } from './protocol.js';

const TAG = 'aims-readiness';

/** How long the first paint waits for a hello, which brings colours and language. The files load meanwhile. */
const HELLO_WAIT = 400;

/** Events that a parent is told even if they came before it listened. */
const KEPT = ['aims-ready', 'aims-error'];
const KEPT_MOST = 20;

const query = new URLSearchParams(location.search);
const place = document.querySelector('#check');
const element = document.createElement(TAG);

const warn = (what) => console.warn(`aims-readiness: ${what}`);

/** Names this page among those that the same frame showed one after the other. */
const session = String(performance.timeOrigin);

/** Origins that may connect: those of the address and, if the page has a list of its own, only such as are on it too. */
const allowed = (() => {
  const split = (text) => text.split(/[\s,]+/).filter(Boolean);
  const asked = query.getAll('parent').flatMap(split);
  const list = document.querySelector('meta[name="aims-parents"]')?.content;
  const listed = list === undefined ? undefined : split(list).map(exactOrigin);
  return asked.map(exactOrigin).filter((origin, index) => {
    if (!origin) warn(`parent=${asked[index]} is not an exact origin.`);
    else if (listed && !listed.includes(origin)) warn(`${origin} is not among the parents that this page allows.`);
    else return true;
    return false;
  });
})();

/** Whether what an address in the query names is of this origin: a link must not make the frame show another's files. */
function ownAddress(name, value) {
  if (name === 'logo' && /^data:image\//i.test(value)) return true;
  try {
    return new URL(value, location.href).origin === new URL(location.href).origin;
  } catch {
    return false;
  }
}

for (const name of ATTRIBUTES) {
  const value = query.get(name);
  if (value === null) continue;
  if (ADDRESSES.includes(name) && !ownAddress(name, value)) warn(`${name} must be an address of this origin.`);
  // In an address people write readonly=false and mean it; as an attribute it would mean the contrary.
  else if (!(FLAGS.includes(name) && /^(false|0)$/i.test(value))) element.setAttribute(name, value);
}

// The fragment of this page is its own, so links may live in it unless the address says no.
if (!query.has('links')) element.setAttribute('links', '');

/** The page follows the check: its language is that of the document, its colours those of the canvas behind it. */
function follow() {
  document.documentElement.lang = element.getAttribute('lang') || navigator.language;
  const theme = element.getAttribute('theme');
  document.documentElement.style.colorScheme = theme === 'light' || theme === 'dark' ? theme : 'light dark';
}

let shown = false;
function show() {
  if (shown) return;
  shown = true;
  follow();
  place.append(element);
}

// Under way while the hello is awaited; nothing of it is seen before the element is there.
const defined = import(new URL('aims-readiness.js', import.meta.url).href);
defined.catch((error) => {
  console.error('aims-readiness: aims-readiness.js could not be loaded.', error);
  const text = document.createElement('p');
  text.lang = 'en';
  text.setAttribute('role', 'alert');
  text.textContent = 'The check could not be loaded. Reload the page to try again.';
  place.replaceChildren(text);
});

// The talk with the page around.

let peer;
const subscribed = new Set();
const kept = [];

function tell(type, payload, id) {
  if (peer) parent.postMessage(message(type, payload, id), peer);
}

/** What the address fixes, or a `set`, is no longer taken from the surroundings. */
const fixed = new Set(ATTRIBUTES.filter((name) => query.has(name) && query.get(name) !== 'auto'));

function apply({ attributes = {}, look = {}, properties = {} }) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  for (const [name, value] of Object.entries(look)) {
    if (value === null) element.style.removeProperty(name);
    else element.style.setProperty(name, value);
  }
  if (shown) follow();
  // Only once it is defined: a property set before would lie in the way of the accessor.
  if (Object.keys(properties).length > 0) defined.then(() => Object.assign(element, properties)).catch(() => {});
}

/** Language and colours of the page around. */
function around({ attributes = {}, look }) {
  apply({ attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => !fixed.has(name))), look });
}

/** What the page around sets on purpose. */
function set(settings) {
  for (const name of Object.keys(settings.attributes ?? {})) fixed.add(name);
  apply(settings);
}

/** A parent repeats its hello until it is answered. */
function hello(origin, surroundings) {
  peer = origin;
  around(surroundings);
  tell('ready', { session });
  subscribe(surroundings.events);
  show();
  tellHeight();
}

function subscribe(events) {
  const added = events.filter((name) => !subscribed.has(name));
  for (const name of added) subscribed.add(name);
  for (const { name, detail } of kept) if (added.includes(name)) tell('event', { name, detail });
}

function bye() {
  peer = undefined;
  subscribed.clear();
}

async function call(id, method, args) {
  try {
    await defined;
    const value = method === 'ready' ? void (await element.ready) : await element[method](...args);
    tell('answer', { value }, id);
  } catch (error) {
    const text = (value) => (typeof value === 'string' ? value.slice(0, 2000) : undefined);
    const problem = { code: text(error?.code) ?? 'panic', message: text(error?.message) ?? '', remedy: text(error?.remedy) };
    tell('answer', { error: problem }, id);
  }
}

/** Hands an event to the parent, if it asked for it. A file goes there always: a sandboxed frame may not save it. */
function pass(event) {
  const { type: name, detail } = event;
  if (KEPT.includes(name)) {
    kept.push({ name, detail });
    if (kept.length > KEPT_MOST) kept.shift();
  }
  if (!peer) return;
  if (name === 'aims-export') event.preventDefault();
  else if (!subscribed.has(name)) return;
  tell('event', { name, detail });
}

const tellHeight = () => tell('height', { height: Math.ceil(place.getBoundingClientRect().height) });

/** Where the focus went by itself, as to the heading of a new question, the parent shall scroll to. */
function tellFocus(event) {
  const [at] = event.composedPath();
  if (at.matches?.('h1, h2, h3, h4, [tabindex="-1"]')) tell('scroll', { top: at.getBoundingClientRect().top });
}

const strangers = new Set();

function receive(event) {
  if (event.source !== parent) return;
  const said = read(event.data, TO_FRAME);
  if (!said) return;
  const { type, id, payload } = said;
  if (!allowed.includes(event.origin)) {
    if (!strangers.has(event.origin)) warn(`${event.origin} is no parent that may connect; the check stays unconnected.`);
    strangers.add(event.origin);
  } else if (type === 'hello') hello(event.origin, payload);
  else if (event.origin !== peer) return;
  else if (type === 'around') around(payload);
  else if (type === 'set') set(payload);
  else if (type === 'subscribe') subscribe(payload.events);
  else if (type === 'call') call(id, payload.method, payload.args);
  else bye();
}

// In a page with a main part of its own this is only a piece of it.
if (parent === window) place.setAttribute('role', 'main');

if (parent === window || allowed.length === 0) show();
else if (self.origin === 'null') {
  // Its parent could address it only by *, which would reach whatever page comes to stand here.
  warn('this frame has no origin of its own (sandbox without allow-same-origin), so the check stays unconnected.');
  show();
} else {
  addEventListener('message', receive);
  for (const name of EVENTS) element.addEventListener(name, pass);
  element.addEventListener('focusin', tellFocus);
  new ResizeObserver(tellHeight).observe(place);
  setTimeout(show, HELLO_WAIT);
}
