// A case or an exercise as a learner has it, out of the editor: nothing is recorded, and the way back leads to the form.

import { readingsOf } from '../readings.js';
import { Room } from '../room.js';
import { Tries } from '../tries.js';

/** The desk of a trial; `back(desk, stage)` draws the form, `deck` holds what a case or an exercise may point at. */
export function trialDesk(desk, deck, back) {
  const { element } = desk;
  const trial = Object.create(desk, {
    element: { value: { language: element.language, tell: () => true, fail: (error) => element.fail(error) } },
    deck: { value: { ...deck, settings: deck.scenarios } },
    tries: { value: new Tries('none', '', () => {}) },
    room: { value: new Room((id) => trial.readings(id)) },
    readings: { value: async (id) => readingsOf(trial, deck.scenarios.find((known) => known.id === id)) },
    published: { value: () => false },
    today: { value: desk.today },
    show: { value: (draw, ...given) => desk.show((_desk, stage, ...rest) => draw(trial, stage, ...rest), ...given) },
    showHome: {
      value: () => {
        trial.room.end();
        desk.show(back);
      },
    },
    asked: { value: (item, work) => desk.asked(item, work) },
    model: { value: (scenario, said) => desk.model(scenario, said) },
    open: { value: (scenario) => desk.open(scenario, back) },
    assess: { value: (given) => desk.assess(given) },
    addWords: { value: (area) => desk.addWords(area) },
  });
  return trial;
}
