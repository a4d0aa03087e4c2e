// Counts for the page: steps, tiers and sectors, no answers. Off unless the page asks; the visitor is told before
// and can say no.

/** Shows the note in the footer of `root` and returns what counts. */
export function counter({ root, words, tell, step }) {
  let counted = true;
  const note = document.createElement('p');
  const off = document.createElement('button');
  off.type = 'button';
  off.className = 'link';
  off.textContent = words['ui.counts.off'];
  off.addEventListener('click', () => {
    counted = false;
    note.textContent = words['ui.counts.is-off'];
  });
  note.append(words['ui.counts.notice'], ' ', off);
  root.querySelector('footer')?.prepend(note);
  const count = (what, more = {}) => counted && tell('count', { what, step: step(), ...more });
  const leave = () => count('leave');
  addEventListener('pagehide', leave);
  return {
    count,
    end() {
      leave();
      removeEventListener('pagehide', leave);
      note.remove();
    },
  };
}
