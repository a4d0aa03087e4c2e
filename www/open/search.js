// The search box of the page with every rule. Without it the page shows all rules and no box.

const box = document.querySelector('.search');
const field = box.querySelector('input');
const told = box.querySelector('[role=status]');
const rules = [...document.querySelectorAll('.group .rule')].map((element) => ({
  element,
  text: element.textContent.replace(/\s+/g, ' ').toLowerCase(),
}));
const groups = [...document.querySelectorAll('.group')];

function filter() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { element, text } of rules) {
    const fits = words.every((word) => text.includes(word));
    element.hidden = !fits;
    if (fits) found += 1;
  }
  for (const group of groups) {
    group.hidden = !group.querySelector('.rule:not([hidden])');
    group.querySelector('.index').hidden = words.length > 0;
  }
  told.textContent = words.length === 0 ? '' : found === 0 ? 'No rule fits.' : `${found} of ${rules.length} rules fit.`;
}

/** A link to a rule that the search has put away shows all rules again. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest('[hidden]')) return;
  field.value = '';
  filter();
  target.scrollIntoView();
}

field.addEventListener('input', filter);
addEventListener('hashchange', reveal);

// Older browsers print only what is open.
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('.evidence details:not([open])')];
  for (const details of opened) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
});

box.hidden = false;
// The browser may have kept the words from an earlier visit.
filter();
