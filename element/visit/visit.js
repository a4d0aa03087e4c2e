// A visit: which app of the engine is shown, what it tells, and what the page asks of it.
//
// The journal of the element is the truth; the apps of the engine are begun from it and can be dropped at any time.

import { changes } from './changes.js';
import { counter } from './counts.js';
import { engine, join, leave, restartAll, stopped } from './engine.js';
import { exported } from './exports.js';
import { choose, download } from './hand-over.js';
import { overlayText, parted, prefixOf } from './overlay.js';
import { isVisit, keeper } from './storage.js';

/* global AIMS_VERSION, AIMS_LATER_HASHES */
export const VERSION = AIMS_VERSION;

/** Words that follow once the first question is there, so that a lost connection stops nobody. */
const RESULT_AREAS = ['', 'details', 'results'];
const LATER_AREAS = ['checklist', 'starters'];

/** An engine that stops this often without an answer in between is not started again by itself. */
const PANICS = 3;

export class Visit {
  #element;
  #root;
  #settings;
  #language;
  #first;
  #assess;
  #result;
  #stage;
  #place;
  #keeper;
  #counter;
  #saved;
  #overlay;
  #prefix;
  #overlayTexts = {};
  #panics = 0;
  #problems = [];
  #added = new Set();
  #quiet = false;
  #drawn = () => {};
  #busy = Promise.resolve();
  #words = {};

  constructor({ element, root, files, settings, language, first }) {
    Object.assign(files.hashes, AIMS_LATER_HASHES);
    this.#element = element;
    this.#root = root;
    this.files = files;
    this.#settings = () => settings(element);
    this.#language = () => language(element);
    this.#first = first;
    join(this);
  }

