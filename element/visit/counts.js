// Counts for the page: steps, tiers and sectors, no answers. Off unless the page asks. The visitor is told before
// anything is sent, above the first title, and can say no, which holds for all elements of the page.

let refused = false;

/** Shows the note on top of `root` and returns what counts, from the first act of the visitor on. */
export function counter({ root, words, tell, step }) {
  let acted = false;
  let sent = false;
  const act = () => (acted = true);
  const note = document.createElement('p');
  note.className = 'quiet';
  note.tabIndex = -1;
  if (refused) note.append(words['ui.counts.is-off']);
  else {
    const off = document.createElement('button');
    off.type = 'button';
    off.className = 'link';
    off.textContent = words['ui.counts.off'];
    off.addEventListener('click', () => {
      refused = true;
      note.textContent = words['ui.counts.is-off'];
      note.focus();
    });
    note.append(words['ui.counts.notice'], ' ', off);
  }
  root.querySelector('header').append(note);
  for (const name of ['click', 'keydown']) root.addEventListener(name, act, true);
  const count = (what, more = {}) => {
    if (refused || !acted) return;
    sent = true;
    tell('count', { what, step: step(), ...more });
  };
  const leave = () => sent && count('leave');
  addEventListener('pagehide', leave);
  return {
    count,
    end() {
      leave();
      removeEventListener('pagehide', leave);
      for (const name of ['click', 'keydown']) root.removeEventListener(name, act, true);
      note.remove();
    },
  };
}
