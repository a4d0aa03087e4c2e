// The page around a frame: connects the frame and shows its result in a table of the page.

// source
import { connectFrame } from '../embed/VERSION/frame-host.js';

const frame = document.querySelector('#check');
frame.src = `../embed/VERSION/frame.html?${new URLSearchParams({ parent: location.origin, lang: 'en' })}`;

const check = connectFrame(frame);
check.addEventListener('aims-result', ({ detail }) => show(detail));
// /source

function row(name, text) {
  const line = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = name;
  const cell = document.createElement('td');
  cell.textContent = text;
  line.append(head, cell);
  return line;
}

function show({ answers, result }) {
  const given = Object.entries(answers ?? {});
  const table = document.querySelector('#result');
  table.tBodies[0].replaceChildren(
    row('Tier', result.tier ?? 'still open'),
    row('As of', result.as_of ?? ''),
    ...given.map(([fact, values]) => row(fact, [values].flat().join(', ') || 'none')),
  );
  table.hidden = false;
  document.querySelector('#waiting').textContent = 'This is the result that the frame told.';
}
