// Two assessments of one use case beside each other: whether they come to the same, and what of the difference matters.

import { make } from '../visit/make.js';

/** Two assessments beside each other, in words. */
export function comparisonParts(desk, { matter, no_difference: none, explained_by: explains, results, same_range: same, dropped }) {
  const { words, say } = desk;
  const ranges = results.map(({ range, lowest, highest }) => say.range(range ?? [lowest, highest]));
  const headings = ['register.question', 'register.first', 'register.second', 'register.effect'].map((key) => Object.assign(make('th', {}, words(key)), { scope: 'col' }));
  const rows = matter.map(({ fact, answers, range, moves }) =>
    make(
      'tr',
      {},
      Object.assign(make('th', {}, say.question(fact)), { scope: 'row' }),
      ...answers.map((values) => make('td', {}, say.answer(fact, values))),
      make('td', {}, moves ? words('register.alone', { range: say.range(range) }) : words('register.together')),
    ),
  );
  const lost = dropped.flat().length;
  const parts = [
    make('p', {}, same ? words('register.same-range', { range: ranges[0] }) : words('register.other-range', { first: ranges[0], second: ranges[1] })),
    explains.length > 0 && make('p', {}, words('register.explained', { questions: explains.map(say.question).join(' · ') })),
    rows.length > 0 && make('div', { className: 'register-wide' }, make('table', { className: 'register-report' }, make('caption', {}, words('register.matters')), make('thead', {}, make('tr', {}, ...headings)), make('tbody', {}, ...rows))),
    make('p', { className: 'quiet' }, words('register.no-difference', { count: say.number(none.length) })),
    lost > 0 && make('p', { className: 'quiet' }, words('register.lost-answers', { count: say.number(lost) })),
  ];
  return parts.filter(Boolean);
}
