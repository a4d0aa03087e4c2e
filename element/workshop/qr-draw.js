// Draws a text as a QR code, for cameras on the other side of a table or a room.

import encode from 'qr';

const SVG = 'http://www.w3.org/2000/svg';

/** Light squares that stay free around a code. */
const MARGIN = 4;

/** A picture of a text, with what it is in words; always dark on light, because not every camera reads the reverse. */
export function drawn(text, label) {
  const squares = encode(text, 'raw', { ecc: 'medium', border: MARGIN });
  const size = squares.length;
  const picture = document.createElementNS(SVG, 'svg');
  const set = (element, attributes) => Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  set(picture, { class: 'workshop-qr', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' });
  const ground = document.createElementNS(SVG, 'rect');
  set(ground, { width: size, height: size, fill: '#fff' });
  const dark = document.createElementNS(SVG, 'path');
  const runs = squares.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  set(dark, { d: runs.join(''), fill: '#000' });
  picture.append(ground, dark);
  return picture;
}

/** Where dark squares stand side by side in a row, and how many. */
function runsOf(row) {
  const runs = [];
  for (const [x, dark] of row.entries()) {
    if (!dark) continue;
    if (row[x - 1]) runs.at(-1)[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}
