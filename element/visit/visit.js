// A visit: which app of the engine is shown, what it tells, and what the page asks of it.
//
// The journal of the element is the truth; the apps of the engine are begun from it and can be dropped at any time.

import { changes } from './changes.js';
import { counter } from './counts.js';
import { call, engine, join, leave } from './engine.js';
import { RECORDS, exported } from './exports.js';
import { arrive, replace } from './focus.js';
import { choose, download } from './hand-over.js';
import { SCHEMA, isStep, visitOf } from './journal.js';
import { marked } from './languages.js';
import { overlayText, parted, prefixOf } from './overlay.js';

/* global AIMS_VERSION, AIMS_LATER_HASHES */
export const VERSION = AIMS_VERSION;

/** Hashes of the files that follow the first screens, by name. */
export const HASHES = AIMS_LATER_HASHES;

/** Words that follow once the first question is there, so that a lost connection stops nobody. */
const RESULT_AREAS = ['', 'details', 'results'];
const LATER_AREAS = ['checklist', 'starters'];

/** Longer names of a draft are cut. */
const LONGEST_NAME = 200;

/** An engine that stops this often without an answer in between is not started again by itself. */
const PANICS = 3;

/** Modes whose screen a desk of its own draws, which has the name of the mode. */
const DESKS = ['register', 'workshop'];

/** Attributes that nothing before the visit asks for. */
const further = (element) => ({
  counts: element.hasAttribute('counts'),
  debug: element.hasAttribute('debug'),
  overlay: element.getAttribute('overlay'),
  storageKey: element.getAttribute('storage-key') ?? '',
});

const inResult = ({ name }) => name === 'result' || name === 'checklist';

export class Visit {
  #element;
  #root;
  #settings;
  /** What the attributes say, whatever is open. */
  #said;
  #first;
  /** Where drafts are kept and links are opened, where the page wants that. */
  #desk;
  #seat;
  /** Whether nothing is on the screen but what the page gave. */
  #blank = false;
  /** Whether it was taken down: what still comes has no place any more. */
  over = false;
  #counter;
  #saved;
  #overlay;
  #prefix;
  #overlayTexts = {};
  #overlayTurn = 0;
  /** The app of the questions, the stage it is on, and the step it told last. */
  #assess;
  #stage;
  #assessStep;
  /** The app of the result, and its stage where that covers the questions. */
  #result;
  #cover;
  #added = new Set();
  #begun = false;
  #panics = 0;
  #problems = [];
  #noLaw;
  /** Screens are shown one after the other, and so is what the page asks. */
  #showing = Promise.resolve();
  #asked = Promise.resolve();
  #giveUp = () => {};
  /** Ends the marking of texts that the language lacks. */
  #unmark;

  constructor({ element, root, files, settings, first }) {
    Object.assign(files.hashes, HASHES);
    this.#element = element;
    this.#root = root;
    this.files = files;
    this.#said = () => ({ ...settings(element), ...further(element) });
    this.#settings = () => {
      const said = this.#said();
      return { ...said, readonly: said.readonly || Boolean(this.#desk?.readonly) };
    };
    this.#first = first;
    this.#unmark = marked(files, element.language, root);
    join(this);
  }

  /** Begins, or goes on with what was kept; resolves when the screen works. */
  async begin() {
    const said = this.#settings();
    for (const what of said.wrong) this.#problem('attribute', what);
    const ownDesk = DESKS.includes(said.mode);
    const linked = !ownDesk && this.#element.hasAttribute('links') && location.hash.includes('aims-readiness=');
    if (said.storage !== 'none' || said.readonly || linked || ownDesk) await this.#sitDown();
    const kept = await this.#desk?.journal();
    if (kept) this.journal = kept;
    else if (!ownDesk && Object.keys(this.journal.answers).length === 0) {
      this.journal.answers = { ...said.answers };
      this.#blank = true;
    }
    if (said.counts) {
      const { words } = await this.files.json(`start.${this.#element.language}.json`);
      this.#counter = counter({
        root: this.#root,
        words,
        tell: (name, detail) => this.#element.tell(name, detail),
        step: () => this.journal.step,
      });
    }
    await this.#readOverlay();
    const early = this.#first.close();
    if (early) this.journal.answers = { ...this.journal.answers, ...early.answers };
    const step = early?.step ?? (this.journal.step.name === 'start' ? this.#firstStep(said) : this.journal.step);
    await this.#show(step);
    this.#begun = true;
    if (early && Object.keys(early.answers).length > 0) {
      this.#element.tell('answer', { changed: early.answers, answers: this.journal.answers });
      this.#keep();
    }
    this.#desk?.look();
    if (linked) await this.#desk?.linked();
    this.loaded = this.#loadRest(said);
  }

