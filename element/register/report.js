// What became of each row of an import.

import { button, make } from '../visit/make.js';
import { csv } from '../telling/csv.js';

/** Rows of the report that are shown; the file has them all. */
export const SHOWN = 200;

/** Rows that are asked for at once. */
const STEP = 500;

const column = (text) => Object.assign(make('th', {}, text), { scope: 'col' });

/** `reports` gives rows of the report in parts, `first` are those that are shown. */
export function reportScreen(desk, stage, { name, counts: [taken, noted, refused], reports, first, unfit, kept, ignored }) {
  const { words, say } = desk;
  const fates = { taken: 'register.fate-taken', noted: 'register.fate-noted', refused: 'register.fate-refused' };
  const fate = (id) => words(fates[id]);
  const notes = (report) => report.notes?.map((note) => [note.column, note.message].filter(Boolean).join(': ')) ?? [];
  const figures = [
    ['register.count-taken', taken],
    ['register.count-noted', noted],
    ['register.count-refused', refused],
  ].map(([key, count]) => make('li', {}, make('b', {}, say.number(count)), ` ${words(key)}`));
  const row = (report) => {
    const list = make('ul', {}, ...notes(report).map((note) => make('li', {}, note)));
    const number = Object.assign(make('th', {}, report.row === '' ? report.id : say.number(report.row)), { scope: 'row' });
    const made = make('tr', {}, number, make('td', {}, report.id), make('td', {}, fate(report.fate)), make('td', {}, list));
    made.dataset.fate = report.fate;
    return made;
  };
  const headings = [words('register.row'), words('register.field-id'), words('register.what-became'), words('register.why')];
  const save = async () => {
    const rows = [[...headings.slice(0, 3), words('register.column'), words('register.why'), words('register.cells')]];
    for (let from = 0; from < reports.count; from += STEP) {
      for (const report of await reports.some(from, STEP)) {
        for (const note of report.notes?.length ? report.notes : [{ column: '', message: '' }]) {
          rows.push([report.row, report.id, fate(report.fate), note.column, note.message, (report.cells ?? []).map((cell) => cell.join(': ')).join(' | ')]);
        }
      }
    }
    const text = csv(rows);
    desk.visit.handOver({ format: 'import-report', name: 'import-report.csv', type: 'text/csv', text });
  };
  const wide = make(
    'div',
    { className: 'register-wide', tabIndex: 0 },
    make('table', { className: 'register-report' }, make('caption', {}, words('register.report-rows')), make('thead', {}, make('tr', {}, ...headings.map(column))), make('tbody', {}, ...first.map(row))),
  );
  wide.setAttribute('role', 'region');
  wide.setAttribute('aria-label', words('register.report-rows'));
  const hidden = reports.count - first.length;
  const parts = [
    make('h2', { tabIndex: -1 }, words('register.report-title', { name })),
    make('ul', { className: 'register-figures' }, ...figures),
    kept.length > 0 && make('p', {}, words('register.kept-columns', { columns: kept.join(', ') })),
    ignored.length > 0 && make('p', { className: 'keep-warning' }, words('register.ignored-columns', { columns: ignored.join(', ') })),
    ignored.length === 0 && make('p', { className: 'quiet' }, words('register.nothing-dropped')),
    unfit.length > 0 && make('ul', { className: 'note register-notes' }, ...unfit.map(({ message, hint }) => make('li', {}, `${message}: ${hint}`))),
    first.length > 0 ? wide : make('p', { className: 'note' }, words('register.no-remarks')),
    hidden > 0 && make('p', { className: 'quiet' }, words('register.more-rows', { count: say.number(hidden) })),
    make(
      'div',
      { className: 'keep-actions' },
      button(words('register.back'), () => desk.showList(), 'button primary'),
      first.length > 0 && button(words('register.save-report'), () => save().catch((error) => desk.element.fail(error))),
    ),
  ];
  stage.replaceChildren(...parts.filter(Boolean));
}
