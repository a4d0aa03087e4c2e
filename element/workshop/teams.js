// Two teams and one case: what each answered with the questions, and the differences that move the tier.

import { LinkRefusal } from '../visit/link.js';
import { button, labelled, make } from '../visit/make.js';
import { comparisonParts } from '../telling/comparison.js';
import { textsIn } from './chosen.js';
import { paperLine, readPaper } from './paper.js';

const LONGEST_TEAM = 80;

/** The register in which assessments are compared; it holds none. */
const REGISTER = 'teams';

/** What a team takes along: its line, as text, as a file and as a picture. */
export function paperScreen(desk, stage, scenario, answers, back) {
  const { words, element, files } = desk;
  const failed = (error) => element.fail(error);
  const team = make('input', { type: 'text', maxLength: LONGEST_TEAM, autocomplete: 'off' });
  const line = make('textarea', { rows: 4, readOnly: true, spellcheck: false });
  const picture = make('div', { className: 'workshop-picture' });
  const result = make('p', { className: 'lead' });
  let turn = 0;
  const draw = async () => {
    const mine = (turn += 1);
    const found = await desk.visit.asked((glue, _words, overlay) => glue.engineClassify(answers, desk.visit.asOf(), overlay));
    const text = await paperLine({ answers, result: found, scenario: scenario.id, team: team.value.trim() });
    const { qrCode } = await files.script('qr-draw.js');
    if (mine !== turn) return;
    result.textContent = words('workshop.paper-result', { range: desk.say.range(found.range) });
    line.value = text;
    picture.replaceChildren(qrCode(text, words('workshop.paper-code')));
  };
  const save = () => {
    const name = `${(team.value.trim() || words('workshop.team')).replace(/[^\p{L}\p{N}]+/gu, '-')}.txt`;
    desk.visit.handOver({ format: 'workshop-paper', name, type: 'text/plain', text: `${line.value}\n` });
  };
  team.addEventListener('input', () => draw().catch(failed));
  line.addEventListener('focus', () => line.select());
  stage.replaceChildren(
    make('h2', { tabIndex: -1 }, scenario.title),
    result,
    make('p', {}, words('workshop.paper-lead')),
    labelled('aims-workshop-team', words('workshop.team'), team, words('workshop.team-hint')),
    labelled('aims-workshop-paper', words('workshop.paper'), line),
    picture,
    make(
      'div',
      { className: 'keep-actions' },
      button(words('workshop.paper-save'), save),
      button(words('workshop.compare-teams'), () => desk.show(teamsScreen, scenario, back, line.value), 'button primary'),
      button(words('workshop.back'), back),
    ),
  );
  draw().catch(failed);
}

/** Compares what two teams answered to a case. */
export async function teamsScreen(desk, stage, scenario, back, first = '') {
  const { words } = desk;
  const out = make('div', { className: 'workshop-body' });
  out.setAttribute('aria-live', 'polite');
  const sides = [side(desk, 'one', words('workshop.team-one'), first), side(desk, 'other', words('workshop.team-other'))];
  const compare = async () => {
    try {
      out.replaceChildren(...(await compared(desk, scenario, sides.map(({ field }) => field.value))));
    } catch ({ message }) {
      out.replaceChildren(make('p', { className: 'error' }, message));
    }
  };
  stage.replaceChildren(
    make('h2', { tabIndex: -1 }, words('workshop.teams-title')),
    make('p', {}, words('workshop.teams-lead', { title: scenario.title })),
    make('details', { className: 'keep-fold' }, make('summary', {}, words('workshop.stage-case')), make('p', { className: 'workshop-story' }, scenario.story)),
    ...sides.flatMap(({ parts }) => parts),
    make('div', { className: 'keep-actions' }, button(words('workshop.compare'), compare, 'button primary'), button(words('workshop.back'), back)),
    out,
  );
}

/** A field for what a team took along, which a file or a picture of its code fills too. */
function side({ words, files, element }, name, label, value = '') {
  const field = make('textarea', { rows: 3, value, spellcheck: false });
  const file = make('input', { type: 'file', accept: 'text/plain,.txt,image/*' });
  file.addEventListener('change', async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    try {
      [field.value = ''] = await textsIn(files, chosen);
    } catch (error) {
      element.fail(error);
    }
  });
  const id = `aims-workshop-team-${name}`;
  return { field, parts: [labelled(id, label, field), labelled(`${id}-file`, words('workshop.team-file'), file)] };
}

const REFUSED = { newer: 'workshop.paper-newer', empty: 'workshop.paper-empty' };

/** Reads both, and shows the differences that matter. */
async function compared(desk, scenario, lines) {
  const { words, visit } = desk;
  const papers = [];
  for (const [index, line] of lines.entries()) {
    const team = words(index === 0 ? 'workshop.team-one' : 'workshop.team-other');
    try {
      papers.push(await readPaper(line));
    } catch (error) {
      if (!(error instanceof LinkRefusal)) throw error;
      throw new Error(words(REFUSED[error.code] ?? 'workshop.paper-damaged', { team }));
    }
    if (papers.at(-1).scenario !== scenario.id) throw new Error(words('workshop.paper-other', { team }));
  }
  await desk.addWords('register');
  const port = await visit.records();
  await port.call('register', REGISTER, 'begin', visit.asOf());
  const cases = papers.map(({ team, answers }) => JSON.stringify({ schema: 2, name: team, answers, work: {} }));
  const comparison = await port.call('register', REGISTER, 'compare', ...cases);
  return [make('p', { className: 'workshop-teams' }, papers.map(({ team }, index) => team || words(index === 0 ? 'workshop.team-one' : 'workshop.team-other')).join(' / ')), ...comparisonParts(desk, comparison)];
}
