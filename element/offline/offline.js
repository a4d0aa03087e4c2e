// The page of the edition that is one file: one element at a time, in the mode that is chosen.

import { define } from '../index.js';

define();

const place = document.querySelector('main');
const choices = [...document.querySelectorAll('nav button')];

function show(mode) {
  const element = document.createElement('aims-readiness');
  for (const [name, value] of Object.entries({ mode, loading: 'eager', storage: 'session', 'storage-key': mode })) element.setAttribute(name, value);
  place.replaceChildren(element);
  for (const choice of choices) {
    if (choice.value === mode) choice.setAttribute('aria-current', 'page');
    else choice.removeAttribute('aria-current');
  }
}

for (const choice of choices) choice.addEventListener('click', () => show(choice.value));
show(choices[0].value);
