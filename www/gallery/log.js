// Writes every event of the check into the list of the page that has data-log, newest first.

export const EVENTS = [
  'aims-ready',
  'aims-step',
  'aims-answer',
  'aims-result',
  'aims-checklist-change',
  'aims-export',
  'aims-workshop',
  'aims-count',
  'aims-error',
];

/** A long visit must not make a long page. */
const KEPT = 50;

function entry(event) {
  const item = document.createElement('li');
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  const name = document.createElement('code');
  const text = document.createElement('pre');
  name.textContent = event.type;
  summary.append(name);
  text.textContent = JSON.stringify(event.detail, null, 2) ?? 'no detail';
  details.append(summary, text);
  item.append(details);
  item.dataset.event = event.type;
  return item;
}

const list = document.querySelector('[data-log]');
if (list) {
  const empty = list.firstElementChild;
  for (const name of EVENTS) {
    // They bubble and cross shadow roots, so one listener on the document hears all elements of a page.
    document.addEventListener(name, (event) => {
      empty?.remove();
      list.prepend(entry(event));
      if (list.children.length > KEPT) list.lastElementChild.remove();
    });
  }
}
