// What a group answered, to take along: a table of all answers, and a report that prints.

import { tableTree } from '../report/table-tree.js';
import { csv } from '../telling/csv.js';
import { counted, differences, outcomesOf, saidText } from './spread.js';
import { stateText } from './readings.js';

/** The cases with answers, in the order in which they were taken. */
const answeredOf = ({ deck, room }) => room.cases().map((id) => deck.scenarios.find((known) => known.id === id) ?? { id, title: id, gone: true });

/** Every answer of the group, as a table. */
export async function sessionTable(desk) {
  const { words, room, today } = desk;
  const headings = ['workshop.scenario', 'workshop.person', 'workshop.name-heading', 'workshop.answer-heading', 'workshop.read-heading', 'workshop.date'];
  const rows = [];
  for (const scenario of answeredOf(desk)) {
    const readings = scenario.gone ? [] : await desk.readings(scenario.id);
    for (const [number, { said, read, name }] of room.of(scenario.id)) {
      const how = read ? readings.map((reading, place) => `${reading.question} ${stateText(desk, reading, read[place])}`).join(' / ') : '';
      rows.push([scenario.title, number, name, saidText(desk, said), how, today]);
    }
  }
  return { format: 'workshop', name: `workshop-${today}.csv`, type: 'text/csv', text: csv([headings.map((key) => words(key)), ...rows]) };
}

/** The report as a tree: of each case what was said, what the engine says, where people differed, and what was to talk about. */
export async function sessionTree(desk) {
  const { words, say, room, today } = desk;
  const parts = [];
  let catalog = '';
  for (const scenario of answeredOf(desk).filter(({ gone }) => !gone)) {
    const [model, readings] = [await desk.model(scenario), await desk.readings(scenario.id)];
    const answers = room.of(scenario.id);
    const outcomes = await outcomesOf(desk, scenario, readings);
    catalog = model.result.catalog;
    const people = (count) => say.number(count);
    const differing = differences(readings, answers).map(({ reading, rows }) =>
      tableTree(
        reading.question,
        ['workshop.reading-heading', 'workshop.leads-heading', 'workshop.people'].map((key) => words(key)),
        rows.map(({ state, count }) => [stateText(desk, reading, state), say.range(outcomes(reading, state)), people(count)]),
      ),
    );
    parts.push(
      ['h2', {}, [scenario.title]],
      ['p', {}, [scenario.story]],
      ['p', {}, [`${words('workshop.engine')}: ${say.range(model.range)}. ${words('workshop.law', { day: say.day(model.as_of) })}`]],
      ['p', {}, [`${words('workshop.receipt')}: ${model.result.receipt}`]],
      tableTree(words('workshop.spread'), ['workshop.answer-heading', 'workshop.people'].map((key) => words(key)), counted(answers).map(({ said, count }) => [saidText(desk, said), people(count)])),
      ...(differing.length > 0 ? [['h3', {}, [words('workshop.differ')]], ...differing] : []),
      ['h3', {}, [words('workshop.why')]],
      ['ul', {}, model.reasons.map(({ because, references }) => ['li', {}, [`${because} (${references.map(({ text }) => text).join(', ')})`]])],
      ...(scenario.mistake ? [['h3', {}, [words('workshop.mistake')]], ['p', {}, [`${say.tier(scenario.mistake.tier)}: ${scenario.mistake.why}`]]] : []),
      ...(scenario.prompts.length > 0 ? [['h3', {}, [words('workshop.prompts')]], ['ul', {}, scenario.prompts.map((text) => ['li', {}, [text]])]] : []),
    );
  }
  return [
    ['h1', {}, [words('workshop.report-title')]],
    ['p', {}, [`${words('workshop.date')}: ${say.day(today)} · ${words('workshop.catalog')}: ${catalog}`]],
    ...parts,
    ['p', {}, [words('no-legal-advice')]],
  ];
}
