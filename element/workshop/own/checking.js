// Checks the deck a moment after somebody changed it.

import { checked } from './sound.js';
import { whenStill } from './still.js';

/** Long enough that nobody waits for it while typing. */
const PAUSE = 250;

/** A function that has a deck checked, and `tell(found)` called while `at` is on the screen. */
export function checking(desk, at, deck, tell) {
  let turn = 0;
  const check = async (mine) => {
    const now = () => mine === turn && at.isConnected;
    try {
      if (!now()) return;
      const found = await checked(desk, deck());
      whenStill(at, () => now() && tell(found));
    } catch (error) {
      desk.element.fail(error);
    }
  };
  return (pause = PAUSE) => {
    const mine = (turn += 1);
    setTimeout(() => check(mine), pause);
  };
}
