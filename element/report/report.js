// The page that prints a report: it gets the report as a tree from the page that opened it, and knows nothing else.

import { fill } from './draw.js';

/** Styles of the file that is saved; a report without them is better than none. */
const styles = async () => (await fetch(new URL('report.css', import.meta.url))).text();

async function hear({ source, data }) {
  if (source !== opener || data?.aims !== 'report') return;
  removeEventListener('message', hear);
  const css = await styles().catch(() => undefined);
  fill(document, { ...data, css });
  // Drawn once, so that the print has its layout.
  requestAnimationFrame(() => requestAnimationFrame(() => print()));
}

if (opener) {
  addEventListener('message', hear);
  // It holds nothing yet, so anybody may know that it listens.
  opener.postMessage({ aims: 'report-ready' }, '*');
}
