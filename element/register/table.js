// The rows of the list. Only those in view are asked for and drawn, so that ten thousand are as quick as ten.

import { button, make } from '../visit/make.js';

/** Rows that are drawn above and below those in view. */
const BEYOND = 8;

/** Columns with what sorts by them. */
const COLUMNS = [
  ['register.name', 'name'],
  ['register.tier', 'tier'],
  ['register.sectors', undefined],
  ['register.open-questions', 'open'],
  ['register.deadline', 'deadline'],
  ['register.status', undefined],
];

const part = (role, className, ...children) => {
  const made = make('div', { className }, ...children);
  made.setAttribute('role', role);
  return made;
};

export class Table {
  #desk;
  #on;
  #body;
  #room;
  #headings = new Map();
  #rows = new Map();
  #count = 0;
  #height = 0;
  #width = 0;
  #turn = 0;
  #waiting = false;

  /** `on` hears `sorted()`, `chosen()` and `act(row)`. */
  constructor(desk, on) {
    this.#desk = desk;
    this.#on = on;
    const { words } = desk;
    const headings = COLUMNS.map(([key, sort]) => this.#heading(words(key), sort));
    const mark = part('columnheader', 'register-mark', make('span', { className: 'visually-hidden' }, words('register.choose')));
    const end = part('columnheader', 'register-act', make('span', { className: 'visually-hidden' }, words('register.actions')));
    const head = part('row', 'register-row register-head', mark, ...headings, end);
    head.setAttribute('aria-rowindex', '1');
    this.#body = part('rowgroup', 'register-rows');
    this.#room = part('presentation', 'register-room', this.#body);
    this.table = part('table', 'register-table', part('rowgroup', 'register-top', head), this.#room);
    this.table.setAttribute('aria-label', words('register.title'));
    this.element = make('div', { className: 'register-scroll', tabIndex: 0 }, this.table);
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', words('register.list'));
    this.element.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.element.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => this.#resized()).observe(this.element);
  }

  #heading(text, sort) {
    if (!sort) return part('columnheader', 'register-cell', text);
    const { view } = this.#desk;
    const control = button(text, () => {
      const again = view.wanted.sort === sort;
      Object.assign(view.wanted, { sort, reversed: again ? !view.wanted.reversed : false });
      this.#showSort();
      this.#on.sorted().catch((error) => this.#desk.element.fail(error));
    }, 'register-sort');
    const heading = part('columnheader', 'register-cell', control);
    this.#headings.set(sort, heading);
    this.#showSort();
    return heading;
  }

  #showSort() {
    const { sort, reversed } = this.#desk.view.wanted;
    for (const [name, heading] of this.#headings) {
      heading.setAttribute('aria-sort', name !== sort ? 'none' : reversed ? 'descending' : 'ascending');
    }
  }

  /** Shows what was selected: so many rows, from a place on. */
  async show(count, top) {
    this.#count = count;
    this.table.setAttribute('aria-rowcount', String(count + 1));
    this.element.hidden = count === 0;
    this.#rows.clear();
    this.#body.replaceChildren();
    await this.#measured();
    this.element.scrollTop = top;
    await this.draw();
  }

  /** Rows are of one height, which the styles say. */
  async #measured() {
    if (this.#count === 0) return;
    this.#width = this.element.clientWidth;
    const sample = this.#body.firstElementChild ?? this.#body.appendChild(part('row', 'register-row'));
    this.#height = sample.getBoundingClientRect().height || 1;
    if (sample.childElementCount === 0) sample.remove();
    this.#room.style.blockSize = `${this.#height * this.#count}px`;
  }

  #resized() {
    if (this.#count === 0 || this.element.hidden) return;
    const first = Math.round(this.element.scrollTop / (this.#height || 1));
    const before = this.#height;
    if (this.#width !== this.element.clientWidth) this.#room.style.removeProperty('--row');
    this.#measured().then(() => {
      if (this.#height !== before) this.element.scrollTop = first * this.#height;
      return this.draw();
    }).catch(() => {});
  }

  #scrolled() {
    this.#desk.view.top = this.element.scrollTop;
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.draw().catch((error) => this.#desk.element.fail(error));
    });
  }

