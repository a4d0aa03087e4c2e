// What a deck says of itself: its name, and under a fold id, version and language.

import { make } from '../../visit/make.js';
import { partsBeside, renameDeck, slugOf } from './shape.js';

/** Name, and under a fold what else a file says of itself. */
export function identity({ words }, naming, deck) {
  const input = (value) => make('input', { type: 'text', value: value ?? '', autocomplete: 'off', spellcheck: false });
  const id = input(deck.id);
  const name = input(deck.name);
  const beside = partsBeside(deck);
  // Other parts of a file name its id in many places.
  id.readOnly = beside.length > 0;
  name.addEventListener('change', () => {
    // The first name of a deck without cases gives it its id.
    if (deck.id !== slugOf(words('workshop.own-first-name')) || id.readOnly) return;
    renameDeck(deck, slugOf(deck.name));
    id.value = deck.id;
    id.dispatchEvent(new Event('input'));
  });
  return [
    naming.field('name', words('workshop.own-field-name'), name, (value) => (deck.name = value), words('workshop.own-name-hint')),
    ...(beside.length > 0 ? [make('p', { className: 'keep-warning' }, words('workshop.own-beside', { parts: beside.join(', ') }))] : []),
    make(
      'details',
      { className: 'keep-fold' },
      make('summary', {}, words('workshop.own-more')),
      naming.field('id', words('workshop.own-field-id'), id, (value) => renameDeck(deck, value.trim()), words('workshop.own-id-hint')),
      naming.field('version', words('workshop.own-field-version'), input(deck.version), (value) => (deck.version = value.trim()), words('workshop.own-version-hint')),
      naming.field('language', words('workshop.own-field-language'), input(deck.language ?? 'en'), (value) => (deck.language = value.trim()), words('workshop.own-language-hint')),
    ),
  ];
}
