// Elements and words for what scripts draw. Markup is never parsed, so foreign text is only ever text.

/** An element with properties and children; null and false are left out. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** A button that does something. */
export function button(text, act, className = 'button') {
  const made = make('button', { type: 'button', className }, text);
  made.addEventListener('click', act);
  return made;
}

/** A control under its label, with what else has to be said of it. */
export function labelled(id, text, control, hint) {
  control.id = id;
  const label = make('label', { htmlFor: id }, text);
  if (!hint) return make('div', { className: 'keep-field' }, label, control);
  control.setAttribute('aria-describedby', `${id}-hint`);
  return make('div', { className: 'keep-field' }, label, make('p', { className: 'quiet', id: `${id}-hint` }, hint), control);
}

/** Texts by key, with their placeholders filled: `words(key, values?)`. What is filled in is not searched again. */
export const filler = (texts) => (key, values = {}) =>
  (texts[`ui.${key}`] ?? texts[key] ?? key).replace(/\{([a-z]+)\}/g, (whole, name) => values[name] ?? whole);
