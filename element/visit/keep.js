// The desk of a visit: which draft is open on it, where drafts are kept, and what is said above the screen about that.
//
// Fetched only where the page lets visits be kept, shows them read-only, or reads links. The panel with all drafts and
// what is about links have scripts of their own.

import { hold } from './hold.js';
import { hasContent } from './journal.js';
import { button, filler, make } from './make.js';
import { Shelf, deleteEverything } from './storage.js';

/** What is open, by element: it outlives the visit, which begins anew for another language. */
const opened = new WeakMap();

const newId = () => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const contentOf = ({ answers, work }) => JSON.stringify([answers, work]);

const now = () => new Date().toISOString();

export class Desk {
  #visit;
  #root;
  #files;
  #settings;
  #shelf;
  #hold;
  #words;
  #notices;
  #continue;
  #ends = new AbortController();
  #troubles = new Set();
  #given;
  /** `draft` without its journal, and `state`: `own`, `elsewhere` (open in another tab) or `shared` (a link). */
  #at;

  constructor(visit, { element, root, files, settings }) {
    this.#visit = visit;
    this.element = element;
    this.#root = root;
    this.#files = files;
    this.#settings = settings;
    const { storage, storageKey } = settings();
    this.#shelf = new Shelf(storage, storageKey);
    if (!opened.has(element)) opened.set(element, { state: 'own', draft: {} });
    this.#at = opened.get(element);
  }

