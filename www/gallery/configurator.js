// The configurator: builds its form from the lists of settings, and keeps check, lines and address with it.

import { ATTRIBUTES, GROUPS, LOOKS, PROPERTIES, attributesOf, fits, propertiesOf, readState, writeState } from './settings.js';
import { lines, styles } from './snippets.js';

const at = (id) => document.getElementById(id);
const form = at('settings');
const preview = at('preview');

/** What goes into the check shown, and what of it may change while it runs. */
const SHOWN = ATTRIBUTES.filter(({ apart }) => !apart);
const LIVE = SHOWN.filter(({ live }) => live);
const FIXED = SHOWN.filter(({ live }) => !live);

/** Who types a value or drags a colour is not done with each step of it. */
const PAUSE = 400;

let state = readState(location.hash);
let check;
let restartAt;

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// The form

function control({ name, kind, values }) {
  if (kind !== 'choice') {
    const type = { flag: 'checkbox', date: 'date' }[kind] ?? 'text';
    return make('input', { id: name, name, type, autocomplete: 'off', spellcheck: false });
  }
  const options = values.map((value) => make('option', { value, textContent: value }));
  return make('select', { id: name, name }, make('option', { value: '', textContent: 'default' }), ...options);
}

/** A colour is a text, since it may be any of CSS; the field beside it only helps to find one. */
function picker({ name, label }, input) {
  const pick = make('input', { type: 'color', ariaLabel: `${label}: choose` });
  pick.dataset.for = name;
  pick.addEventListener('input', () => {
    input.value = pick.value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return make('div', { className: 'pair' }, input, pick);
}

function field(setting) {
  const { name, kind, label, hint, apart } = setting;
  const input = control(setting);
  if (kind === 'flag') {
    return make('label', { className: 'flag' }, input, make('span', {}, `${label} `, make('code', {}, name)));
  }
  const parts = [
    make('label', { htmlFor: name }, `${label} `, make('code', {}, name)),
    kind === 'colour' ? picker(setting, input) : input,
  ];
  const said = [hint, apart && 'Goes into the lines alone.'].filter(Boolean).join('. ').replace('..', '.');
  if (said) {
    parts.push(make('span', { className: 'hint', id: `${name}-hint`, textContent: said }));
    input.setAttribute('aria-describedby', `${name}-hint`);
  }
  const wrong = make('span', { className: 'wrong', id: `${name}-wrong`, textContent: 'This is no value for it.', hidden: true });
  return make('div', { className: 'field' }, ...parts, wrong);
}

function group({ name, settings }, index) {
  const details = make('details', { open: index === 0 }, make('summary', { textContent: name }));
  details.append(make('div', { className: 'fields' }, ...settings.map(field)));
  return details;
}

function fillForm() {
  for (const setting of [...ATTRIBUTES, ...PROPERTIES]) {
    const input = at(setting.name);
    const text = state[setting.name] ?? '';
    if (setting.kind === 'flag') input.checked = text !== '';
    else input.value = text;
    mark(setting, input, text);
  }
  for (const radio of document.querySelectorAll('input[type=radio]')) radio.checked = state[radio.name] === radio.value;
}

function mark(setting, input, text) {
  const fine = fits(setting, text);
  if (fine) input.removeAttribute('aria-invalid');
  else input.setAttribute('aria-invalid', 'true');
  const wrong = at(`${setting.name}-wrong`);
  if (wrong) {
    wrong.hidden = fine;
    if (fine) input.removeAttribute('aria-errormessage');
    else input.setAttribute('aria-errormessage', wrong.id);
  }
  const pick = document.querySelector(`[data-for="${setting.name}"]`);
  if (pick && /^#[0-9a-f]{6}$/i.test(text)) pick.value = text;
}

// The check

/** One rule, changed through the object model: a value can then never become more than a value. */
const sheet = new CSSStyleSheet();
sheet.replaceSync('#preview > aims-readiness {}');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
const rule = sheet.cssRules[0].style;

function applyLook() {
  const wanted = new Map(propertiesOf(state));
  for (const { name } of PROPERTIES) {
    if (wanted.has(name)) rule.setProperty(name, wanted.get(name));
    else rule.removeProperty(name);
  }
}

function applyLive() {
  const wanted = new Map(attributesOf(state, LIVE));
  for (const { name } of LIVE) {
    if (wanted.has(name)) check.setAttribute(name, wanted.get(name));
    else check.removeAttribute(name);
  }
}

/** Shows a new check, with the visit of the one before if that is still what the settings mean. */
function renew({ keepVisit }) {
  const visit = keepVisit ? check?.getState?.() : undefined;
  const next = document.createElement('aims-readiness');
  for (const [name, value] of attributesOf(state, SHOWN)) next.setAttribute(name, value);
  // The warnings about contrast come with it.
  next.setAttribute('debug', '');
  // On a phone it stands below the settings, and who scrolls to it has chosen already.
  next.setAttribute('loading', 'eager');
  at('warnings').replaceChildren();
  preview.replaceChildren(next);
  check = next;
  if (Object.keys(visit?.answers ?? {}).length > 0) next.setState?.(visit)?.catch?.(() => {});
}

function restart(options) {
  clearTimeout(restartAt);
  restartAt = setTimeout(() => renew(options), PAUSE);
}

preview.addEventListener('aims-error', ({ detail }) => {
  const text = [detail.message, detail.remedy].filter(Boolean).join(' ');
  const known = [...at('warnings').children].some((item) => item.textContent === text);
  if (!known) at('warnings').append(Object.assign(make('li', { textContent: text }), { className: detail.code }));
});

// The lines and the address

function showLines() {
  at('markup').textContent = lines(state);
  at('styles').textContent = styles(state);
  at('look').hidden = at('styles').textContent === '';
  preview.dataset.width = state.width;
  at('copied').textContent = '';
}

function keep() {
  history.replaceState(null, '', `${location.pathname}${location.search}${writeState(state)}`);
}

async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    at('copied').textContent = said;
  } catch {
    at('copied').textContent = 'The browser does not allow copying here. Select the text and copy it yourself.';
  }
}

function changed(setting, text) {
  state = { ...state, [setting.name]: text };
  at('notice').textContent = '';
  if (PROPERTIES.includes(setting)) {
    applyLook();
    restart({ keepVisit: true });
  } else if (LIVE.includes(setting)) applyLive();
  else if (FIXED.includes(setting)) {
    restart({ keepVisit: false });
    at('notice').textContent = 'The check has begun anew, because this setting counts at the beginning only.';
  }
  keep();
  showLines();
}

form.addEventListener('input', ({ target }) => {
  const setting = [...ATTRIBUTES, ...PROPERTIES].find(({ name }) => name === target.name);
  if (!setting) return;
  const text = setting.kind === 'flag' ? (target.checked ? 'yes' : '') : target.value.trim();
  mark(setting, target, text);
  changed(setting, fits(setting, text) ? text : '');
});
form.addEventListener('submit', (event) => event.preventDefault());

for (const id of ['way', 'width']) {
  at(id).addEventListener('change', ({ target }) => {
    state = { ...state, [id]: target.value };
    keep();
    showLines();
  });
}
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', () => copy(at(button.dataset.copy).textContent, 'Copied.'));
}
at('link').addEventListener('click', () => copy(location.href, 'The link is copied.'));

function start(next) {
  state = next;
  fillForm();
  applyLook();
  showLines();
  renew({ keepVisit: false });
}

at('clear').addEventListener('click', () => {
  start(readState(''));
  keep();
});
addEventListener('hashchange', () => start(readState(location.hash)));

form.append(...[...GROUPS, ...LOOKS].map(group));
start(state);
