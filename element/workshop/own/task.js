// The fields that cases and exercises have in common.

import { make } from '../../visit/make.js';
import { DIFFICULTY_KEYS, DOMAIN_KEYS } from '../labels.js';
import { DOMAINS } from '../scores.js';
import { put } from './shape.js';

/** Words of a story that can be read in a minute. */
const LONGEST_STORY = 120;

/** A field of several lines. */
export const lines = (value, rows) => make('textarea', { value, rows });

/** Title and story, whose words are counted. */
export function telling({ words, say }, form, task) {
  const story = lines(task.story ?? '', 7);
  const count = make('p', { className: 'quiet' });
  const look = () => {
    const length = story.value.split(/\s+/u).filter(Boolean).length;
    count.textContent = words('workshop.own-words', { count: say.number(length), most: say.number(LONGEST_STORY) });
    count.dataset.long = String(length > LONGEST_STORY);
  };
  story.addEventListener('input', look);
  look();
  const title = make('input', { type: 'text', value: task.title ?? '', autocomplete: 'off' });
  return [
    form.field('title', words('workshop.own-field-title'), title, (value) => (task.title = value)),
    make('div', { className: 'workshop-own-story' }, form.field('story', words('workshop.own-field-story'), story, (value) => (task.story = value), words('workshop.own-story-hint')), count),
  ];
}

/** What to talk about, what it trains for, how hard it is and how long it takes. */
export function framing({ words }, form, task) {
  const prompts = lines((task.prompts ?? []).join('\n'), 4);
  const minutes = make('input', { type: 'number', min: 1, max: 120, step: 1, inputMode: 'numeric', value: task.minutes ?? 10 });
  const listed = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);
  return [
    form.field('prompts', words('workshop.own-field-prompts'), prompts, (value) => put(task, 'prompts', listed(value)), words('workshop.own-prompts-hint')),
    form.boxes('domains', words('workshop.domain'), DOMAINS.map((id) => [id, words(DOMAIN_KEYS[id])]), task.domains ?? [], (values) => put(task, 'domains', values)),
    make(
      'div',
      { className: 'workshop-filters' },
      form.select('difficulty', words('workshop.difficulty'), Object.entries(DIFFICULTY_KEYS).map(([id, key]) => [id, words(key)]), String(task.difficulty ?? 2), (value) => (task.difficulty = Number(value))),
      form.field('minutes', words('workshop.own-field-minutes'), minutes, (value) => put(task, 'minutes', value === '' ? '' : Number(value))),
    ),
  ];
}
