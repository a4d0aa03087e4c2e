// Share links on the screen: the panel that makes one, and what is shown of one that was opened.

import { dialog } from './dialog.js';
import { LONG, LONGEST, canSeal, isSealed, linkIn, readLink, savedOf, sharedOf, withLink, writeLink } from './link.js';
import { button, filler, labelled, make } from './make.js';

/** What is said where a link cannot be read. */
const PROBLEMS = {
  newer: 'share.newer',
  damaged: 'share.damaged',
  'too-large': 'share.too-large',
  passphrase: 'share.wrong-passphrase',
  insecure: 'share.insecure',
  // The engine does not take what it holds.
  state: 'share.damaged',
};

/** Opens the link in the address: asks for its passphrase first where it has one. */
export async function openLink(desk) {
  const link = linkIn(location.hash);
  if (link === undefined) return;
  if (isSealed(link) && canSeal()) askPassphrase(desk, link);
  else await tryLink(desk, link);
}

async function tryLink(desk, link, passphrase) {
  try {
    await show(desk, await readLink(link, passphrase));
    return undefined;
  } catch (error) {
    if (!PROBLEMS[error.code]) desk.element.fail(error);
    const problem = desk.words(PROBLEMS[error.code] ?? 'share.failed');
    if (error.code !== 'passphrase') desk.say('link', problem, dismiss(desk));
    return problem;
  }
}

const dismiss = (desk) => button(desk.words('keep.close'), () => desk.quiet('link'));

function askPassphrase(desk, link) {
  const { words } = desk;
  const field = make('input', { type: 'password', autocomplete: 'off', required: true });
  const problem = make('p', { className: 'error', id: 'aims-share-problem', hidden: true });
  problem.setAttribute('role', 'alert');
  const go = make('button', { type: 'submit', className: 'button primary' }, words('share.unlock'));
  const form = make('form', { className: 'keep-form' }, labelled('aims-share-key', words('share.passphrase'), field), go, problem);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (go.getAttribute('aria-busy') === 'true') return;
    go.setAttribute('aria-busy', 'true');
    problem.hidden = true;
    const said = await tryLink(desk, link, field.value);
    go.removeAttribute('aria-busy');
    if (!said) return;
    problem.textContent = said;
    problem.hidden = false;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', problem.id);
    field.select();
  });
  desk.say('link', words('share.sealed'), form, dismiss(desk));
}

/** Shows what a link holds: a visit that cannot be changed, or the bare result. */
async function show(desk, shared) {
  const { words } = desk;
  const { n: name = '', d: asOf, e: expires } = shared;
  const day = (date) => desk.day(`${date}T12:00`);
  const lines = [words(name ? 'share.shown-name' : 'share.shown', { name, date: day(asOf) })];
  if (expires && expires < today()) lines.push(words('share.expired', { date: day(expires) }));
  else if (expires) lines.push(words('share.expires', { date: day(expires) }));
  const saved = savedOf(shared);
  if (saved) {
    lines.push(words('share.read-only'));
    await desk.showShared({ lines, name }, saved);
    desk.quiet('link');
    return;
  }
  const notice = desk.say('link', [...lines, words('share.result-only')], dismiss(desk));
  notice.lastElementChild.before(await bareResult(desk, shared, day));
}

/** Range, notes, dates and receipt, as they were sent. */
async function bareResult({ words, files, element }, { t, f = [], d, p, c, r }, day) {
  const flags = filler(await files.json(`wording.${element.language}.results.json`));
  const tier = (id) => words(`tier.${id}.name`);
  const rows = [
    [words('share.tier'), t[0] === t[1] ? tier(t[0]) : words('keep.range', { low: tier(t[0]), high: tier(t[1]) })],
    [words('share.as-of'), day(d)],
    [words('share.applies-from'), p && day(p)],
    [words('share.flags'), f.map((id) => flags(`flag.${id}.name`)).join(' · ')],
    [words('share.catalogue'), c],
    [words('share.receipt'), r],
  ];
  const shown = rows.filter(([, value]) => value).flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]);
  return make('dl', { className: 'keep-facts' }, ...shown);
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A choice with a box or a dot. */
function choice(id, text, properties) {
  const input = make('input', { id, ...properties });
  return [input, make('label', { className: 'keep-choice', htmlFor: id }, input, text)];
}

