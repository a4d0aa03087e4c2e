// Import: what a file holds is shown before any of it is taken, and what became of each row is told after.

import { button, labelled, make } from '../visit/make.js';
import { Stopped } from './book.js';
import { busyWith } from './busy.js';
import { reportScreen, SHOWN } from './report.js';

/** Rows that are read in one step. */
const STEP = 250;

/** Before the name of what a column was taken as, for the columns of a table. */
const KEPT = 'aims-readiness-columns:';

const FIELDS = {
  id: 'register.field-id',
  name: 'register.field-name',
  description: 'register.field-description',
  tags: 'register.field-tags',
  notes: 'register.field-notes',
  assessor: 'register.field-assessor',
  archived: 'register.field-archived',
  plan_start: 'register.field-plan-start',
  work: 'register.field-work',
  keep: 'register.field-keep',
  ignore: 'register.field-ignore',
};

/** What columns were taken as, as long as the host lets us keep it. */
const memory = new Map();

function mappings({ kind }) {
  try {
    const storage = { session: () => sessionStorage, local: () => localStorage }[kind]?.();
    if (!storage) throw new TypeError();
    return {
      get: (key) => storage.getItem(KEPT + key) ?? undefined,
      set: (key, text) => storage.setItem(KEPT + key, text),
    };
  } catch {
    return memory;
  }
}

/** Shows where a file is chosen; what was dropped or pasted on the list is read at once. */
export function importScreen(desk, stage, given) {
  const { words } = desk;
  const problem = make('p', { className: 'error', hidden: true });
  problem.setAttribute('role', 'alert');
  const body = make('div', { className: 'register-body' });
  const screen = { desk, stage, body, refuse: (text) => Object.assign(problem, { textContent: text, hidden: !text }) };
  stage.replaceChildren(make('h2', { tabIndex: -1 }, words('register.import-title')), problem, body);
  drawChoice(screen);
  if (given?.file) void take(screen, given.file.name, () => given.file.arrayBuffer());
  else if (given?.text) void paste(screen, given.text);
}

function drawChoice(screen) {
  const { desk, body } = screen;
  const { words } = desk;
  const input = make('input', { type: 'file', accept: '.csv,.tsv,.txt,.xlsx,.json,text/csv,application/json' });
  input.addEventListener('change', () => {
    const [file] = input.files;
    if (file) void take(screen, file.name, () => file.arrayBuffer());
  });
  const area = make('textarea', { rows: 5, spellcheck: false });
  const read = button(words('register.read-paste'), () => area.value.trim() && void paste(screen, area.value));
  body.addEventListener('dragover', (event) => event.preventDefault());
  body.addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) void take(screen, file.name, () => file.arrayBuffer());
  });
  body.replaceChildren(
    make('p', {}, words('register.import-lead')),
    labelled('aims-register-file', words('register.file'), input, words('register.file-hint')),
    labelled('aims-register-paste', words('register.paste'), area, words('register.paste-hint')),
    make('div', { className: 'keep-actions' }, read, button(words('register.back'), () => desk.showList())),
  );
}

/** Why something was refused, with each place that is wrong. */
const reasons = ({ message, mistakes = [] }) =>
  [message, ...mistakes.slice(0, 5).map(({ place, message: what, hint }) => [place, what, hint].filter(Boolean).join(': '))].join(' · ');

async function attempt(screen, work) {
  const { desk, refuse } = screen;
  refuse('');
  try {
    return await work();
  } catch (error) {
    if (error instanceof Stopped) {
      await desk.book.call('dropImport');
      desk.showList(desk.words('register.import-stopped'));
      return undefined;
    }
    drawChoice(screen);
    refuse(desk.words('register.not-read', { reason: reasons(error) }));
    return undefined;
  }
}

