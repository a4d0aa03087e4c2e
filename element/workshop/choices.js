// A group of choices of which one is taken, with native controls.

import { make } from '../visit/make.js';

/** A fieldset of `[value, text]`; `value()` gives what is chosen. */
export function choices(name, legend, options, chosen) {
  const inputs = options.map(([value]) => make('input', { type: 'radio', name, id: `${name}-${value}`, value, checked: value === chosen }));
  const lines = options.map(([, text], index) => make('p', { className: 'workshop-choice' }, inputs[index], make('label', { htmlFor: inputs[index].id }, text)));
  const element = make('fieldset', { className: 'workshop-choices' }, make('legend', {}, legend), ...lines);
  const value = () => inputs.find(({ checked }) => checked)?.value;
  /** Says of the group what a message says: that a choice is missing. */
  const lacks = (message) => {
    message.id ||= `${name}-missing`;
    if (message.hidden || value()) element.removeAttribute('aria-describedby');
    else element.setAttribute('aria-describedby', message.id);
  };
  return { element, value, lacks, first: inputs[0] };
}
