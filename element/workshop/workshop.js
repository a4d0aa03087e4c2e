// The workshop of an element: scenarios to answer before the engine does, and a record of it.
//
// For a visit it is what the desk is elsewhere. What is right is never written anywhere: the engine says it, here, for
// each answer. Nothing is sent unless the page names a learning record store; what is kept is kept where the page says.

import { button, filler, make } from '../visit/make.js';
import { vocabulary } from '../register/words.js';
import { deckOf } from './cases.js';
import { homeScreen } from './home.js';
import { send } from './lrs.js';
import { Room } from './room.js';
import { Tries } from './tries.js';

/** What the words of a workshop are called. */
const AREAS = ['', 'details', 'results', 'checklist', 'records', 'keep', 'workshop'];

export class Desk {
  #settings;
  #bar;
  #stage;

  /** The step that shows the scenarios. */
  home = 'workshop';
  /** A visit that is shown belongs to nobody. */
  draft = {};
  readonly = false;
  /** How the scenarios are looked at; it stays while one is open. */
  view = { domain: '', difficulty: '', left: false };

  constructor(visit, { element, root, files, settings }) {
    Object.assign(this, { visit, element, root, files });
    this.#settings = settings;
  }

  /** Fetches scenarios, words and styles; whether there still is a place for them. */
  async begin() {
    const { element, files, root } = this;
    const json = (area) => files.json(`wording.${element.language}.${area ? `${area}.` : ''}json`);
    const sheets = Promise.all(['keep.css', 'workshop.css'].map((name) => files.sheet(name, element)));
    const [deck, ...texts] = await Promise.all([files.json(`deck.${element.language}.json`), ...AREAS.map(json)]);
    const styles = await sheets;
    if (this.visit.over) return false;
    this.deck = deckOf(deck, element.getAttribute('cases'), (what) => element.fail(new files.Problem('attribute', what)));
    this.texts = Object.assign({}, ...texts, element.messages);
    this.words = filler(this.texts);
    this.say = vocabulary(this);
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...styles])];
    this.#bar = make('div', { className: 'workshop-bar', lang: element.language, hidden: true });
    root.querySelector('header').after(this.#bar);
    const { storage, storageKey } = this.#settings();
    this.room = new Room();
    this.tries = new Tries(storage, storageKey, (error) => element.fail(new files.Problem(error, '')));
    return true;
  }

  firstStep() {
    return { name: this.home };
  }

  /** A workshop begins with its scenarios, whatever was answered elsewhere. */
  journal() {
    return undefined;
  }

  get kind() {
    return this.#settings().storage;
  }

  get today() {
    return this.#settings().today;
  }

  /** The stage with the scenarios. */
  stage() {
    this.#look(undefined);
    this.#stage = make('div', { className: 'stage workshop', lang: this.element.language });
    homeScreen(this, this.#stage);
    return this.#stage;
  }

  /** Draws another screen of the workshop, with its heading in focus. */
  show(draw, ...given) {
    // Keys belong to the screen that set them.
    this.#stage.onkeydown = null;
    draw(this, this.#stage, ...given);
    const heading = this.#stage.querySelector('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView();
  }

  showHome() {
    this.show(homeScreen);
  }

  /** What the engine says of answers on a day, and what an answer is worth beside it. */
  async model(answers, day, said) {
    const asOf = day ?? this.visit.asOf();
    return this.visit.asked((glue, words, overlay) => ({
      ...glue.engineModel(answers, said, asOf, words, overlay),
      result: glue.engineClassify(answers, asOf, overlay),
    }));
  }

  /** Tells the page of an answer, and the learning record store where the page names one. */
  told(detail) {
    this.element.tell('workshop', detail);
    if (this.element.lrs) send(this, this.element.lrs, detail.statement);
  }

  /** Shows the whole result of a scenario, as a visit of its own. */
  async open({ title, answers }) {
    await this.visit.put({ schema: 2, answers, work: {}, step: { name: 'result' }, begun: true });
    this.#look(title);
  }

  #look(title) {
    this.#bar.hidden = !title;
    const back = () => this.visit.goTo({ name: this.home }).catch((error) => this.element.fail(error));
    this.#bar.replaceChildren(...(title ? [make('p', {}, title), button(this.words('workshop.back'), back)] : []));
  }

  look() {}

  began() {}

  found() {}

  answered() {}

  linked() {}

  keep() {}

  fresh() {}

  forget() {}

  end() {
    this.room?.end();
    this.#bar?.remove();
  }
}
