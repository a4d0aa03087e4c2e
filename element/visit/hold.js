// Which tab has a draft open: one at a time, so that none overwrites what another does.
//
// The browser's locks know of tabs that crashed. Where there are none, as on pages without https, tabs talk.

/** A hold on what has this name. `lost` is called when another tab takes it over, `free` when it becomes ours by itself. */
export function hold(name, tell) {
  if (navigator.locks) return new LockHold(name, tell);
  return globalThis.BroadcastChannel ? new TalkHold(name, tell) : new NoHold();
}

/** Locks that this page gave back, until the browser has them back. */
const returning = new Map();

class LockHold {
  held = false;
  #name;
  #tell;
  #release = () => {};
  #waiting;
  #ended = false;
  #returned;

  constructor(name, tell) {
    this.#name = name;
    this.#tell = tell;
  }

  /** Takes it if nobody has it, or from whoever has it; resolves to whether it is ours. */
  async take({ steal = false } = {}) {
    this.#waiting?.abort();
    await returning.get(this.#name);
    const taken = await this.#request(steal ? { steal } : { ifAvailable: true });
    if (!taken) this.#wait();
    return taken;
  }

  end() {
    this.#ended = true;
    this.#waiting?.abort();
    this.held = false;
    returning.set(this.#name, this.#returned);
    this.#release();
  }

  #wait() {
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    this.#request({ signal }).then((taken) => taken && this.#tell.free());
  }

  /** Resolves when it is decided; the lock is kept until the release. */
  #request(options) {
    return new Promise((resolve) => {
      const kept = (lock) => {
        this.held = lock !== null && !this.#ended;
        if (this.held) this.#waiting = undefined;
        resolve(this.held);
        return this.held ? new Promise((release) => (this.#release = release)) : undefined;
      };
      this.#returned = navigator.locks.request(this.#name, options, kept).catch(() => {
        resolve(false);
        if (!this.held) return;
        // Another tab took it.
        this.held = false;
        this.#wait();
        this.#tell.lost();
      });
    });
  }
}

class TalkHold {
  held = false;
  #channel;
  /** Where two tabs take it at the same moment, the smaller one has it. */
  #me = String(Math.random());
  #leave = () => this.end();

  constructor(name, tell) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data: { say, from } }) => {
      if (say === 'free' && !this.held) {
        this.held = true;
        this.#say('mine');
        tell.free();
      } else if (this.held && say === 'ask') this.#say('held');
      else if (this.held && (say === 'held' || say === 'take' || (say === 'mine' && from < this.#me))) {
        this.held = false;
        tell.lost();
      }
    };
    addEventListener('pagehide', this.#leave);
  }

  /** Nobody can be waited for who may not be there: it is ours until another says otherwise. */
  async take({ steal = false } = {}) {
    this.held = true;
    this.#say(steal ? 'take' : 'ask');
    return true;
  }

  end() {
    removeEventListener('pagehide', this.#leave);
    if (this.held) this.#say('free');
    this.held = false;
    this.#channel.close();
  }

  #say(say) {
    this.#channel.postMessage({ say, from: this.#me });
  }
}

/** Without either, what another tab writes is still noticed before it is written over. */
class NoHold {
  held = true;

  async take() {
    return true;
  }

  end() {}
}
