// Small dialogs of the register, and questions before something is gone.

import { dialog } from '../visit/dialog.js';
import { button, labelled, make } from '../visit/make.js';
import { tagsOf } from './row.js';

/** Asks in the place of some buttons before something is gone for good. */
export function ask({ words, element }, place, question, yes, act) {
  const keep = button(words('keep.do-not'), () => {
    asked.replaceWith(place);
    place.lastElementChild.focus();
  });
  const sure = button(yes, () => Promise.resolve(act()).catch((error) => element.fail(error)), 'button danger');
  const asked = make('div', { className: 'keep-ask' }, make('p', {}, question), make('div', { className: 'keep-actions' }, sure, keep));
  asked.setAttribute('role', 'group');
  asked.setAttribute('aria-label', question);
  place.replaceWith(asked);
  keep.focus();
}

/** The register as a file. */
export function exportDialog(desk) {
  const { words } = desk;
  const save = (format, semicolon) => async () => {
    await desk.saveAs(format, semicolon);
    panel.close();
  };
  const panel = dialog(
    desk,
    { id: 'aims-register-export', title: words('register.export'), close: words('keep.close') },
    make('p', {}, words('register.export-lead')),
    make(
      'div',
      { className: 'keep-actions' },
      button(words('register.save'), save('register'), 'button primary'),
      button(words('register.save-workbook'), save('register-xlsx')),
      button(words('register.save-csv'), save('register-csv', false)),
      button(words('register.save-semicolon'), save('register-csv', true)),
    ),
  );
}

/** Tags for several use cases. */
export function tagsDialog(desk, ids, tags, take) {
  const { words } = desk;
  const field = make('input', { type: 'text', value: tags.join(', '), autocomplete: 'off' });
  const done = button(words('register.add-tag'), () => {
    panel.close();
    take(tagsOf(field.value));
  }, 'button primary');
  const panel = dialog(
    desk,
    { id: 'aims-register-tagging', title: words('register.add-tag'), close: words('keep.do-not') },
    labelled('aims-register-new-tags', words('register.tags'), field, words('register.tags-hint')),
    make('div', { className: 'keep-actions' }, done),
  );
}
