// A dialog inside the shadow root, which takes the focus, keeps it and gives it back.

import { make } from './make.js';

/** Shows a dialog with a title, its parts, and a button that closes it. One that is open already stays. */
export function dialog(desk, { id, title, close }, ...parts) {
  const { root, element } = desk;
  const open = root.getElementById(id)?.closest('dialog');
  if (open) return open;
  const before = root.activeElement;
  const heading = make('h2', { id, tabIndex: -1, autofocus: true }, title);
  const closing = make('button', { type: 'button', className: 'button primary' }, close);
  const made = make('dialog', { className: 'keep', lang: element.language }, heading, ...parts, make('div', { className: 'actions' }, closing));
  made.setAttribute('aria-labelledby', id);
  made.setAttribute('closedby', 'any');
  closing.addEventListener('click', () => made.close());
  made.addEventListener('close', () => {
    made.remove();
    // The browser gives the focus back, except where the dialog was opened from a script.
    if (before?.isConnected && !root.activeElement) before.focus();
  });
  // In the frame, which has the fonts.
  root.querySelector('.frame').append(made);
  made.showModal();
  heading.focus();
  return made;
}
