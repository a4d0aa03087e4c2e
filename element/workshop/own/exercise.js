// The form of an exercise, of either kind.

import { exclusionFields } from './exclusion.js';
import { findingFields } from './grading.js';
import { trialDeck } from './case.js';
import { put, shownExercise } from './shape.js';
import { framing, lines, telling } from './task.js';
import { trialDesk } from './trial.js';
import { writingScreen } from './writing.js';

const HEADINGS = { grading: 'workshop.own-grading-heading', exclusion: 'workshop.own-exclusion-heading' };

const LEADS = { grading: 'workshop.own-grading-lead', exclusion: 'workshop.own-exclusion-lead' };

/** Draws the exercise of a number. */
export function exerciseForm(desk, stage, at, { fresh = false } = {}) {
  const { words, own } = desk;
  const { deck } = own;
  const exercise = deck.exercises[at];
  const again = (there, place) => exerciseForm(there, place, at);
  const matter = (form, changed) => (exercise.kind === 'grading' ? [findingFields(desk, form, exercise, changed)] : exclusionFields(desk, form, exercise));
  const note = (form) => form.field('note', words('workshop.note'), lines(exercise.note ?? '', 3), (value) => put(exercise, 'note', value));
  writingScreen(desk, stage, {
    list: 'exercises',
    at,
    heading: words(HEADINGS[exercise.kind]),
    lead: words(LEADS[exercise.kind]),
    fresh,
    fields: (form, changed) => [...telling(desk, form, exercise), ...matter(form, changed), ...framing(desk, form, exercise), note(form)],
    attempt: () => trialDesk(desk, trialDeck(deck), again).show(desk.screens.exerciseScreen, shownExercise(deck, exercise)),
  });
}