  /** Asks for the rows in view and draws them. The latest counts, whichever comes first. */
  async draw() {
    if (this.#count === 0) return;
    const turn = (this.#turn += 1);
    const first = Math.max(0, Math.floor(this.element.scrollTop / this.#height) - BEYOND);
    const many = Math.ceil(this.element.clientHeight / this.#height) + 2 * BEYOND;
    const rows = await this.#desk.book.call('window', first, many);
    if (turn !== this.#turn) return;
    const wanted = rows.map((row, index) => {
      const text = JSON.stringify(row);
      const known = this.#rows.get(row.id);
      const element = known?.text === text ? known.element : this.#row(row);
      element.setAttribute('aria-rowindex', String(first + index + 2));
      return [row.id, { text, element, row }];
    });
    this.#rows = new Map(wanted);
    const kept = new Set(wanted.map(([, { element }]) => element));
    const focused = [...this.#body.children].find((element) => !kept.has(element) && element.contains(this.#desk.root.activeElement));
    for (const element of [...this.#body.children]) if (!kept.has(element)) element.remove();
    // A row that stays is not moved: it would lose the focus.
    [...kept].forEach((element, index) => {
      if (this.#body.children[index] !== element) this.#body.insertBefore(element, this.#body.children[index] ?? null);
    });
    this.#body.style.insetBlockStart = `${first * this.#height}px`;
    if (focused) this.element.focus({ preventScroll: true });
    await this.#grow();
  }

  /** Rows are higher, all of them, where large letters or wide spaces would be cut off. */
  async #grow() {
    const { children } = this.#body;
    const needed = Math.max(...[...children].map((row) => row.scrollHeight));
    if (!(needed > children[0]?.clientHeight)) return;
    const at = this.element.scrollTop / this.#height;
    this.#room.style.setProperty('--row', `${needed + 1}px`);
    await this.#measured();
    this.element.scrollTop = at * this.#height;
    await this.draw();
  }

  #row(row) {
    const { words, say, view } = this.#desk;
    const { id, name, tags = [], range, sectors, open, next, deadline, status, percent, suggested, archived } = row;
    const title = name || words('register.unnamed');
    const mark = make('input', { type: 'checkbox', checked: view.selected.has(id) });
    mark.setAttribute('aria-label', words('register.choose-one', { name: title }));
    mark.addEventListener('change', () => {
      if (mark.checked) view.selected.add(id);
      else view.selected.delete(id);
      this.#on.chosen();
    });
    const opening = button(title, () => this.#desk.open(id).catch((error) => this.#desk.element.fail(error)), 'link register-name');
    const about = [id, archived && words('register.is-archived'), ...tags].filter(Boolean).join(' · ');
    const swatches = [...new Set(range)].map((tier) => {
      const swatch = make('span', { className: 'register-swatch' });
      swatch.dataset.tier = tier;
      return swatch;
    });
    const tier = make('span', { className: 'register-tier' }, make('span', { className: 'register-swatches' }, ...swatches), make('span', {}, say.range(range)));
    const guessed = sectors.length === 0 ? (suggested?.sectors ?? []).slice(0, 1).map((one) => words('register.suggested', { sector: say.sector(one.value ?? one.id) })) : [];
    const days = deadline ? [make('b', {}, say.day(deadline.day)), make('span', { className: 'quiet' }, deadline.milestones.map(say.milestone).join('; ') || (deadline.tier_changes ? words('register.tier-changes') : ''))] : [words('register.no-deadline')];
    const progress = percent === null || percent === undefined ? say.status(status) : `${say.status(status)}, ${say.number(percent)} %`;
    const actions = button('⋯', () => this.#on.act(row), 'button register-more');
    actions.setAttribute('aria-label', words('keep.about', { action: words('register.actions'), name: title }));
    const cell = (key, ...children) => {
      const made = part('cell', 'register-cell', ...children);
      made.dataset.column = words(key);
      return made;
    };
    return part(
      'row',
      'register-row',
      part('cell', 'register-mark', mark),
      cell('register.name', opening, make('span', { className: 'quiet register-about' }, about)),
      cell('register.tier', tier),
      cell('register.sectors', make('span', { className: 'register-clip' }, [...sectors.map(say.sector), ...guessed].join('; ') || words('register.no-sector'))),
      cell('register.open-questions', make('b', {}, say.number(open)), make('span', { className: 'quiet register-clip' }, next ? say.question(next) : '')),
      cell('register.deadline', ...days),
      cell('register.status', progress),
      part('cell', 'register-act', actions),
    );
  }

  /** Marks those that are chosen. */
  mark() {
    for (const [id, { element }] of this.#rows) element.querySelector('input').checked = this.#desk.view.selected.has(id);
  }

  /** Up and down go from row to row. */
  async #key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const row = event.target.closest?.('.register-rows > [role=row]');
    if (!row || !steps[event.key] || event.target.matches('select')) return;
    event.preventDefault();
    const controls = [...row.querySelectorAll('button, input')];
    const at = controls.indexOf(event.target);
    const index = Number(row.getAttribute('aria-rowindex')) + steps[event.key];
    const find = () => this.#body.querySelector(`[aria-rowindex="${index}"]`);
    const next = find();
    if (!next) return;
    next.querySelectorAll('button, input')[at]?.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }
}
