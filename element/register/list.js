// The screen with the list: what can be done with the register, what is searched for, and the rows.

import { button, labelled, make } from '../visit/make.js';
import { busyWith } from './busy.js';
import { compareScreen } from './compare.js';
import { ask, exportDialog, tagsDialog } from './dialogs.js';
import { portfolioPart } from './portfolio.js';
import { rowDialog } from './row.js';
import { Table } from './table.js';
import { STATUS, TIERS } from '../telling/vocabulary.js';

/** Draws the list into a stage; `said` is what was done before. */
export function listScreen(desk, stage, said = '') {
  const { words } = desk;
  const heading = make('h2', { tabIndex: -1 }, words('register.title'));
  const told = make('p', { className: 'keep-said' }, said);
  told.setAttribute('role', 'status');
  const body = make('div', { className: 'register-body' });
  stage.replaceChildren(heading, make('p', { className: 'quiet' }, place(desk)), told, body);
  const screen = { desk, stage, body, tell: (text) => (told.textContent = text) };
  const busy = busyWith(desk, body, words('register.loading'));
  desk.progress = busy.tell;
  desk.opened.then(
    () => draw(screen).catch((error) => desk.element.fail(error)),
    () => busy.fail(words('register.not-loaded')),
  );
}

/** Where the register is, and for how long. */
function place({ kind, words }) {
  const keys = { none: 'register.place-none', session: 'register.place-session', local: 'register.place-local' };
  return words(keys[kind]);
}

async function draw(screen) {
  const { desk, body } = screen;
  // A use case that is still on its way in belongs to the list.
  await desk.book.settled();
  const { words, view } = desk;
  const portfolio = portfolioPart(screen);
  const found = make('p', { className: 'register-found' });
  found.setAttribute('role', 'status');
  const chosen = make('div', { className: 'register-chosen', hidden: true });
  const empty = make('p', { className: 'note', hidden: true }, words('register.empty'));
  const table = new Table(desk, {
    sorted: () => screen.select(),
    chosen: () => drawChosen(screen, chosen),
    act: (row) => rowDialog(screen, row),
  });
  const filters = filterPart(screen);
  const end = endPart(screen);
  Object.assign(screen, {
    table,
    /** Selects anew, from the top, unless told where. */
    async select(top = 0) {
      const count = await desk.book.call('select', JSON.stringify(view.wanted));
      const all = await desk.book.length;
      empty.hidden = all > 0;
      filters.element.hidden = all === 0;
      end.hidden = all === 0 || desk.locked;
      found.textContent = all > 0 ? words('register.found', { found: desk.say.number(count), all: desk.say.number(all) }) : '';
      await table.show(count, top);
      screen.count = count;
      drawChosen(screen, chosen);
    },
    /** Looks at everything anew after something changed. */
    async renew(said) {
      await Promise.all([screen.select(view.top), portfolio.renew(filters)]);
      if (said) screen.tell(said);
    },
    filter(wanted) {
      Object.assign(view.wanted, wanted);
      filters.show();
      return screen.select();
    },
  });
  body.replaceChildren(toolbar(screen), portfolio.element, filters.element, found, chosen, empty, table.element, end);
  if (!desk.locked) dropped(screen, body);
  await screen.renew();
}

function toolbar(screen) {
  const { desk } = screen;
  const { words } = desk;
  const parts = [
    !desk.locked && button(words('register.add'), () => desk.add().catch((error) => desk.element.fail(error)), 'button primary'),
    !desk.locked && button(words('register.import'), () => desk.showImport()),
    button(words('register.export'), () => exportDialog(desk)),
    button(words('register.compare'), () => desk.showScreen((at, stage) => compareScreen(at, stage, [...desk.view.selected]))),
  ];
  return make('div', { className: 'keep-actions register-tools' }, ...parts);
}

/** What deletes the whole register, below it. */
function endPart({ desk }) {
  const { words } = desk;
  const sure = async () => {
    await desk.book.remove(await desk.book.ids());
    desk.view.selected.clear();
    desk.showList(words('register.deleted-all'));
  };
  const all = button(words('register.delete-all'), () => ask(desk, place, words('register.delete-all-sure'), words('register.delete-all'), sure), 'button danger');
  const place = make('div', { className: 'keep-actions' }, all);
  return make('div', {}, place);
}

/** A file that is dropped on the screen is imported. */
function dropped({ desk }, body) {
  body.addEventListener('dragover', (event) => event.preventDefault());
  body.addEventListener('drop', (event) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    desk.showImport({ file });
  });
  body.addEventListener('paste', (event) => {
    if (event.composedPath()[0].matches?.('input, textarea')) return;
    const text = event.clipboardData.getData('text/plain');
    if (text) desk.showImport({ text });
  });
}