  /** Fetches what keeps drafts and opens links. */
  #sitDown() {
    this.#seat ??= (async () => {
      const { json, script, sheet } = this.files;
      const { mode } = this.#settings();
      const name = DESKS.includes(mode) ? mode : 'keep';
      // Words and styles at once, not when the script asks for them.
      const [{ Desk }] = await Promise.all([
        script(`${name}.js`),
        json(`wording.${this.#element.language}.${name}.json`),
        sheet('keep.css', this.#element),
      ]);
      const desk = new Desk(this, { element: this.#element, root: this.#root, files: this.files, settings: this.#said });
      if (await desk.begin()) this.#desk = desk;
    })();
    return this.#seat;
  }

  get journal() {
    return this.#element.journal;
  }

  set journal(journal) {
    this.#element.journal = journal;
  }

  destroy() {
    this.over = true;
    leave(this);
    this.#unmark();
    this.#giveUp(new this.files.Problem('load', ''));
    this.#counter?.end();
    this.#desk?.end();
    this.#drop();
  }

  /** Goes on from the journal with a new engine, after the old one stopped. */
  restart() {
    // What belongs to a stopped engine cannot be called, not even to take it down.
    this.#assess = undefined;
    this.#result = undefined;
    this.#showing = Promise.resolve();
    const problem = new this.files.Problem('panic', '');
    this.#giveUp(problem);
    // Before the first screen the element says what happened.
    if (!this.#begun) return;
    this.#panics += 1;
    if (this.#panics < PANICS) {
      this.#element.fail(problem);
      this.redraw().catch(() => {});
      return;
    }
    this.#panics = 0;
    this.#fail(problem, () => this.redraw());
  }

  /** An attribute or property of the element changed. */
  change(name) {
    if (name === 'overlay') this.#readOverlay().then(() => this.redraw()).catch(() => {});
    else this.redraw().catch(() => {});
    if (name === 'readonly') void (this.#desk ? this.#desk.look() : this.#sitDown().catch((error) => this.#element.fail(error)));
  }

  setState(given) {
    return this.#inTurn(() => this.#setState(given, this.#acted(), this.#desk?.readonly));
  }

  /** Puts a saved visit on the screen as one of its own: what was open stays as it was kept. */
  openSaved(given) {
    return this.#inTurn(() => this.#setState(given, true, true));
  }

  /** Shows a saved visit, and nothing more. */
  show(given) {
    return this.#inTurn(() => this.#setState(given, this.#acted()));
  }

  /** Shows another journal in the place of this one; without one a visit begins. */
  put(journal) {
    return this.#inTurn(() => this.#put(journal));
  }

  /** Hands the visitor a file of the visit. */
  async save() {
    this.#handOver(await this.export('visit'));
  }

  setAnswers(answers) {
    return this.#inTurn(async () => {
      const before = this.journal.answers;
      const merged = { ...before, ...structuredClone(answers) };
      for (const [fact, values] of Object.entries(merged)) if (values === null) delete merged[fact];
      this.#problems = [];
      this.journal = { ...this.journal, answers: merged };
      await this.redraw();
      this.#tellAnswers(before);
      this.#keep();
      return this.#problems;
    });
  }

