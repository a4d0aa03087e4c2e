// What can be done with one use case of the list.

import { dialog } from '../visit/dialog.js';
import { button, labelled, make } from '../visit/make.js';
import { ask } from './dialogs.js';

/** Tags as people write them. */
export const tagsOf = (text) => [...new Set(text.split(',').map((tag) => tag.trim()).filter(Boolean))];

/** Shows the dialog of a row. */
export function rowDialog(screen, { id, name, tags = [], archived }) {
  const { desk } = screen;
  const { words, book } = desk;
  const title = name || words('register.unnamed');
  const after = async (work, said) => {
    try {
      await work;
      panel.close();
      await screen.renew(said);
    } catch (error) {
      desk.element.fail(error);
    }
  };
  const copy = async () => {
    const useCase = await book.get(id);
    await book.put({ ...useCase, id: '', name: words('keep.copy-name', { name: title }) });
  };
  const field = make('input', { type: 'text', value: tags.join(', '), autocomplete: 'off', readOnly: desk.locked });
  const actions = make(
    'div',
    { className: 'keep-actions' },
    button(words('register.open'), () => {
      panel.close();
      desk.open(id).catch((error) => desk.element.fail(error));
    }, 'button primary'),
    !desk.locked && button(words('register.copy'), () => after(copy(), words('keep.copied', { name: title }))),
    !desk.locked && archived && button(words('register.unarchive'), () => after(book.change([id], () => ({ archived: false })), words('register.unarchived', { name: title }))),
    !desk.locked && !archived && button(words('register.archive'), () => after(book.change([id], () => ({ archived: true })), words('register.archived-one', { name: title }))),
    !desk.locked && button(words('register.delete'), () => {
      const sure = () => {
        desk.view.selected.delete(id);
        return after(book.remove([id]), words('keep.deleted', { name: title }));
      };
      ask(desk, actions, words('keep.delete-sure', { name: title }), words('register.delete'), sure);
    }, 'button danger'),
  );
  const keep = button(words('register.keep-tags'), () => after(book.change([id], () => ({ tags: tagsOf(field.value) })), words('register.tagged', { name: title })));
  const panel = dialog(
    desk,
    { id: 'aims-register-row', title, close: words('keep.close') },
    make('p', { className: 'quiet' }, id),
    actions,
    labelled('aims-register-tags', words('register.tags'), field, words('register.tags-hint')),
    !desk.locked && make('div', { className: 'keep-actions' }, keep),
  );
}
