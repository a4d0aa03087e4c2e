// The panel "What left this page": every request for a file of the check, the policy of the page, and the policy that
// the check needs. It shows what the browser noted, so that nobody has to believe us.

import { make } from './make.js';
import { hasServer, headerPolicy, metaPolicies, neededPolicies, wasAsked } from './policy.js';
import { requests, watch } from './requests.js';

/** Names of the policies, by where the files are. */
const NEEDED = { self: 'privacy.needed-self', other: 'privacy.needed-other', frame: 'privacy.needed-frame' };

/** Stands for the origin of the files where they lie beside the page. */
const EXAMPLE = 'https://check.example';

let panels = 0;

/** A size as people read it, or a word where the browser does not tell. */
function sizeOf({ transferSize, encodedBodySize }, lang, words) {
  const bytes = encodedBodySize || transferSize;
  if (!bytes) return words('privacy.size-unknown');
  const format = { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 };
  const size = new Intl.NumberFormat(lang || undefined, format).format(bytes / 1000).replace(/\s/g, '\u00a0');
  return transferSize === 0 ? words('privacy.size-kept', { size }) : size;
}

/** The part of an address that is behind its base, readable. */
function nameOf(address, bases) {
  const base = bases.find((each) => address.startsWith(each));
  try {
    return decodeURI(address.slice(base.length)) || address;
  } catch {
    return address.slice(base.length);
  }
}

/** The browser tells neither method nor body, but these two would show that more went out than a name. */
const sentMore = ({ name, initiatorType }) => initiatorType === 'beacon' || (name.includes('?') && !OWN_TURN.test(name));

/** A script that is loaded anew needs another address. */
const OWN_TURN = /\.js\?\d+-\d+$/;

function filesPart({ id, bases, lang, words, store }) {
  const rows = make('tbody');
  const verdict = make('p', { className: 'privacy-verdict' });
  const around = make('p');
  const dropped = make('p', { className: 'quiet' });
  const sent = make('p', {}, store ? words('privacy.store', { where: store }) : '');
  sent.hidden = !store;
  const show = () => {
    const found = requests(bases);
    rows.replaceChildren(
      ...found.own.map((entry) =>
        make(
          'tr',
          {},
          make('th', { scope: 'row' }, nameOf(entry.name, bases)),
          make('td', {}, sizeOf(entry, lang, words)),
        ),
      ),
    );
    const key = found.own.some(sentMore) ? 'privacy.sent-more' : 'privacy.sent-nothing';
    verdict.textContent = words(key, { count: String(found.own.length) });
    const others = found.other.filter((entry) => !wasAsked(entry) && !(store && entry.name.startsWith(store)));
    around.textContent = words('privacy.others', { count: String(others.length) });
    dropped.textContent = found.dropped > 0 ? words('privacy.dropped', { count: String(found.dropped) }) : '';
    dropped.hidden = found.dropped === 0;
  };
  show();
  const head = make(
    'thead',
    {},
    make(
      'tr',
      {},
      make('th', { scope: 'col' }, words('privacy.file')),
      make('th', { scope: 'col' }, words('privacy.size')),
    ),
  );
  const title = make('h3', { id: `${id}-files` }, words('privacy.files-title'));
  const table = make('table', { className: 'privacy-files' }, head, rows);
  table.setAttribute('aria-labelledby', title.id);
  return { show, parts: [title, verdict, sent, table, around, dropped] };
}

/** A text that can be copied: it is selected where the page may not write to the clipboard. */
function copyable(id, label, text, words) {
  const title = make('h4', { id }, label);
  const field = make('textarea', { className: 'privacy-line', readOnly: true, rows: 2, value: text, spellcheck: false });
  field.setAttribute('aria-labelledby', id);
  const said = make('span', { className: 'quiet' });
  said.setAttribute('role', 'status');
  const button = make('button', { type: 'button', className: 'button', id: `${id}-copy` }, words('privacy.copy'));
  // Several buttons of one name: which text it is about belongs to each.
  button.setAttribute('aria-labelledby', `${id}-copy ${id}`);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = words('privacy.copied');
    } catch {
      field.focus();
      field.select();
      said.textContent = words('privacy.selected');
    }
  });
  return make('div', { className: 'privacy-copy' }, title, field, make('div', { className: 'privacy-actions' }, button, said));
}

