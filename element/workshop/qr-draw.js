// Draws a text as a QR code, for cameras on the other side of a table or a room.

import encode from 'qr';
import { drawn } from '../telling/svg.js';

/** Light squares that stay free around a code. */
const MARGIN = 4;

/** A picture of a text, with what it is in words; always dark on light, because not every camera reads the reverse. */
export function qrCode(text, label) {
  const squares = encode(text, 'raw', { ecc: 'medium', border: MARGIN });
  const size = squares.length;
  const runs = squares.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return drawn(
    'svg',
    { class: 'workshop-qr', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' },
    drawn('rect', { width: size, height: size, fill: '#fff' }),
    drawn('path', { d: runs.join(''), fill: '#000' }),
  );
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
