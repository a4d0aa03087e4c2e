// The register as the page has it: the module of records holds it, the store keeps it. What takes long goes in steps.

import { Store } from './store.js';

/** So many use cases are put in, evaluated or kept in one step. */
const STEP = 250;

/** Elements of a page share the module and have registers of their own. */
let numbers = 0;

/** Somebody stopped what was going on. */
export class Stopped extends Error {}

export class Book {
  #number = (numbers += 1);
  #port;
  #store;
  /** What has been begun is done before the next. */
  #turn = Promise.resolve();
  /** The place of each use case in the order in which they are kept. */
  #orders = new Map();
  #next = 0;

  constructor({ storage, storageKey, trouble, changed }) {
    this.#store = new Store(storage, storageKey, { trouble, changed });
  }

  /** Begins with this module, day and model; what was in the register is in it again. */
  async begin(port, asOf, model, tell) {
    // A module that stopped gives nothing any more: what was kept is there.
    const texts = this.#port ? await this.#all().catch(() => this.#kept()) : await this.#kept();
    this.#port = port;
    await this.call('begin', asOf, model);
    await this.#fill(texts, tell);
  }

  async #kept() {
    const entries = await this.#store.texts();
    this.#orders = new Map(entries.map(({ id, order }) => [id, order]));
    this.#next = entries.length > 0 ? entries.at(-1).order + 1 : 0;
    return entries.map(({ text }) => text);
  }

  /** What another tab kept takes the place of what is here. */
  async again(asOf, model, tell) {
    const texts = await this.#kept();
    await this.call('begin', asOf, model);
    await this.#fill(texts, tell);
  }

  async #all() {
    const texts = [];
    const length = await this.call('length');
    for (let from = 0; from < length; from += STEP) texts.push(...(await this.call('slice', from, STEP)).map(([, text]) => text));
    return texts;
  }

  async #fill(texts, tell = () => {}) {
    for (let from = 0; from < texts.length; from += STEP) {
      await this.#putTexts(texts.slice(from, from + STEP));
      await this.call('evaluate', STEP);
      tell(Math.min(from + STEP, texts.length), texts.length);
    }
  }

  /** Texts that were kept are read together; where one of them is damaged, the others come in without it. */
  async #putTexts(texts) {
    try {
      await this.call('put', `[${texts.join(',')}]`);
    } catch {
      for (const text of texts) await this.call('put', `[${text}]`).catch(() => (this.damaged += 1));
    }
  }

  /** How many entries could not be read. */
  damaged = 0;

  call(name, ...args) {
    return this.#port.call('register', this.#number, name, ...args);
  }

  get length() {
    return this.call('length');
  }

  get(id) {
    return this.call('get', id);
  }

  /** Puts use cases in, and keeps them; gives their ids. */
  put(...cases) {
    return this.#inTurn(async () => {
      const named = [];
      for (const useCase of cases) {
        const id = useCase.id || (await this.call('freeId'));
        await this.call('put', JSON.stringify([{ ...useCase, id }]));
        named.push(id);
      }
      await this.call('evaluate', cases.length + 1);
      await this.#keep(await Promise.all(named.map(async (id) => [id, JSON.stringify(await this.get(id))])));
      return named;
    });
  }

  /** Changes the use cases with these ids. */
  async change(ids, change) {
    for (let from = 0; from < ids.length; from += STEP) {
      const found = await Promise.all(ids.slice(from, from + STEP).map((id) => this.get(id)));
      const cases = found.filter(Boolean).map((useCase) => ({ ...useCase, ...change(useCase) }));
      await this.#inTurn(async () => {
        await this.call('put', JSON.stringify(cases));
        await this.#keep(cases.map((useCase) => [useCase.id, JSON.stringify(useCase)]));
      });
    }
  }

  remove(ids) {
    return this.#inTurn(async () => {
      await this.call('remove', ids);
      for (const id of ids) this.#orders.delete(id);
      for (let from = 0; from < ids.length; from += STEP) await this.#store.remove(ids.slice(from, from + STEP));
    });
  }

  /** Ids of all that are in the register. */
  async ids() {
    const length = await this.call('length');
    const ids = [];
    for (let from = 0; from < length; from += STEP) ids.push(...(await this.call('slice', from, STEP)).map(([id]) => id));
    return ids;
  }

  /**
   * Repeats a step that tells `{done, rows}` until all is done; `tell` hears how far it is, and `signal` stops it.
   */
  async steps(step, tell, signal) {
    for (;;) {
      if (signal?.aborted) throw new Stopped();
      const said = await step();
      tell?.(said.done, said.rows);
      if (said.done >= said.rows) return said;
    }
  }

  /** Evaluates what came in behind `before`, and keeps it. Who stops it has nothing of it. */
  async settle(before, tell, signal) {
    const length = await this.call('length');
    const rows = length - before;
    try {
      await this.steps(async () => ({ done: rows - (await this.call('evaluate', STEP)), rows }), tell, signal);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      const ids = [];
      for (let from = before; from < length; from += STEP) ids.push(...(await this.call('slice', from, STEP)).map(([id]) => id));
      await this.call('remove', ids);
      throw error;
    }
    await this.keepFrom(before);
  }

  /** Keeps all from a place on. */
  async keepFrom(from) {
    const length = await this.call('length');
    for (let at = from; at < length; at += STEP) {
      if (!(await this.#keep(await this.call('slice', at, STEP)))) return;
    }
  }

  #keep(pairs) {
    const entries = pairs.map(([id, text]) => {
      if (!this.#orders.has(id)) this.#orders.set(id, (this.#next += 1));
      return { id, order: this.#orders.get(id), text };
    });
    return this.#store.write(entries);
  }

  /** Resolves when everything that was begun is done, well or not. */
  settled() {
    return this.#turn;
  }

  #inTurn(work) {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  end() {
    this.#store.end();
  }
}
