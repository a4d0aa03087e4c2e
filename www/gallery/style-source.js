// The element itself, run out of sight: brought to each screen, so that the style page can copy parts of it.

/** The files of the element. */
const FOLDER = '../embed/VERSION/';

const AREAS = ['', 'details', 'results', 'checklist', 'keep', 'privacy', 'records', 'register', 'workshop'];

const json = async (name) => (await fetch(new URL(`${FOLDER}${name}`, import.meta.url))).json();

/** All texts of a language by key: `words(key, values)`. */
export async function wordsOf(language) {
  const files = AREAS.map((area) => json(`wording.${language}.${area ? `${area}.` : ''}json`));
  const [{ words }, ...others] = await Promise.all([json(`start.${language}.json`), ...files]);
  const texts = Object.assign({}, ...others, words);
  return (key, values = {}) => {
    const text = texts[`ui.${key}`] ?? texts[key];
    if (text === undefined) throw new Error(`no words for ${key}`);
    return text.replaceAll('\u2063', '').replace(/\{([a-z]+)\}/g, (whole, name) => values[name] ?? whole);
  };
}

/** The cases of the workshop by id, in a language. */
export async function casesOf(language) {
  const { scenarios } = await json(`deck.${language}.json`);
  return (id) => scenarios.find((scenario) => scenario.id === id);
}

/** One running element with what drives it. */
export class Source {
  #room;

  constructor(room, { language, words, cases, attributes, overlay }) {
    this.#room = room;
    this.language = language;
    this.words = words;
    this.cases = cases;
    this.element = document.createElement('aims-readiness');
    const given = { lang: language, loading: 'eager', 'as-of': '2026-11-22', 'storage-key': 'style', ...attributes };
    for (const [name, value] of Object.entries(given)) this.element.setAttribute(name, value);
    if (overlay) this.element.overlay = overlay;
  }

  /** Begins the element, after what it is to find. */
  async begin(before) {
    forgetAll();
    before?.();
    this.#room.append(this.element);
    await this.element.ready;
    await this.element.loaded;
    // What covers the page is not to be seen while it is copied.
    const unseen = new CSSStyleSheet();
    unseen.replaceSync('dialog, ::backdrop { opacity: 0 !important }');
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, unseen];
  }

  end() {
    this.element.remove();
    forgetAll();
  }

  get root() {
    return this.element.shadowRoot;
  }

  all(selector) {
    return [...this.root.querySelectorAll(selector)];
  }

  /** What a selector finds, as soon as it is there; a function of the root is asked instead. */
  async until(wanted) {
    const look = typeof wanted === 'function' ? () => wanted(this.root) : () => this.root.querySelector(wanted);
    for (;;) {
      const found = look();
      if (found) return found;
      await this.#change();
    }
  }

  /** Resolves when anything is drawn. */
  #change() {
    return new Promise((resolve) => {
      const watcher = new MutationObserver(() => {
        watcher.disconnect();
        resolve();
      });
      watcher.observe(this.root, { childList: true, subtree: true, attributes: true, characterData: true });
    });
  }

  async put(answers, step, work = {}) {
    await this.element.setState({ schema: 2, answers, work, step });
    // Drawn by then; styles and places follow with the next picture.
    await new Promise(requestAnimationFrame);
  }

  button(key, values) {
    const text = this.words(key, values);
    return this.all('button').find((button) => button.textContent === text && !button.closest('[hidden]'));
  }

  /** Presses the button with these words, once it is there. */
  async press(key, values) {
    (await this.until(() => this.button(key, values))).click();
  }

  /** Types into a field. */
  async type(selector, text) {
    const field = await this.until(selector);
    field.value = text;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  }

  /** Opens all that is folded in `place`, what unfolds in it too. */
  async unfold(place) {
    for (let folded; (folded = this.all(`${place} details:not([open])`)).length > 0; ) {
      for (const fold of folded) fold.open = true;
      await new Promise(requestAnimationFrame);
    }
  }

  async close() {
    for (const dialog of this.all('dialog')) dialog.close();
    await this.until((root) => !root.querySelector('dialog'));
  }
}

/** What the element keeps for this page goes with it. */
function forgetAll() {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith('aims-readiness') && key.includes('style')) sessionStorage.removeItem(key);
  }
}