  getResult() {
    return this.#inTurn(async () => {
      const { answers, work } = this.journal;
      const result = await this.asked((glue, _words, overlay) => glue.engineClassify(answers, this.asOf(), overlay));
      return structuredClone({ schema: SCHEMA, answers, result, work });
    });
  }

  export(format) {
    return this.#inTurn(() => this.#export(format));
  }

  reset() {
    return this.#inTurn(() => this.#reset(this.#acted()));
  }

  goTo(step) {
    return this.#inTurn(async () => {
      if (!isStep(step) && !this.#isHome(step)) throw new RangeError(`no step ${JSON.stringify(step)}`);
      await this.#go(step, this.#acted());
    });
  }

  /** Whether a step is the screen that the desk draws. */
  #isHome(step) {
    const home = this.#desk?.home;
    return home !== undefined && step?.name === home;
  }

  /** What the page asks is done in the order in which it asks. */
  #inTurn(work) {
    const done = this.#asked.then(work);
    this.#asked = done.catch(() => {});
    return done;
  }

  /** Whether a person did anything on this page: before that nothing takes the focus. */
  #acted() {
    return navigator.userActivation?.hasBeenActive ?? true;
  }

  async #setState(given, opened, fresh = false) {
    const visit = visitOf(given);
    if (!visit) throw this.#refused('a visit or record with answers is expected');
    const [glue, overlay] = [await this.#module('result'), await this.#merged()];
    let read;
    if (given.result !== undefined) {
      read = this.#call(() => glue.readSaved(given, { ...this.#options(), overlay }));
      if (!read) throw this.#refused('result');
    }
    const { answers, work } = read ?? visit;
    const name = typeof given.name === 'string' ? given.name.slice(0, LONGEST_NAME) : undefined;
    this.#blank = false;
    if (fresh || this.#desk?.home) this.#desk?.fresh(name);
    else if (name && this.#desk) this.#desk.draft.name = name;
    this.#saved = read && structuredClone(given);
    this.journal = { ...visit, answers, work, step: visit.step ?? { name: 'result' }, begun: true };
    await this.redraw(opened);
    this.#keep();
  }

  /** Asks the engine behind the result: `work` gets the module, the words and the number of the overlay. */
  async asked(work) {
    const [glue, words] = await Promise.all([this.#module('result'), this.#texts([...RESULT_AREAS, ...LATER_AREAS])]);
    const overlay = await this.#merged();
    return this.#call(() => work(glue, words, overlay));
  }

  /** The way to what makes files, which is loaded when somebody asks for one. */
  async records() {
    const { records } = await this.files.script('records-port.js');
    const words = await this.#texts([...RESULT_AREAS, ...LATER_AREAS, 'records']);
    await this.#merged();
    return records(this.files, { words, language: this.#element.language, overlay: this.#overlay });
  }

  /** The visit as a use case, as files are made of it. */
  useCase() {
    const { about, answers, work } = this.journal;
    const name = this.#desk?.draft.name;
    return { schema: SCHEMA, ...about, ...(name && { name }), answers, work };
  }

  /** Takes what is said of the use case beside the answers. */
  say(about) {
    this.journal = { ...this.journal, about: { ...this.journal.about, ...about } };
    if (about.name !== undefined && this.#desk) this.#desk.draft.name = about.name;
    this.#keep();
  }

  async #export(format) {
    if (this.#desk?.file && format.startsWith('register')) return this.#desk.file(format);
    if (!RECORDS[format]) {
      const { formats, make } = await this.files.script('records-port.js');
      if (formats.includes(format)) return make(this, format);
    }
    const useCase = this.useCase();
    return this.asked((glue, words, overlay) => exported(format, { glue, words, useCase, asOf: this.asOf(), overlay }));
  }

  async #reset(opened) {
    this.#desk?.forget();
    await this.#put(undefined, opened);
  }

  async #put(journal, opened = this.#acted()) {
    const said = this.#settings();
    this.#saved = undefined;
    this.#blank = !journal;
    this.journal = journal ?? this.#emptied(said);
    await this.redraw(opened);
    this.#desk?.look();
  }

  #emptied(said) {
    return { schema: SCHEMA, answers: { ...said.answers }, work: {}, step: this.#firstStep(said) };
  }

  #firstStep({ mode, start }) {
    if (DESKS.includes(mode)) return this.#desk.firstStep();
    return mode === 'checklist' ? { name: 'checklist', tab: 'lines' } : { name: start };
  }

  /** Shows the step of the journal with new apps; the old ones stay until they can be replaced. */
  async redraw(opened = false) {
    try {
      await this.#show(this.journal.step, { opened, anew: true });
    } catch (error) {
      this.#fail(error, () => this.redraw(true).catch(() => {}));
      throw error;
    }
  }

  /** Goes to a step; where it cannot be shown, says so in its place. */
  async #go(step, opened = true) {
    try {
      await this.#show(step, { opened });
    } catch (error) {
      this.#fail(error, () => this.#go(step).catch(() => {}));
      throw error;
    }
  }

  #show(step, { opened = false, anew = false } = {}) {
    if (this.#isHome(step)) return this.#inOrder(() => this.#showHome(opened));
    const show = () => (inResult(step) ? this.#showResult(step, opened, anew) : this.#showAssess(step, opened, anew));
    return this.#inOrder(show);
  }

  #inOrder(show) {
    const shown = this.#showing.then(show);
    this.#showing = shown.catch(() => {});
    return shown;
  }

  /** The screen of the desk takes the place of what was open. */
  async #showHome(opened) {
    this.catalog ??= (await this.#module('result')).catalogId();
    const step = { name: this.#desk.home };
    this.journal = { schema: SCHEMA, answers: {}, work: {}, step };
    const stage = await this.#desk.stage();
    this.#uncovered();
    this.#take(stage);
    if (opened) arrive(stage);
    this.#element.tell('step', { step });
    this.#counter?.count('step');
  }

  /** Takes all apps down; what they drew goes when another stage takes its place. */
  #uncovered() {
    this.#drop();
    if (!this.#cover) return;
    this.#stage.remove();
    this.#stage = this.#cover;
    this.#cover = undefined;
  }

  async #showAssess(step, opened, anew) {
    if (this.#assess && !anew) {
      this.#uncover();
      this.#call(() => this.#assess.go(this.#ownAnswers()[0], step));
      // Where it already is it tells nothing.
      const { name, fact } = this.#assessStep ?? {};
      if (name === step.name && (name === 'start' || !step.fact || fact === step.fact)) this.#stepped('assess', this.#assessStep);
      return;
    }
    const { app, stage } = await this.#mount('assess', ['', ...this.#added], step);
    this.#drop();
    this.#assess = app;
    this.#take(stage);
    if (opened) arrive(stage);
  }

  async #showResult(step, opened, anew) {
    const { app, stage } = await this.#mount('result', [...RESULT_AREAS, ...this.#added], step);
    if (anew) this.#drop();
    else this.#endResult();
    this.#result = app;
    if (this.#assess) this.#coverWith(stage);
    else this.#take(stage);
    if (opened) arrive(stage);
  }

  #endResult() {
    this.#end(this.#result);
    this.#result = undefined;
  }

  #drop() {
    this.#endResult();
    this.#end(this.#assess);
    this.#assess = undefined;
  }

  #end(app) {
    try {
      app?.destroy();
    } catch {
      // It had stopped already.
    }
  }

  /** Shows a stage over the assessment, which keeps what it knows. */
  #coverWith(stage) {
    if (this.#cover?.isConnected) replace(this.#cover, stage);
    else this.#stage.after(stage);
    this.#stage.hidden = true;
    this.#cover = stage;
  }

  #uncover() {
    this.#endResult();
    this.#cover?.remove();
    this.#cover = undefined;
    this.#stage.hidden = false;
  }

  /** Puts a stage in the place of what was shown, with what was done there meanwhile. */
  #take(stage) {
    if (this.#cover) this.#stage?.remove();
    const before = this.#cover ?? this.#stage;
    this.#cover = undefined;
    this.#stage = stage;
    if (this.#first) this.#first.handOver(stage);
    else if (before?.isConnected) replace(before, stage);
    else {
      this.#root.querySelector('.stage')?.remove();
      this.#root.querySelector('footer').before(stage);
    }
    this.#first = undefined;
  }

  #fail(error, retry) {
    const stage = document.createElement('div');
    this.#endResult();
    if (this.#assess) this.#coverWith(stage);
    else this.#take(stage);
    this.#element.fail(error, stage, retry);
  }

  /** Mounts an app on a stage of its own; resolves when its first screen is drawn. */
  async #mount(name, areas, step) {
    const overlay = name === 'result' ? await this.#merged() : undefined;
    const [glue, words, styles] = await Promise.all([
      this.#module(name),
      this.#texts(areas),
      name === 'result' ? this.files.sheet('result.css', this.#element) : undefined,
    ]);
    const sheets = this.#root.adoptedStyleSheets;
    if (styles && !sheets.includes(styles)) this.#root.adoptedStyleSheets = [...sheets, styles];
    this.catalog = glue.catalogId();
    const stage = document.createElement('div');
    stage.className = 'stage';
    stage.lang = this.#element.language;
    // The first change is what it was begun with.
    let told = false;
    let draw;
    const drawn = new Promise((resolve, reject) => {
      draw = resolve;
      this.#giveUp = reject;
    });
    // Given up before anybody waits for it is no mistake.
    drawn.catch(() => {});
    const options = { ...this.#options(name), overlay, step };
    const mount = glue[name === 'assess' ? 'mount' : 'mountResult'];
    const emit = (notice, detail) => {
      if (notice !== 'changed') return this.#notice(name, notice, detail);
      this.#changed(name, detail, told);
      told = true;
      return draw();
    };
    let app;
    try {
      app = this.#call(() => mount(stage, options, words, emit));
    } catch (error) {
      if (error?.code !== 'as-of') throw error;
      // A day without law is the page's mistake and no reason to stop: today is one.
      this.#problem('attribute', error.message);
      this.#noLaw = options.asOf;
      return this.#mount(name, areas, step);
    }
    await drawn;
    // Words that came meanwhile found no app to go to.
    for (const area of [...this.#added].filter((known) => !areas.includes(known))) {
      app.addWording(await this.#texts([area]));
    }
    return { app, stage };
  }

  #options(name) {
    const { readonly } = this.#settings();
    const { work, begun } = this.journal;
    // The assessment knows nothing of what overlays ask: they can change no tier.
    const answers = name === 'assess' ? this.#ownAnswers()[0] : this.journal.answers;
    const { language } = this.#element;
    // The visitor's own way to write dates, as far as it is of the language shown.
    const locale = navigator.language.startsWith(language) ? navigator.language : language;
    return { asOf: this.asOf(), locale, answers, work, begun, readonly, saved: this.#saved };
  }

  /** The day whose law is applied. */
  asOf() {
    const { asOf, today } = this.#settings();
    return asOf === this.#noLaw ? today : asOf;
  }

  #call(work) {
    return call(this.files, work);
  }

  #module(name) {
    return engine(name, this.files, (problem) => this.#element.fail(problem));
  }

  async #texts(areas) {
    const { language } = this.#element;
    const name = (area) => `wording.${language}.${area ? `${area}.` : ''}json`;
    const texts = await Promise.all(areas.map((area) => this.files.json(name(area))));
    const { product } = this.#settings();
    const own = product ? { 'ui.start.kicker': product } : {};
    return Object.assign({}, ...texts, this.#overlayTexts, own, this.#element.messages);
  }

  /** What nobody waits for, so that nothing is asked of a server once all is there. */
  async #loadRest({ debug }) {
    const areas = ['details', 'results', ...LATER_AREAS];
    const rest = [this.#module('result'), this.files.sheet('result.css', this.#element)];
    if (this.#element.hasAttribute('links')) rest.push(this.#sitDown());
    await Promise.all([...rest, ...areas.map((area) => this.#add(area))]);
    if (debug) await this.#checkContrast();
  }

  async #checkContrast() {
    const { lowContrast } = await this.files.script('contrast.js');
    for (const { pair, ratio, needed } of lowContrast(this.#element, this.#root)) {
      this.#problem('contrast', `${pair}: ${ratio} (${needed})`);
    }
  }

  /** Adds the words of an area. */
  async #add(area) {
    const texts = await this.#texts([area]);
    if (this.#added.has(area)) return;
    this.#added.add(area);
    this.#assess?.addWording(texts);
    this.#result?.addWording(texts);
  }

  /** The overlay's text, so that it is known whose answers are whose. What it says is read with the result. */
  async #readOverlay() {
    const turn = (this.#overlayTurn += 1);
    const { overlay } = this.#settings();
    let text;
    try {
      text = await overlayText(this.#element.overlay, overlay, this.files);
    } catch (error) {
      this.#problem('overlay', error.what ?? error.message);
    }
    // The latest counts, whichever comes first.
    if (turn !== this.#overlayTurn) return;
    this.#overlay = text;
    this.#overlayTexts = {};
    this.#prefix = text && prefixOf(text);
  }

  #ownAnswers() {
    return parted(this.journal.answers, this.#prefix);
  }

  /** The number by which the engine knows the overlay; its mistakes are told, and it is left out then. */
  async #merged() {
    const text = this.#overlay;
    if (!text) return undefined;
    const [glue, words] = [await this.#module('result'), await this.#texts([...RESULT_AREAS, ...LATER_AREAS])];
    if (text !== this.#overlay) return this.#merged();
    const { mistakes, number, texts } = this.#call(() => glue.engineReadOverlay(text, words));
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
    const told = (work) => work.catch((error) => this.#element.fail(error));
    if (name === 'step') this.#stepped(from, detail);
    else if (name === 'result') this.#resulted(detail);
    else if (name === 'wording-needed') told(this.#add(detail));
    else if (name === 'model-needed') this.#addModel();
    else if (name === 'open') choose((held) => this.#open(held));
    else if (name === 'over') this.#inTurn(() => this.#reset(true)).catch(() => {});
    else if (name === 'save') told(this.save());
    else if (name === 'files') told(this.#openFiles());
    else if (name === 'document') {
      const [title, text] = detail;
      this.#handOver({ format: 'document', name: `${title}.md`, type: 'text/markdown', text });
    } else if (name === 'problem') {
      this.#problems.push(detail);
      this.#problem('prefill', detail.message);
    }
  }

  /** An app tells what it holds; the first time that is what it was begun with, as the catalogue spells it. */
  #changed(from, { answers: known, work = this.journal.work }, tell) {
    const before = this.journal;
    const answers = from === 'assess' ? { ...known, ...this.#ownAnswers()[1] } : known;
    this.journal = { ...before, answers, work };
    if (!tell) {
      if (this.#blank) this.#desk?.began(this.journal);
      this.#blank = false;
      return;
    }
    this.#panics = 0;
    this.#tellAnswers(before.answers);
    const changed = changes(before.work, work);
    if (Object.keys(changed).length > 0) this.#element.tell('checklist-change', { changed, work });
    this.#keep();
  }

  /** Keeps the visit where the page asked for it. */
  #keep() {
    this.#desk?.keep(this.journal);
  }

  #tellAnswers(before) {
    const { answers } = this.journal;
    const changed = changes(before, answers);
    if (Object.keys(changed).length === 0) return;
    this.#desk?.answered();
    this.#element.tell('answer', { changed, answers });
  }

  #stepped(from, step) {
    if (from === 'assess') this.#assessStep = step;
    if ((from === 'result') !== inResult(step)) {
      // The other app shows it. After this notice: an app must not be taken down while it is speaking.
      queueMicrotask(() => this.#go(step).catch(() => {}));
      return;
    }
    this.journal = { ...this.journal, step, begun: this.journal.begun || step.name !== 'start' };
    this.#element.tell('step', { step });
    this.#counter?.count('step');
    this.#keep();
    this.#desk?.look();
  }

  #resulted(visit) {
    this.#element.tell('result', visit);
    const { tier, sectors } = visit.result;
    this.#counter?.count('result', { tier, sectors });
    this.#desk?.found(visit.result);
  }

  async #open(held) {
    try {
      // Only a file with a result is a saved one.
      const visit = held?.result === undefined ? undefined : { ...held, step: { name: 'result' } };
      await this.openSaved(visit);
    } catch {
      this.#assess?.refuse();
    }
  }

  /** Shows what can be taken along. */
  async #openFiles() {
    const { filesPanel } = await this.files.script('files-panel.js');
    return filesPanel({ visit: this, element: this.#element, root: this.#root, files: this.files, settings: this.#settings });
  }

  /** Hands a file to the page, which may take it, else to the visitor. */
  handOver(file) {
    this.#handOver(file);
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

  #refused(what) {
    this.#problem('state', what);
    return new this.files.Problem('state', what);
  }

  #problem(code, what) {
    this.#element.fail(new this.files.Problem(code, what));
  }
}