const take = (screen, name, bytesOf) =>
  attempt(screen, async () => {
    const { desk, body } = screen;
    busyWith(desk, body, desk.words('register.reading', { name }));
    const bytes = new Uint8Array(await bytesOf());
    await desk.opened;
    if (/\.json$/i.test(name)) drawFile(screen, name, await desk.book.call('openFile', bytes));
    else drawMapping(screen, name, await desk.book.call('readTable', bytes, name));
  });

const paste = (screen, text) =>
  attempt(screen, async () => {
    const { desk } = screen;
    await desk.opened;
    drawMapping(screen, desk.words('register.pasted'), await desk.book.call('readPaste', text));
  });

/** What a column can be taken as. */
function fieldSelect({ words, say }, chosen, change) {
  const option = (value, text) => make('option', { value, selected: value === chosen }, text);
  const named = Object.entries(FIELDS).map(([field, key]) => option(field, words(key)));
  const answers = make('optgroup', { label: words('register.field-answers') });
  // Hundreds of questions for each of hundreds of columns are drawn where somebody looks for one.
  const fill = () => {
    if (answers.childElementCount > 1) return;
    const known = select.value;
    answers.replaceChildren(...say.facts().map(([fact, text]) => make('option', { value: `answer:${fact}` }, text)));
    select.value = known;
  };
  if (chosen.startsWith('answer:')) answers.append(option(chosen, say.question(chosen.slice('answer:'.length))));
  const select = make('select', {}, ...named, answers);
  for (const event of ['focus', 'pointerdown']) select.addEventListener(event, fill);
  select.addEventListener('change', () => change(select.value));
  return select;
}

function drawMapping(screen, name, { key, rows, columns, sample, notes, mapping }) {
  const { desk, body } = screen;
  const { words, say } = desk;
  const known = mappings(desk);
  let fields = mapping.columns;
  let remembered = false;
  try {
    const kept = JSON.parse(known.get(key));
    if (kept.length === columns.length && kept.every((field) => typeof field === 'string')) {
      fields = columns.map((column, index) => ({ name: column, field: kept[index] }));
      remembered = true;
    }
  } catch {
    // Nothing was kept for these columns.
  }
  fields = fields.map((column) => ({ ...column }));
  const list = columns.map((column, index) => {
    const select = fieldSelect(desk, fields[index].field, (value) => (fields[index].field = value));
    select.setAttribute('aria-label', words('register.taken-as-for', { column }));
    const seen = [...new Set(sample.map((row) => row[index]).filter(Boolean))].slice(0, 3);
    return make('tr', {}, Object.assign(make('th', {}, column || words('register.no-heading')), { scope: 'row' }), make('td', {}, select), make('td', { className: 'quiet' }, seen.map((text) => (text.length > 90 ? `${text.slice(0, 90)}…` : text)).join(' · ')));
  });
  const head = make('thead', {}, make('tr', {}, ...['register.column', 'register.taken-as', 'register.sample'].map((heading) => Object.assign(make('th', {}, words(heading)), { scope: 'col' }))));
  const count = say.number(rows);
  const start = button(words('register.import-rows', { count }), () => {
    try {
      known.set(key, JSON.stringify(fields.map(({ field }) => field)));
    } catch {
      // The mapping holds for this time.
    }
    void run(screen, name, { columns: fields });
  }, 'button primary');
  const parts = notes.map(({ message, hint }) => make('li', {}, [message, hint].filter(Boolean).join(': ')));
  const shown = [
    make('p', {}, words('register.found-rows', { name, count, columns: say.number(columns.length) })),
    remembered && make('p', { className: 'quiet' }, words('register.remembered')),
    parts.length > 0 && make('ul', { className: 'note register-notes' }, ...parts),
    make('div', { className: 'register-wide' }, make('table', { className: 'register-mapping' }, make('caption', {}, words('register.mapping')), head, make('tbody', {}, ...list))),
    samples(desk, columns, sample),
    make('div', { className: 'keep-actions' }, start, button(words('register.cancel'), async () => {
      await desk.book.call('dropImport');
      desk.showList();
    })),
  ];
  body.replaceChildren(...shown.filter(Boolean));
}

