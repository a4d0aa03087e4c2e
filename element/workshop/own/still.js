// Nothing moves under a pointer: what is pressed would no longer be where it was when it is let go.

/** Looks so often whether something is still pressed. */
const AGAIN = 60;

/** Calls `act` once nothing is pressed around `at`. */
export function whenStill(at, act) {
  const root = at.getRootNode();
  // A press that has just begun is seen a moment later.
  setTimeout(() => (root.querySelector?.(':active') ? whenStill(at, act) : act()), AGAIN);
}
