// What the story of a case tells: answers in words, and the facts that it does not tell.

import { button, make } from '../../visit/make.js';
import { byQuestions } from './questions.js';
import { put } from './shape.js';

const UNKNOWN = 'unknown';

const isUnknown = (values) => values.length === 1 && values[0] === UNKNOWN;

/** Takes what somebody answered: what is answered with “I don’t know” is a fact that the story does not tell. */
export function takeAnswers(deck, scenario, given) {
  const [, own] = byQuestions(deck, scenario.answers ?? {});
  const entries = Object.entries(given);
  scenario.answers = { ...Object.fromEntries(entries.filter(([, values]) => !isUnknown(values))), ...own };
  const left = (scenario.missing ?? []).filter((fact) => !Object.hasOwn(given, fact));
  put(scenario, 'missing', [...left, ...entries.filter(([, values]) => isUnknown(values)).map(([fact]) => fact)]);
}

/** Answers as the questions begin with: facts that are not told are not known. */
export function answersToAsk(deck, { answers = {}, missing = [] }) {
  const [ours] = byQuestions(deck, { ...answers, ...Object.fromEntries(missing.map((fact) => [fact, [UNKNOWN]])) });
  return ours;
}

/** The two lists of a case; `changed()` is called after something was taken away. */
export function answerLists({ words, say }, form, scenario, changed) {
  const place = make('div', { className: 'workshop-body' });
  const focus = () => (place.querySelector('button') ?? place.querySelector('h4'))?.focus();
  const draw = () => {
    const row = (fact, text, take) => {
      const remove = button(words('workshop.own-remove'), () => {
        take();
        changed();
        draw();
        focus();
      });
      remove.setAttribute('aria-label', words('workshop.own-remove-fact', { question: say.question(fact) }));
      return make('li', {}, make('p', {}, say.question(fact)), remove, text !== undefined && make('p', { className: 'workshop-own-answer' }, text));
    };
    const answered = Object.entries(scenario.answers ?? {}).map(([fact, values]) => row(fact, say.answer(fact, values), () => delete scenario.answers[fact]));
    const missing = (scenario.missing ?? []).map((fact) => row(fact, undefined, () => put(scenario, 'missing', scenario.missing.filter((known) => known !== fact))));
    place.replaceChildren(
      list('answers', words('workshop.own-field-answers'), answered, words('workshop.own-no-answers')),
      list('missing', words('workshop.own-field-missing'), missing, words('workshop.own-no-missing')),
    );
  };
  const list = (key, title, rows, none) => {
    const heading = make('h4', { tabIndex: -1 }, title);
    const body = rows.length > 0 ? make('ul', { className: 'workshop-own-facts' }, ...rows) : make('p', { className: 'quiet' }, none);
    return form.part(key, make('div', { className: 'workshop-body' }, heading, body));
  };
  draw();
  return place;
}
