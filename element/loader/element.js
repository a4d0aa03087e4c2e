// The custom element: owns the place in the page, shows the first screens at once, loads the engine when it is
// wanted, keeps the visit whatever happens to the engine, and passes on what the host asks.
//
// Small on purpose: it is all that a page loads before the check is looked at.

import { LANGUAGES, VERSION, compiled, fetched, folder, forget, forgetPending, hashes, json, once, script, sheet } from './files.js';
import { Problem, described } from './problems.js';
import { FirstScreens } from './screen.js';
import { findFiles, language, settings } from './settings.js';

/** Room is kept from the first moment, so that the page does not jump. */
const ROOM = ':host{display:block;min-block-size:22rem}:host([hidden]){display:none}';

/** What is near enough to the window to be looked at soon. */
const NEAR = '200px';

/**
 * A page that is itself a Yew app would take events inside an open root for its own; there the root is closed.
 */
function insideYew(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    if ('__yew_subtree_id' in node) return true;
  }
  return false;
}

/** What the visit does for the page once it is there. */
const LATER = ['setState', 'setAnswers', 'getResult', 'export', 'reset', 'goTo'];

export class AimsReadiness extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ['lang', 'theme', 'as-of', 'readonly', 'loading', 'overlay'];

  #root;
  #screens;
  #watch;
  #asked = false;
  #overlay;
  #messages = {};
  #ready = deferred();
  #loaded = deferred();
  #down = false;

  /** The visit as data; kept here, so that it outlives the engine. */
  journal = { schema: 1, answers: {}, work: {}, step: { name: 'start' } };

  connectedCallback() {
    // Properties that a page set before this script came hide those of the class.
    for (const name of ['overlay', 'messages']) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (this.#down) this.#whenWanted();
    this.#down = false;
    if (this.#root) return;
    this.#root = this.attachShadow({ mode: insideYew(this) ? 'closed' : 'open' });
    const room = new CSSStyleSheet();
    room.replaceSync(ROOM);
    this.#root.adoptedStyleSheets = [room];
    this.#whenWanted();
  }

  disconnectedCallback() {
    // Frameworks move elements: only what is still detached after this task is taken down.
    setTimeout(() => {
      if (this.isConnected) return;
      this.#watch?.disconnect();
      this.visit?.destroy();
      this.visit = undefined;
      // The root stays, as an element can have one only; what comes back goes on with the visit it had.
      this.#root.replaceChildren();
      forget(this);
      if (this.#asked) this.#ready = deferred();
      this.#asked = false;
      this.#down = true;
    });
  }

  /** Where the browser knows how to move an element without taking it out, nothing has to be done. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (this.visit) this.visit.change(name);
    else if (name === 'loading' && this.#root && !this.#asked) this.#whenWanted();
  }

  get ready() {
    return this.#ready.promise;
  }

  get loaded() {
    return this.#loaded.promise;
  }

  get overlay() {
    return this.#overlay;
  }

  set overlay(overlay) {
    this.#overlay = overlay;
    this.visit?.change('overlay');
  }

  get messages() {
    return this.#messages;
  }

  set messages(messages) {
    this.#messages = { ...messages };
    this.visit?.change('messages');
  }

  getState() {
    const { schema, answers, work, step } = this.journal;
    return structuredClone({ schema, answers, work, step });
  }

  /** Loads the engine now. */
  load() {
    this.#watch?.disconnect();
    if (!this.#asked) this.#start();
    return this.ready;
  }

  /** Tells the page; whether it let us go on. */
  tell(name, detail = {}) {
    const event = new CustomEvent(`aims-${name}`, {
      detail: { schema: 1, ...detail },
      bubbles: true,
      composed: true,
      cancelable: name === 'export',
    });
    return this.dispatchEvent(event);
  }

  /** Tells the page of a problem; where it stops the visit, the visitor too, who can `retry`. */
  fail(error, stage, retry) {
    const problem = described(error, this.#screens?.words);
    if (stage) this.#showFailure(stage, problem, retry);
    this.tell('error', problem);
  }

  #whenWanted() {
    this.#watch?.disconnect();
    findFiles(this);
    const { loading } = settings(this);
    const start = () => void this.load();
    if (loading === 'eager') start();
    else if (loading === 'idle') (globalThis.requestIdleCallback ?? setTimeout)(() => this.isConnected && start());
    else {
      this.#watch = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          this.#watch.disconnect();
          if (loading === 'visible') start();
          else this.#draw().catch((error) => this.fail(error, this.#stage(), () => void this.load()));
        },
        { rootMargin: NEAR },
      );
      this.#watch.observe(this);
    }
  }

  #stage() {
    const stage = document.createElement('div');
    stage.className = 'stage';
    stage.lang = this.language;
    this.#root.querySelector('.stage')?.remove();
    const footer = this.#root.querySelector('footer');
    if (footer) footer.before(stage);
    else this.#root.append(stage);
    return stage;
  }

  /** The first screen, drawn before the engine is there. */
  #draw() {
    this.language = language(this);
    return once(this, async () => {
      const [styles, screens] = await Promise.all([sheet('assess.css'), json(`start.${this.language}.json`)]);
      this.#screens = screens;
      this.#root.adoptedStyleSheets = [styles];
      const said = settings(this);
      this.#frame(said, screens.words);
      const { mode, start, answers, storage, readonly, product } = said;
      const fresh = Object.keys({ ...answers, ...this.journal.answers }).length === 0 && storage === 'none';
      const quick = fresh && !readonly;
      const first = new FirstScreens(this.#stage(), screens, { product, quick });
      if (mode === 'assess' && start === 'start' && this.journal.step.name === 'start') first.show('start');
      else if (mode === 'assess' && start === 'question' && quick) {
        first.begun = true;
        first.show('question');
      }
      return first;
    });
  }

  /** What stands around every screen: the host's slots, and what is said on each. */
  #frame({ product, logo }, words) {
    const made = (tag, attributes, ...children) => {
      const element = Object.assign(document.createElement(tag), attributes);
      element.append(...children);
      return element;
    };
    const header = made('header', { part: 'header' });
    if (logo) header.append(made('img', { part: 'logo', className: 'logo', src: logo, alt: product ?? '' }));
    header.append(made('slot', { name: 'header' }));
    const about = made('button', { type: 'button', className: 'link', textContent: words['ui.privacy.open'] });
    about.addEventListener('click', () => this.#about());
    const footer = made(
      'footer',
      { part: 'footer', className: 'footer', lang: this.language },
      made('p', { textContent: words['ui.no-legal-advice'] }),
      made('slot', { name: 'disclaimer' }),
      about,
      made('slot', { name: 'footer' }),
    );
    this.#root.replaceChildren(made('div', { part: 'root', className: 'frame' }, header, footer));
  }

  async #about() {
    try {
      (await script('privacy.js')).openPrivacy(this.#root, this.language, { folder, json, sheet });
    } catch (error) {
      this.fail(error);
    }
  }

  async #start() {
    this.#asked = true;
    const own = this.#ready;
    let first;
    try {
      const said = settings(this);
      // All at once: what a page waits for is the slowest of them and not their sum.
      const engine = said.mode === 'assess' ? [script('assess.js'), compiled('assess_bg.wasm')] : [];
      const [drawn, visits] = await Promise.all([this.#draw(), script('visit.js'), ...engine]);
      first = drawn;
      if (visits.VERSION !== VERSION) throw new Problem('catalog', `${VERSION}, ${visits.VERSION}`);
      if (!this.isConnected) return;
      const files = { LANGUAGES, compiled, fetched, folder, forget, hashes, json, once, script, sheet, Problem };
      this.visit = new visits.Visit({ element: this, root: this.#root, files, settings, language, first });
      await this.visit.begin();
      own.resolve();
      this.visit.loaded.then(this.#loaded.resolve);
      this.tell('ready', { version: VERSION, catalog: this.visit.catalog });
    } catch (error) {
      // What fails faster than the first screen comes must not be drawn over by it.
      await this.#draw().catch(() => {});
      this.#asked = false;
      this.visit?.destroy();
      this.visit = undefined;
      forget(this);
      forgetPending();
      this.language ??= language(this);
      this.fail(error, this.#stage(), () => void this.load());
    }
  }

  #showFailure(stage, { message, remedy }, retry) {
    const texts = [message, remedy].map((words) => {
      const text = document.createElement('p');
      text.textContent = words;
      return text;
    });
    const again = document.createElement('button');
    again.type = 'button';
    again.className = again.part = 'button';
    again.textContent = this.#screens?.words['ui.retry'] ?? 'Try again';
    again.addEventListener('click', retry, { once: true });
    stage.className = 'stage failed';
    stage.setAttribute('role', 'alert');
    stage.replaceChildren(...texts, again);
  }
}

for (const name of LATER) {
  AimsReadiness.prototype[name] = async function (...args) {
    await this.ready;
    return this.visit[name](...args);
  };
}

function deferred() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
