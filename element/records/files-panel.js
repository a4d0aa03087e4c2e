// The panel "Reports and files": what the use case is called, and every format that it can be taken along in.

import { dialog } from '../visit/dialog.js';
import { button, filler, labelled, make } from '../visit/make.js';
import { GROUPS } from './formats.js';
import { printed } from './print.js';

/** Fetches words and styles, and shows the panel. */
export async function filesPanel({ visit, element, root, files, settings }) {
  const [texts, styles] = await Promise.all([
    files.json(`wording.${element.language}.records.json`),
    files.sheet('keep.css', element),
  ]);
  if (!root.adoptedStyleSheets.includes(styles)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles];
  const words = filler({ ...texts, ...element.messages });
  const said = make('p', { className: 'keep-said' });
  said.setAttribute('role', 'status');
  const desk = { visit, element, root, files, words, said, settings };
  const parts = [aboutSection(desk), ...Object.entries(GROUPS).map(([group, formats]) => section(group, formats, desk))];
  return dialog(desk, { id: 'aims-files', title: words('files.title'), close: words('files.close') }, make('p', {}, words('files.lead')), said, ...parts);
}

/** What stands on the cover, and the day from which the plan counts. */
function aboutSection({ visit, words, settings }) {
  const { readonly } = settings();
  const said = visit.useCase();
  const field = (key, properties, hint) => {
    const control = make(properties.rows ? 'textarea' : 'input', { value: said[key] ?? '', autocomplete: 'off', readOnly: readonly, ...properties });
    control.addEventListener('input', () => visit.say({ [key]: control.value }));
    return labelled(`aims-files-${key}`, words(`files.${key}`), control, hint && words(hint));
  };
  return make(
    'details',
    { className: 'keep-fold' },
    make('summary', {}, words('files.about')),
    field('name', { type: 'text', maxLength: 200 }),
    field('description', { rows: 3, maxLength: 5000 }),
    field('assessor', { type: 'text', maxLength: 200 }),
    field('notes', { rows: 3, maxLength: 5000 }),
    field('plan_start', { type: 'date' }, 'files.plan_start-hint'),
  );
}

function section(group, formats, desk) {
  const { words } = desk;
  const list = make('ul', { className: 'keep-list' }, ...formats.map((format) => make('li', {}, row(format, desk))));
  const parts = [make('h3', {}, words(`files.group.${group}`)), list];
  if (group === 'report') parts.splice(1, 0, printRow(desk));
  if (group === 'tables') parts.splice(1, 0, separator(desk));
  return make('section', {}, ...parts);
}

/** Spreadsheets of languages that write 1,5 expect semicolons. */
const usesComma = (language) => new Intl.NumberFormat(language).format(1.5).includes(',');

function separator({ words }) {
  const box = make('input', { type: 'checkbox', id: 'aims-files-semicolon', checked: usesComma(navigator.language) });
  return make('p', { className: 'keep-check' }, box, make('label', { htmlFor: box.id }, words('files.semicolon')));
}

function row(format, desk) {
  const { words } = desk;
  const name = make('h4', { id: `aims-files-${format}` }, words(`files.${format}`));
  const what = make('p', { className: 'quiet' }, words(`files.${format}-what`));
  const save = button(words('files.save'), () => busy(save, desk, () => saved(format, desk)));
  save.id = `aims-files-${format}-save`;
  // Several buttons of one name: which format it is about belongs to each.
  save.setAttribute('aria-labelledby', `${save.id} ${name.id}`);
  return make('div', { className: 'files-row' }, make('div', {}, name, what), save);
}

function printRow(desk) {
  const { words } = desk;
  const print = button(words('files.print'), () => busy(print, desk, () => printed(desk)), 'button primary');
  return make('div', { className: 'files-row' }, make('p', {}, words('files.print-what')), print);
}

/** Does one thing at a time, and says how it went. */
async function busy(control, { words, said, element }, work) {
  // Not disabled, which would lose the focus.
  if (control.getAttribute('aria-busy') === 'true') return;
  control.setAttribute('aria-busy', 'true');
  said.textContent = words('files.making');
  try {
    said.textContent = await work();
  } catch (error) {
    said.textContent = words('files.failed', { reason: error.message });
    element.fail(error);
  }
  control.removeAttribute('aria-busy');
}

async function saved(format, { visit, words, root, files }) {
  const semicolon = root.getElementById('aims-files-semicolon').checked;
  const { make: makeFile } = await files.script('records-port.js');
  const file = await makeFile(visit, format, semicolon);
  visit.handOver(file);
  const size = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  return words('files.saved', { name: file.name, size: size.format(Math.max(1, file.bytes.length / 1000)) });
}
