// The register of an element: many use cases in one place, and the one that is open.
//
// For a visit it is what the desk is elsewhere: what is open is kept here after every answer. Everything is counted and
// found by the module of records; here it is asked for and shown.

import { visitOf } from '../visit/journal.js';
import { button, filler, labelled, make } from '../visit/make.js';
import { Book } from './book.js';
import { importScreen } from './import.js';
import { listScreen } from './list.js';
import { vocabulary } from '../telling/vocabulary.js';

/** What the files of a register are called. */
const AREAS = ['', 'details', 'results', 'records', 'keep', 'register'];

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class Desk {
  #settings;
  #bar;
  #notices;
  #ends = new AbortController();
  /** What the register was made ready with. */
  #ready;
  #stage;
  #opened;
  /** What was kept last of the use case that is open, to keep nothing twice. */
  #last;
  #troubles = new Set();

  /** The step that shows the list. */
  home = 'register';
  /** The use case that is open; nothing while the list is shown. */
  draft = {};
  /** How the list is looked at; it stays while a use case is open. */
  view = { wanted: { archived: false }, selected: new Set(), top: 0, suggested: false };
  readonly = false;

  constructor(visit, { element, root, files, settings }) {
    Object.assign(this, { visit, element, root, files });
    this.#settings = settings;
  }

  /** Fetches words and styles; whether there still is a place for them. */
  async begin() {
    const { element, files, root } = this;
    const json = (area) => files.json(`wording.${element.language}.${area ? `${area}.` : ''}json`);
    const sheets = Promise.all(['keep.css', 'register.css'].map((name) => files.sheet(name, element)));
    const texts = await Promise.all(AREAS.map(json));
    const styles = await sheets;
    if (this.visit.over) return false;
    this.texts = Object.assign({}, ...texts, element.messages);
    this.words = filler(this.texts);
    this.say = vocabulary(this);
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...styles])];
    this.#notices = make('div', { className: 'keep-notices', lang: element.language });
    this.#notices.setAttribute('role', 'status');
    this.#bar = make('div', { className: 'register-bar', lang: element.language, hidden: true });
    root.querySelector('header').after(this.#notices, this.#bar);
    const { storage, storageKey } = this.#settings();
    this.book = new Book({
      storage,
      storageKey,
      trouble: (kind) => this.#trouble(kind),
      changed: () => this.#changedElsewhere(),
    });
    this.#opened = this.#open();
    // Told where it is shown, which tries again.
    this.#opened.catch(() => {});
    return true;
  }

  get kind() {
    return this.#settings().storage;
  }

  /** Whether the page lets nothing be changed. */
  get locked() {
    return this.#settings().readonly;
  }

  /** Where work that goes on is told: `(done, rows)`. */
  progress;

  /** Makes the register ready for this day, overlay and language, unless it is. */
  async #open() {
    const port = await this.visit.records();
    const asOf = this.visit.asOf();
    const { suggested } = this.view;
    const [was, day, model] = this.#ready ?? [];
    if (was === port && day === asOf && model === suggested) return;
    await this.book.begin(port, asOf, await this.#model(suggested), (done, rows) => this.progress?.(done, rows));
    this.#ready = [port, asOf, suggested];
    if (this.book.damaged > 0) this.notice('unread', this.words('register.damaged', { count: this.say.number(this.book.damaged) }));
  }

  async #model(wanted) {
    const name = 'suggest.bin';
    return wanted ? { url: await this.files.address(name), integrity: this.files.hashes[name] } : undefined;
  }

  /** Resolves when the register can be asked. */
  get opened() {
    return this.#opened;
  }

  /** Begins the register anew with what suggests sectors. */
  async suggest() {
    this.view.suggested = true;
    this.#opened = this.#open();
    await this.#opened;
  }

  firstStep() {
    return this.draft.id ? { name: 'question' } : { name: this.home };
  }

  /** The list is what a visit begins with, or the use case that the element had open. */
  async journal() {
    const { about, answers } = this.visit.journal;
    if (about?.id) {
      await this.#opened;
      this.draft = { id: about.id, name: about.name };
      this.about = about;
    } else if (Object.keys(answers).length > 0) await this.#adopt();
    return undefined;
  }

  async #adopt() {
    await this.#opened;
    const [id] = await this.book.put(this.visit.useCase());
    this.draft = { id, name: '' };
    this.about = {};
  }

  /** The stage with the list. */
  stage() {
    const { element } = this;
    this.close();
    // Day or overlay may be others than before.
    this.#opened = this.#opened.catch(() => {}).then(() => this.#open());
    this.#opened.catch((error) => element.fail(error));
    const stage = make('div', { className: 'stage register', lang: element.language });
    this.#stage = stage;
    listScreen(this, stage);
    return stage;
  }

  /** Shows the list, or what takes its place for a while, with its heading in focus. */
  showList(said) {
    listScreen(this, this.#stage, said);
    this.#arrive();
  }

  showImport(given) {
    importScreen(this, this.#stage, given);
    this.#arrive();
  }

  /** Another screen of the register. */
  showScreen(draw) {
    draw(this, this.#stage);
    this.#arrive();
  }

  #arrive() {
    const heading = this.#stage.querySelector('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView();
  }

  /** Opens a use case in the questions, the result and the checklist. */
  async open(id) {
    const useCase = await this.book.get(id);
    if (!useCase) return this.showList();
    const visit = visitOf(useCase);
    this.draft = { id, name: useCase.name };
    this.about = visit.about;
    this.#last = undefined;
    const answered = Object.keys(visit.answers).length > 0;
    await this.visit.put({ ...visit, step: { name: answered ? 'result' : 'question' }, begun: true });
  }

  /** A new use case, which is open at once. */
  async add() {
    const [id] = await this.book.put({ schema: 2, answers: {}, work: {} });
    await this.open(id);
  }

  /** Nothing is open any more. */
  close() {
    this.draft = {};
    this.about = undefined;
    this.look();
  }

  /** Keeps what is done with the use case that is open. */
  keep() {
    const { id } = this.draft;
    if (!id) return;
    const useCase = { ...this.about, ...this.visit.useCase(), id };
    if (this.draft.name !== undefined) useCase.name = this.draft.name;
    const text = JSON.stringify(useCase);
    if (text === this.#last) return;
    this.#last = text;
    this.book.put(useCase).catch((error) => this.element.fail(error));
  }

  /** A visit that is put on the screen is a use case of its own. */
  fresh(name = '') {
    const draft = { name };
    this.draft = draft;
    this.about = undefined;
    this.#last = undefined;
    // The visit holds it as soon as this is over, and may hold another one before the register can take it.
    const taken = Promise.resolve().then(() => this.visit.useCase());
    Promise.all([taken, this.#opened])
      .then(([useCase]) => this.book.put({ ...useCase, id: '', name }))
      .then(([id]) => {
        draft.id = id;
        if (this.draft === draft) this.look();
      })
      .catch((error) => this.element.fail(error));
  }

  /** The answers of the use case that is open are gone, and it stays. */
  forget() {
    const { id, name = '' } = this.draft;
    if (!id) return;
    this.#last = undefined;
    this.book.put({ ...this.about, schema: 2, id, name, answers: {}, work: {} }).catch((error) => this.element.fail(error));
  }

  began() {}

  found() {}

  answered() {}

  linked() {}

  /** The bar above a use case that is open. */
  look() {
    const { id } = this.draft;
    this.#bar.hidden = !id;
    if (!id) {
      this.#bar.replaceChildren();
      return;
    }
    if (this.#bar.dataset.id === id && this.#bar.hasChildNodes()) return;
    this.#bar.dataset.id = id;
    const { words } = this;
    const field = make('input', { type: 'text', value: this.draft.name ?? '', maxLength: 200, autocomplete: 'off', readOnly: this.#settings().readonly });
    field.addEventListener('input', () => {
      this.draft.name = field.value;
      this.about = { ...this.about, name: field.value };
      this.keep();
    });
    const back = button(words('register.back'), () => this.visit.goTo({ name: 'register' }));
    this.#bar.replaceChildren(labelled('aims-register-name', words('register.name'), field), back);
  }

  /** Says something above the screen, once for each kind. */
  notice(kind, text, ...more) {
    const notice = make('div', { className: 'keep-notice' }, make('p', {}, text));
    notice.dataset.kind = kind;
    if (more.length > 0) notice.append(make('div', { className: 'keep-actions' }, ...more));
    this.quiet(kind);
    this.#notices.append(notice);
  }

  quiet(kind) {
    this.#notices.querySelector(`[data-kind=${kind}]`)?.remove();
  }

  #trouble(kind) {
    if (this.#troubles.has(kind)) return;
    this.#troubles.add(kind);
    this.element.fail(new this.files.Problem(kind === 'full' ? 'storage-full' : 'storage', ''));
    const save = button(this.words('register.save'), () => this.saveAs('register'));
    this.notice('full', this.words(kind === 'full' ? 'register.full' : 'register.blocked'), save);
  }

  #changedElsewhere() {
    const again = button(this.words('register.load-anew'), async () => {
      this.quiet('elsewhere');
      await this.book.again(this.visit.asOf(), await this.#model(this.view.suggested));
      await this.visit.goTo({ name: 'register' });
    });
    this.notice('elsewhere', this.words('register.elsewhere'), again);
  }

  /** The register as a file: `register`, `register-csv`, with semicolons, or `register-xlsx`. */
  async file(format, semicolon = false) {
    await this.#opened;
    const name = `ai-use-cases-${this.visit.asOf()}`;
    if (format === 'register') return { format, name: `${name}.json`, type: 'application/json', text: await this.book.call('json') };
    if (format === 'register-xlsx') return { format, name: `${name}.xlsx`, type: XLSX, bytes: await this.book.call('workbook') };
    return { format, name: `${name}.csv`, type: 'text/csv', text: await this.book.call('csv', semicolon) };
  }

  async saveAs(format, semicolon) {
    try {
      this.visit.handOver(await this.file(format, semicolon));
    } catch (error) {
      this.element.fail(error);
    }
  }

  end() {
    this.#ends.abort();
    this.book?.end();
    this.#bar?.remove();
    this.#notices?.remove();
  }
}
