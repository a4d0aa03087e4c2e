// One scenario: the story and the question. What the engine says is shown after an answer, never before.

import { TIERS } from '../telling/vocabulary.js';
import { button, labelled, make } from '../visit/make.js';
import { choices } from './choices.js';
import { codeOf } from './code.js';
import { groupScreen } from './group.js';
import { about } from './home.js';
import { readingFields } from './readings.js';
import { revealScreen } from './reveal.js';
import { tellRoom } from './room.js';
import { MOST } from './scores.js';
import { scenarioStatement } from './statement.js';

/** Longer reasons are cut. */
const LONGEST = 2000;

/** `others` are the scenarios among which the next one is looked for. */
export function scenarioScreen(desk, stage, scenario, others) {
  const { words, say, element } = desk;
  const options = [...[...TIERS].reverse().map((id) => [id, say.tier(id)]), ['open', words('workshop.open')]];
  const group = choices('aims-workshop-tier', words('workshop.question'), options);
  const reason = make('textarea', { rows: 3, maxLength: LONGEST });
  const missing = make('p', { className: 'error', hidden: true }, words('workshop.choose-first'));
  missing.setAttribute('role', 'alert');
  /** What is chosen; where nothing is, it is asked for. */
  const chosen = () => {
    const said = group.value();
    missing.hidden = Boolean(said);
    group.lacks(missing);
    if (!said) group.first.focus();
    return said;
  };
  const code = make('output', { className: 'workshop-code', hidden: true });
  const reading = readingFold(desk, scenario);
  const send = async () => {
    const said = chosen();
    if (!said) return;
    try {
      const read = reading.read();
      const answer = [desk.tries.number, said, read && (await desk.readings(scenario.id)), read];
      const text = codeOf(scenario.id, ...answer);
      const { qrCode } = await desk.files.script('qr-draw.js');
      code.replaceChildren(make('span', {}, words('workshop.your-code')), make('b', {}, text), qrCode(text, words('workshop.code-picture')));
      code.hidden = false;
      tellRoom(scenario.id, ...answer);
    } catch (error) {
      element.fail(error);
    }
  };
  const answer = async () => {
    const said = chosen();
    if (!said) return;
    try {
      const model = await desk.model(scenario, said);
      const { catalog, law_date: law, as_of: day, receipt } = model.result;
      const { worth, points } = model;
      const statement = scenarioStatement(desk, scenario, { said, points, worth, model });
      desk.tell({ id: scenario.id, kind: 'scenario', said: [said], worth, points, most: MOST, first: !desk.tries.of(scenario.id), statement });
      desk.tries.add(scenario.id, { said, worth, points, reason: reason.value.trim(), range: model.range, on: desk.today, catalog, law, day, receipt });
      desk.show(revealScreen, scenario, { said, reason: reason.value.trim(), model }, others);
    } catch (error) {
      element.fail(error);
    }
  };
  stage.replaceChildren(
    make('h2', { tabIndex: -1 }, scenario.title),
    about(desk, scenario),
    make('p', { className: 'workshop-story' }, scenario.story),
    group.element,
    labelled('aims-workshop-reason', words('workshop.reason'), reason, words('workshop.reason-hint')),
    missing,
    make('div', { className: 'keep-actions' }, button(words('workshop.answer'), answer, 'button primary'), button(words('workshop.back'), () => desk.showHome())),
    make('h3', { className: 'workshop-part' }, words('workshop.in-group')),
    reading.element,
    make('div', { className: 'keep-actions' }, button(words('workshop.code'), send), button(words('workshop.lead-group'), () => desk.show(groupScreen, scenario, others)), ...teamButtons(desk, scenario, others)),
    code,
  );
}

/** What somebody read in the story, for those who want to say it: it shows a group where a difference comes from. */
function readingFold(desk, scenario) {
  const { words, element } = desk;
  let fields;
  const body = make('div', { className: 'workshop-body' }, make('p', { className: 'quiet' }, words('workshop.reading-hint')));
  const fold = make('details', { className: 'keep-fold' }, make('summary', {}, words('workshop.reading')), body);
  fold.addEventListener('toggle', async () => {
    if (!fold.open || fields) return;
    try {
      fields = readingFields(desk, await desk.readings(scenario.id));
      body.append(...fields.elements);
    } catch (error) {
      element.fail(error);
    }
  });
  return { element: fold, read: () => fields?.read() };
}

/** The ways of two teams: the questions, and the comparison. A case with a day of its own has none of its questions here. */
function teamButtons(desk, scenario, others) {
  const { words, element } = desk;
  if (scenario.as_of) return [];
  const again = () => desk.show(scenarioScreen, scenario, others);
  const screens = () => desk.files.script('teams.js');
  const failed = (error) => element.fail(error);
  const assess = () =>
    desk.assess({
      title: scenario.title,
      story: scenario.story,
      label: words('workshop.hand-in'),
      done: (at, stage, answers) => screens().then(({ paperScreen }) => paperScreen(at, stage, scenario, answers, again)).catch(failed),
      cancel: (at, stage) => scenarioScreen(at, stage, scenario, others),
    });
  return [
    button(words('workshop.assess'), () => assess().catch(failed)),
    button(words('workshop.compare-teams'), () => screens().then(({ teamsScreen }) => desk.show(teamsScreen, scenario, again)).catch(failed)),
  ];
}
