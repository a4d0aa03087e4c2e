// Work that goes on in steps: how far it is, and a way to stop it.

import { button, make } from '../visit/make.js';

/** Shows in a place that something is done; `tell(done, rows)` says how far it is, `signal` that it is to stop. */
export function busyWith({ words, say }, place, text, { stop = false } = {}) {
  const stopping = new AbortController();
  const line = make('p', { id: 'aims-register-busy' }, text);
  const bar = make('progress', { max: 1 });
  bar.setAttribute('aria-labelledby', line.id);
  const count = make('p', { className: 'quiet' });
  const cancel = stop && button(words('register.cancel'), () => stopping.abort());
  const part = make('div', { className: 'register-busy' }, line, bar, count, cancel);
  place.replaceChildren(part);
  return {
    signal: stopping.signal,
    text: (next) => (line.textContent = next),
    tell(done, rows) {
      if (rows > 0) bar.value = done / rows;
      count.textContent = words('register.so-far', { done: say.number(done), rows: say.number(rows) });
    },
    fail: (why) => place.replaceChildren(make('p', { className: 'error' }, why)),
  };
}
