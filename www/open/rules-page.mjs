// The page "Every rule, open to reading". It shows what the command line prints and decides nothing.

import {
  BASES,
  NOT_ADVICE,
  basisBadge,
  count,
  day,
  edition,
  html,
  link,
  number,
  page as wholePage,
  tierBadge,
} from './html.mjs';

const CASES_SHOWN = 3;
/** Longer words of a named condition stand only in its list of parts. */
const WORDS_SHOWN = 200;

const under = (...prefixes) => (id) => prefixes.some((prefix) => id === prefix || id.startsWith(`${prefix}.`));

/** In the order of the page. The one without `has` takes what no other does. */
const GROUPS = [
  {
    id: 'scope',
    name: 'Scope',
    lead: 'Whether the Act applies at all, and what is left where no special rule holds.',
    has: under('scope', 'minimal', 'literacy'),
  },
  {
    id: 'art5',
    name: 'Prohibited practices (Article 5)',
    lead: 'What nobody may do. Close uses that stay outside of a point follow that point.',
    has: under('art5'),
  },
  {
    id: 'annex_i',
    name: 'Products (Annex I)',
    lead: 'AI in products that have safety law of their own.',
    has: under('annex_i'),
  },
  {
    id: 'annex_iii',
    name: 'Sensitive areas (Annex III)',
    lead: 'Uses that are high-risk because of their area. The exemption of Article 6(3) comes first, and close uses that stay outside follow their point.',
    has: under('annex_iii', 'art6'),
  },
  {
    id: 'art50',
    name: 'Transparency (Article 50)',
    lead: 'When people must be told that AI is at work. Close uses that stay outside of a point follow that point.',
    has: under('art50'),
  },
  {
    id: 'roles',
    name: 'Roles and duties',
    lead: 'Roles that the law adds, and duties that depend on who uses the system.',
  },
  {
    id: 'gpai',
    name: 'General-purpose models',
    lead: 'Models that serve many purposes: who makes, adapts or only uses them.',
    has: under('gpai'),
  },
  {
    id: 'gdpr',
    name: 'Data protection',
    lead: 'Data protection law, which stands beside the Act.',
    has: under('gdpr'),
  },
  {
    id: 'legacy',
    name: 'Timing',
    lead: 'Systems that were on the market before the duties start.',
    has: under('legacy'),
  },
  {
    id: 'places',
    name: 'Other countries and other laws',
    lead: 'Pointers to laws beside the Act. They show where to look, and do not replace that law.',
    has: under('places'),
  },
];
const REST = GROUPS.find((group) => !group.has);

const anchor = (id) => `rule-${id}`;
const title = (rule) => rule.name ?? rule.id;
const heading = (rule) => (rule.name ? html`${rule.name}` : html`<code>${rule.id}</code>`);
const ruleLink = (rule) => html`<a href="#${anchor(rule.id)}">${title(rule)}</a>`;

/** Groups with their rules: derogations first, and each rule followed by what is outside of it. */
function grouped(rules) {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const around = (rule) => [rule, ...rules.filter((one) => one.outside_of === rule.id).flatMap(around)];
  const points = rules.filter((rule) => !byId.has(rule.outside_of));
  const sorted = [
    ...points.filter((rule) => rule.kind === 'derogation'),
    ...points.filter((rule) => rule.kind !== 'derogation'),
  ];
  const groupOf = (rule) => GROUPS.find((group) => group.has?.(rule.id)) ?? REST;
  return GROUPS.map((group) => ({
    ...group,
    rules: sorted.filter((rule) => groupOf(rule) === group).flatMap(around),
  })).filter((group) => group.rules.length > 0);
}

// Conditions

/** Parts of parts of the same kind stand in one list: that changes nothing but the depth. */
function flat(kind, parts) {
  return parts.flatMap((one) => (one[kind] ? flat(kind, one[kind]) : [one]));
}

function condition(when) {
  if (when.all) return listed('All of:', flat('all', when.all), 'Always.');
  if (when.any) return listed('At least one of:', flat('any', when.any), 'Never.');
  if (when.not) return html`<p class="joint">Not:</p><ul class="parts"><li>${condition(when.not)}</li></ul>`;
  if (when.is) return leaf(when.is);
  return named(when.term);
}

function listed(words, parts, empty) {
  if (parts.length === 0) return html`<p class="joint">${empty}</p>`;
  if (parts.length === 1) return condition(parts[0]);
  const items = parts.map((one) => html`<li>${condition(one)}</li>`);
  return html`<p class="joint">${words}</p><ul class="parts">${items}</ul>`;
}

