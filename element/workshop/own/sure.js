// A button for what cannot be taken back: it asks once more in its place.

import { button, make } from '../../visit/make.js';

/** `{text, question, keep, act}` are the words and what is done; gives an element with the button in it. */
export function sure({ text, question, keep, act, label }) {
  const place = make('div', { className: 'keep-actions' });
  const first = button(text, () => {
    const second = button(text, act, 'button danger');
    place.replaceChildren(make('p', {}, question), second, button(keep, back));
    second.focus();
  }, 'button danger');
  if (label) first.setAttribute('aria-label', label);
  const back = () => {
    place.replaceChildren(first);
    first.focus();
  };
  place.append(first);
  return place;
}
