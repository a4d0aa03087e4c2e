// The custom element: owns the place in the page, shows the first screens at once, loads the engine when it is
// wanted, keeps the visit whatever happens to the engine, and passes on what the host asks.
//
// Small on purpose: it is all that a page loads before the check is looked at.

import { VERSION, address, compiled, fetched, firstScreens, folder, forget, hashes, json, once, pending, script, sheet, wording } from './files.js';
import { Problem, described, warn } from './problems.js';
import { FirstScreens } from './screen.js';
import { findFiles, language, settings } from './settings.js';

/** Room is kept from the first moment, so that the page does not jump. */
const ROOM = ':host{display:block;min-block-size:22rem}:host([hidden]){display:none}';

/** What is near enough to the window to be looked at soon. */
const NEAR = '200px';

/** What the visit does for the page once it is there. */
const LATER = ['setState', 'setAnswers', 'getResult', 'export', 'reset', 'goTo'];

/**
 * A page that is itself a Yew app would take events inside an open root for its own; there the root is closed.
 */
function insideYew(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    if ('__yew_subtree_id' in node) return true;
  }
  return false;
}

function deferred() {
  const made = {};
  made.promise = new Promise((resolve) => (made.resolve = resolve));
  return made;
}

export class AimsReadiness extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ['lang', 'as-of', 'readonly', 'loading', 'overlay'];

  #root;
  #screens;
  #watch;
  /** The start under way or done; one that is not this any more has nothing to say. */
  #turn;
  #wanted = false;
  #changed = new Set();
  #overlay;
  #messages = {};
  #ready = deferred();
  #loaded = deferred();

  /** The visit as data; kept here, so that it outlives the engine. */
  journal = { schema: 2, answers: {}, work: {}, step: { name: 'start' } };

  connectedCallback() {
    // Properties that a page set before this script came hide those of the class.
    for (const name of ['overlay', 'messages']) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (!this.#root) {
      this.#root = this.attachShadow({ mode: insideYew(this) ? 'closed' : 'open' });
      const room = new this.ownerDocument.defaultView.CSSStyleSheet();
      room.replaceSync(ROOM);
      this.#root.adoptedStyleSheets = [room];
    }
    if (!this.#turn) this.#whenWanted();
  }

  disconnectedCallback() {
    // Frameworks move elements: only what is still detached after this task is taken down.
    setTimeout(() => this.isConnected || this.#takeDown());
  }

  /** Where the browser knows how to move an element without taking it out, nothing has to be done. */
  connectedMoveCallback() {}

  /** Styles belong to the document that made them. */
  adoptedCallback() {
    this.#takeDown();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#root) return;
    if (name === 'loading') this.#turn ?? this.#whenWanted();
    else this.#change(name);
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
    this.#change('overlay');
  }

  get messages() {
    return this.#messages;
  }

  set messages(messages) {
    this.#messages = { ...messages };
    this.#change('messages');
  }

  getState() {
    const { begun, ...visit } = this.journal;
    return structuredClone(visit);
  }

  /** Loads the engine now, or as soon as the element is in a page. */
  load() {
    this.#wanted = true;
    this.#watch?.disconnect();
    if (this.isConnected && this.#root) this.#turn ?? this.#start();
    return this.ready;
  }

  /** Tells the page; whether it let us go on. */
  tell(name, detail = {}) {
    const event = new CustomEvent(`aims-${name}`, {
      detail: structuredClone({ schema: 1, ...detail }),
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
    if (this.hasAttribute('debug')) warn(problem);
    this.tell('error', problem);
  }

  #change(name) {
    if (name === 'lang') {
      // Everything that is shown is of the language, so it begins anew with the visit it has.
      if (this.#turn && language(this) !== this.language) {
        this.#takeDown();
        this.#start();
      }
    } else if (this.visit) this.visit.change(name);
    else this.#changed.add(name);
  }

  /** What comes back goes on with the visit it had. The root stays, as an element can have one only. */
  #takeDown() {
    this.#watch?.disconnect();
    this.visit?.destroy();
    if (this.visit) this.#ready = deferred();
    this.visit = this.#turn = undefined;
    this.#root?.replaceChildren();
    forget(this);
  }

  #whenWanted() {
    this.#watch?.disconnect();
    findFiles(this);
    const { loading } = settings(this);
    if (this.#wanted || loading === 'eager') this.load();
    else if (loading === 'idle') (globalThis.requestIdleCallback ?? setTimeout)(() => this.load());
    else {
      this.#watch = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          this.#watch.disconnect();
          if (loading === 'visible') this.load();
          else this.#draw().catch((error) => this.fail(error, this.#stage(), () => this.load()));
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
      const [styles, screens] = await Promise.all([sheet('assess.css', this), firstScreens(this.language)]);
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
      await (await script('privacy.js')).openPrivacy(this.#root, this, { folder, json, sheet });
    } catch (error) {
      this.fail(error);
    }
  }

  async #start() {
    const turn = (this.#turn = {});
    const over = () => this.#turn !== turn;
    let first;
    let visit;
    try {
      // All at once: what a page waits for is the slowest of them and not their sum.
      const engine = settings(this).mode === 'assess' ? [script('assess.js'), compiled('assess_bg.wasm')] : [];
      const drawn = this.#draw().then((screens) => (first = screens));
      const [visits] = await Promise.all([script('visit.js'), drawn, drawn.then(() => wording(this.language)), ...engine]);
      if (visits.VERSION !== VERSION) throw new Problem('catalog', `${VERSION}, ${visits.VERSION}`);
      if (over()) return;
      const files = { address, compiled, fetched, folder, forget, hashes, json, once, script, sheet, Problem };
      visit = new visits.Visit({ element: this, root: this.#root, files, settings, first });
      await visit.begin();
      if (over()) {
        visit.destroy();
        return;
      }
      this.visit = visit;
      this.#ready.resolve();
      this.tell('ready', { version: VERSION, catalog: visit.catalog });
      visit.loaded.then(() => this.#loaded.resolve(), (error) => this.fail(error));
      for (const name of this.#changed) visit.change(name);
      this.#changed.clear();
    } catch (error) {
      visit?.destroy();
      if (over()) return;
      // What fails faster than the first screen comes must not be drawn over by it.
      first ??= await this.#draw().catch(() => undefined);
      if (over()) return;
      const early = first?.close();
      if (early) Object.assign(this.journal, { step: early.step, answers: { ...this.journal.answers, ...early.answers } });
      this.#turn = undefined;
      forget(this, ...pending);
      this.fail(error, this.#stage(), () => this.load());
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
    again.addEventListener('click', () => void retry(), { once: true });
    stage.className = 'stage failed';
    stage.setAttribute('role', 'alert');
    stage.replaceChildren(...texts, again);
  }
}

for (const name of LATER) {
  AimsReadiness.prototype[name] = async function (...args) {
    // It may have been taken out of the page meanwhile, and come back with another visit.
    do await this.ready;
    while (!this.visit);
    return this.visit[name](...args);
  };
}