  /** Begins, or goes on with what was kept; resolves when the screen works. */
  async begin() {
    const said = this.#settings();
    for (const what of said.wrong) this.#problem('attribute', what);
    this.#keeper = keeper(said.storage, said.storageKey, () => this.#problem('storage', ''));
    this.#words = await this.files.json(`start.${this.#element.language}.json`).then(({ words }) => words);
    if (Object.keys(this.journal.answers).length === 0) {
      const kept = this.#keeper.read();
      if (kept) this.journal = { schema: 1, work: {}, step: { name: 'start' }, ...kept, begun: true };
      else this.journal.answers = { ...said.answers };
    }
    if (said.counts) {
      this.#counter = counter({
        root: this.#root,
        words: this.#words,
        tell: (name, detail) => this.#element.tell(name, detail),
        step: () => this.journal.step,
      });
    }
    await this.#readOverlay();
    const early = this.#first.close();
    if (early) Object.assign(this.journal.answers, early.answers);
    const step = early?.step ?? (this.journal.step.name === 'start' ? this.#firstStep(said) : this.journal.step);
    await this.#show(step, { opened: false });
    this.loaded = this.#loadRest(said);
  }

  get journal() {
    return this.#element.journal;
  }

  set journal(journal) {
    this.#element.journal = journal;
  }

  destroy() {
    leave(this);
    this.#counter?.end();
    this.#drop();
  }

  /** Goes on from the journal with a new engine, after the old one stopped. */
  restart() {
    // What belongs to a stopped engine cannot be called, not even to take it down.
    this.#assess = undefined;
    this.#result = undefined;
    this.#panics += 1;
    this.#problem('panic', '');
    if (this.#panics >= PANICS) {
      this.#panics = 0;
      this.#fail(new this.files.Problem('panic', ''), () => this.#again());
      return;
    }
    this.#again().catch((error) => this.#fail(error, () => this.#again()));
  }

  /** An attribute or property of the element changed. */
  change(name) {
    if (name === 'lang' && this.#language() === this.#element.language) return;
    if (name === 'overlay') this.#readOverlay().then(() => this.#again());
    else if (['lang', 'as-of', 'readonly', 'messages'].includes(name)) {
      this.#element.language = this.#language();
      this.#again();
    }
  }

  async setState(visit) {
    if (!isVisit(visit)) throw this.#refused('state', 'schema 1 with answers is expected');
    const [glue, overlay] = [await this.#module('result'), await this.#merged()];
    const saved = visit.result === undefined ? undefined : glue.readSaved(visit, { ...this.#options(), overlay });
    if (visit.result !== undefined && saved === undefined) throw this.#refused('state', 'result');
    const { answers = visit.answers, work = visit.work ?? {} } = saved ?? {};
    this.journal = { schema: 1, answers, work, step: visit.step ?? { name: 'result' }, begun: true };
    this.#saved = saved && visit;
    await this.#again();
  }

  async setAnswers(answers) {
    const merged = { ...this.journal.answers, ...answers };
    for (const [fact, values] of Object.entries(merged)) if (values === null) delete merged[fact];
    this.#problems = [];
    const told = this.journal.answers;
    this.journal.answers = merged;
    await this.#again();
    this.#tellAnswers(told);
    return this.#problems;
  }

  async getResult() {
    const [glue, overlay] = [await this.#module('result'), await this.#merged()];
    const { answers, work } = this.journal;
    const result = glue.engineClassify(answers, this.#settings().asOf, overlay);
    return structuredClone({ schema: 1, answers, result, work });
  }

  async export(format) {
    const [glue, words] = await Promise.all([
      this.#module('result'),
      this.#texts([...RESULT_AREAS, ...LATER_AREAS]),
    ]);
    const overlay = await this.#merged();
    return exported(format, { glue, words, journal: this.journal, asOf: this.#settings().asOf, overlay });
  }

  async reset(opened = false) {
    this.#keeper.clear();
    const said = this.#settings();
    this.#saved = undefined;
    this.journal = { schema: 1, answers: { ...said.answers }, work: {}, step: this.#firstStep(said) };
    this.#drop();
    await this.#show(this.journal.step, { opened });
  }

  goTo(step) {
    return this.#go(step);
  }

  #firstStep({ mode, start }) {
    return mode === 'checklist' ? { name: 'checklist', tab: 'lines' } : { name: start };
  }

  /** Drops the apps and shows the step of the journal anew. */
  #again() {
    this.#drop();
    return this.#show(this.journal.step, { opened: false });
  }

  #drop() {
    for (const app of [this.#assess, this.#result]) {
      try {
        app?.destroy();
      } catch {
        // It had stopped already.
      }
    }
    this.#assess = undefined;
    this.#result = undefined;
  }

  /** Shows a step; one after the other, since an app that is coming must not meet another. */
  #show(step, how) {
    const inResult = step.name === 'result' || step.name === 'checklist';
    const show = () => (inResult ? this.#showResult(step, how) : this.#showAssess(step, how));
    const shown = this.#busy.then(show);
    this.#busy = shown.catch(() => {});
    return shown;
  }

  async #showAssess(step, { opened }) {
    if (this.#assess) {
      this.#closeResult();
      this.#stage.hidden = false;
      this.#assess.go(this.#ownAnswers()[0], step);
      return;
    }
    const mounted = await this.#mount('assess', ['', ...this.#added], step);
    this.#closeResult();
    this.#assess = mounted.app;
    this.#take(mounted.stage);
    if (opened) arrive(mounted.stage);
  }

  async #showResult(step, { opened }) {
    const mounted = await this.#mount('result', [...RESULT_AREAS, ...this.#added], step);
    this.#closeResult();
    this.#result = mounted.app;
    if (this.#assess) this.#cover(mounted.stage);
    else this.#take(mounted.stage);
    if (opened) arrive(mounted.stage);
  }

  #closeResult() {
    this.#result?.destroy();
    this.#result = undefined;
    this.#place?.remove();
    this.#place = undefined;
  }

  /** Puts a stage in the place of what was shown, with what was done there meanwhile. */
  #take(stage) {
    if (this.#first) this.#first.handOver(stage);
    else if (this.#stage?.isConnected) this.#stage.replaceWith(stage);
    else this.#root.querySelector('footer').before(stage);
    this.#first = undefined;
    this.#stage = stage;
  }

  /** Goes to a step; where it cannot be shown, says so in its place. */
  async #go(step) {
    try {
      await this.#show(step, { opened: true });
    } catch (error) {
      this.#fail(error, () => this.#go(step));
    }
  }

  #fail(error, retry) {
    this.#closeResult();
    const stage = document.createElement('div');
    if (this.#assess) this.#cover(stage);
    else this.#take(stage);
    this.#element.fail(error, stage, retry);
  }

  /** Shows a stage over the assessment, which keeps what it knows. */
  #cover(stage) {
    this.#stage.hidden = true;
    this.#stage.after(stage);
    this.#place = stage;
  }

  /** Mounts an app on a stage of its own; resolves when its first screen is drawn. */
  async #mount(name, areas, step) {
    const overlay = name === 'result' ? await this.#merged() : undefined;
    const [glue, words, styles] = await Promise.all([
      this.#module(name),
      this.#texts(areas),
      name === 'result' ? this.files.sheet('result.css') : undefined,
    ]);
    const sheets = this.#root.adoptedStyleSheets;
    if (styles && !sheets.includes(styles)) this.#root.adoptedStyleSheets = [...sheets, styles];
    this.catalog = glue.catalogId();
    const stage = document.createElement('div');
    stage.className = 'stage';
    stage.lang = this.#element.language;
    // The first change is what it was begun with.
    this.#quiet = true;
    const drawn = new Promise((resolve) => (this.#drawn = resolve));
    const options = { ...this.#options(name), overlay, step };
    const emit = (notice, detail) => this.#notice(name, notice, detail);
    try {
      const app = glue[name === 'assess' ? 'mount' : 'mountResult'](stage, options, words, emit);
      await drawn;
      // Words that came meanwhile found no app to go to.
      for (const area of [...this.#added].filter((known) => !areas.includes(known))) app.addWording(await this.#texts([area]));
      return { app, stage };
    } catch (error) {
      if (stopped(error)) restartAll();
      if (error?.code !== 'as-of') throw error;
      // A day without law is the page's mistake and no reason to stop: today is one.
      this.#problem('attribute', error.message);
      this.#element.removeAttribute('as-of');
      return this.#mount(name, areas, step);
    }
  }

  #options(name) {
    const { asOf, readonly } = this.#settings();
    const { work, begun } = this.journal;
    // The assessment knows nothing of what overlays ask: they can change no tier.
    const answers = name === 'assess' ? this.#ownAnswers()[0] : this.journal.answers;
    const { language } = this.#element;
    // The visitor's own way to write dates, as far as it is of the language shown.
    const locale = navigator.language.startsWith(language) ? navigator.language : language;
    return { asOf, locale, answers, work, begun, readonly, saved: this.#saved };
  }

  #module(name) {
    const tell = (problem) => this.#element.fail(problem);
    return engine(name, this.files, tell);
  }

  async #texts(areas) {
    const language = this.#element.language;
    const name = (area) => `wording.${language}.${area ? `${area}.` : ''}json`;
    const texts = await Promise.all(areas.map((area) => this.files.json(name(area))));
    const { product } = this.#settings();
    const own = product ? { 'ui.start.kicker': product } : {};
    return Object.assign({}, ...texts, this.#overlayTexts, own, this.#element.messages);
  }

  /** What nobody waits for, so that nothing is asked of a server once all is there. */
  async #loadRest({ debug }) {
    const areas = ['details', 'results', ...LATER_AREAS];
    const result = this.#module('result').catch((error) => this.#element.fail(error));
    const styles = this.files.sheet('result.css').catch((error) => this.#element.fail(error));
    await Promise.all([result, styles, ...areas.map((area) => this.#add(area))]);
    if (debug) await this.#checkContrast();
  }

  async #checkContrast() {
    const { lowContrast } = await this.files.script('contrast.js');
    for (const { pair, ratio, needed } of lowContrast(this.#element, this.#root)) {
      this.#problem('contrast', `${pair}: ${ratio} (${needed})`);
    }
  }

  /** Adds the words of an area; a failure is told, and the next page that needs it tries again. */
  async #add(area) {
    try {
      const texts = await this.#texts([area]);
      if (this.#added.has(area)) return;
      this.#added.add(area);
      this.#assess?.addWording(texts);
      this.#result?.addWording(texts);
    } catch (error) {
      this.#element.fail(error);
    }
  }

  /** The overlay's text, so that it is known whose answers are whose. What it says is read with the result. */
  async #readOverlay() {
    const { overlay } = this.#settings();
    this.#overlay = undefined;
    try {
      this.#overlay = await overlayText(this.#element.overlay, overlay, this.files);
    } catch (error) {
      this.#problem('overlay', error.what ?? error.message);
    }
    this.#prefix = this.#overlay && prefixOf(this.#overlay);
  }

  #ownAnswers() {
    return parted(this.journal.answers, this.#prefix);
  }

  /** The number by which the engine knows the overlay; its mistakes are told, and it is left out then. */
  async #merged() {
    const text = this.#overlay;
    if (!text) return undefined;
    const glue = await this.#module('result');
    const { mistakes, number, texts } = glue.engineReadOverlay(text, await this.#texts([...RESULT_AREAS, ...LATER_AREAS]));
    if (text !== this.#overlay) return this.#merged();
    if (mistakes.length > 0) {
      // Told once: what is left out is not read again.
      this.#overlay = undefined;
      for (const { place, message, hint } of mistakes) this.#problem('overlay', `${place || '/'}: ${message} ${hint}`);
      return undefined;
    }
    this.#overlayTexts = texts;
    this.#assess?.addWording(texts);
    return number;
  }

  #notice(from, name, detail) {
    if (name === 'changed') this.#changed(from, detail);
    else if (name === 'step') this.#stepped(from, detail);
    else if (name === 'result') this.#resulted(detail);
    else if (name === 'wording-needed') this.#add(detail);
    else if (name === 'model-needed') this.#addModel();
    else if (name === 'open') choose((held) => this.#open(held));
    else if (name === 'over') this.reset(true).catch((error) => this.#element.fail(error));
    else if (name === 'save') this.#save();
    else if (name === 'document') this.#handOver({ format: 'document', name: `${detail[0]}.md`, type: 'text/markdown', text: detail[1] });
    else if (name === 'problem') this.#refusedAnswer(detail);
  }

  #changed(from, { answers: known, work = this.journal.work }) {
    this.#drawn();
    const before = this.journal;
    const answers = from === 'assess' ? { ...known, ...this.#ownAnswers()[1] } : known;
    this.journal = { ...before, answers, work };
    if (this.#quiet) {
      this.#quiet = false;
      return;
    }
    this.#panics = 0;
    this.#tellAnswers(before.answers);
    const changed = changes(before.work, work);
    if (Object.keys(changed).length > 0) this.#element.tell('checklist-change', { changed, work });
    this.#keep();
  }

  /** Keeps the visit where the page asked for it; of a visit without answers nothing is kept. */
  #keep() {
    const { answers, work } = this.journal;
    if (Object.keys({ ...answers, ...work }).length > 0) this.#keeper.write(this.journal);
    else this.#keeper.clear();
  }

  #tellAnswers(before) {
    const { answers } = this.journal;
    const changed = changes(before, answers);
    if (Object.keys(changed).length > 0) this.#element.tell('answer', { changed, answers });
  }

  #stepped(from, step) {
    const ofResult = step.name === 'result' || step.name === 'checklist';
    if ((from === 'result') !== ofResult) {
      // The other app shows it. After this notice: an app must not be taken down while it is speaking.
      queueMicrotask(() => this.#go(step));
      return;
    }
    this.journal = { ...this.journal, step, begun: this.journal.begun || step.name !== 'start' };
    this.#element.tell('step', { step });
    this.#counter?.count('step');
    this.#keep();
  }

  #resulted(visit) {
    this.#element.tell('result', visit);
    const { tier, sectors } = visit.result;
    this.#counter?.count('result', { tier, sectors });
  }

  async #open(held) {
    try {
      await this.setState(held?.result === undefined ? undefined : { ...held, step: { name: 'result' } });
    } catch {
      this.#assess?.refuse();
    }
  }

  async #save() {
    try {
      this.#handOver(await this.export('visit'));
    } catch (error) {
      this.#element.fail(error);
    }
  }

  #handOver(file) {
    if (this.#element.tell('export', file)) download(file);
  }

  /** Adds the model for suggestions; without it the questions work as ever. */
  async #addModel() {
    const load = async () => new Uint8Array(await (await this.files.fetched('suggest.bin')).arrayBuffer());
    const bytes = await this.files.once('model', load).catch((error) => {
      this.#element.fail(error);
      return new Uint8Array();
    });
    this.#assess?.addModel(bytes);
  }

  #refusedAnswer(problem) {
    this.#problems.push(problem);
    this.#problem('prefill', problem.message);
  }

  #refused(code, what) {
    this.#problem(code, what);
    return new this.files.Problem(code, what);
  }

  #problem(code, what) {
    this.#element.fail(new this.files.Problem(code, what));
  }
}

/** Where a person came to a screen, its heading takes the focus and comes into view. */
function arrive(stage) {
  const heading = stage.querySelector('h2');
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
}