function samples({ words }, columns, sample) {
  const head = make('tr', {}, ...columns.map((column) => Object.assign(make('th', {}, column), { scope: 'col' })));
  const rows = sample.slice(0, 8).map((row) => make('tr', {}, ...row.map((text) => make('td', {}, text.length > 120 ? `${text.slice(0, 120)}…` : text))));
  const wide = make('div', { className: 'register-wide', tabIndex: 0 }, make('table', { className: 'register-samples' }, make('thead', {}, head), make('tbody', {}, ...rows)));
  wide.setAttribute('role', 'region');
  wide.setAttribute('aria-label', words('register.first-rows'));
  return make('details', { className: 'keep-fold' }, make('summary', {}, words('register.first-rows')), wide);
}

/** Imports the table in steps; what became of it is told. */
const run = (screen, name, mapping) =>
  attempt(screen, async () => {
    const { desk, body } = screen;
    const { words, book } = desk;
    const busy = busyWith(desk, body, words('register.importing', { name }), { stop: true });
    const unfit = await book.call('beginImport', JSON.stringify(mapping));
    const { counts } = await book.steps(() => book.call('importRows', STEP), busy.tell, busy.signal);
    const before = await book.length;
    const count = await book.call('endImport');
    busy.text(words('register.evaluating'));
    await book.settle(before, busy.tell, busy.signal);
    const kept = mapping.columns.filter(({ field }) => field === 'keep').map((column) => column.name);
    const ignored = mapping.columns.filter(({ field }) => field === 'ignore').map((column) => column.name);
    const reports = { count, some: (from, limit) => book.call('reports', from, limit) };
    const first = await reports.some(0, SHOWN);
    desk.showScreen((at, stage) => reportScreen(at, stage, { name, counts, reports, first, unfit, kept, ignored }));
  });

/** A file of JSON: what is in it, and what is to become of those whose id is there already. */
function drawFile(screen, name, { cases, same, notes }) {
  const { desk, body } = screen;
  const { words, say } = desk;
  const taking = (copies) => () => void runFile(screen, name, notes, copies);
  const count = say.number(cases);
  const choices =
    same === 0
      ? [button(words('register.take', { count }), taking(true), 'button primary')]
      : [button(words('register.as-copies'), taking(true), 'button primary'), button(words('register.replace'), taking(false), 'button danger')];
  body.replaceChildren(
    make('p', {}, words('register.found-cases', { name, count })),
    ...(same > 0 ? [make('p', { className: 'keep-warning' }, words('register.same-ids', { count: say.number(same) }))] : []),
    make('div', { className: 'keep-actions' }, ...choices, button(words('register.cancel'), () => desk.showList())),
  );
}

const runFile = (screen, name, notes, copies) =>
  attempt(screen, async () => {
    const { desk, body } = screen;
    const { words, book } = desk;
    const busy = busyWith(desk, body, words('register.importing', { name }), { stop: false });
    const before = await book.length;
    const { rows } = await book.steps(() => book.call('takeFile', STEP, copies), busy.tell);
    busy.text(words('register.evaluating'));
    await book.settle(before, busy.tell);
    // Those that took a place are kept there.
    if (!copies) await book.keepFrom(0);
    const all = notes.map(({ id, place, message }) => ({ row: '', id, fate: 'noted', notes: [{ column: place, message }] }));
    const reports = { count: all.length, some: async (from, limit) => all.slice(from, from + limit) };
    const noted = new Set(notes.map(({ id }) => id)).size;
    desk.showScreen((at, stage) => reportScreen(at, stage, { name, counts: [rows - noted, noted, 0], reports, first: all.slice(0, SHOWN), unfit: [], kept: [], ignored: [] }));
  });
