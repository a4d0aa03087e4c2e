// Prints the report: in a window of its own, because the page around the check is not what is to be printed.
//
// The window is a file of this version and gets the report as a tree by message; it is opened before the report is
// made, since browsers open windows for a click only.

import { fill } from '../report/draw.js';

/** How long a window may take to say that it listens. One that never does was blocked by something on the way. */
const PATIENCE = 15_000;

export async function printed({ visit, element, files, words }) {
  const made = async () => (await files.script('records-port.js')).report(visit);
  return treePrinted({ element, files, words, title: visit.useCase().name ?? '', made });
}

/** Prints what `made` gives: a tree of elements, or several. Says what happened. */
export async function treePrinted({ element, files, words, title, made }) {
  if (files.folder.empty) return printedHere({ element, files, words, title, made });
  const url = new URL('report.html', files.folder.url);
  const view = window.open(url.href, '_blank');
  if (!view) return words('files.print-blocked');
  const listening = heard(view, url.origin);
  const tree = await made();
  if (!(await listening)) return words('files.print-blocked');
  view.postMessage({ aims: 'report', tree, lang: element.language, title }, url.origin);
  return words('files.printing');
}

/** The same in a window that this page fills itself: where the files are in the page, there is no other to open. */
async function printedHere({ element, files, words, title, made }) {
  const view = window.open('', '_blank');
  if (!view) return words('files.print-blocked');
  const [tree, css] = await Promise.all([made(), files.fetched('report.css').then((response) => response.text())]);
  fill(view.document, { tree, css, title, lang: element.language });
  view.requestAnimationFrame(() => view.print());
  return words('files.printing');
}

/** Whether the window says that it listens. */
function heard(view, origin) {
  return new Promise((resolve) => {
    const done = (is) => {
      clearTimeout(late);
      removeEventListener('message', hear);
      resolve(is);
    };
    const hear = (event) => {
      if (event.source === view && event.origin === origin && event.data?.aims === 'report-ready') done(true);
    };
    const late = setTimeout(() => done(false), PATIENCE);
    addEventListener('message', hear);
  });
}