  /** Fetches words and styles, and takes its place; whether there still is one. */
  async begin() {
    const { element } = this;
    const [texts, tiers, styles] = await Promise.all([
      this.#files.json(`wording.${element.language}.keep.json`),
      this.#files.json(`wording.${element.language}.json`),
      this.#files.sheet('keep.css', element),
    ]);
    if (this.#visit.over) return false;
    this.#words = filler({ ...tiers, ...texts, ...element.messages });
    if (!this.#root.adoptedStyleSheets.includes(styles)) this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, styles];
    this.#notices = make('div', { className: 'keep-notices', lang: element.language });
    this.#notices.setAttribute('role', 'status');
    this.#root.querySelector('header').after(this.#notices);
    if (this.kind !== 'none' || this.links) {
      const title = this.#words(this.kind === 'none' ? 'keep.open-none' : 'keep.open');
      this.#root.querySelector('footer > .link').after(button(title, () => this.openPanel(), 'link'));
    }
    const { signal } = this.#ends;
    addEventListener('storage', (event) => this.#heard(event), { signal });
    if (this.links) addEventListener('hashchange', () => this.linked(), { signal });
    if (this.#shelf.blocked) this.#trouble('blocked');
    this.#lookReadonly();
    return true;
  }

  get kind() {
    return this.#settings().storage;
  }

  /** Whether the page lets us read its fragment and make links to it. */
  get links() {
    return this.element.hasAttribute('links');
  }

  /** Whether what is open may be changed here. */
  get readonly() {
    return this.#at.state !== 'own';
  }

  get words() {
    return this.#words;
  }

  get root() {
    return this.#root;
  }

  get files() {
    return this.#files;
  }

  get visit() {
    return this.#visit;
  }

  get shelf() {
    return this.#shelf;
  }

  /** The draft that is open: id and name, and no id where nothing is kept of it yet. */
  get draft() {
    return this.#at.draft;
  }

  end() {
    this.#ends.abort();
    this.#hold?.end();
  }

  /** The journal to begin with; nothing where nothing is kept or the element knows it. */
  async journal() {
    const { draft } = this.#at;
    if (hasContent(this.#visit.journal)) {
      if (draft.id) {
        const kept = this.#shelf.read(draft.id)?.draft;
        await this.#take(draft.id);
        // Another tab wrote to it while nobody here had it.
        if (kept?.changed !== draft.changed) this.#lose(false);
      }
      this.#shownAbout();
      return undefined;
    }
    if (!this.#shelf.works) return undefined;
    const taken = this.#shelf.takeOver(newId(), now());
    if (taken?.state === 'full') this.#trouble('full');
    const { last } = this.#shelf;
    const found = last === undefined ? taken : this.#shelf.read(last);
    if (found?.draft) return this.#lay(last ?? found.draft.id, found.draft);
    if (found) this.#unread(found.state);
    return undefined;
  }

  /** Opens a draft on this desk, if it can be read. */
  async openDraft(id) {
    const found = this.#shelf.read(id);
    if (!found?.draft) {
      this.#unread(found?.state ?? 'unreadable');
      return;
    }
    await this.#visit.put(await this.#lay(id, found.draft));
  }

  /** A visit without a draft; it becomes one with the first answer. */
  fresh(name = '') {
    this.#hold?.end();
    this.#hold = undefined;
    this.#at.state = 'own';
    this.#at.draft = { name };
    this.#at.before = undefined;
    this.#given = undefined;
    this.#shelf.last = undefined;
    for (const kind of ['elsewhere', 'shared', 'full']) this.quiet(kind);
  }

  /** Keeps what is done; of a visit without answers nothing is kept, unless it has a name. */
  keep(journal) {
    const { draft, state } = this.#at;
    if (state !== 'own' || !this.#shelf.works) return;
    if (!hasContent(journal) && !draft.name) {
      if (draft.id) this.forget();
      return;
    }
    // What the page gave is not yet anything that a person did.
    if (!draft.id && !draft.name && this.#given === contentOf(journal)) return;
    if (!draft.id) {
      Object.assign(draft, { id: newId(), made: now() });
      this.#take(draft.id);
    }
    const { begun, ...visit } = journal;
    const changed = now();
    const done = this.#shelf.write({ ...draft, changed, journal: visit });
    if (done === 'elsewhere') this.#lose();
    else if (done === 'kept') {
      draft.changed = changed;
      this.#shelf.last = draft.id;
      this.#troubles.clear();
      this.quiet('full');
    } else this.#trouble(done);
  }

  /** What a visit begins with, before a person did anything. */
  began(journal) {
    this.#given = contentOf(journal);
  }

  /** Forgets the draft that is open, unless it is another tab's. */
  forget() {
    const { draft, state } = this.#at;
    if (state === 'own' && draft.id) this.#shelf.remove(draft.id);
    this.fresh();
  }

  /** What the list says of a draft without asking the engine. */
  found({ range, settled }) {
    const { draft, state } = this.#at;
    if (state !== 'own' || JSON.stringify(draft.summary) === JSON.stringify({ range, settled })) return;
    draft.summary = { range, settled };
    this.keep(this.#visit.journal);
  }

  /** What was found holds for other answers. */
  answered() {
    if (this.#at.state === 'own') delete this.#at.draft.summary;
  }

  /** Looks after what is said above and below the screen. */
  look() {
    this.#lookReadonly();
    this.#continue?.remove();
    this.#continue = undefined;
    if (this.#visit.journal.step.name !== 'start' || this.#settings().readonly || this.readonly) return;
    const latest = this.#shelf.list().find(({ id, state }) => state === 'ok' && id !== this.#at.draft.id);
    if (!latest) return;
    const go = button(this.#words('keep.continue', { name: this.nameOf(latest) }), () => this.openDraft(latest.id), 'button');
    this.#continue = make('div', { className: 'keep-continue', lang: this.element.language }, go);
    // Below the screen, so that nothing of it moves.
    this.#root.querySelector('footer').before(this.#continue);
  }

  /** The name of a draft, or what stands for it. */
  nameOf({ name, made }) {
    return name || this.#words('keep.unnamed', { date: this.day(made || now()) });
  }

  /** A moment as people here write its day. */
  day(moment, options = { dateStyle: 'long' }) {
    const { language } = this.element;
    const locale = navigator.language.startsWith(language) ? navigator.language : language;
    const date = new Date(moment);
    return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(locale, options).format(date);
  }

  /** Gives a draft another name. */
  rename(id, name) {
    if (id === this.#at.draft.id || id === undefined) {
      this.#at.draft.name = name;
      this.keep(this.#visit.journal);
      return;
    }
    const found = this.#shelf.read(id);
    if (found?.draft) this.#told(this.#shelf.write({ id, ...found.draft, name }));
  }

  /** Puts a copy of a draft beside it. */
  copy(id) {
    const found = this.#shelf.read(id);
    if (!found?.draft) return;
    const name = this.#words('keep.copy-name', { name: this.nameOf(found.draft) });
    this.#told(this.#shelf.write({ ...found.draft, id: newId(), name, made: now(), changed: now() }));
  }

  /** Deletes a draft; that which is open is gone from the screen too. */
  async remove(id) {
    this.#shelf.remove(id);
    if (id !== this.#at.draft.id) return;
    this.fresh();
    await this.#visit.put();
  }

  /** Deletes all that this product keeps under this origin, and says how much that was. */
  async removeAll() {
    this.fresh();
    const deleted = await deleteEverything();
    await this.#visit.put();
    return deleted;
  }

  /** Goes on with what is on the screen as a draft of its own; asks where that would be the end of another visit. */
  async asCopy(sure = false) {
    const { draft, before, about } = this.#at;
    if (!sure && before && !this.#shelf.works && hasContent(before.journal)) {
      const replace = button(this.#words('keep.replace'), () => this.asCopy(true), 'button danger');
      const leave = button(this.#words('share.leave'), () => this.leaveShared());
      this.say('shared', this.#words('share.copy-sure'), replace, leave);
      leave.focus();
      return;
    }
    const { summary } = draft;
    this.fresh(before ? (about?.name ?? '') : this.#words('keep.copy-name', { name: this.nameOf(draft) }));
    this.#at.draft.summary = summary;
    this.keep(this.#visit.journal);
    await this.#visit.redraw(true);
    this.look();
  }

  /** Takes the draft over from the other tab, as it left it. */
  async goOnHere() {
    const { id } = this.#at.draft;
    const found = this.#shelf.read(id);
    // It was deleted there: what is on the screen is all there is.
    if (!found?.draft) return this.asCopy();
    return this.#visit.put(await this.#lay(id, found.draft, { steal: true }));
  }

  /** Shows what a link holds, which changes nothing of what was open: `leaveShared` comes back to that. */
  async showShared(about, saved) {
    const { journal } = this.#visit;
    this.#at.before ??= { journal, draft: this.#at.draft, state: this.#at.state };
    Object.assign(this.#at, { state: 'shared', draft: {}, about });
    try {
      await this.#visit.show(saved);
    } catch (error) {
      await this.leaveShared();
      throw error;
    }
    this.#shownAbout();
  }

  async leaveShared() {
    const { before } = this.#at;
    Object.assign(this.#at, { state: before.state, draft: before.draft, before: undefined, about: undefined });
    this.quiet('shared');
    this.#shownAbout();
    await this.#visit.put(before.journal);
    if (this.#hold?.held) await this.#regain();
    this.look();
  }

  /** Opens the link that the address holds, if it holds one. */
  async linked() {
    if (!this.links || this.#at.seen === location.hash) return;
    this.#at.seen = location.hash;
    if (!location.hash.includes('aims-readiness=')) return;
    try {
      const { openLink } = await this.#files.script('share.js');
      await openLink(this);
    } catch (error) {
      this.element.fail(error);
    }
  }

  async openPanel() {
    try {
      (await this.#files.script('drafts.js')).draftsPanel(this);
    } catch (error) {
      this.element.fail(error);
    }
  }

  async openShare() {
    try {
      await (await this.#files.script('share.js')).sharePanel(this);
    } catch (error) {
      this.element.fail(error);
    }
  }

  /** Says something above the screen, once for each kind. */
  say(kind, text, ...more) {
    const lines = [text].flat().map((line) => make('p', {}, line));
    const notice = make('div', { className: 'keep-notice' }, ...lines);
    notice.dataset.kind = kind;
    if (more.length > 0) notice.append(make('div', { className: 'keep-actions' }, ...more));
    const before = this.#notices.querySelector(`[data-kind=${kind}]`);
    if (before) before.replaceWith(notice);
    else this.#notices.append(notice);
    return notice;
  }

  quiet(kind) {
    this.#notices?.querySelector(`[data-kind=${kind}]`)?.remove();
  }

  /** Puts a draft on the desk, unless another tab has it: then it is only shown. */
  async #lay(id, { journal, ...draft }, how) {
    this.fresh();
    this.#at.draft = { id, ...draft };
    this.#shelf.last = id;
    await this.#take(id, how);
    return { ...journal, step: journal.step ?? { name: 'start' } };
  }

  async #take(id, how) {
    // What is kept for one tab can be open in no other.
    if (this.kind !== 'local') return;
    this.#hold?.end();
    const own = hold(this.#shelf.lockName(id), {
      lost: () => this.#hold === own && this.#lose(),
      free: () => this.#hold === own && this.#regain(),
    });
    this.#hold = own;
    if (!(await own.take(how)) && this.#hold === own) this.#lose(false);
  }

  /** Another tab has the draft: it is shown, and nothing of it is changed or kept here. */
  #lose(redraw = true) {
    if (this.#at.state === 'shared' && this.#at.before) this.#at.before.state = 'elsewhere';
    if (this.#at.state !== 'own') return;
    this.#at.state = 'elsewhere';
    this.say(
      'elsewhere',
      this.#words('keep.elsewhere', { name: this.nameOf(this.#at.draft) }),
      button(this.#words('keep.go-on-here'), () => this.goOnHere(), 'button primary'),
      button(this.#words('keep.as-copy'), () => this.asCopy()),
    );
    if (redraw) this.#visit.redraw().catch(() => {});
  }

  /** The other tab is gone: what it kept last is gone on with. */
  async #regain() {
    if (this.#at.state !== 'elsewhere') return;
    const { id } = this.#at.draft;
    const found = this.#shelf.read(id);
    this.#at.state = 'own';
    this.quiet('elsewhere');
    if (found?.draft) {
      const { journal, ...draft } = found.draft;
      this.#at.draft = { id, ...draft };
      await this.#visit.put({ ...journal, step: this.#visit.journal.step });
    } else await this.#visit.redraw();
  }

  /** Another tab wrote to the draft that is open here, or deleted it. */
  #heard({ key, storageArea }) {
    const { draft, state } = this.#at;
    if (this.kind !== 'local' || storageArea !== localStorage || state !== 'own' || !draft.id) return;
    if (this.#shelf.isOf(draft.id, key)) this.#lose();
  }

  #lookReadonly() {
    if (this.#settings().readonly) this.say('readonly', this.#words('keep.readonly'));
    else this.quiet('readonly');
  }

  #shownAbout() {
    const { state, about } = this.#at;
    if (state === 'elsewhere') {
      this.#at.state = 'own';
      this.#lose(false);
    }
    if (state !== 'shared') return;
    const notice = this.say(
      'shared',
      about.lines,
      button(this.#words('share.own-copy'), () => this.asCopy(), 'button primary'),
      button(this.#words('share.leave'), () => this.leaveShared()),
    );
    // The screen below it came into view, where a person had acted.
    if (navigator.userActivation?.hasBeenActive) notice.scrollIntoView({ block: 'nearest' });
  }

  #unread(state) {
    this.say('unread', this.#words(state === 'newer' ? 'keep.newer' : 'keep.unreadable'));
    if (state !== 'newer') this.element.fail(new this.#files.Problem('draft', ''));
  }

  #told(done) {
    if (done === 'full' || done === 'blocked') this.#trouble(done);
    else if (done === 'kept') this.look();
  }

  /** What stands in the way of keeping: told once, and the visit goes on. */
  #trouble(kind) {
    if (this.#troubles.has(kind)) return;
    this.#troubles.add(kind);
    this.element.fail(new this.#files.Problem(kind === 'full' ? 'storage-full' : 'storage', ''));
    const save = button(this.#words('keep.save'), () => this.save());
    this.say('full', this.#words(kind === 'full' ? 'keep.full' : 'keep.blocked'), save);
  }

  /** Hands the visitor a file of what is open. */
  async save() {
    try {
      await this.#visit.save();
    } catch (error) {
      this.element.fail(error);
    }
  }
}
