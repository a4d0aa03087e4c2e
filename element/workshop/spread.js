// How the answers of a group are spread, where people differ, and what each way to read the story would lead to.

import { bars } from '../telling/bars.js';
import { TIERS } from '../telling/vocabulary.js';
import { make } from '../visit/make.js';
import { stateOf, stateText, valuesOf } from './readings.js';

/** Of the tables below the bars. */
const TIER_HEADINGS = { table: 'workshop.as-table', group: 'workshop.answer-heading', count: 'workshop.people' };
const READING_HEADINGS = { table: 'workshop.as-table', group: 'workshop.reading-heading', count: 'workshop.people' };

/** What was said: `[{said, count}]` in the order of the tiers, for answers as a room has them. */
export function counted(answers) {
  const count = (said) => answers.filter(([, answer]) => answer.said === said).length;
  return [...[...TIERS].reverse(), 'open'].map((said) => ({ said, count: count(said) })).filter((row) => row.count > 0);
}

/** An answer in words. */
export const saidText = ({ words, say }, said) => (said === 'open' ? words('workshop.open') : say.tier(said));

/** How the answers are spread; with the engine's answer, which of them it is. */
export function spread(desk, { id }, model) {
  const { words, room } = desk;
  const rows = counted(room.of(id));
  if (rows.length === 0) return make('p', { className: 'note' }, words('workshop.nobody'));
  const right = model && (model.settled ? model.range[0] : 'open');
  const all = right && !rows.some(({ said }) => said === right) ? [...rows, { said: right, count: 0 }] : rows;
  const lines = all.map(({ said, count }) => {
    const text = saidText(desk, said);
    return { text: said === right ? words('workshop.engines', { tier: text }) : text, count, tiers: said === 'open' ? undefined : [said, said] };
  });
  return bars(desk, words('workshop.spread'), lines, TIER_HEADINGS);
}

/** How a fact was read: states with how many read it so, the one that most have first. */
function readSo(answers, place) {
  const states = answers.map(([, { read }]) => read[place]);
  const counts = [...new Set(states)].map((state) => ({ state, count: states.filter((known) => known === state).length }));
  return counts.sort((one, other) => other.count - one.count);
}

/** Facts with how they were read, those first in which people differ most: `{reading, rows, all}`. */
export function differences(readings, answers) {
  const given = answers.filter(([, { read }]) => read);
  const found = readings.map((reading, place) => ({ reading, rows: readSo(given, place), all: given.length }));
  const agree = ({ rows, all }) => (rows[0]?.count ?? 0) / Math.max(1, all);
  return found.filter(({ all }) => all > 0).sort((one, other) => agree(one) - agree(other));
}

/** How people read the facts that the case hangs on. With `outcome(reading, state)`, what each way to read it leads to. */
export function readingParts(desk, scenario, readings, outcomes) {
  const { words, say, room } = desk;
  const found = differences(readings, room.of(scenario.id));
  if (found.length === 0) return [];
  const differ = found.filter(({ rows }) => rows.length > 1);
  const figures = found.map(({ reading, rows }) => {
    const lines = rows.map(({ state, count }) => {
      const text = stateText(desk, reading, state);
      const range = outcomes?.(reading, state);
      if (!range) return { text, count };
      const key = state === stateOf(reading, scenario.answers) ? 'workshop.read-told' : 'workshop.outcome';
      return { text: words(key, { answers: text, range: say.range(range) }), count, tiers: range };
    });
    return bars(desk, reading.question, lines, READING_HEADINGS);
  });
  return [
    make('h3', {}, words('workshop.differ')),
    make('p', {}, words(differ.length > 0 ? 'workshop.differ-most' : 'workshop.differ-none', { question: differ[0]?.reading.question ?? '', count: say.number(found[0].all) })),
    ...figures,
  ];
}

/** What the engine says where one fact is read in one way and all else is as the story tells: `(reading, state) => range`. */
export async function outcomesOf(desk, scenario, readings) {
  const asOf = scenario.as_of ?? desk.visit.asOf();
  const states = differences(readings, desk.room.of(scenario.id)).flatMap(({ reading, rows }) => rows.map(({ state }) => [reading, state]));
  const ranges = await desk.asked(scenario, (glue, _words, overlay) =>
    states.map(([reading, state]) => {
      const { [reading.fact]: _told, ...others } = scenario.answers;
      const values = valuesOf(reading, state);
      const answers = values ? { ...others, [reading.fact]: values } : others;
      const { range } = glue.engineClassify(answers, asOf, overlay);
      return [`${reading.fact} ${state}`, range];
    }),
  );
  const known = new Map(ranges);
  return ({ fact }, state) => known.get(`${fact} ${state}`);
}
