// One scenario: the story and the question. What the engine says is shown after an answer, never before.

import { TIERS } from '../register/words.js';
import { button, labelled, make } from '../visit/make.js';
import { choices } from './choices.js';
import { codeOf } from './code.js';
import { groupScreen } from './group.js';
import { about } from './home.js';
import { revealScreen } from './reveal.js';
import { tellRoom } from './room.js';
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
    if (!said) group.first.focus();
    return said;
  };
  const code = make('output', { className: 'workshop-code', hidden: true });
  const send = () => {
    const said = chosen();
    if (!said) return;
    const { number } = desk.tries;
    code.replaceChildren(make('span', {}, words('workshop.your-code')), make('b', {}, codeOf(scenario.id, number, said)));
    code.hidden = false;
    tellRoom(scenario.id, number, said);
  };
  const answer = async () => {
    const said = chosen();
    if (!said) return;
    try {
      const model = await desk.model(scenario.answers, scenario.as_of, said);
      const { catalog, law_date: law, as_of: day, receipt } = model.result;
      const { worth, points } = model;
      const statement = scenarioStatement(desk, scenario, { said, points, worth, model });
      desk.told({ id: scenario.id, kind: 'scenario', said: [said], worth, points, most: 2, first: !desk.tries.of(scenario.id), statement });
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
    make('div', { className: 'keep-actions' }, button(words('workshop.answer'), answer, 'button primary'), button(words('workshop.code'), send), button(words('workshop.back'), () => desk.showHome())),
    code,
    make('div', { className: 'keep-actions workshop-lead' }, button(words('workshop.lead-group'), () => desk.show(groupScreen, scenario, others))),
  );
}
