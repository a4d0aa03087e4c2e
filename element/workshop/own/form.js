// A form whose fields change the deck at once, and which says beside each field what is wrong with it.

import { labelled, make } from '../../visit/make.js';
import { whenStill } from './still.js';

/** Before the ids of all controls. */
const HEAD = 'aims-own-';

/** A form; `changed(key)` is called after a field was. Fields of what is new say nothing before somebody was there. */
export function form(changed, { fresh = false } = {}) {
  const fields = new Map();
  let mistakes = [];

  const draw = ({ control, error, seen }, key) => {
    const texts = seen ? mistakes.filter((mistake) => mistake.key === key).map(({ text }) => text) : [];
    error.textContent = texts.join(' · ');
    error.hidden = texts.length === 0;
    // A part without a role has nothing that could be described.
    if (control.tagName === 'DIV' || control.tagName === 'SECTION') return;
    const hints = [control.getAttribute('data-hint'), texts.length > 0 && error.id].filter(Boolean);
    if (hints.length > 0) control.setAttribute('aria-describedby', hints.join(' '));
    else control.removeAttribute('aria-describedby');
    if (!control.matches('input, select, textarea')) return;
    if (texts.length > 0) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  };

  const join = (key, control, element) => {
    const error = make('p', { className: 'error', id: `${HEAD}${key}-error`, hidden: true });
    element.append(error);
    const hint = control.getAttribute('aria-describedby');
    if (hint) control.dataset.hint = hint;
    const field = { control, error, seen: !fresh };
    fields.set(key, field);
    control.addEventListener('focusout', () => {
      field.seen = true;
      whenStill(control, () => draw(field, key));
    });
    control.addEventListener('input', () => {
      // What was said of it before is no longer true, perhaps.
      mistakes = mistakes.filter((mistake) => mistake.key !== key);
      draw(field, key);
    });
    draw(field, key);
    return element;
  };

  return {
    /** A control under its label: `set(value)` takes what was typed. */
    field(key, label, control, set, hint) {
      const element = labelled(HEAD + key, label, control, hint);
      control.addEventListener('input', () => {
        set(control.value);
        changed(key);
      });
      return join(key, control, element);
    },
    /** A choice among `[value, text]`. */
    select(key, label, options, chosen, set, hint) {
      const control = make('select', {}, ...options.map(([value, text]) => make('option', { value, selected: value === chosen }, text)));
      return this.field(key, label, control, set, hint);
    },
    /** Boxes to tick, of `[value, text]`: `set(values)` takes those that are ticked, in their order. */
    boxes(key, legend, options, chosen, set, hint) {
      const boxes = options.map(([value]) => make('input', { type: 'checkbox', id: `${HEAD}${key}-${value}`, value, checked: chosen.includes(value) }));
      const lines = options.map(([, text], index) => make('p', { className: 'workshop-choice' }, boxes[index], make('label', { htmlFor: boxes[index].id }, text)));
      const said = hint ? [make('p', { className: 'quiet', id: `${HEAD}${key}-hint` }, hint)] : [];
      const element = make('fieldset', { className: 'workshop-choices' }, make('legend', {}, legend), ...said, make('div', { className: 'workshop-own-boxes' }, ...lines));
      if (hint) element.setAttribute('aria-describedby', `${HEAD}${key}-hint`);
      element.addEventListener('input', () => {
        set(boxes.filter(({ checked }) => checked).map(({ value }) => value));
        changed(key);
      });
      return join(key, element, element);
    },
    /** A part that is no control and still has mistakes. */
    part(key, element) {
      return join(key, element, element);
    },
    /** Says what is wrong, `[{place, text}]` with places in the deck; those of no field are given back. */
    mark(found) {
      mistakes = found.map((mistake) => ({ ...mistake, key: keyOf(mistake.place, fields) }));
      for (const [key, field] of fields) draw(field, key);
      return mistakes.filter(({ key }) => !key);
    },
  };
}

/** The key of the field in which a mistake is, such as `findings-0-text`, out of what follows the case in its place. */
function keyOf(place, fields) {
  const parts = place.split('/').slice(3);
  for (let length = parts.length; length > 0; length -= 1) {
    const key = parts.slice(0, length).join('-');
    if (fields.has(key)) return key;
  }
  return undefined;
}