function pagePolicyPart({ words }) {
  const quoted = (text) => make('pre', { className: 'privacy-policy' }, make('code', {}, text));
  const metas = metaPolicies();
  const inPage =
    metas.length > 0
      ? [make('p', {}, words('privacy.policy-meta')), ...metas.map(quoted)]
      : [make('p', {}, words('privacy.policy-no-meta'))];
  if (!hasServer()) return [make('h3', {}, words('privacy.policy-title')), ...inPage];

  const answer = make('div', { className: 'privacy-answer' });
  answer.setAttribute('role', 'status');
  const button = make('button', { type: 'button', className: 'button' }, words('privacy.ask'));
  button.addEventListener('click', async () => {
    // Not disabled, which would lose the focus.
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    try {
      const policy = await headerPolicy();
      const key = policy ? 'privacy.header' : 'privacy.no-header';
      answer.replaceChildren(make('p', {}, words(key)), ...(policy ? [quoted(policy)] : []));
    } catch (error) {
      answer.replaceChildren(make('p', {}, words('privacy.ask-failed', { reason: error.message })));
    }
    button.removeAttribute('aria-busy');
  });
  return [
    make('h3', {}, words('privacy.policy-title')),
    ...inPage,
    make('p', {}, words('privacy.ask-what')),
    make('div', { className: 'privacy-actions' }, button),
    answer,
  ];
}

function neededPart({ id, bases, words }) {
  const { origin } = new URL(bases[0]);
  const needed = neededPolicies(origin === location.origin ? EXAMPLE : origin);
  return [
    make('h3', {}, words('privacy.needed-title')),
    make('p', {}, words('privacy.needed-lead')),
    ...Object.entries(needed).map(([name, text]) => copyable(`${id}-${name}`, words(NEEDED[name]), text, words)),
  ];
}

/** Fetches words and styles of the panel, which few people ask for, and shows it. */
export async function openPrivacy(root, element, { folder, json, sheet }) {
  const [texts, styles] = await Promise.all([json(`wording.${element.language}.privacy.json`), sheet('privacy.css', element)]);
  if (!root.adoptedStyleSheets.includes(styles)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles];
  const words = (key, values = {}) =>
    Object.entries(values).reduce(
      (made, [name, value]) => made.replaceAll(`{${name}}`, value),
      texts[`ui.${key}`] ?? key,
    );
  return privacyPanel({ root, base: folder.url.href, words, store: element.lrs && String(element.lrs.endpoint) });
}

/**
 * Shows the panel and returns its dialog, which takes itself away when it is closed.
 *
 * `root` is the shadow root of the element, `base` the address of the folder of our files (or several), and
 * `words(key, values?)` gives the texts of catalog/wording, interface-privacy; `store` is the learning record store that
 * the page named, if it did.
 */
export function privacyPanel({ root, base, words, store }) {
  const open = root.querySelector('dialog.privacy');
  if (open) return open;
  const id = `aims-privacy-${(panels += 1)}`;
  const bases = [base].flat().map((each) => new URL('.', each).href);
  const lang = root.querySelector('[lang]')?.lang ?? '';
  const options = { id, bases, lang, words, store };
  const before = root.activeElement ?? document.activeElement;

  const title = make('h2', { id, tabIndex: -1, autofocus: true }, words('privacy.title'));
  const files = filesPart(options);
  const close = make('button', { type: 'button', className: 'button primary' }, words('privacy.close'));
  const dialog = make(
    'dialog',
    { className: 'privacy', lang },
    title,
    make('p', { className: 'lead' }, words('privacy.lead')),
    make('section', {}, ...files.parts),
    make('section', {}, ...pagePolicyPart(options)),
    make('section', {}, ...neededPart(options)),
    make('div', { className: 'actions' }, close),
  );
  dialog.setAttribute('aria-labelledby', id);
  // A click beside it closes too, where the browser knows of that.
  dialog.setAttribute('closedby', 'any');

  const unwatch = watch(files.show);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener(
    'close',
    () => {
      unwatch();
      dialog.remove();
      // The browser gives the focus back, except where the dialog was opened from a script.
      if (before?.isConnected && !root.activeElement) before.focus();
    },
    { once: true },
  );
  // In the frame, which has the fonts.
  (root.querySelector('.frame') ?? root).append(dialog);
  dialog.showModal();
  title.focus();
  return dialog;
}
