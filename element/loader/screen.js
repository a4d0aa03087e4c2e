// The first screens before the engine is there, and what a visitor does on them.
//
// The build draws them with the components of the engine, as trees: [tag, attributes, ...children].

/** Makes elements of a tree. Markup is never parsed, so that a page may require Trusted Types. */
function grow(tree) {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const [tag, attributes, ...children] = tree;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map(grow));
  return element;
}

const buttons = (place) => [...place.querySelectorAll('button')];
const controls = (place) => [...place.querySelectorAll('button, input, textarea, summary, h2')];

/** The first screens in `stage`. What is done on them is kept in it, for the engine to go on with. */
export class FirstScreens {
  #stage;
  #screens;
  #clicked = [];
  #closing = false;

  constructor(stage, screens, { product, quick }) {
    this.#stage = stage;
    this.#screens = screens;
    this.product = product;
    // Only where nothing is known of the visit is the first question certain to be the first.
    this.quick = quick;
    stage.addEventListener('click', this);
  }

  show(name) {
    this.shown = name;
    const screen = grow(this.#screens[name]);
    const kicker = screen.querySelector('.kicker');
    if (kicker && this.product) kicker.textContent = this.product;
    this.#stage.replaceChildren(screen);
    return screen;
  }

  handleEvent(event) {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.type === 'submit') {
      event.preventDefault();
      this.proceed = true;
      this.#wait(button);
    } else if (this.quick && !this.#closing && button.dataset.begin !== undefined) {
      this.begun = true;
      this.show('question').querySelector('h2').focus();
    } else if (!this.#closing && this.shown === 'question') {
      this.begun = false;
      this.show('start').querySelector('h2').focus();
    } else {
      this.#clicked.push(buttons(this.#stage).indexOf(button));
      this.#wait(button);
    }
  }

  #wait(button) {
    button.setAttribute('aria-busy', 'true');
    if (this.#stage.querySelector('.waiting')) return;
    const text = document.createElement('p');
    text.className = 'waiting';
    text.setAttribute('role', 'status');
    text.textContent = this.#screens.words['ui.loading-still'];
    button.parentNode.after(text);
  }

  /**
   * The step and the answers to begin with; nothing where nothing was done. From now on the screen stays, until the
   * engine has drawn the same.
   */
  close() {
    this.#closing = true;
    if (!this.begun) return undefined;
    const answers = {};
    for (const { name, value } of this.#stage.querySelectorAll('input:checked')) (answers[name] ??= []).push(value);
    return { answers, step: { name: 'question', fact: this.#stage.querySelector('input')?.name } };
  }

  /** Hands what was done over to the same screen of the engine in `place`: choices, words, focus, clicks. */
  handOver(place) {
    const [from, to] = [controls(this.#stage), controls(place)];
    const at = from.indexOf(this.#stage.getRootNode().activeElement);
    const chosen = [];
    for (const [index, control] of from.entries()) {
      const same = to[index];
      if (same?.localName !== control.localName) continue;
      if (control.localName === 'textarea') same.value = control.value;
      if (control.localName === 'summary') same.parentNode.open = control.parentNode.open;
      if (control.checked && !same.checked) chosen.push(same);
    }
    this.#stage.removeEventListener('click', this);
    this.#stage.replaceWith(place);
    if (at >= 0) to[at]?.focus({ preventScroll: true });
    for (const control of chosen) control.click();
    if (this.proceed) place.querySelector('[type=submit]')?.click();
    for (const index of this.#clicked) buttons(place)[index]?.click();
  }
}
