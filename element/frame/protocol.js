// What the page around a frame and the frame itself say to each other: names, limits, and checks of what arrives.
//
// A message is {ns: 'aims', v: 1, type, id?, payload}. The lists are those of EMBEDDING.md. Nothing here touches a page.

export const NAMESPACE = 'aims';
export const VERSION = 1;

/** Methods of the element that a page may call; `ready` stands for the property. */
export const METHODS = ['load', 'getState', 'setState', 'getResult', 'setAnswers', 'export', 'reset', 'goTo'];
const CALLABLE = new Set([...METHODS, 'ready']);

export const EVENTS = [
  'aims-ready',
  'aims-step',
  'aims-answer',
  'aims-result',
  'aims-checklist-change',
  'aims-export',
  'aims-workshop',
  'aims-count',
  'aims-error',
];

/** What the address of the frame may set. Its own parameter `parent` is no attribute. */
export const ATTRIBUTES = [
  'lang',
  'theme',
  'mode',
  'start',
  'loading',
  'as-of',
  'sector',
  'operator-role',
  'jurisdiction',
  'size',
  'certificates',
  'answers',
  'storage',
  'storage-key',
  'readonly',
  'links',
  'cases',
  'overlay',
  'wasm-src',
  'product-name',
  'logo',
  'inherit-font',
  'counts',
  'debug',
];

/** Attributes that are there or not, and those that hold an address. */
export const FLAGS = ['readonly', 'links', 'inherit-font', 'counts', 'debug'];
export const ADDRESSES = ['overlay', 'wasm-src', 'logo'];

/** What may change while the check runs, and so what a message may set. */
export const LIVE = ['lang', 'theme', 'as-of', 'readonly', 'inherit-font'];
export const PROPERTIES = ['overlay', 'messages'];

/** Custom properties that the page around hands on, because they do not reach into a frame. */
export const LOOK = [
  '--aims-font',
  '--aims-heading-font',
  '--aims-font-size',
  '--aims-line-height',
  '--aims-heading-weight',
  '--aims-button-weight',
  '--aims-max-width',
  '--aims-space',
  '--aims-radius',
  '--aims-ink',
  '--aims-quiet',
  '--aims-surface',
  '--aims-ground',
  '--aims-edge',
  '--aims-control',
  '--aims-accent',
  '--aims-on-accent',
  '--aims-focus',
  '--aims-tier-out-of-scope',
  '--aims-tier-minimal',
  '--aims-tier-limited',
  '--aims-tier-exempt',
  '--aims-tier-high-sectoral',
  '--aims-tier-high',
  '--aims-tier-prohibited',
];

/** Pixels that the page around gives a frame, whatever the frame asks for. */
export const MIN_HEIGHT = 320;
export const MAX_HEIGHT = 20_000;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value, longest = 2000) => typeof value === 'string' && value.length <= longest;
const isNumber = (value) => Number.isFinite(value) && Math.abs(value) < 1e7;
const isMaybe = (value, check) => value === undefined || check(value);

/** Only the names of a list, each with a value that fits. */
const isRecord = (value, names, fits) =>
  isObject(value) && Object.entries(value).every(([name, held]) => names.includes(name) && fits(held));

/** A value to set, or null to take it away. */
const isSetting = (value) => value === null || isText(value);
/** Colours, lengths and fonts: nothing that would fetch, and nothing that ends a declaration. */
const isStyle = (value) => value === null || (isText(value, 300) && !/url\(|image-set\(|[;{}@\\]/i.test(value));

const isSettings = ({ attributes, look, properties }) =>
  isMaybe(attributes, (held) => isRecord(held, LIVE, isSetting)) &&
  isMaybe(look, (held) => isRecord(held, LOOK, isStyle)) &&
  isMaybe(properties, (held) => isRecord(held, PROPERTIES, (value) => value === null || isObject(value)));

const areEvents = (value) => Array.isArray(value) && value.every((name) => EVENTS.includes(name));

/** What the page around says, by type, with the check of its payload. `around` and `hello` tell what it looks like. */
export const TO_FRAME = {
  hello: (payload) => isSettings(payload) && areEvents(payload.events),
  around: isSettings,
  set: isSettings,
  subscribe: ({ events }) => areEvents(events),
  call: ({ method, args }, id) => id !== undefined && CALLABLE.has(method) && Array.isArray(args) && args.length <= 1,
  bye: () => true,
};

/** A file that was handed over: text with a name and a type. */
const isFile = (detail) =>
  isObject(detail) && isText(detail.name, 200) && isText(detail.type, 100) && typeof detail.text === 'string';

/** What the frame says. */
export const TO_HOST = {
  ready: ({ session }) => isText(session, 64),
  height: ({ height }) => isNumber(height) && height >= 0,
  scroll: ({ top }) => isNumber(top),
  event: ({ name, detail }) =>
    EVENTS.includes(name) && isMaybe(detail, isObject) && (name !== 'aims-export' || isFile(detail)),
  answer: ({ error }, id) => id !== undefined && isMaybe(error, (held) => isObject(held) && isText(held.message)),
};

export const message = (type, payload = {}, id = undefined) => ({
  ns: NAMESPACE,
  v: VERSION,
  type,
  ...(id === undefined ? {} : { id }),
  payload,
});

/** The message in `data` if it is one of `types` and holds what it should; else undefined. */
export function read(data, types) {
  if (!isObject(data) || data.ns !== NAMESPACE || data.v !== VERSION) return undefined;
  const { type, id, payload } = data;
  if (!Object.hasOwn(types, type) || !isMaybe(id, (held) => isText(held, 64)) || !isObject(payload)) return undefined;
  return types[type](payload, id) ? { type, id, payload } : undefined;
}

/** The exact origin that a text names (nothing but scheme, host and port), or undefined. */
export function exactOrigin(text) {
  try {
    const { origin, protocol } = new URL(text);
    // A browser takes a star for a part of a name; as an origin it would match nothing, whatever its author hoped.
    const whole = text.replace(/\/$/, '').toLowerCase() === origin && !text.includes('*');
    return whole && /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}
