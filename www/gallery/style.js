// The style page: runs the element out of sight, copies parts of it, and shows each in every variant in the element's
// own style sheets.

import { another, copied } from './style-copy.js';
import { MADE, SCENES, SECTIONS } from './style-samples.js';
import { Source, casesOf, wordsOf } from './style-source.js';
import { drawTokens } from './style-tokens.js';

const at = (id) => document.getElementById(id);

const LANGUAGES = ['en', 'ar'];
const THEMES = ['light', 'dark'];
const DIRECTIONS = { en: 'left to right', ar: 'right to left' };

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// Style sheets

/** States that a page cannot hold still have an attribute beside them: the rules stay those of the sheet. */
const held = (text) => text.replace(/:(hover|focus-visible)\b/g, ':is(:$1, [data-state-shown="$1"])');

/** What samples need beside: they are as high as what is in them, and a dialog stands where it is. */
const SAMPLE = `
  .stage { min-block-size: 0; }
  dialog[open] { position: static; margin: 0; max-block-size: none; inline-size: auto; }
  [aria-hidden="true"].frame { display: block; }
`;

async function sheet(name) {
  const response = await fetch(new URL(`../embed/VERSION/${name}.css`, import.meta.url));
  const made = new CSSStyleSheet();
  made.replaceSync(held(await response.text()));
  return made;
}

async function allSheets() {
  const names = [...new Set(SCENES.flatMap(({ sheets }) => sheets))];
  const made = new Map(await Promise.all(names.map(async (name) => [name, await sheet(name)])));
  const own = new CSSStyleSheet();
  own.replaceSync(SAMPLE);
  return (wanted) => [...wanted.map((name) => made.get(name)), own];
}

// Samples

/** Samples by section: name -> {options, sheets, copies by language}. */
const samples = new Map(SECTIONS.map(([id]) => [id, new Map()]));

function keep(section, name, { options = {}, sheets, language, copy }) {
  const known = samples.get(section);
  if (!known.has(name)) known.set(name, { options, sheets, copies: new Map() });
  known.get(name).copies.set(language, copy);
}

async function play({ attributes, overlay, play: acts, sheets, before }, language, words) {
  const source = new Source(at('room'), { language, words, attributes, overlay, cases: await casesOf(language) });
  await source.begin(before);
  const missing = [];
  const take = (section, name, selectors, options) => {
    const nodes = [selectors].flat().map((selector) => source.root.querySelector(selector));
    if (nodes.includes(null)) missing.push(`${name}: ${selectors}`);
    else keep(section, name, { options, sheets, language, copy: copied(nodes, options, words) });
  };
  for (const act of acts) await act(source, take);
  if (missing.length > 0) throw new Error(`Not on the screen: ${missing.join('; ')}`);
  source.end();
}

function makeUp(language, words) {
  for (const [section, name, why, made] of MADE) {
    const copy = document.createDocumentFragment();
    copy.append(make('div', { lang: language }, ...made(words, make)));
    keep(section, name, { options: { why, size: 'small' }, sheets: SCENES[0].sheets, language, copy });
  }
}

// The page

let counted = 0;

function variant({ copies, sheets }, language, theme, sheetsOf) {
  const host = make('div', { className: 'sample', lang: language });
  host.setAttribute('theme', theme);
  host.dataset.variant = `${theme} ${language}`;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheetsOf(sheets);
  const frame = make('div', { className: 'frame' });
  frame.append(another(copies.get(language), `s${(counted += 1)}`));
  root.append(frame);
  return make('div', { className: 'variant' }, make('p', { className: 'variant-name' }, `${theme}, ${DIRECTIONS[language]}`), host);
}

function figure(name, sample, sheetsOf) {
  const { why, size = 'normal' } = sample.options;
  const shown = LANGUAGES.flatMap((language) => THEMES.map((theme) => variant(sample, language, theme, sheetsOf)));
  const caption = make('figcaption', {}, make('code', {}, name));
  if (why) caption.append(make('span', { className: 'quiet' }, ` Made by hand: ${why}`));
  const made = make('figure', { className: `component ${size}` }, caption, make('div', { className: 'variants' }, ...shown));
  made.dataset.name = name;
  return made;
}

function drawSections(sheetsOf) {
  const places = [['tokens', 'Custom properties'], ...SECTIONS];
  at('contents').append(...places.map(([id, title]) => make('li', {}, make('a', { href: `#${id}` }, title))));
  for (const [id, title] of SECTIONS) {
    const heading = make('h2', { id: `${id}-title` }, title);
    const section = make('section', { id, className: 'components' }, heading);
    section.setAttribute('aria-labelledby', heading.id);
    section.append(...[...samples.get(id)].map(([name, sample]) => figure(name, sample, sheetsOf)));
    at('styles').append(section);
  }
}

async function begin() {
  const sheetsOf = await allSheets();
  drawTokens(at('swatches'), sheetsOf(['assess']));
  for (const language of LANGUAGES) {
    const words = await wordsOf(language);
    for (const scene of SCENES) await play(scene, language, words);
    makeUp(language, words);
  }
  at('room').remove();
  at('progress').remove();
  drawSections(sheetsOf);
  at('styles').removeAttribute('aria-busy');
  // A link to a section was followed before there was one.
  if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
}

begin().catch((error) => {
  at('progress').textContent = `The samples could not be made. ${error.message}`;
  throw error;
});
