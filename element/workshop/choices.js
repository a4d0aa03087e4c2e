// A group of choices of which one is taken, with native controls.

import { make } from '../visit/make.js';

/** A fieldset of `[value, text]`; `value()` gives what is chosen. */
export function choices(name, legend, options, chosen) {
  const inputs = options.map(([value]) => make('input', { type: 'radio', name, id: `${name}-${value}`, value, checked: value === chosen }));
  const lines = options.map(([, text], index) => make('p', { className: 'workshop-choice' }, inputs[index], make('label', { htmlFor: inputs[index].id }, text)));
  const element = make('fieldset', { className: 'workshop-choices' }, make('legend', {}, legend), ...lines);
  return { element, value: () => inputs.find(({ checked }) => checked)?.value, first: inputs[0] };
}
