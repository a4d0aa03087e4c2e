// What the static pages share: escaping, the frame of a page, and the words for tiers, bases and dates.

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The one place where text becomes HTML. */
export function escape(text) {
  return String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}

/** HTML that `html` has made; everything else is text. */
class Markup {
  constructor(source) {
    this.source = source;
  }

  toString() {
    return this.source;
  }
}

function part(value) {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.source;
  if (Array.isArray(value)) return value.map(part).join('');
  return escape(value);
}

/** A template whose holes are escaped, other than results of itself and lists of them. */
export function html(strings, ...values) {
  return new Markup(strings.reduce((source, string, index) => source + part(values[index - 1]) + string));
}

/** Tiers, highest first, in the words of the check. */
export const TIERS = new Map([
  ['prohibited', 'Prohibited'],
  ['high', 'High-risk'],
  ['high-sectoral', 'High-risk, by product law'],
  ['exempt', 'Exempt from high-risk'],
  ['limited', 'Limited risk'],
  ['minimal', 'Minimal risk'],
  ['out-of-scope', 'Out of scope'],
]);

/** How firm a rule is, firmest first. */
export const BASES = new Map([
  ['law', { name: 'Law', meaning: 'It follows the text of a law.' }],
  [
    'guideline',
    {
      name: 'Guideline',
      meaning: 'It rests on guidance that an authority has published, and not on the text of a law alone.',
    },
  ],
  [
    'draft-guideline',
    {
      name: 'Draft guideline of 19 May 2026',
      meaning: 'It rests on draft guidelines of the Commission. They are not final, bind nobody and can still change.',
    },
  ],
  [
    'own-judgement',
    { name: 'Our reading', meaning: 'No cited text says it in these words. Others may read the law differently.' },
  ],
]);

export function tierBadge(tier) {
  return html`<span class="badge tier" data-tier="${tier}">${TIERS.get(tier) ?? tier}</span>`;
}

export function basisBadge(basis) {
  return html`<span class="badge basis" data-basis="${basis}">${BASES.get(basis)?.name ?? basis}</span>`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day written YYYY-MM-DD. */
export function day(date) {
  return html`<time datetime="${date}">${DAY.format(new Date(`${date}T00:00:00Z`))}</time>`;
}

export function number(value) {
  return Number(value).toLocaleString('en-GB');
}

/** "1 rule", "2 rules". */
export function count(value, one, many = `${one}s`) {
  return `${number(value)} ${Number(value) === 1 ? one : many}`;
}

/** A link, if the address is a plain https one; else only its text. */
export function link(url, text) {
  if (!/^https:\/\//.test(url ?? '')) return html`<span>${text}</span>`;
  return html`<a href="${url}" rel="external noreferrer">${text}</a>`;
}

export const NOT_ADVICE = html`<strong>This is not legal advice.</strong> The law itself decides,
and only a court can say what it means.`;

/** Which catalogue, which text of the law, which day. */
export function edition({ catalog, digest, law_date: lawDate, as_of: asOf }) {
  return html`<dl class="edition">
  <div><dt>Catalogue</dt> <dd><code>${catalog}</code></dd></div>
  ${lawDate && html`<div><dt>Text of the AI Act</dt> <dd>in force since ${day(lawDate)}</dd></div>`}
  <div><dt>As of</dt> <dd>${day(asOf)}</dd></div>
  ${digest && html`<div><dt>Digest</dt> <dd><code>${digest}</code></dd></div>`}
</dl>`;
}

const PAGES = [
  ['index.html', 'The check'],
  ['rules.html', 'Every rule'],
  ['quality.html', 'Quality card'],
  ['verify.html', 'Check a result'],
];

/** A whole page. `head` is extra markup for the head, such as a script. */
export function page({ file, title, description, head, main }) {
  const current = (address) => address === file && html` aria-current="page"`;
  const places = PAGES.map(([address, name]) => html`<li><a href="${address}"${current(address)}>${name}</a></li>`);
  return String(html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · AIMS readiness</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="open.css">
${head}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="site-header">
<div class="site-bar">
<p class="site-name"><img src="icon.svg" alt="" width="28" height="28"> AIMS readiness</p>
<nav aria-label="Pages"><ul class="pages">${places}</ul></nav>
</div>
</header>
<main id="main" tabindex="-1">
${main}
</main>
</body>
</html>
`);
}