function choice(id, label, options, chosen, change) {
  const control = make('select', {}, ...options.map(([value, text]) => make('option', { value, selected: value === chosen }, text)));
  control.addEventListener('change', () => change(control.value));
  const field = labelled(id, label, control);
  field.className = 'register-filter';
  return { field, control };
}

function filterPart(screen) {
  const { desk } = screen;
  const { words, say, view } = desk;
  const element = make('div', { className: 'register-filters' });
  element.setAttribute('role', 'search');
  element.setAttribute('aria-label', words('register.filters'));
  const set = (wanted) => {
    Object.assign(view.wanted, wanted);
    return screen.select().catch((error) => desk.element.fail(error));
  };
  let known = { sectors: [], tags: [] };
  const search = make('input', { type: 'search', value: view.wanted.text ?? '', autocomplete: 'off' });
  search.addEventListener('input', () => set({ text: search.value }));
  const show = () => {
    const { wanted } = view;
    const any = ['', words('register.any')];
    const one = (key, label, options) => choice(`aims-register-${key}`, label, [any, ...options], wanted[key] ?? '', (value) => set({ [key]: value || undefined })).field;
    const archived = choice(
      'aims-register-archived',
      words('register.archived'),
      [['no', words('register.archived-no')], ['yes', words('register.archived-yes')], any],
      wanted.archived === undefined ? '' : wanted.archived ? 'yes' : 'no',
      (value) => set({ archived: value === '' ? undefined : value === 'yes' }),
    ).field;
    const unsettled = make('input', { type: 'checkbox', id: 'aims-register-unsettled', checked: wanted.unsettled === true });
    unsettled.addEventListener('change', () => set({ unsettled: unsettled.checked }));
    const field = labelled('aims-register-search', words('register.search'), search);
    field.className = 'register-filter register-search';
    search.value = wanted.text ?? '';
    const question = wanted.open && one('open', words('register.open-question'), [[wanted.open, say.question(wanted.open)]]);
    element.replaceChildren(
      field,
      ...(question ? [question] : []),
      one('tier', words('register.tier'), TIERS.map((id) => [id, say.tier(id)])),
      one('sector', words('register.sector'), known.sectors.map((id) => [id, say.sector(id)])),
      one('tag', words('register.tag'), known.tags.map((tag) => [tag, tag])),
      one('status', words('register.status'), STATUS.map((id) => [id, say.status(id)])),
      archived,
      make('p', { className: 'keep-check' }, unsettled, make('label', { htmlFor: unsettled.id }, words('register.unsettled'))),
    );
  };
  show();
  return {
    element,
    show,
    /** Offers what the register has, without taking the focus from anybody. */
    know({ sectors, tags }) {
      const next = { sectors: Object.keys(sectors), tags: Object.keys(tags) };
      if (JSON.stringify(next) === JSON.stringify(known)) return;
      known = next;
      const active = desk.root.activeElement?.id;
      show();
      if (active) desk.root.getElementById(active)?.focus();
    },
  };
}

/** What can be done with those that are chosen. */
function drawChosen(screen, chosen) {
  const { desk } = screen;
  const { words, say, view, book } = desk;
  const ids = [...view.selected];
  chosen.hidden = ids.length === 0;
  const count = say.number(ids.length);
  const done = async (work, key) => {
    await work;
    view.selected.clear();
    await screen.renew(words(key, { count }));
  };
  const fail = (error) => desk.element.fail(error);
  const all = async () => {
    for (let from = 0; from < screen.count; from += 500) {
      for (const { id } of await book.call('window', from, 500)) view.selected.add(id);
    }
    screen.table.mark();
    drawChosen(screen, chosen);
  };
  const actions = make(
    'div',
    { className: 'keep-actions' },
    ids.length < (screen.count ?? 0) && button(words('register.choose-all', { count: say.number(screen.count) }), () => all().catch(fail)),
    !desk.locked && button(words('register.archive'), () => done(book.change(ids, () => ({ archived: true })), 'register.archived-many').catch(fail)),
    !desk.locked && button(words('register.unarchive'), () => done(book.change(ids, () => ({ archived: false })), 'register.unarchived-many').catch(fail)),
    !desk.locked && button(words('register.add-tag'), () => tagsDialog(desk, ids, [], (tags) => done(book.change(ids, (useCase) => ({ tags: [...new Set([...(useCase.tags ?? []), ...tags])] })), 'register.tagged-many').catch(fail))),
    ids.length === 2 && button(words('register.compare'), () => desk.showScreen((at, stage) => compareScreen(at, stage, ids))),
    !desk.locked && button(words('register.delete'), () => ask(desk, actions, words('register.delete-many-sure', { count }), words('register.delete'), () => done(book.remove(ids), 'register.deleted-many')), 'button danger'),
    button(words('register.choose-none'), () => {
      view.selected.clear();
      screen.table.mark();
      drawChosen(screen, chosen);
    }),
  );
  chosen.replaceChildren(make('p', {}, words('register.chosen', { count })), actions);
}
