// What became of each row of an import.

import { button, make } from '../visit/make.js';
import { csv } from './words.js';

/** Rows of the report that are shown; the file has them all. */
const SHOWN = 200;

const column = (text) => Object.assign(make('th', {}, text), { scope: 'col' });

export function reportScreen(desk, stage, { name, counts: [taken, noted, refused], reports, more, unfit, kept, ignored }) {
  const { words, say } = desk;
  const fates = { taken: 'register.fate-taken', noted: 'register.fate-noted', refused: 'register.fate-refused' };
  const fate = (id) => words(fates[id]);
  const lines = [...reports].sort((one, other) => (other.fate === 'refused') - (one.fate === 'refused'));
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
  const save = () => {
    const all = lines.flatMap((report) =>
      (report.notes?.length ? report.notes : [{ column: '', message: '' }]).map((note) => [
        report.row, report.id, fate(report.fate), note.column, note.message, (report.cells ?? []).map((cell) => cell.join(': ')).join(' | '),
      ]),
    );
    const text = csv([[...headings.slice(0, 3), words('register.column'), words('register.why'), words('register.cells')], ...all]);
    desk.visit.handOver({ format: 'import-report', name: 'import-report.csv', type: 'text/csv', text });
  };
  const wide = make(
    'div',
    { className: 'register-wide', tabIndex: 0 },
    make('table', { className: 'register-report' }, make('caption', {}, words('register.report-rows')), make('thead', {}, make('tr', {}, ...headings.map(column))), make('tbody', {}, ...lines.slice(0, SHOWN).map(row))),
  );
  wide.setAttribute('role', 'region');
  wide.setAttribute('aria-label', words('register.report-rows'));
  const hidden = lines.length - Math.min(lines.length, SHOWN) + more;
  const parts = [
    make('h2', { tabIndex: -1 }, words('register.report-title', { name })),
    make('ul', { className: 'register-figures' }, ...figures),
    kept.length > 0 && make('p', {}, words('register.kept-columns', { columns: kept.join(', ') })),
    ignored.length > 0 && make('p', { className: 'keep-warning' }, words('register.ignored-columns', { columns: ignored.join(', ') })),
    ignored.length === 0 && make('p', { className: 'quiet' }, words('register.nothing-dropped')),
    unfit.length > 0 && make('ul', { className: 'note register-notes' }, ...unfit.map(({ message, hint }) => make('li', {}, `${message}: ${hint}`))),
    lines.length > 0 ? wide : make('p', { className: 'note' }, words('register.no-remarks')),
    hidden > 0 && make('p', { className: 'quiet' }, words('register.more-rows', { count: say.number(hidden) })),
    make(
      'div',
      { className: 'keep-actions' },
      button(words('register.back'), () => desk.showList(), 'button primary'),
      lines.length > 0 && button(words('register.save-report'), save),
    ),
  ];
  stage.replaceChildren(...parts.filter(Boolean));
}
