// The language of this site: that of the address, else the first of the browser's that there is. A choice goes into the
// address and the links to the other pages; nothing is stored. The element gets it before it is defined.
//
// The build puts in the languages; the page itself is written in the first of them.

import { menu, say, wanted } from '../../element/offline/languages.js';

/* global AIMS_SITE_LANGUAGES */
const languages = AIMS_SITE_LANGUAGES;

/** Pages that speak all languages. */
const PAGES = /(^|\/)(index|register|workshop)\.html$/;

const element = document.querySelector('aims-readiness');
const asked = new URLSearchParams(location.search).get('lang');

async function words(language) {
  const response = await fetch(`site.${language}.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}

function lead(language) {
  for (const link of document.querySelectorAll('a[href]')) {
    const url = new URL(link.href);
    if (!PAGES.test(url.pathname)) continue;
    url.searchParams.set('lang', language);
    link.href = url.href;
  }
}

let shown = document.documentElement.lang;

async function show(language) {
  element.lang = shown = language;
  if (language === document.documentElement.lang) return;
  const said = await words(language);
  // Another one may have been chosen meanwhile.
  if (language === shown) say(language, said);
}

// Without these words the page is in the language that it was in, and says so.
const told = (language) => show(language).catch((error) => console.info(error.message));

function choose(language) {
  const url = new URL(location);
  url.searchParams.set('lang', language);
  history.replaceState(history.state, '', url);
  void told(language);
  lead(language);
}

const chosen = wanted(languages, asked);
menu(languages, chosen, choose);
void told(chosen);
if (asked) lead(chosen);
