// The menu of languages on a page of ours, which speaks them around the element too. Elements that say something have
// `data-word`, the key of their words.

/** The language that is asked for, else the first of the browser's that there is, else the first. */
export function wanted(languages, asked) {
  const known = (tag) => languages.find((language) => tag?.toLowerCase().split('-')[0] === language);
  return [asked, ...navigator.languages].map(known).find(Boolean) ?? languages[0];
}

/** Says in a language what the page says around the element; `words` have the keys of the catalogue. */
export function say(language, words) {
  for (const place of document.querySelectorAll('[data-word]')) place.textContent = words[`ui.site.${place.dataset.word}`];
  document.documentElement.lang = language;
}

/** Fills the menu, whose choices are called in their own language, and shows it. */
export function menu(languages, chosen, choose) {
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
