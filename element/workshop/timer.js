// A timer for a room: off until somebody starts it, and never part of a score.

const SECOND = 1000;

/** Two figures each, such as `07:30`. */
export function clock(seconds) {
  const two = (number) => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

export class Timer {
  #from;
  #beat;
  #tell;

  /** `tell(seconds)` hears how long it has been, and nothing once it was stopped. */
  constructor(tell) {
    this.#tell = tell;
  }

  get runs() {
    return this.#beat !== undefined;
  }

  start() {
    this.#from = performance.now();
    this.#beat = setInterval(() => this.#tell(this.#seconds()), SECOND);
    this.#tell(0);
  }

  stop() {
    clearInterval(this.#beat);
    this.#beat = undefined;
    this.#tell(undefined);
  }

  #seconds() {
    return Math.floor((performance.now() - this.#from) / SECOND);
  }
}
