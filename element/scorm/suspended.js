// Answers as `cmi.suspend_data`, which has 4096 signs at most: what a learner needs to go on where it was left.
//
// `aims1;<texts>;<answers>`. A text is `<catalogue>~<first day of the text of the Act>`, several are separated by `|`. An
// answer is a run of signs of fixed width, several are separated by blanks:
//
//   case:     id 4, text 1, first and last tier 2, their worth 2, range 2, their days 6, times 1, receipt 43 or none
//   exercise: id 4, `-`, worth of the first and the last 2, their points and the most 3, their days 6, times 1
//
// An id is a hash; days are counted; a receipt is its 32 bytes as base64url. Reasons and names are not in it.

import { hashOf } from '../telling/hash.js';
import { TIERS } from '../telling/vocabulary.js';
import { base64url, unbase64url } from '../visit/base64url.js';

/** What the standard lets a course keep. */
export const MOST_SIGNS = 4096;

const HEAD = 'aims1';
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Answers by their letters; the same letters stand for them in interactions. */
export const LETTERS = Object.fromEntries([...TIERS, 'open'].map((id, index) => [id, String.fromCharCode(97 + index)]));
const SAID = Object.fromEntries(Object.entries(LETTERS).map(([id, letter]) => [letter, id]));

const WORTHS = { r: 'right', e: 'too-early', o: 'too-open', w: 'wrong', p: 'part' };
const WORTH_LETTERS = Object.fromEntries(Object.entries(WORTHS).map(([letter, worth]) => [worth, letter]));
const POINTS = { right: 2, 'too-early': 1, 'too-open': 0, wrong: 0 };

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2020, 0, 1);
const LARGEST = 35;

/** An id as four signs. */
export function hashed(id) {
  const hash = hashOf(id);
  return [18, 12, 6, 0].map((shift) => SIGNS[(hash >>> shift) & 63]).join('');
}

const figure = (number, width = 1) => Math.min(number, LARGEST ** width).toString(36).padStart(width, '0');
const counted = (day) => figure(Math.round((Date.parse(day) - FIRST_DAY) / DAY), 3);
const dayOf = (signs) => new Date(FIRST_DAY + Number.parseInt(signs, 36) * DAY).toISOString().slice(0, 10);

/** `sha256-` and 64 figures as 43 signs; nothing where it is none. */
function shortened(receipt) {
  const [, figures] = /^sha256-([0-9a-f]{64})$/.exec(receipt) ?? [];
  if (!figures) return '';
  return base64url(Uint8Array.from(figures.match(/../g), (pair) => Number.parseInt(pair, 16)));
}

function lengthened(signs) {
  if (!signs) return '';
  return `sha256-${[...unbase64url(signs)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Answers as a text of at most 4096 signs; where that is too little, the receipts of the first ones are left out. */
export function suspended(answers) {
  const entries = Object.entries(answers);
  for (let bare = 0; bare <= entries.length; bare += 1) {
    const text = written(entries, bare);
    if (text.length <= MOST_SIGNS) return text;
  }
  return undefined;
}

/** `bare` is how many entries have no receipt. */
function written(entries, bare) {
  const texts = [];
  const textAt = ({ catalog, law }) => {
    const text = [catalog, law].join('~');
    if (!texts.includes(text)) texts.push(text);
    return figure(texts.indexOf(text));
  };
  const runs = entries.map(([id, { first, last, times }], index) => {
    const worths = WORTH_LETTERS[first.worth] + WORTH_LETTERS[last.worth];
    const ends = counted(first.on) + counted(last.on) + figure(times);
    if (first.most !== undefined) return `${hashed(id)}-${worths}${figure(first.points)}${figure(last.points)}${figure(first.most)}${ends}`;
    const tiers = [first.said, last.said].map((said) => LETTERS[said]).join('') + worths + last.range.map((tier) => LETTERS[tier]).join('');
    return `${hashed(id)}${textAt(last)}${tiers}${ends}${index < bare ? '' : shortened(last.receipt)}`;
  });
  return [HEAD, texts.join('|'), runs.join(' ')].join(';');
}

const CASE = /^([\w-]{4})([0-9a-z])([a-h])([a-h])([reow])([reow])([a-g])([a-g])([0-9a-z]{3})([0-9a-z]{3})([0-9a-z])([\w-]{43})?$/;
const EXERCISE = /^([\w-]{4})-([rwp])([rwp])([0-9a-z])([0-9a-z])([0-9a-z])([0-9a-z]{3})([0-9a-z]{3})([0-9a-z])$/;

/** Answers of a text, by the ids of a deck, and how many are `lost` because the deck has nothing of their id any more. */
export function resumed(text, deck) {
  const [head, texts, runs] = text.split(';');
  if (head !== HEAD || runs === undefined) return undefined;
  const kinds = texts.split('|').map((each) => each.split('~'));
  const found = { answers: {}, lost: 0 };
  for (const run of runs.split(' ').filter(Boolean)) {
    const [list, read] = run[4] === '-' ? [deck.exercises, exerciseOf] : [deck.scenarios, caseOf];
    const id = list.map((item) => item.id).find((each) => hashed(each) === run.slice(0, 4));
    const answer = id && read(run, kinds);
    if (answer) found.answers[id] = answer;
    else found.lost += 1;
  }
  return found;
}

function caseOf(run, kinds) {
  const [, , at, first, last, firstWorth, lastWorth, low, high, firstDay, lastDay, times, receipt] = CASE.exec(run) ?? [];
  const [catalog, law] = kinds[Number.parseInt(at, 36)] ?? [];
  if (law === undefined) return undefined;
  const one = (letter, worth, on) => ({ said: SAID[letter], worth: WORTHS[worth], points: POINTS[WORTHS[worth]], reason: '', range: [SAID[low], SAID[high]], on: dayOf(on), catalog, law, receipt: lengthened(receipt) });
  return { first: one(first, firstWorth, firstDay), last: one(last, lastWorth, lastDay), times: Number.parseInt(times, 36) };
}

function exerciseOf(run) {
  const [, , firstWorth, lastWorth, first, last, most, firstDay, lastDay, times] = EXERCISE.exec(run) ?? [];
  if (times === undefined) return undefined;
  const one = (points, worth, on) => ({ said: [], worth: WORTHS[worth], points: Number.parseInt(points, 36), most: Number.parseInt(most, 36), on: dayOf(on) });
  return { first: one(first, firstWorth, firstDay), last: one(last, lastWorth, lastDay), times: Number.parseInt(times, 36) };
}
