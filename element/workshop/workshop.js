// The workshop of an element: scenarios to answer before the engine does, and a record of it.
//
// For a visit it is what the desk is elsewhere. What is right is never written anywhere: the engine says it, here, for
// each answer. Nothing is sent; what is kept is kept where the page says.

import { button, filler, make } from '../visit/make.js';
import { vocabulary } from '../register/words.js';
import { homeScreen } from './home.js';
import { invitedCase } from './invitation.js';
import { Notes } from './notes.js';
import { readingsOf } from './readings.js';
import { Room } from './room.js';
import { scenarioScreen } from './scenario.js';
import { Tries } from './tries.js';

/** What the words of a workshop are called. */
const AREAS = ['', 'details', 'results', 'checklist', 'records', 'keep', 'workshop'];

export class Desk {
  #settings;
  #bar;
  #stage;
  /** Draws what comes when the workshop takes its place again, if that is not its home. */
  #next;
  #ours;
  #readings = new Map();

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
    this.#ours = deck;
    this.texts = Object.assign({}, ...texts, element.messages);
    this.words = filler(this.texts);
    this.say = vocabulary(this);
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...styles])];
    this.#bar = make('div', { className: 'workshop-bar', lang: element.language, hidden: true });
    root.querySelector('header').after(this.#bar);
    const { storage, storageKey } = this.#settings();
    this.room = new Room((id) => this.readings(id));
    this.notes = new Notes(this);
    const invited = invitedCase(this);
    if (invited) this.#next = (desk, stage) => this.#enter(stage, invited);
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

  /** The stage with the scenarios, or with what was to come next. */
  async stage() {
    await this.gather();
    this.#look();
    this.#stage = make('div', { className: 'stage workshop', lang: this.element.language });
    const draw = this.#next ?? homeScreen;
    this.#next = undefined;
    draw(this, this.#stage);
    return this.#stage;
  }

  /** The case that an address led to, or all of them where there is none of that name. */
  #enter(stage, id) {
    const { scenarios } = this.deck;
    const found = scenarios.find((known) => known.id === id);
    if (found) scenarioScreen(this, stage, found, scenarios);
    else homeScreen(this, stage);
  }

  /** Whether a case is on every device: one of the page, and not of somebody's own. */
  published(id) {
    return this.deck.scenarios.some((known) => known.id === id);
  }

  /** The facts that a case hangs on, found once for each day; none where there is no such case any more. */
  async readings(id) {
    const scenario = this.deck.scenarios.find((known) => known.id === id);
    if (!scenario) return [];
    const key = `${id} ${scenario.as_of ?? this.visit.asOf()}`;
    if (!this.#readings.has(key)) this.#readings.set(key, readingsOf(this, scenario));
    return this.#readings.get(key);
  }

  /** Adds the words of an area. */
  async addWords(area) {
    Object.assign(this.texts, await this.files.json(`wording.${this.element.language}.${area}.json`), this.element.messages);
  }

  /** Puts all scenarios and exercises together: those of the page's overlay come before ours. */
  async gather() {
    const theirs = await this.visit.asked((glue, _words, overlay) => glue.engineDeck(overlay));
    const decks = [theirs, this.#ours].filter(Boolean);
    const from = (deck) => (deck === this.#ours ? {} : { deck: deck.name });
    const all = (kind) => decks.flatMap((deck) => deck[kind].map((one) => ({ ...one, ...from(deck) })));
    this.deck = { scenarios: all('scenarios'), exercises: all('exercises') };
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

  /** What the engine says of a scenario, and what an answer is worth beside it. */
  async model({ answers, as_of: day }, said) {
    const asOf = day ?? this.visit.asOf();
    return this.visit.asked((glue, words, overlay) => ({
      ...glue.engineModel(answers, said, asOf, words, overlay),
      result: glue.engineClassify(answers, asOf, overlay),
    }));
  }

  /** Shows the whole result of a scenario, as a visit of its own. */
  async open({ title, answers }) {
    await this.#put({ answers, step: { name: 'result' } });
    this.#look({ title });
  }

  /**
   * Shows the questions, with a story above. Who has answered them presses `label`, and `done(desk, stage, answers)`
   * draws what follows; who turns back comes to `cancel(desk, stage)`.
   */
  async assess({ title, story, label, answers = {}, done, cancel }) {
    await this.#put({ answers, step: { name: 'question' } });
    const take = () => {
      const given = structuredClone(this.visit.journal.answers);
      this.#return((desk, stage) => done(desk, stage, given));
    };
    this.#look({ title, story, actions: [button(label, take, 'button primary')], cancel });
  }

  #put({ answers, step }) {
    return this.visit.put({ schema: 2, answers: structuredClone(answers), work: {}, step, begun: true });
  }

  /** Takes the place of the visit again. */
  #return(draw) {
    this.#next = draw;
    this.visit.goTo({ name: this.home }).catch((error) => this.element.fail(error));
  }

  #look({ title, story, actions = [], cancel } = {}) {
    this.#bar.hidden = !title;
    if (!title) {
      this.#bar.replaceChildren();
      return;
    }
    const told = story && make('details', { className: 'keep-fold', open: true }, make('summary', {}, title), make('p', { className: 'workshop-story' }, story));
    this.#bar.replaceChildren(told ?? make('p', {}, title), make('div', { className: 'keep-actions' }, ...actions, button(this.words('workshop.back'), () => this.#return(cancel))));
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
    this.notes?.end();
    this.#bar?.remove();
  }
}
