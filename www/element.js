// The custom element <aims-readiness>: a small class that owns the element and loads the engine.
//
// Files are found beside this one. One engine and one wording serve all elements of a page.

const HERE = new URL('.', import.meta.url);
const TAG = 'aims-readiness';
const LANGUAGES = ['en'];
/** Wording that follows once the first question is there, so that a lost connection stops nobody. */
const LATER = ['details', 'results', 'checklist', 'starters'];

/** Loads that succeeded or are under way, by name; a failed one is dropped so that a retry can work. */
const loads = new Map();

function once(name, load) {
  if (!loads.has(name)) {
    const pending = load();
    loads.set(name, pending);
    pending.catch(() => loads.delete(name));
  }
  return loads.get(name);
}

async function fetched(name) {
  const response = await fetch(new URL(name, HERE));
  if (!response.ok) throw new Error(`${name}: status ${response.status}`);
  return response;
}

/** A module of the engine: that of the assessment, or that of the checklist, which follows behind it. */
const engine = (name = 'aims-readiness') =>
  once(name, async () => {
    const [glue, response] = await Promise.all([import(new URL(`${name}.js`, HERE)), fetched(`${name}_bg.wasm`)]);
    await glue.default({ module_or_path: response });
    return glue;
  });

const LIST = 'aims-readiness-list';

const wording = (lang, area) =>
  once(`wording ${lang} ${area}`, async () => {
    const name = area ? `wording.${lang}.${area}.json` : `wording.${lang}.json`;
    return (await fetched(name)).json();
  });

const model = () => once('model', async () => new Uint8Array(await (await fetched('suggest.bin')).arrayBuffer()));

const styles = () => once('styles', async () => (await fetched('element.css')).text());

/** Today in the visitor's own calendar: only the browser knows it. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The visitor's own way to write dates, as far as it is of the language shown. */
const locale = (lang) => (navigator.language.startsWith(lang) ? navigator.language : lang);

/**
 * A page that is itself a Yew app would take events inside an open root for its own; there the root is closed.
 */
function insideYew(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    if ('__yew_subtree_id' in node) return true;
  }
  return false;
}