function leaf({ fact, question, values, answers }) {
  const said =
    answers.length === 1
      ? html`<p class="answer"><span class="quiet">Answer:</span> ${answers[0]}</p>`
      : html`<p class="answer quiet">One of these answers:</p>
<ul class="answers">${answers.map((answer) => html`<li>${answer}</li>`)}</ul>`;
  return html`<p class="question">${question}</p>${said}
<p class="ids"><code>${fact}</code>: <code>${values.join(', ')}</code></p>`;
}

/** The words of a named condition, unless they are long or only its id. They may begin with the id of a fact. */
function short(words, id) {
  if (!words || words === id || words.length > WORDS_SHOWN) return null;
  return /^[a-z]+[\s:,]/.test(words) ? words[0].toUpperCase() + words.slice(1) : words;
}

function named({ term, words }) {
  const said = short(words, term);
  return html`<p class="question">The named condition <a href="#term-${term}"><code>${term}</code></a> holds.</p>
${said && html`<p class="ids">${said}</p>`}`;
}

// One rule

function kindBadge(rule, byId) {
  if (rule.kind === 'derogation') return html`<span class="badge kind" data-kind="derogation">Derogation</span>`;
  if (rule.kind !== 'outside') return html`<span class="badge kind">Rule</span>`;
  const target = byId.get(rule.outside_of);
  return html`<span class="badge kind" data-kind="outside">Outside of ${target ? ruleLink(target) : rule.outside_of}</span>`;
}

function row(term, ...content) {
  return html`<div class="row"><dt>${term}</dt> <dd>${content}</dd></div>`;
}

/** A guideline, a draft or a reading is not in force; the check uses it for some days and not for others. */
function period({ basis, in_force: from, until }, asOf) {
  const days = basis === 'law' ? '' : 'for days ';
  const since = from <= asOf ? html`${days}since ${day(from)}` : html`${days}from ${day(from)}`;
  const mark = from > asOf ? 'Not yet' : until && until <= asOf ? 'No longer' : null;
  return html`${since}${until && html`, until ${day(until)} (the first day without it)`}
${mark && html`<span class="badge past">${mark}</span>`}`;
}

function caseItem(id, cases) {
  const { text, tier, source } = cases[id] ?? {};
  return html`<li><p>${text ?? id}</p>
<p class="ids">${tier && html`${tierBadge(tier)} `}<code>${id}</code>${source && html` · ${link(source, source)}`}</p></li>`;
}

function caseFold(words, ids, cases) {
  if (ids.length === 0) return null;
  const shown = ids.slice(0, CASES_SHOWN);
  const of = ids.length > shown.length ? `${shown.length} of ${number(ids.length)}` : number(ids.length);
  return html`<details class="fold"><summary>${words} <span class="quiet">(${of})</span></summary>
<ul class="cases">${shown.map((id) => caseItem(id, cases))}</ul></details>`;
}

function evidence(rule, quality) {
  const tried = quality.rules?.[rule.id];
  if (!tried) return null;
  const { fires = [], spares = [] } = tried;
  const cases = quality.cases ?? {};
  return html`<div class="evidence">
${fires.length === 0 && html`<p class="ids">No case of ours fires it yet.</p>`}
${caseFold('Cases that fire it', fires, cases)}
${caseFold('Close cases that do not', spares, cases)}
</div>`;
}

function article(rule, context) {
  const { byId, rules, asOf, quality, wording } = context;
  const derogation = byId.get(rule.derogation);
  const lowers = rules.filter((one) => one.derogation === rule.id).length;
  const places = rule.references.map(({ text, url }) => html`<li>${link(url, text)}</li>`);
  const notes = rule.flags.map((id) => html`<li>${wording[`flag.${id}.name`]} <code>${id}</code></li>`);
  return html`
<article class="rule" id="${anchor(rule.id)}" data-tier="${rule.tier ?? 'none'}" data-kind="${rule.kind}"
 aria-labelledby="name-${rule.id}">
<h3 id="name-${rule.id}">${heading(rule)}</h3>
<p class="badges">${rule.tier && html`${tierBadge(rule.tier)} `}${kindBadge(rule, byId)} ${basisBadge(rule.basis)}</p>
<p class="because">${rule.because}</p>
<dl class="rows">
${row('When', condition(rule.when))}
${row('Where it stands', html`<ul class="references">${places}</ul>`)}
${row(rule.basis === 'law' ? 'In force' : 'Used by the check', period(rule, asOf))}
${rule.applies_from && row('Duties start', day(rule.applies_from))}
${derogation && row('May be lowered by', ruleLink(derogation))}
${lowers > 0 && row('May lower', count(lowers, 'rule'))}
${notes.length > 0 && row('Notes it adds', html`<ul class="flags">${notes}</ul>`)}
${row('Id', html`<a href="#${anchor(rule.id)}"><code>${rule.id}</code></a>`)}
</dl>
${evidence(rule, quality)}
</article>`;
}

