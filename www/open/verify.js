// Works out the receipt of a saved file or a link anew, and says what that means.

import { isSealed, linkIn, readLink, savedOf } from '../../element/visit/link.js';

/* global AIMS_VERSION */
const ENGINE = new URL(`embed/${AIMS_VERSION}/engine.js`, document.baseURI).href;

/** Larger files are no saved results. */
const LARGEST = 20_000_000;

const form = document.querySelector('.verify');
const file = form.querySelector('#verify-file');
const text = form.querySelector('#verify-text');
const keyField = form.querySelector('.verify-key');
const key = keyField.querySelector('input');
const said = document.querySelector('.verify-said');

const PROBLEMS = {
  newer: ['A newer version', 'This link was made by a newer version of the check, so it cannot be read here.'],
  damaged: ['Not readable', 'This link is damaged: a part is missing or was changed on its way.'],
  'too-large': ['Not opened', 'This link unpacks to more than any assessment, so it was not opened.'],
  passphrase: ['Still closed', 'This passphrase does not open the link. Try again; if it is right, the link was changed on its way.'],
  insecure: ['Still closed', 'This link has a passphrase, and browsers decrypt on pages with https only.'],
};

/** The answer, in words. All of it is text, wherever it is from. */
function say(state, title, lines, facts = []) {
  const made = (tag, content) => Object.assign(document.createElement(tag), { textContent: content });
  const answer = document.createElement('section');
  answer.className = 'verify-answer';
  answer.dataset.state = state;
  const list = document.createElement('dl');
  for (const [name, value] of facts.filter(([, held]) => held)) list.append(made('dt', name), made('dd', value));
  answer.append(made('h2', title), ...lines.map((line) => made('p', line)), ...(list.children.length > 0 ? [list] : []));
  said.replaceChildren(answer);
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const notARecord = () =>
  say('none', 'Not a saved result', [
    'This is neither a file that “Save the result” made nor a share link, so there is nothing to compare. Nothing was changed.',
  ]);

/** What was given, as a saved visit; nothing where it is none and that was said. */
async function given(content) {
  const link = linkIn(content);
  if (link === undefined) {
    const saved = JSON.parse(content);
    const { receipt, catalog, as_of: asOf } = saved?.result ?? {};
    const fits = isObject(saved?.answers) && [receipt, catalog, asOf].every((part) => typeof part === 'string');
    return fits ? saved : undefined;
  }
  keyField.hidden = !isSealed(link);
  if (isSealed(link) && !key.value) {
    say('ask', 'A passphrase is needed', ['This link is protected. Enter its passphrase and check again.']);
    key.focus();
    return null;
  }
  const shared = await readLink(link, key.value);
  const saved = savedOf(shared);
  if (saved) return saved;
  say('bare', 'Cannot be worked out again', ['This link holds the result only. Without the answers nobody can work it out anew. Ask for the file.'], [
    ['Receipt sent', shared.r],
    ['Catalogue', shared.c],
  ]);
  return null;
}

async function check(content) {
  said.replaceChildren();
  try {
    const saved = await given(content);
    if (saved) await compare(saved);
    else if (saved === undefined) notARecord();
  } catch (error) {
    if (PROBLEMS[error.code]) say('none', ...PROBLEMS[error.code].map((part, index) => (index ? [part] : part)));
    else notARecord();
  }
}

/** What the file says of its result beside the receipt has to be what was worked out, too. */
function changedParts(then, now) {
  return ['range', 'flags', 'rules', 'applies_from', 'tier', 'settled', 'law_date'].filter(
    (part) => then[part] !== undefined && JSON.stringify(then[part]) !== JSON.stringify(now[part]),
  );
}

async function compare({ answers, result }) {
  const { load } = await import(/* @vite-ignore */ ENGINE);
  const engine = await load();
  // What an overlay asks is no part of the receipt.
  const known = new Set(engine.facts().map(({ id }) => id));
  const own = Object.fromEntries(Object.entries(answers).filter(([fact]) => known.has(fact)));
  let now;
  try {
    now = engine.classify(own, { asOf: result.as_of });
  } catch {
    // Answers or a day that this catalogue does not have: the versions below say why.
  }
  const here = now?.catalog ?? engine.classify({}, { asOf: today() }).catalog;
  const facts = [
    ['Receipt in the file or link', result.receipt],
    ['Receipt worked out here', result.catalog === here ? now?.receipt : undefined],
    ['Day whose law was applied', result.as_of],
    ['Catalogue it was made with', result.catalog],
    ['Catalogue here', here],
  ];
  if (result.catalog !== here) {
    say('other', 'Made with another catalogue', [
      'Another version decides in other ways, so its receipt cannot be worked out here. That says nothing against the result. Check it where that version is, or open it in the check to see what is different now.',
    ], facts);
  } else if (now?.receipt !== result.receipt) {
    say('different', 'The receipt is different', [
      'These answers do not give this receipt. Answers, day or receipt were changed after it was made, by accident or on purpose, or the catalogue was.',
      'Do not rely on it; ask whoever sent it for the file as it was saved.',
    ], facts);
  } else if (changedParts(result, now).length > 0) {
    say('different', 'The result was changed', [
      'The receipt fits the answers, but the result beside it is not the one they lead to. It was changed after it was saved.',
    ], [['What is different', changedParts(result, now).join(', ')], ...facts]);
  } else {
    say('same', 'The receipt is the same', [
      'With this catalogue and the law of that day, these answers lead to this result, and nothing of it was changed. Who answered, and whether the answers are true, it does not say.',
    ], facts);
  }
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

async function take(chosen) {
  if (!chosen) return;
  if (chosen.size > LARGEST) {
    notARecord();
    return;
  }
  text.value = await chosen.text();
  await check(text.value);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void check(text.value);
});
file.addEventListener('change', () => void take(file.files[0]));
text.addEventListener('input', () => {
  // A file that was chosen before is not what is checked now.
  file.value = '';
});
for (const name of ['dragover', 'drop']) {
  addEventListener(name, (event) => {
    event.preventDefault();
    if (name === 'drop') void take(event.dataTransfer.files[0]);
  });
}

form.hidden = false;
if (linkIn(location.hash) !== undefined) {
  text.value = location.href;
  void check(text.value);
}
