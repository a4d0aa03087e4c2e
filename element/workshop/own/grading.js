// The form of a grading: findings of an auditor, each with its clause or control, how grave it is and why.

import { button, make } from '../../visit/make.js';
import { GRADES } from '../labels.js';
import { standardItems } from './items.js';
import { lines } from './task.js';

/** An id that no finding of the exercise has. */
function nextId(findings) {
  const numbers = findings.map(({ id }) => Number(/^f(\d+)$/.exec(id)?.[1] ?? 0));
  return `f${Math.max(0, ...numbers) + 1}`;
}

/** The findings of an exercise; `changed()` is called where one came or went. */
export function findingFields(desk, form, exercise, changed) {
  const { words, say } = desk;
  const place = make('div', { className: 'workshop-body' });
  const draw = (items, focus) => {
    const findings = exercise.findings ?? [];
    const sets = findings.map((finding, index) => {
      const key = (name) => `findings-${index}-${name}`;
      const known = items.some(([id]) => id === finding.item);
      const options = [['', words('workshop.own-choose')], ...(known || !finding.item ? [] : [[finding.item, finding.item]]), ...items];
      const remove = button(words('workshop.own-remove'), () => {
        exercise.findings = findings.filter((one) => one !== finding);
        changed();
        draw(items);
        add.focus();
      });
      remove.setAttribute('aria-label', words('workshop.own-remove-finding', { number: say.number(index + 1) }));
      return make(
        'fieldset',
        { className: 'workshop-own-finding' },
        make('legend', {}, words('workshop.own-finding', { number: say.number(index + 1) })),
        form.field(key('text'), words('workshop.own-field-text'), lines(finding.text ?? '', 3), (value) => (finding.text = value)),
        form.select(key('item'), words('workshop.own-field-item'), options, finding.item ?? '', (value) => (finding.item = value)),
        form.select(key('grade'), words('workshop.own-field-grade'), Object.entries(GRADES).map(([id, text]) => [id, words(text)]), finding.grade, (value) => (finding.grade = value)),
        form.field(key('reason'), words('workshop.own-field-reason'), lines(finding.reason ?? '', 2), (value) => (finding.reason = value)),
        make('div', { className: 'keep-actions' }, remove),
      );
    });
    const add = button(words('workshop.own-add-finding'), () => {
      exercise.findings = [...findings, { id: nextId(findings), item: '', grade: 'minor', text: '', reason: '' }];
      changed();
      draw(items, true);
    });
    place.replaceChildren(...sets, make('div', { className: 'keep-actions' }, add));
    if (focus) sets.at(-1)?.querySelector('textarea').focus();
  };
  standardItems(desk, ['clause', 'control']).then((items) => draw(items)).catch((error) => desk.element.fail(error));
  return form.part('findings', make('section', { className: 'workshop-body' }, make('h3', { className: 'workshop-part' }, words('workshop.own-field-findings')), make('p', { className: 'quiet' }, words('workshop.own-grades-hint')), place));
}