/** Hands the visitor a file that was made here. */
function download(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The download has its own hold on the data once the click is handled.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

class AimsReadiness extends HTMLElement {
  #root;
  #mounted;
  #list;
  #work = {};
  #starting;
  #added = new Set();

  connectedCallback() {
    this.#starting ??= this.#start();
  }

  disconnectedCallback() {
    // Frameworks move elements: only what is still detached after this task is taken down.
    setTimeout(() => {
      if (this.isConnected || !this.#mounted) return;
      this.#mounted.destroy();
      this.#mounted = undefined;
      this.#list?.destroy();
      this.#list = undefined;
      this.#work = {};
      this.#added.clear();
      this.#starting = undefined;
    });
  }

  /** Answers and result so far, or undefined before the engine is there. */
  get state() {
    return this.#list?.state() ?? this.#mounted?.state();
  }

  get #asOf() {
    return this.getAttribute('as-of') ?? today();
  }

  get #lang() {
    const wanted = (this.lang || this.closest('[lang]')?.lang || navigator.language).toLowerCase();
    return LANGUAGES.find((known) => wanted === known || wanted.startsWith(`${known}-`)) ?? LANGUAGES[0];
  }

  async #start() {
    this.#root ??= this.attachShadow({ mode: insideYew(this) ? 'closed' : 'open' });
    const stage = document.createElement('div');
    stage.lang = this.#lang;
    this.#root.replaceChildren(stage);
    try {
      // The styles come first, so that nothing is ever shown without them.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await styles());
      this.#root.adoptedStyleSheets = [sheet];
      stage.className = 'stage loading';
      const [glue, texts] = await Promise.all([engine(), wording(stage.lang)]);
      const emit = (name, detail) => this.#notice(name, detail, stage);
      this.#mounted = glue.mount(stage, this.#asOf, locale(stage.lang), {}, texts, emit);
      stage.className = 'stage';
      // The checklist comes behind the first page too, so that nothing is asked of a server once all is there.
      const list = engine(LIST).catch((error) => this.#tell('error', { code: 'list', message: error.message }));
      await Promise.all([list, ...LATER.map((area) => this.#add(stage.lang, area))]);
      this.#tell('ready');
    } catch (error) {
      this.#fail(stage, error);
    }
  }

  /** Shows what the answers of a saved result give now; whether `saved` is one. */
  open(saved) {
    if (!this.#mounted?.open(saved)) return false;
    this.#closeList();
    this.#work = saved.work ?? {};
    return true;
  }

  #notice(name, detail, stage) {
    if (name === 'wording-needed') {
      if (!this.#added.has(detail)) this.#add(stage.lang, detail);
    } else if (name === 'step') {
      // Who starts over starts with nothing recorded.
      if (!this.#list && Object.keys(this.#mounted.state().answers).length === 0) this.#work = {};
      this.#tell('step');
    } else if (name === 'model-needed') this.#addModel();
    else if (name === 'save') this.#save(detail);
    else if (name === 'document') download(`${detail[0]}.md`, 'text/markdown', detail[1]);
    else if (name === 'open') this.#choose();
    else if (name === 'checklist') this.#showList(stage, detail);
    else if (name === 'back') this.#leaveList(detail);
    else this.#tell(name, detail);
  }

  /** Shows the checklist in the place of the result, with what was recorded before. */
  async #showList(stage, visit) {
    try {
      const [glue, ...texts] = await Promise.all([
        engine(LIST),
        ...[undefined, ...LATER].map((area) => wording(stage.lang, area)),
      ]);
      if (this.#list) return;
      const place = document.createElement('div');
      place.className = 'stage';
      place.lang = stage.lang;
      stage.after(place);
      stage.hidden = true;
      const emit = (name, detail) => this.#notice(name, detail, stage);
      const words = Object.assign({}, ...texts);
      this.#list = glue.mountList(place, this.#asOf, locale(stage.lang), visit.answers, this.#work, words, emit);
      place.scrollIntoView?.();
    } catch (error) {
      this.#tell('error', { code: error?.code ?? 'list', message: error?.message ?? String(error) });
    }
  }

  /** Goes back to the result; what was recorded and the answers given beside the list are kept. */
  #leaveList(visit) {
    this.#work = visit.work ?? {};
    this.#closeList();
    this.#mounted?.resume(visit.answers);
    this.#tell('step');
    this.#tell('result', visit);
  }

  #closeList() {
    const place = this.#root.querySelector('.stage[hidden] + .stage');
    if (!place) return;
    this.#list?.destroy();
    this.#list = undefined;
    place.previousElementSibling.hidden = false;
    place.remove();
  }

  /** Adds the model for suggestions; without it the questions work as ever. */
  async #addModel() {
    const bytes = await model().catch((error) => {
      this.#tell('error', { code: 'model', message: error.message });
      return new Uint8Array();
    });
    this.#mounted?.addModel(bytes);
  }

  /** Hands the visitor a result as a file, with what is recorded, which the checklist knows best while it is there. */
  #save(visit) {
    const work = this.#list ? visit.work : this.#work;
    const text = JSON.stringify({ ...visit, work: work ?? {} }, null, 2);
    download(`ai-act-result-${visit.result.as_of}.json`, 'application/json', text);
  }

  /** Lets the visitor choose a saved result. */
  #choose() {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json';
    input.addEventListener('change', async () => {
      const text = await input.files[0].text();
      let saved;
      try {
        saved = JSON.parse(text);
      } catch {
        // No JSON is no saved result: the widget says so.
      }
      this.open(saved);
    });
    input.click();
  }

  /** Adds the wording of an area; a failure is told, and the next page that needs it tries again. */
  async #add(lang, area) {
    try {
      const texts = await wording(lang, area);
      if (this.#added.has(area)) return;
      this.#added.add(area);
      this.#mounted?.addWording(texts);
    } catch (error) {
      this.#tell('error', { code: 'wording', message: error.message });
    }
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`aims-${name}`, { detail, bubbles: true, composed: true }));
  }

  #fail(stage, error) {
    const problem = { code: error?.code ?? 'load', message: error?.message ?? String(error) };
    const text = document.createElement('p');
    text.textContent = `The check could not be loaded (${problem.code}): ${problem.message}`;
    const retry = document.createElement('button');
    retry.type = 'button';
    retry.className = 'button';
    retry.textContent = 'Try again';
    retry.addEventListener('click', () => {
      this.#starting = this.#start();
    });
    stage.className = 'stage failed';
    stage.setAttribute('role', 'alert');
    stage.replaceChildren(text, retry);
    this.#tell('error', problem);
  }
}

if (!customElements.get(TAG)) customElements.define(TAG, AimsReadiness);
