// An exercise for a group: which controls may stay out, or how grave findings are.

import { button, make } from '../visit/make.js';
import { choices } from './choices.js';
import { about } from './home.js';
import { GRADES } from './labels.js';
import { prompts } from './reveal.js';
import { exerciseStatement } from './statement.js';

/** What may be said of a control. */
const STAYS = { in: 'workshop.stays-in', out: 'workshop.may-stay-out' };

const APPLICABILITY = { applicable: 'applicability.applicable', conditional: 'applicability.conditional', excludable: 'applicability.excludable' };

export function exerciseScreen(desk, stage, exercise) {
  const { words, element } = desk;
  const body = make('div', { className: 'workshop-body' });
  const setting = desk.deck.settings.find(({ id }) => id === exercise.scenario);
  stage.replaceChildren(
    make('h2', { tabIndex: -1 }, exercise.title),
    about(desk, exercise),
    ...(setting ? [fold(words('workshop.setting', { title: setting.title }), make('p', {}, setting.story))] : []),
    make('p', { className: 'workshop-story' }, exercise.story),
    body,
  );
  const begin = exercise.kind === 'grading' ? gradings : exclusions;
  begin(desk, exercise, setting).then((lines) => ask(desk, body, exercise, lines)).catch((error) => element.fail(error));
}

const fold = (summary, ...parts) => make('details', { className: 'keep-fold' }, make('summary', {}, summary), ...parts);

/** Lines `{id, text, options, right, why}` of findings, whose grades are our own judgement. */
async function gradings({ words }, { findings }) {
  const options = Object.entries(GRADES).map(([id, key]) => [id, words(key)]);
  return findings.map(({ id, item, text, grade, reason }) => ({ id, text: `${text} (${item})`, options, right: grade, told: words(GRADES[grade]), why: reason }));
}

/** Lines of controls, with what the engine says of each in this setting. */
async function exclusions(desk, exercise, setting) {
  const { words, visit } = desk;
  const { controls, answers } = exercise;
  const all = { ...setting?.answers, ...answers };
  const { items } = await desk.asked(exercise, (glue, texts, overlay) => glue.engineChecklist(all, setting?.as_of ?? visit.asOf(), texts, overlay));
  const options = Object.entries(STAYS).map(([id, key]) => [id, words(key)]);
  return controls.flatMap((id) => {
    const item = items.find((known) => known.id === id);
    if (!item) return [];
    const { ref, title, applicability, reason } = item;
    return [{ id, text: `${ref} ${title}`, options, right: applicability === 'applicable' ? 'in' : 'out', told: words(APPLICABILITY[applicability]), why: reason }];
  });
}

function ask(desk, body, exercise, lines) {
  const { words } = desk;
  const groups = lines.map(({ id, text, options }) => choices(`aims-workshop-${exercise.id}-${id}`, text, options));
  const missing = make('p', { className: 'error', hidden: true }, words('workshop.choose-all'));
  missing.setAttribute('role', 'alert');
  const answer = () => {
    const said = groups.map((group) => group.value());
    const open = said.findIndex((value) => !value);
    missing.hidden = open < 0;
    for (const group of groups) group.lacks(missing);
    if (open >= 0) {
      groups[open].first.focus();
      return;
    }
    reveal(desk, body, exercise, lines, said);
  };
  body.replaceChildren(
    ...groups.map(({ element }) => element),
    missing,
    make('div', { className: 'keep-actions' }, button(words('workshop.compare'), answer, 'button primary'), button(words('workshop.back'), () => desk.showHome())),
  );
}

function reveal(desk, body, exercise, lines, said) {
  const { words, say } = desk;
  const right = lines.filter((line, index) => line.right === said[index]).length;
  const worth = right === lines.length ? 'right' : right === 0 ? 'wrong' : 'part';
  const points = right;
  const most = lines.length;
  const statement = exerciseStatement(desk, exercise, { points, most });
  desk.tell({ id: exercise.id, kind: exercise.kind, said, worth, points, most, first: !desk.tries.of(exercise.id), statement });
  desk.tries.add(exercise.id, { said, worth, points, most, on: desk.today });
  const rows = lines.map(({ text, options, told, why, right: model }, index) => {
    const mine = options.find(([id]) => id === said[index])[1];
    const made = make('li', {}, make('p', {}, make('b', {}, text)), make('p', {}, words('workshop.mine', { answer: mine }), ' ', words('workshop.models', { answer: told })), make('p', {}, why));
    made.dataset.worth = model === said[index] ? 'right' : 'wrong';
    return made;
  });
  const verdict = make('p', { className: 'lead', tabIndex: -1 }, words('workshop.exercise-points', { points: say.number(right), most: say.number(lines.length) }));
  body.replaceChildren(
    verdict,
    make('ul', { className: 'workshop-lines' }, ...rows),
    make('p', { className: 'quiet' }, words(exercise.kind !== 'grading' ? 'workshop.controls-engine' : exercise.deck ? 'workshop.own-grades-theirs' : 'workshop.grades-ours')),
    ...(exercise.note ? [make('h3', {}, words('workshop.note')), make('p', {}, exercise.note)] : []),
    ...prompts(desk, exercise),
    make('div', { className: 'keep-actions' }, button(words('workshop.again'), () => desk.show(exerciseScreen, exercise)), button(words('workshop.back'), () => desk.showHome(), 'button primary')),
  );
  verdict.focus({ preventScroll: true });
  verdict.scrollIntoView();
}
