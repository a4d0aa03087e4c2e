// What the attributes of an element say.

import { LANGUAGES, folder } from './files.js';

/** Attributes that take one of a few values; the first is what holds without one. */
const CHOICES = {
  theme: ['auto', 'light', 'dark'],
  mode: ['assess', 'checklist', 'register', 'workshop'],
  start: ['start', 'question', 'result'],
  loading: ['visible', 'idle', 'eager', 'manual'],
  storage: ['none', 'session', 'local'],
};

/** Attributes that answer a question under a short name. */
const ANSWERS = ['sector', 'operator-role', 'jurisdiction', 'size', 'certificates'];

/** Where an element says that the files are; one place holds for all elements of a page. */
export function findFiles(element) {
  const said = element.getAttribute('wasm-src');
  if (said) folder.url = new URL(said.replace(/\/?$/, '/'), document.baseURI);
}

/** What the attributes of an element say that matter before the visit begins, with what they do not take in `wrong`. */
export function settings(element) {
  const wrong = [];
  const said = (name) => element.getAttribute(name);
  const chosen = {};
  for (const [name, known] of Object.entries(CHOICES)) {
    const value = said(name);
    chosen[name] = known.includes(value) ? value : known[0];
    if (value && !known.includes(value)) wrong.push(`${name}="${value}" (${known.join(', ')})`);
  }
  const asOf = said('as-of');
  if (asOf && !/^\d{4}-\d\d-\d\d$/.test(asOf)) wrong.push(`as-of="${asOf}" (YYYY-MM-DD)`);
  return {
    ...chosen,
    asOf: asOf || today(),
    today: today(),
    answers: given(said, wrong),
    readonly: element.hasAttribute('readonly'),
    product: said('product-name'),
    logo: said('logo'),
    wrong,
  };
}

function given(said, wrong) {
  let answers = {};
  const text = said('answers');
  if (text) {
    try {
      answers = { ...JSON.parse(text) };
    } catch (error) {
      wrong.push(`answers: ${error.message}`);
    }
  }
  for (const name of ANSWERS) {
    const values = said(name)?.split(/\s+/).filter(Boolean);
    if (values?.length) answers[name] = values;
  }
  return answers;
}

/** The language to show: the element's, that of the nearest parent, or the browser's; else the first we have. */
export function language(element) {
  let wanted;
  for (let node = element; node && !wanted; node = node.parentNode ?? node.host) wanted = node.lang;
  [wanted] = (wanted || navigator.language).toLowerCase().split('-');
  return LANGUAGES.includes(wanted) ? wanted : LANGUAGES[0];
}

/** Today in the visitor's own calendar: only the browser knows it. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