function choices(legend, ...labels) {
  return make('fieldset', { className: 'keep-choices' }, make('legend', {}, legend), ...labels);
}

/** The panel that makes a link of what is open. */
export async function sharePanel(desk) {
  const { words, visit } = desk;
  const visited = await visit.getResult();
  const name = desk.draft.name ?? '';

  const [whole, wholeLabel] = choice('aims-share-whole', words('share.whole'), { type: 'radio', name: 'aims-share', checked: true });
  const [, bareLabel] = choice('aims-share-bare', words('share.bare'), { type: 'radio', name: 'aims-share' });
  const [withName, nameLabel] = choice('aims-share-name', words('share.with-name', { name }), { type: 'checkbox', checked: true });
  const [withStatus, statusLabel] = choice('aims-share-status', words('share.with-status'), { type: 'checkbox', checked: true });
  const [withTexts, textsLabel] = choice('aims-share-texts', words('share.with-texts'), { type: 'checkbox' });
  const expires = make('input', { type: 'date', min: today() });
  const passphrase = make('input', { type: 'password', autocomplete: 'new-password' });

  const out = make('div', { className: 'keep-out' });
  out.setAttribute('role', 'status');
  const go = make('button', { type: 'submit', className: 'button primary' }, words('share.make'));
  const seal = canSeal()
    ? labelled('aims-share-passphrase', words('share.passphrase-optional'), passphrase, words('share.passphrase-hint'))
    : make('p', { className: 'quiet' }, words('share.insecure-make'));
  const form = make(
    'form',
    { className: 'keep-body' },
    choices(words('share.what'), wholeLabel, bareLabel),
    choices(words('share.with'), name && nameLabel, statusLabel, textsLabel),
    labelled('aims-share-expires', words('share.until'), expires, words('share.until-hint')),
    seal,
    go,
    out,
  );
  const answers = make('p', { className: 'quiet' }, words('share.whole-means'));
  form.firstElementChild.append(answers);
  form.addEventListener('change', () => {
    for (const box of [withStatus, withTexts]) box.disabled = !whole.checked;
    answers.textContent = words(whole.checked ? 'share.whole-means' : 'share.bare-means');
    // A link shown must be that of what is chosen.
    out.replaceChildren();
  });
  form.addEventListener('input', () => out.replaceChildren());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (go.getAttribute('aria-busy') === 'true') return;
    go.setAttribute('aria-busy', 'true');
    try {
      const chosen = {
        whole: whole.checked,
        name: withName.checked && name,
        status: withStatus.checked,
        texts: withTexts.checked,
        expires: expires.value,
      };
      const link = await writeLink(sharedOf(visited, chosen), passphrase.value);
      out.replaceChildren(...made(desk, withLink(location.href, link)));
    } finally {
      go.removeAttribute('aria-busy');
    }
  });
  return dialog(
    desk,
    { id: 'aims-share-title', title: words('share.title'), close: words('keep.close') },
    make('p', { className: 'lead' }, words('share.lead')),
    form,
  );
}

/** The link to copy, with its length; where it is too long, a file in its place. */
function made(desk, link) {
  const { words } = desk;
  const length = new Intl.NumberFormat(desk.element.language).format(link.length);
  const save = button(words('keep.save'), () => desk.save());
  if (link.length > LONGEST) return [make('p', {}, words('share.much-too-long', { length })), save];
  const field = make('textarea', { id: 'aims-share-link', readOnly: true, rows: 4, value: link, spellcheck: false, className: 'keep-line' });
  const label = make('label', { htmlFor: field.id }, words('share.link', { length }));
  const said = make('span', { className: 'quiet' });
  const copy = button(words('share.copy'), async () => {
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = words('share.copied');
    } catch {
      field.focus();
      field.select();
      said.textContent = words('share.selected');
    }
  });
  const long = link.length > LONG && make('p', { className: 'keep-warning' }, words('share.long'));
  return [label, field, long, make('div', { className: 'keep-actions' }, copy, said)].filter(Boolean);
}
