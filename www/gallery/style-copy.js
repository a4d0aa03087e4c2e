// Copies of parts of the running element: each with what it stands in, so that it looks as it does there, and with
// nothing that would make a page of samples hard to use.

/** A copy is no place of the page to go to: some of these elements may be groups, the others nothing. */
const GROUPS = 'section[aria-labelledby], section[aria-label], form[aria-labelledby], form[aria-label], [role="search"], [role="region"]';
const BARE = 'nav, aside';
const SPOKEN = ['role', 'aria-live', 'aria-atomic'];
const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-errormessage', 'aria-owns'];

/** What is chosen in a list is no part of a clone. */
function cloned(node) {
  const copy = node.cloneNode(true);
  const lists = [...node.querySelectorAll('select')];
  for (const [index, list] of [...copy.querySelectorAll('select')].entries()) list.selectedIndex = lists[index].selectedIndex;
  if (node.localName === 'select') copy.selectedIndex = node.selectedIndex;
  return copy;
}

/** A node with those around it up to the frame, which hold nothing else. */
function withPlace(nodes) {
  let copy = document.createDocumentFragment();
  copy.append(...nodes.map(cloned));
  for (let around = nodes[0].parentElement; around && !around.classList.contains('frame'); around = around.parentElement) {
    const shell = around.cloneNode(false);
    shell.append(copy);
    // What is left out of a fold would close it.
    if (around.localName === 'details') shell.prepend(...[...around.children].filter((child) => child.localName === 'summary').map(cloned));
    copy = document.createDocumentFragment();
    copy.append(shell);
  }
  return copy;
}

/** What a page puts into a slot, or else what the element has for it. */
function filled(copy) {
  for (const slot of copy.querySelectorAll('slot')) slot.replaceWith(...slot.childNodes);
}

/** Takes what is between the first ones and the end of long lists away. */
function shortened(copy, most) {
  for (const [selector, count] of Object.entries(most)) for (const node of [...copy.querySelectorAll(selector)].slice(count)) node.remove();
}

/** Ids and names are those of one copy alone; what points nowhere points at nothing. */
function apart(copy, prefix) {
  const all = [...copy.querySelectorAll('*')];
  const known = new Set(all.map(({ id }) => id).filter(Boolean));
  for (const node of all) {
    if (node.id) node.id = `${prefix}-${node.id}`;
    if (node.name && node.type === 'radio') node.name = `${prefix}-${node.name}`;
    for (const name of REFERENCES) {
      if (!node.hasAttribute(name)) continue;
      const ids = node.getAttribute(name).split(/\s+/).filter((id) => known.has(id));
      if (ids.length > 0) node.setAttribute(name, ids.map((id) => `${prefix}-${id}`).join(' '));
      else node.removeAttribute(name);
    }
  }
}

function calmed(copy) {
  for (const node of copy.querySelectorAll(GROUPS)) node.setAttribute('role', 'group');
  for (const node of copy.querySelectorAll(BARE)) {
    node.setAttribute('role', 'none');
    for (const name of ['aria-label', 'aria-labelledby']) node.removeAttribute(name);
  }
  for (const node of copy.querySelectorAll('[role="status"], [role="alert"], [role="timer"], [aria-live]')) for (const name of SPOKEN) node.removeAttribute(name);
  for (const node of copy.querySelectorAll('h2, h3, h4')) node.setAttribute('aria-level', '3');
  for (const node of copy.querySelectorAll('[tabindex="-1"]')) node.removeAttribute('tabindex');
  for (const node of copy.querySelectorAll('[autofocus]')) node.removeAttribute('autofocus');
  for (const node of copy.querySelectorAll('form')) node.addEventListener('submit', (event) => event.preventDefault());
}

/** Nodes in nothing but their language. */
function bare(nodes) {
  const copy = document.createDocumentFragment();
  const place = document.createElement('div');
  place.lang = nodes[0].closest('[lang]').lang;
  place.append(...nodes.map(cloned));
  copy.append(place);
  return copy;
}

/** A copy of nodes that stand in one place of the element. */
export function copied(nodes, { alone = false, most = {}, change, state } = {}, words) {
  const copy = alone ? bare(nodes) : withPlace(nodes);
  filled(copy);
  shortened(copy, most);
  change?.(copy, words);
  if (state) {
    const [selector, name] = state;
    copy.querySelector(selector).setAttribute('data-state-shown', name);
  }
  return copy;
}

/** Another one of a copy, which can stand in a page beside it. */
export function another(copy, prefix) {
  const made = document.createDocumentFragment();
  made.append(...[...copy.children].map(cloned));
  apart(made, prefix);
  calmed(made);
  return made;
}
