// One scenario: the story and the question. What the engine says is shown after an answer, never before.

import { TIERS } from '../register/words.js';
import { button, labelled, make } from '../visit/make.js';
import { choices } from './choices.js';
import { about } from './home.js';
import { revealScreen } from './reveal.js';

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
  const answer = async () => {
    const said = group.value();
    missing.hidden = Boolean(said);
    if (!said) {
      group.first.focus();
      return;
    }
    try {
      const model = await desk.model(scenario.answers, scenario.as_of, said);
      const { catalog, law_date: law, as_of: day, receipt } = model.result;
      desk.tries.add(scenario.id, { said, worth: model.worth, points: model.points, reason: reason.value.trim(), range: model.range, on: desk.today, catalog, law, day, receipt });
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
  );
}
