// Two assessments beside each other: only what matters for the tier.

import { button, labelled, make } from '../visit/make.js';

export async function compareScreen(desk, stage, [first = '', second = '']) {
  const { words, book } = desk;
  const out = make('div', { className: 'register-body' });
  out.setAttribute('aria-live', 'polite');
  const one = make('input', { type: 'text', value: first, autocomplete: 'off' });
  const other = make('input', { type: 'text', value: second, autocomplete: 'off' });
  const file = make('input', { type: 'file', accept: '.json,application/json' });
  let held;
  file.addEventListener('change', async () => {
    held = await file.files[0]?.text();
    await compare();
  });
  const textOf = async (id) => {
    const found = await book.get(id.trim());
    return found && JSON.stringify(found);
  };
  const compare = async () => {
    try {
      const pair = [await textOf(one.value), held ?? (await textOf(other.value))];
      if (!pair[0] || !pair[1]) throw new Error(words('register.compare-which'));
      out.replaceChildren(...comparisonParts(desk, await book.call('compare', ...pair)));
    } catch ({ message }) {
      out.replaceChildren(make('p', { className: 'error' }, message));
    }
  };
  other.addEventListener('input', () => {
    held = undefined;
    file.value = '';
  });
  stage.replaceChildren(
    make('h2', { tabIndex: -1 }, words('register.compare-title')),
    make('p', {}, words('register.compare-lead')),
    labelled('aims-register-one', words('register.compare-one'), one),
    labelled('aims-register-other', words('register.compare-other'), other),
    labelled('aims-register-other-file', words('register.compare-file'), file),
    make('div', { className: 'keep-actions' }, button(words('register.compare'), compare, 'button primary'), button(words('register.back'), () => desk.showList())),
    out,
  );
  if (first && second) await compare();
}

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
