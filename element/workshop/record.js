// The record of what somebody answered: dated, with version, day of the law and receipts, to be printed and filed.

import { button, labelled, make } from '../visit/make.js';
import { treePrinted } from '../records/print.js';
import { nodes } from '../report/draw.js';
import { tableTree } from '../report/table-tree.js';
import { DOMAIN_KEYS, WORTH_KEYS } from './labels.js';
import { byDomain, summed } from './scores.js';

const LONGEST_NAME = 120;

export function recordScreen(desk, stage) {
  const { words, tries, deck, element } = desk;
  const name = make('input', { type: 'text', value: tries.name, maxLength: LONGEST_NAME, autocomplete: 'name' });
  const body = make('div', { className: 'workshop-record' });
  const draw = () => {
    body.replaceChildren(...nodes(recordTree(desk), document));
    // On a phone a table is wider than the screen: it scrolls by itself, with the keyboard too.
    for (const wide of body.querySelectorAll('.workshop-wide')) wide.tabIndex = 0;
  };
  name.addEventListener('input', () => {
    tries.name = name.value;
    draw();
  });
  const said = make('p', { className: 'keep-said' });
  said.setAttribute('role', 'status');
  const print = async () => {
    try {
      said.textContent = await treePrinted({ element, files: desk.files, words, title: words('workshop.record-title'), made: async () => ['main', { class: 'report' }, recordTree(desk)] });
    } catch (error) {
      element.fail(error);
    }
  };
  const none = summed(deck.scenarios, tries).answered === 0;
  const again = make('div', { className: 'keep-actions' });
  const clear = button(words('workshop.clear'), () => {
    const sure = button(words('workshop.clear'), () => {
      tries.clear();
      desk.showHome();
    }, 'button danger');
    again.replaceChildren(make('p', {}, words('workshop.clear-sure')), sure, button(words('workshop.keep'), () => desk.show(recordScreen)));
    sure.focus();
  }, 'button danger');
  again.append(clear);
  stage.replaceChildren(
    make('h2', { tabIndex: -1 }, words('workshop.record')),
    make('p', {}, words('workshop.record-lead')),
    labelled('aims-workshop-name', words('workshop.name'), name, words('workshop.name-hint')),
    make('div', { className: 'keep-actions' }, !none && button(words('workshop.print'), print, 'button primary'), button(words('workshop.back'), () => desk.showHome())),
    said,
    body,
    ...(none ? [] : [again]),
  );
  draw();
}

/** The record as trees: the same on the screen and in print. */
function recordTree({ words, say, tries, deck, today }) {
  const answered = deck.scenarios.filter(({ id }) => tries.of(id));
  if (answered.length === 0) return [['p', {}, [words('workshop.record-empty')]]];
  const all = summed(deck.scenarios, tries);
  const last = tries.of(answered.at(-1).id).last;
  const term = (title, text) => ['div', {}, [['dt', {}, [title]], ['dd', {}, [text]]]];
  const points = (sum, which) => words('workshop.points', { points: say.number(sum[which]), most: say.number(sum.most) });
  const table = (caption, ...rest) => ['div', { class: 'workshop-wide', role: 'region', 'aria-label': caption }, [tableTree(caption, ...rest)]];
  const tier = (said) => (said === 'open' ? words('workshop.open') : say.tier(said));
  const rows = answered.map(({ id, title }) => {
    const { first, last: latest, times } = tries.of(id);
    return [title, tier(first.said), times > 1 ? tier(latest.said) : '', say.range(latest.range), words(WORTH_KEYS[first.worth]), say.day(first.on), latest.receipt];
  });
  return [
    ['h3', {}, [words('workshop.record-title')]],
    [
      'dl',
      {},
      [
        ...(tries.name.trim() ? [term(words('workshop.name'), tries.name.trim())] : []),
        term(words('workshop.date'), say.day(today)),
        term(words('workshop.answered'), words('workshop.of', { count: say.number(all.answered), all: say.number(all.count) })),
        term(words('workshop.by-first'), points(all, 'first')),
        term(words('workshop.by-last'), points(all, 'last')),
        term(words('workshop.catalog'), last.catalog),
        term(words('workshop.law-date'), last.law ? say.day(last.law) : ''),
      ],
    ],
    table(words('workshop.domains'), ['workshop.domain', 'workshop.answered', 'workshop.by-first', 'workshop.by-last'].map((key) => words(key)), byDomain(deck.scenarios, tries).map((sum) => [words(DOMAIN_KEYS[sum.domain]), say.number(sum.answered), points(sum, 'first'), points(sum, 'last')])),
    table(words('workshop.answers'), ['workshop.scenario', 'workshop.first', 'workshop.last', 'workshop.engine', 'workshop.outcome-heading', 'workshop.on', 'workshop.receipt'].map((key) => words(key)), rows),
    ['p', {}, [words('workshop.evidence')]],
    ['p', {}, [words('no-legal-advice')]],
  ];
}
