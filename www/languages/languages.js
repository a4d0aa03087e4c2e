// The language of this site: that of the address, else the first of the browser's that there is. A choice goes into the
// address and the links to the other pages; nothing is stored. The element gets it before it is defined.
//
// The build puts in the languages; the page itself is written in the first of them.

/* global AIMS_SITE_LANGUAGES */
const languages = AIMS_SITE_LANGUAGES;

/** Pages that speak all languages. */
const PAGES = /(^|\/)(index|register|workshop)\.html$/;

const element = document.querySelector('aims-readiness');
const known = (tag) => languages.find((language) => tag?.toLowerCase().split('-')[0] === language);

function wanted() {
  const asked = new URLSearchParams(location.search).get('lang');
  return [asked, ...navigator.languages].map(known).find(Boolean) ?? languages[0];
}

/** What the page says around the element. */
async function say(language) {
  const response = await fetch(`site.${language}.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const words = await response.json();
  for (const place of document.querySelectorAll('[data-word]')) place.textContent = words[`ui.site.${place.dataset.word}`];
  document.documentElement.lang = language;
}

function lead(language) {
  for (const link of document.querySelectorAll('a[href]')) {
    const url = new URL(link.href);
    if (!PAGES.test(url.pathname)) continue;
    url.searchParams.set('lang', language);
    link.href = url.href;
  }
}

function show(language) {
  element.lang = language;
  // Without these words the page is in the language that it was in, and says so.
  if (language !== document.documentElement.lang) say(language).catch((error) => console.info(error.message));
}

function choose(language) {
  const url = new URL(location);
  url.searchParams.set('lang', language);
  history.replaceState(history.state, '', url);
  show(language);
  lead(language);
}

function menu(chosen) {
  const select = document.getElementById('language');
  for (const language of languages) {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language);
    const option = new Option(name, language, false, language === chosen);
    option.lang = language;
    select.append(option);
  }
  select.addEventListener('change', () => choose(select.value));
  select.closest('label').hidden = false;
}

const chosen = wanted();
menu(chosen);
show(chosen);
if (new URLSearchParams(location.search).has('lang')) lead(chosen);
