// The page of the edition that is one file: one element at a time, in the mode and language that are chosen.

import { define } from '../index.js';
import { LANGUAGES } from '../loader/files.js';
import { menu, say, wanted } from './languages.js';
import { fetched } from './transport.js';

define();

const place = document.querySelector('main');
const choices = [...document.querySelectorAll('nav button')];
let language = wanted(LANGUAGES);

function show(mode) {
  const element = document.createElement('aims-readiness');
  for (const [name, value] of Object.entries({ mode, lang: language, loading: 'eager', storage: 'session', 'storage-key': mode })) element.setAttribute(name, value);
  place.replaceChildren(element);
  for (const choice of choices) {
    if (choice.value === mode) choice.setAttribute('aria-current', 'page');
    else choice.removeAttribute('aria-current');
  }
}

/** The page and the element that is there: an answer is never lost to another language. */
async function speak(chosen) {
  language = chosen;
  for (const element of place.querySelectorAll('aims-readiness')) element.lang = language;
  const words = await (await fetched(`site.${language}.json`)).json();
  if (language === chosen) say(language, words);
}

menu(LANGUAGES, language, (chosen) => void speak(chosen));
void speak(language);
for (const choice of choices) choice.addEventListener('click', () => show(choice.value));
show(choices[0].value);
