// Draws a report from a tree of elements. Markup is never parsed, and what a report is not made of is left out.

/** What a report is made of. Anything else in a tree is left out. */
const TAGS = new Set(
  'main header footer section article div h1 h2 h3 h4 p span strong b em small code ul ol li dl dt dd table caption colgroup col thead tbody tr th td figure figcaption a br svg g rect line path text title desc'.split(
    ' ',
  ),
);
const ATTRIBUTES =
  /^(class|id|lang|dir|scope|colspan|rowspan|span|role|aria-[a-z]+|href|rel|width|height|viewBox|preserveAspectRatio|x|y|x1|x2|y1|y2|rx|ry|d|dx|dy|transform|text-anchor|dominant-baseline|focusable|data-[a-z]+)$/;
const SVG = 'http://www.w3.org/2000/svg';
const LEADS_OUT = /^(https:|mailto:)/;

/** What stands before a text that is in English, because its language does not have it yet. */
const FOREIGN = '\u2063';

/** A text; what of it is in English says so. */
function text(words, document, inSvg) {
  const [own, ...english] = words.split(FOREIGN);
  if (english.length === 0 || inSvg) return document.createTextNode(words.replaceAll(FOREIGN, ''));
  const made = document.createElement('span');
  made.lang = 'en';
  made.textContent = english.join('');
  const both = document.createDocumentFragment();
  both.append(own, made);
  return both;
}

/** The node of a tree `[tag, {attributes}, [children]]` or of a text. */
function node(tree, document, inSvg = false) {
  if (typeof tree === 'string') return text(tree, document, inSvg);
  const [tag, attributes, children] = tree;
  if (!TAGS.has(tag)) return document.createTextNode('');
  const svg = inSvg || tag === 'svg';
  const made = svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (!ATTRIBUTES.test(name) || (name === 'href' && !LEADS_OUT.test(value))) continue;
    made.setAttribute(name, value);
  }
  made.append(...children.map((child) => node(child, document, svg)));
  return made;
}

/** The nodes of a tree, or of several. */
export const nodes = (tree, document) => (Array.isArray(tree[0]) ? tree : [tree]).map((each) => node(each, document));

/** Fills a document with a tree, or several, in the styles that are given. */
export function fill(document, { tree, lang, title, css }) {
  if (css !== undefined) {
    // Made here, so that no policy for styles stands in the way.
    const sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }
  document.documentElement.lang = lang;
  if (title) document.title = title;
  document.body.replaceChildren(...nodes(tree, document));
}
