// The screen of whoever leads a group: the case, the answers as they come in, their spread, and what the engine says.
//
// It is read from the other end of a room and driven with the keys of a presenter: forwards and backwards. Every key
// also has a button.

import { button, make } from '../visit/make.js';
import { collecting } from './collect.js';
import { invitation } from './invitation.js';
import { treePrinted } from '../records/print.js';
import { parts as revealed } from './reveal.js';
import { sessionTable, sessionTree } from './session.js';
import { outcomesOf, readingParts, spread } from './spread.js';
import { Timer, clock } from './timer.js';

const STAGES = ['case', 'spread', 'engine'];
const NAMES = { case: 'workshop.stage-case', spread: 'workshop.stage-spread', engine: 'workshop.stage-engine' };
const FORWARD = new Set(['ArrowRight', 'PageDown']);
const BACK = new Set(['ArrowLeft', 'PageUp']);

/** Shows a case to a group; `others` are the cases that may follow. */
export function groupScreen(desk, stage, scenario, others) {
  const { words, element, room, say, notes } = desk;
  const failed = (error) => element.fail(error);
  let at = 0;
  /** How often the screen was drawn: what is ready after the next drawing has begun is not put in any more. */
  let turn = 0;
  const body = make('div', { className: 'workshop-group' });
  const count = make('p', { className: 'workshop-count' });
  const time = make('p', { className: 'workshop-time', hidden: true });
  time.setAttribute('role', 'timer');
  const said = make('p', { className: 'keep-said' });
  said.setAttribute('role', 'status');
  const following = others[others.findIndex(({ id }) => id === scenario.id) + 1];

  const look = () => {
    const { size } = new Map(room.of(scenario.id));
    saving.hidden = room.cases().length === 0;
    count.textContent = words('workshop.collected', { count: say.number(size) });
    draw().catch(failed);
  };
  const collect = collecting(desk, scenario, look);

  const screens = {
    case: async () => [make('p', { className: 'workshop-story' }, scenario.story), await invitation(desk, scenario)],
    spread: async () => [spread(desk, scenario), ...readingParts(desk, scenario, await desk.readings(scenario.id))],
    engine: async () => {
      const [model, readings] = [await desk.model(scenario), await desk.readings(scenario.id)];
      const outcomes = await outcomesOf(desk, scenario, readings);
      return [spread(desk, scenario, model), ...readingParts(desk, scenario, readings, outcomes), ...revealed(desk, scenario, model)];
    },
  };
  const draw = async () => {
    const mine = (turn += 1);
    const shown = STAGES[at];
    collect.section.hidden = shown === 'engine';
    for (const [index, made] of steps.entries()) {
      if (index === at) made.setAttribute('aria-current', 'step');
      else made.removeAttribute('aria-current');
    }
    const drawn = await screens[shown]();
    if (mine !== turn) return;
    body.replaceChildren(...drawn.filter(Boolean));
    await note();
  };
  const note = async () => {
    if (!notes.open) return;
    const model = await desk.model(scenario);
    notes.show({
      scenario,
      model,
      stage: words(NAMES[STAGES[at]]),
      count: count.textContent,
      time: time.textContent,
      next: following?.title,
      steps: [
        [words('workshop.backwards'), () => go(at - 1)],
        [words('workshop.forwards'), () => go(at + 1)],
      ],
      keys,
    });
  };
  const go = (to) => {
    const next = Math.min(STAGES.length - 1, Math.max(0, to));
    if (next === at) return;
    at = next;
    draw().catch(failed);
  };
  const keys = (event) => {
    if (event.composedPath()[0].matches?.('textarea, input, select') || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = FORWARD.has(event.key) ? 1 : BACK.has(event.key) ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    go(at + step);
  };
  const timer = new Timer((seconds) => {
    // A screen that is gone needs no time.
    if (seconds !== undefined && !stage.contains(time)) return timer.stop();
    time.hidden = seconds === undefined;
    time.textContent = seconds === undefined ? '' : words('workshop.time', { time: clock(seconds), minutes: say.number(scenario.minutes) });
    toggle.textContent = words(seconds === undefined ? 'workshop.timer' : 'workshop.timer-off');
    notes.tick(time.textContent);
    return undefined;
  });
  const toggle = button(words('workshop.timer'), () => (timer.runs ? timer.stop() : timer.start()));

  const leave = (to) => () => {
    timer.stop();
    collect.stop();
    room.listen();
    to();
  };
  const steps = STAGES.map((name, index) => button(words(NAMES[name]), () => go(index)));
  const opened = async () => {
    said.textContent = (await notes.begin()) ? '' : words('workshop.notes-blocked');
    await note();
  };
  const printed = async () => {
    said.textContent = await treePrinted({ element, files: desk.files, words, title: words('workshop.report-title'), made: async () => ['main', { class: 'report' }, await sessionTree(desk)] });
  };
  const saving = make(
    'div',
    { className: 'keep-actions', hidden: true },
    button(words('workshop.save-group'), () => sessionTable(desk).then((file) => desk.visit.handOver(file)).catch(failed)),
    button(words('workshop.report'), () => printed().catch(failed)),
  );
  stage.replaceChildren(
    make('h2', { tabIndex: -1 }, scenario.title),
    make(
      'div',
      { className: 'keep-actions workshop-steps' },
      ...steps,
      following && button(words('workshop.following'), leave(() => desk.show(groupScreen, following, others))),
      button(words('workshop.wide'), () => stage.requestFullscreen?.().catch(() => {})),
      button(words('workshop.notes'), () => opened().catch(failed)),
      toggle,
      button(words('workshop.back'), leave(() => desk.showHome())),
    ),
    make('p', { className: 'quiet' }, words('workshop.keys')),
    said,
    make('div', { className: 'workshop-status' }, count, time),
    body,
    collect.section,
    saving,
  );
  stage.onkeydown = keys;
  room.listen((id) => id === scenario.id && stage.contains(count) && look());
  look();
}
