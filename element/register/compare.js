// Two assessments beside each other: only what matters for the tier.

import { comparisonParts } from '../telling/comparison.js';
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
