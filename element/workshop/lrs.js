// Sends answers to a learning record store, where the page names one: each as a statement of xAPI 1.0.3, in the order in
// which they were given. What did not arrive waits, as long as the page is open.

const VERSION = '1.0.3';

/** Longer than the slowest connection that anyone would wait for. */
const TOO_LONG = 60_000;

/** The store has a statement of this id: it came before. */
const CAME_BEFORE = 409;

/** Nothing would make the store take such a statement another time. */
const NEVER = [400, 413, 422];

/** Where a page may be tried out without https. */
const NEAR = ['localhost', '127.0.0.1', '[::1]'];

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** For each workshop what waits, and where it goes. */
const queues = new WeakMap();

/** Completes a statement and sends it behind those that wait. */
export function send(desk, lrs, statement) {
  if (!queues.has(desk)) queues.set(desk, new Queue(desk));
  queues.get(desk).add(lrs, statement);
}

class Queue {
  #desk;
  #lrs;
  #waiting = [];
  #sending = false;
  /** Whether the page was told of what failed; it is told again only after something arrived. */
  #told = false;

  constructor(desk) {
    this.#desk = desk;
  }

  add(lrs, statement) {
    this.#lrs = lrs;
    const actor = isObject(lrs.actor) ? { actor: structuredClone(lrs.actor) } : {};
    this.#waiting.push({ id: crypto.randomUUID(), timestamp: new Date().toISOString(), ...actor, ...statement });
    this.handleEvent();
  }

  /** Sends what waits, one after the other; also when the connection comes back. */
  async handleEvent() {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#waiting.length > 0 && (await this.#arrived(this.#waiting[0]))) this.#waiting.shift();
    } catch (error) {
      this.#tell(error.message);
    }
    this.#sending = false;
    if (this.#waiting.length > 0) addEventListener('online', this, { once: true });
  }

  /** Whether a statement need not be sent again. */
  async #arrived(statement) {
    const { ok, status } = await posted(this.#lrs, statement);
    if (ok || status === CAME_BEFORE) {
      this.#told = false;
      return true;
    }
    this.#tell(String(status));
    return NEVER.includes(status);
  }

  #tell(why) {
    if (this.#told) return;
    this.#told = true;
    const { element, words } = this.#desk;
    const what = `${this.#lrs.endpoint} (${why})`;
    element.tell('error', { code: 'lrs', message: words('problem.lrs.message', { what }), remedy: words('problem.lrs.remedy') });
  }
}

function posted({ endpoint, authorization, actor }, statement) {
  const url = statementsOf(endpoint);
  if (typeof authorization !== 'string' || authorization === '') throw new TypeError('authorization is missing');
  if (!isObject(actor)) throw new TypeError('actor is missing');
  const headers = { 'Content-Type': 'application/json', 'X-Experience-API-Version': VERSION, Authorization: authorization };
  // It goes on when the page is left, and to nobody else than whom the page named.
  const how = { keepalive: true, credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(TOO_LONG) };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify({ actor, ...statement }), ...how });
}

/** The address for statements, if it is one at which nobody can listen in. */
function statementsOf(endpoint) {
  const url = new URL(endpoint);
  const near = url.protocol === 'http:' && NEAR.includes(url.hostname);
  if (url.protocol !== 'https:' && !near) throw new TypeError('it does not begin with https:');
  url.pathname = `${url.pathname.replace(/\/$/, '')}/statements`;
  return url;
}
