// The page "Quality card": what the cases show about the check, and what they do not.

import { NOT_ADVICE, count, edition, html, number, page as wholePage } from './html.mjs';

/** Rounded down, so that 100 % means all. */
function percent(part, whole) {
  return whole > 0 ? `${Math.floor((1000 * part) / whole) / 10} %` : 'none';
}

const sum = (groups, key) => groups.reduce((total, group) => total + group[key], 0);

/** A picture of numbers that stand beside it in words. `full` is the length of the whole width. */
function bar(full, whole, part = whole) {
  const length = (value) => (full > 0 ? `${((100 * value) / full).toFixed(2)}%` : '0%');
  return html`<svg class="bar" aria-hidden="true" focusable="false" width="100%" height="10">
<rect class="bar-track" width="100%" height="10"/>
<rect class="bar-miss" width="${length(whole)}" height="10"/>
<rect class="bar-fill" width="${length(part)}" height="10"/>
</svg>`;
}

function figure(value, words) {
  return html`<li><b>${value}</b> <span>${words}</span></li>`;
}

function headline({ counts, groups, questions, mutations }, { fired, all }) {
  const cases = sum(groups, 'cases');
  return html`<ul class="figures">
${figure(`${number(sum(groups, 'right'))} of ${number(cases)}`, 'expected results come out right')}
${figure(`${number(fired)} of ${number(all)}`, 'rules are fired by at least one case')}
${figure(`${number(mutations.made - mutations.unnoticed)} of ${number(mutations.made)}`, 'planted mistakes are noticed')}
${figure(number(questions.mean), `questions per case on average, of ${number(questions.all)}`)}
</ul>
<p class="quiet">The catalogue has ${count(counts.rules, 'rule')}, ${count(counts.derogations, 'derogation')},
${count(counts.facts, 'question')} and ${count(counts.items, 'checklist item')}. We try it on ${count(counts.cases, 'case')}.</p>`;
}

function figureCells(cases, right) {
  return [number(cases), number(right), percent(right, cases)].map((text) => html`<td class="figure">${text}</td>`);
}

function groupTable(groups) {
  const full = Math.max(0, ...groups.map((group) => group.cases));
  return html`<table>
<caption>The longer the bar, the more cases. The full colour is the part that came out right.
A dotted end is the part that did not.</caption>
<thead><tr><th scope="col">Group</th>${['Cases', 'Right', 'Share'].map((name) => html`<th scope="col" class="figure">${name}</th>`)}</tr></thead>
<tbody>${groups.map(
    (group) => html`
<tr><th scope="row">${group.name}${bar(full, group.cases, group.right)}</th>${figureCells(group.cases, group.right)}</tr>`,
  )}
</tbody>
<tfoot><tr><th scope="row">All groups</th>${figureCells(sum(groups, 'cases'), sum(groups, 'right'))}</tr></tfoot>
</table>`;
}

function questionTable({ mean, worst, all, plain }) {
  const rows = [
    ['A use with nothing special', plain],
    ['A case on average', mean],
    ['The case with the most questions', worst],
    ['Asking every question', all],
  ];
  return html`<table>
<caption>How many questions are asked before the result.</caption>
<thead><tr><th scope="col">Who is asked</th><th scope="col" class="figure">Questions</th></tr></thead>
<tbody>${rows.map(([name, value]) => html`
<tr><th scope="row">${name}${bar(all, value)}</th><td class="figure">${number(value)}</td></tr>`)}
</tbody>
</table>`;
}

function ruleList(ids) {
  return html`<ul class="plain">${ids.map((id) => html`<li><a href="rules.html#rule-${id}"><code>${id}</code></a></li>`)}</ul>`;
}

function coverage(rules) {
  const ids = Object.keys(rules);
  const without = (key) => ids.filter((id) => (rules[id][key] ?? []).length === 0);
  const fold = (words, list) =>
    list.length > 0 &&
    html`<details class="fold"><summary>${words} <span class="quiet">(${number(list.length)})</span></summary>
${ruleList(list)}</details>`;
  const [unfired, unspared] = [without('fires'), without('spares')];
  return html`<ul>
<li>Rules with a case that fires them: ${number(ids.length - unfired.length)} of ${number(ids.length)}.</li>
<li>Rules with a close case that must not fire them: ${number(ids.length - unspared.length)} of ${number(ids.length)}.</li>
</ul>
${fold('Rules that no case fires', unfired)}
${fold('Rules without a close case', unspared)}`;
}

function mutationWords({ made, unnoticed }) {
  const noticed = made - unnoticed;
  return html`<p>A test that always passes is worth nothing. So we plant mistakes.
Each time one part of one rule is changed on purpose, and all cases run again. At least one case must then fail.</p>
<p>Mistakes planted: ${number(made)}. Noticed: ${number(noticed)} (${percent(noticed, made)}). Not noticed: ${number(unnoticed)}.</p>
${bar(made, made, noticed)}`;
}

/** The whole page from quality.json. */
export function page(data) {
  const rules = data.rules ?? {};
  const all = Object.keys(rules).length;
  const fired = Object.values(rules).filter(({ fires = [] }) => fires.length > 0).length;
  const main = html`
<h1>Quality card</h1>
<p class="lead">How we test the check, what came out, and what it does not prove.</p>
<p class="advice">${NOT_ADVICE}</p>
${headline(data, { fired, all })}
${edition(data)}
<section aria-labelledby="meaning">
<h2 id="meaning">What the figures mean, and what not</h2>
<p>A case is a use of AI in one or two sentences, with the answers to the questions and the result that we expect.
It is right when the tier and everything else that the case names come out as expected.</p>
<ul>
<li><strong>We wrote the cases ourselves.</strong> They are not unseen cases.
When one failed, we mended the rule or the case. A full score shows that nothing is broken.
It does not say how often the check is right on uses that nobody has tried.</li>
<li><strong>The expected results are our reading of the cited sources.</strong> No authority has checked them.
If we misread a source, rule and case can be wrong together.</li>
<li><strong>The answers are given.</strong> The figures do not show whether people understand the questions, or answer them well.</li>
<li><strong>Some rules rest on drafts or on our own reading.</strong> The page with every rule marks them.</li>
</ul>
</section>
<section aria-labelledby="groups">
<h2 id="groups">Cases by group</h2>
${groupTable(data.groups)}
</section>
<section aria-labelledby="covered">
<h2 id="covered">Rules and their cases</h2>
${coverage(rules)}
<p><a href="rules.html">Read every rule with its cases</a></p>
</section>
<section aria-labelledby="questions">
<h2 id="questions">Questions asked</h2>
<p>The check asks only what can still change the result.</p>
${questionTable(data.questions)}
</section>
<section aria-labelledby="mutations">
<h2 id="mutations">Planted mistakes</h2>
${mutationWords(data.mutations)}
</section>
<section aria-labelledby="weak">
<h2 id="weak">Known weak spots</h2>
${
  (data.weak_spots ?? []).length > 0
    ? html`<ul>${data.weak_spots.map((text) => html`<li>${text}</li>`)}</ul>`
    : html`<p>None is on record. That does not mean that there is none.</p>`
}
</section>
<section aria-labelledby="again">
<h2 id="again">Check it yourself</h2>
<p>In a copy of the source, this runs all cases again:</p>
<pre tabindex="0"><code>make check</code></pre>
<p>All figures of this page, with every case, are in <a href="quality.json">quality.json</a>.</p>
</section>`;
  return wholePage({
    file: 'quality.html',
    title: 'Quality card',
    description: 'How the check is tested, what came out, and what the figures do not prove.',
    main,
  });
}