// The page

function section(group, context) {
  return html`
<section class="group" id="group-${group.id}" aria-labelledby="heading-${group.id}">
<h2 id="heading-${group.id}">${group.name}</h2>
<p class="group-lead">${group.lead}</p>
<details class="fold index"><summary>List of the ${count(group.rules.length, 'rule')} here</summary>
<ul>${group.rules.map((rule) => html`<li data-kind="${rule.kind}">${ruleLink(rule)}</li>`)}</ul></details>
${group.rules.map((rule) => article(rule, context))}
<p class="back"><a href="#contents">Back to contents</a></p>
</section>`;
}

function entry(id, name, size) {
  return html`<li><a href="#${id}">${name}</a> <span class="quiet">${number(size)}</span></li>`;
}

function termArticle({ id, words, when }) {
  const said = short(words, id);
  return html`
<article class="rule term" id="term-${id}" aria-labelledby="term-name-${id}">
<h3 id="term-name-${id}"><code>${id}</code></h3>
${said && html`<p class="quiet">${said}</p>`}
<div class="condition">${condition(when)}</div>
</article>`;
}

function figures(rules) {
  const of = (kind) => rules.filter((rule) => rule.kind === kind).length;
  const list = [
    [of('rule'), 'rules that lead to a tier, a note or a role'],
    [of('outside'), 'rules that say what stays outside'],
    [of('derogation'), of('derogation') === 1 ? 'derogation, which lowers a tier' : 'derogations, which lower a tier'],
  ];
  return html`<ul class="figures">${list.map(([value, words]) => html`<li><b>${number(value)}</b> <span>${words}</span></li>`)}</ul>`;
}

function firmness(rules) {
  const of = (basis) => rules.filter((rule) => rule.basis === basis).length;
  return html`<dl class="firmness">${[...BASES].map(
    ([id, { meaning }]) =>
      html`<div><dt>${basisBadge(id)} <span class="quiet">${number(of(id))}</span></dt> <dd>${meaning}</dd></div>`,
  )}</dl>`;
}

const SEARCH = html`<div class="search" role="search" hidden>
<label for="search">Search the rules</label>
<input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-hint">
<p class="quiet" id="search-hint">All your words have to occur in a rule.
For example: <i>credit</i>, <i>our reading</i>, <i>6(3)</i>.</p>
<p class="search-count" role="status"></p>
</div>`;

/**
 * The whole page. `rules` is what `aims-readiness rules` prints, `quality` is quality.json.
 * `wording`, the words of wording.en.results.json, gives the names of notes and may be left out.
 */
export function page({ rules: list, quality = {}, wording = {} }) {
  const { rules, terms = [] } = list;
  const context = { rules, byId: new Map(rules.map((rule) => [rule.id, rule])), asOf: list.as_of, quality, wording };
  const groups = grouped(rules);
  const main = html`
<h1>Every rule, open to reading</h1>
<p class="lead">The check decides with these rules and with nothing else.
Each one says when it holds, where it stands in the law, and how firm it is.</p>
<p class="advice">${NOT_ADVICE}</p>
${figures(rules)}
${edition({ ...list, law_date: quality.law_date })}
<section aria-labelledby="firm">
<h2 id="firm">How firm is a rule?</h2>
${firmness(rules)}
</section>
<section aria-labelledby="reading">
<h2 id="reading">How to read a rule</h2>
<p>A rule holds when its condition is met by the answers. Each condition names a question and the answers that count.
Where a question does not come up, none of its answers count. Where a needed answer is missing, the rule stays open.</p>
<p>Several rules can hold at once. The highest tier counts, unless a derogation lowers it.
A rule “outside of” another explains why a close use is not caught. It changes no tier itself.</p>
</section>
<div class="with-contents">
<nav class="contents" id="contents" tabindex="-1" aria-labelledby="contents-name">
<h2 id="contents-name">Contents</h2>
<ol>${groups.map((group) => entry(`group-${group.id}`, group.name, group.rules.length))}
${entry('terms', 'Named conditions', terms.length)}</ol>
</nav>
<div class="list">
${SEARCH}
${groups.map((group) => section(group, context))}
<section class="terms" id="terms" aria-labelledby="heading-terms">
<h2 id="heading-terms">Named conditions</h2>
<p class="group-lead">Conditions that several rules or questions share. Rules refer to them by name.</p>
${terms.map(termArticle)}
<p class="back"><a href="#contents">Back to contents</a></p>
</section>
</div>
</div>`;
  return wholePage({
    file: 'rules.html',
    title: 'Every rule',
    description: `All ${rules.length} rules of the check, each with its condition in words, its place in the law and how firm it is.`,
    head: html`<script type="module" src="search.js"></script>`,
    main,
  });
}
