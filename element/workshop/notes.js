// Speaker notes in a window of their own: what the room is not shown yet, how far it is, and the same keys.

import { button, make } from '../visit/make.js';
import { marked } from '../visit/languages.js';
import { parts } from './reveal.js';

export class Notes {
  #desk;
  #view;
  #styles;
  #keys = () => {};

  constructor(desk) {
    this.#desk = desk;
  }

  get open() {
    return this.#view !== undefined && !this.#view.closed;
  }

  /** Opens the window, or brings it to the front; whether the browser allowed one. */
  async begin() {
    if (this.open) {
      this.#view.focus();
      return true;
    }
    const { files, element } = this.#desk;
    this.#view = window.open('', '_blank', 'popup,width=760,height=900') ?? undefined;
    if (!this.#view) return false;
    const { document } = this.#view;
    document.documentElement.lang = element.language;
    marked(files, element.language, document.body);
    document.addEventListener('keydown', (event) => this.#keys(event));
    this.#styles ??= await Promise.all(['report.css', 'notes.css'].map(async (name) => (await files.fetched(name)).text()));
    if (!this.open) return false;
    document.adoptedStyleSheets = this.#styles.map((css) => {
      const sheet = new this.#view.CSSStyleSheet();
      sheet.replaceSync(css);
      return sheet;
    });
    return true;
  }

  /**
   * Draws what goes with a case. `stage` says what the room sees, `count` how many answered, `steps` are `[text, act]` to
   * go on and back, and `keys` hears what is pressed.
   */
  show({ scenario, model, stage, count, time, next, steps, keys }) {
    if (!this.open) return;
    const { words } = this.#desk;
    this.#keys = keys;
    const { document } = this.#view;
    document.title = words('workshop.notes-title', { title: scenario.title });
    const line = (text) => make('p', {}, text);
    const main = make(
      'main',
      { className: 'report notes' },
      make('h1', {}, scenario.title),
      make('div', { className: 'notes-bar' }, ...steps.map(([text, act]) => button(text, act))),
      line(words('workshop.notes-stage', { stage })),
      line(count),
      make('p', { className: 'notes-time' }, time),
      line(next ? words('workshop.notes-next', { title: next }) : words('workshop.notes-last')),
      make('h2', {}, words('workshop.stage-case')),
      line(scenario.story),
      make('h2', {}, words('workshop.notes-engine', { range: this.#desk.say.range(model.range) })),
      ...parts(this.#desk, scenario, model),
    );
    // Which button had the focus stays so: the window is drawn anew with each answer.
    const at = [...document.querySelectorAll('button')].indexOf(document.activeElement);
    document.body.replaceChildren(main);
    document.querySelectorAll('button')[at]?.focus();
  }

  /** Tells the time alone, so that nothing else moves while somebody reads. */
  tick(text) {
    const line = this.open && this.#view.document.querySelector('.notes-time');
    if (line) line.textContent = text;
  }

  end() {
    this.#view?.close();
    this.#view = undefined;
  }
}
