// The form of a case, with what the engine says of it beside.

import { TIERS } from '../../telling/vocabulary.js';
import { button, make } from '../../visit/make.js';
import { answerLists, answersToAsk, takeAnswers } from './answers.js';
import { preview } from './preview.js';
import { put, shownCase, shownExercise } from './shape.js';
import { framing, lines, telling } from './task.js';
import { trialDesk } from './trial.js';
import { writingScreen } from './writing.js';

/** Draws the case of a number; of a new one nothing is wrong before somebody was there. */
export function caseScreen(desk, stage, at, { fresh = false } = {}) {
  const { words, own } = desk;
  const { deck } = own;
  const scenario = deck.scenarios[at];
  const again = (there, place) => caseScreen(there, place, at);
  const view = preview(desk, scenario);
  const ask = () => {
    const heard = (given) => {
      takeAnswers(deck, scenario, given);
      own.take(deck);
    };
    const done = (there, place, given) => {
      heard(given);
      again(there, place);
    };
    const title = scenario.title?.trim() || words('workshop.own-case-new');
    const asked = { title, story: scenario.story?.trim() || undefined, label: words('workshop.own-take'), answers: answersToAsk(deck, scenario), done, cancel: again, heard };
    desk.assess(asked).catch((error) => desk.element.fail(error));
  };
  const answering = (form, changed) => {
    const lists = answerLists(desk, form, scenario, () => {
      changed();
      void view.look();
    });
    return [
      make('h3', { className: 'workshop-part' }, words('workshop.own-answers')),
      make('p', {}, words('workshop.own-answers-lead')),
      make('div', { className: 'keep-actions' }, button(words('workshop.own-answer'), ask)),
      lists,
    ];
  };
  const attempt = () => {
    const shown = shownCase(deck, scenario);
    trialDesk(desk, trialDeck(deck), again).show(desk.screens.scenarioScreen, shown, [shown]);
  };
  writingScreen(desk, stage, {
    list: 'scenarios',
    at,
    heading: words('workshop.own-case-heading'),
    lead: words('workshop.own-case-lead'),
    fresh,
    fields: (form, changed) => [...telling(desk, form, scenario), ...answering(form, changed), ...common(desk, form, scenario), ...framing(desk, form, scenario), day(desk, form, scenario)],
    beside: [view.element],
    doubt: view.doubt,
    keyed: (key) => key === 'as_of' && void view.look(),
    attempt,
  });
  if (Object.keys(scenario.answers ?? {}).length > 0) void view.look();
}

/** What a case or an exercise that is tried may point at. */
export const trialDeck = (deck) => ({
  scenarios: (deck.scenarios ?? []).map((one) => shownCase(deck, one)),
  exercises: (deck.exercises ?? []).map((one) => shownExercise(deck, one)),
});

/** The wrong answer that people commonly give. */
function common({ words, say }, form, scenario) {
  const mistake = { ...scenario.mistake };
  const set = (key) => (value) => {
    put(mistake, key, value);
    put(scenario, 'mistake', Object.keys(mistake).length > 0 ? { tier: '', why: '', ...mistake } : undefined);
  };
  const tiers = [['', words('workshop.own-no-mistake')], ...[...TIERS].reverse().map((id) => [id, say.tier(id)])];
  const fields = make(
    'fieldset',
    { className: 'workshop-choices' },
    make('legend', {}, words('workshop.own-field-mistake')),
    form.select('mistake-tier', words('workshop.own-field-tier'), tiers, mistake.tier ?? '', set('tier')),
    form.field('mistake-why', words('workshop.own-field-why'), lines(mistake.why ?? '', 3), set('why')),
  );
  return [fields];
}

function day({ words }, form, scenario) {
  const control = make('input', { type: 'date', value: scenario.as_of ?? '' });
  return form.field('as_of', words('workshop.own-field-day'), control, (value) => put(scenario, 'as_of', value), words('workshop.own-day-hint'));
}
