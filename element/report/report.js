// The page that prints a report: it gets the report as a tree from the page that opened it, and knows nothing else.

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

/** The node of a tree `[tag, {attributes}, [children]]` or of a text. */
function node(tree, inSvg = false) {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const [tag, attributes, children] = tree;
  if (!TAGS.has(tag)) return document.createTextNode('');
  const svg = inSvg || tag === 'svg';
  const made = svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (!ATTRIBUTES.test(name) || (name === 'href' && !LEADS_OUT.test(value))) continue;
    made.setAttribute(name, value);
  }
  made.append(...children.map((child) => node(child, svg)));
  return made;
}

/** Styles of the file that is saved; made here, so that no policy for styles stands in the way. */
async function styled() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetch(new URL('report.css', import.meta.url))).text());
  document.adoptedStyleSheets = [sheet];
}

async function hear({ source, data }) {
  if (source !== opener || data?.aims !== 'report') return;
  removeEventListener('message', hear);
  // A report without styles is better than none.
  await styled().catch(() => {});
  document.documentElement.lang = data.lang;
  if (data.title) document.title = data.title;
  document.body.replaceChildren(...[data.tree].flatMap((tree) => (Array.isArray(tree[0]) ? tree : [tree])).map((tree) => node(tree)));
  // Drawn once, so that the print has its layout.
  requestAnimationFrame(() => requestAnimationFrame(() => print()));
}

if (opener) {
  addEventListener('message', hear);
  // It holds nothing yet, so anybody may know that it listens.
  opener.postMessage({ aims: 'report-ready' }, '*');
}
