// What is kept in the place of a deck and cannot be read: it can be saved as it is, and removed, and is never lost by itself.

import { button, make } from '../../visit/make.js';
import { editorScreen } from './editor.js';
import { sure } from './sure.js';

export function unreadScreen(desk, stage) {
  const { words, own } = desk;
  const save = () => desk.visit.handOver({ format: 'workshop-deck', name: 'kept.json', type: 'application/json', text: own.foreign });
  const remove = () => {
    own.clear();
    desk.show(editorScreen, words('workshop.own-removed'));
  };
  stage.replaceChildren(
    make('h2', { tabIndex: -1 }, words('workshop.own-title')),
    make('p', { className: 'keep-warning' }, words('workshop.own-unread')),
    make('div', { className: 'keep-actions' }, button(words('workshop.own-save-kept'), save, 'button primary'), button(words('workshop.back'), () => desk.showHome())),
    sure({ text: words('workshop.own-clear'), question: words('workshop.own-clear-sure'), keep: words('workshop.own-keep'), act: remove }),
  );
}
