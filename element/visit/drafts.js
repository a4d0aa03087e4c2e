// The panel "Your assessments": all drafts that are kept here, files, and what is said of where they are.
//
// It is made of sections, each a function of the desk and of `show`, which draws the panel anew.

import { dialog } from './dialog.js';
import { download } from './hand-over.js';
import { hasContent } from './journal.js';
import { button, labelled, make } from './make.js';

const SECTIONS = [currentSection, listSection, fileSection, shareSection, placeSection];

/** Shows the panel; it is drawn anew after everything that is done in it. */
export function draftsPanel(desk) {
  const { words } = desk;
  const title = words(desk.kind === 'none' ? 'keep.title-none' : 'keep.title');
  const body = make('div', { className: 'keep-body' });
  const said = make('p', { className: 'keep-said' });
  said.setAttribute('role', 'status');
  const panel = dialog(desk, { id: 'aims-keep', title, close: words('keep.close') }, said, body);
  const close = () => panel.close();
  /** Draws all sections and says what was done; the button that did it is gone, so the title takes the focus. */
  const show = (text = '') => {
    said.textContent = text;
    const context = { desk, words, show, close };
    body.replaceChildren(...SECTIONS.map((section) => section(context)).filter(Boolean));
    if (text) panel.querySelector('h2').focus();
  };
  // Drawn once: a panel that was open keeps what it shows.
  if (body.isConnected) show();
  return panel;
}

/** A section under a heading. */
function section(title, ...parts) {
  return make('section', {}, make('h3', {}, title), ...parts);
}

const actions = (...buttons) => make('div', { className: 'keep-actions' }, ...buttons.filter(Boolean));

/** What is open: its name, and a new one beside it. */
function currentSection({ desk, words, close }) {
  const { visit, draft, readonly, kind } = desk;
  if (readonly) return section(words('keep.current'), make('p', {}, words('keep.current-readonly')));
  const field = make('input', { type: 'text', value: draft.name ?? '', maxLength: 200, autocomplete: 'off' });
  if (draft.made) field.placeholder = desk.nameOf({ made: draft.made });
  field.addEventListener('input', () => {
    desk.rename(desk.draft.id, field.value);
    const listed = desk.root.getElementById(`aims-keep-${desk.draft.id}`);
    if (listed) listed.textContent = desk.nameOf(desk.draft);
  });
  const fresh = button(words('keep.new'), async () => {
    close();
    desk.fresh();
    await visit.put();
  });
  return section(
    words('keep.current'),
    labelled('aims-keep-name', words('keep.name'), field, words(kind === 'none' ? 'keep.name-hint-none' : 'keep.name-hint')),
    kind !== 'none' && hasContent(visit.journal) && actions(fresh),
  );
}

/** One tier, or from which to which. */
function tiers({ range: [low, high] }, words) {
  const name = (tier) => words(`tier.${tier}.name`);
  return low === high ? name(low) : words('keep.range', { low: name(low), high: name(high) });
}

function listSection(context) {
  const { desk, words, show } = context;
  if (desk.kind === 'none') return undefined;
  const drafts = desk.shelf.list();
  if (drafts.length === 0) return section(words('keep.list'), make('p', { className: 'quiet' }, words('keep.empty')));
  const list = make('ul', { className: 'keep-list' }, ...drafts.map((draft) => row(draft, context)));
  const all = button(words('keep.delete-all'), () => {
    const sure = async () => {
      const { entries, database } = await desk.removeAll();
      const key = database ? 'keep.deleted-all-database' : 'keep.deleted-all';
      show(words(key, { count: String(entries) }));
    };
    ask(end, words('keep.delete-all-sure'), words('keep.delete-all'), sure, context);
  });
  const end = actions(all);
  return section(words('keep.list'), list, end);
}

/** Asks in the place of some buttons before something is gone for good. */
function ask(place, question, yes, act, { words }) {
  const keep = button(words('keep.do-not'), () => {
    asked.replaceWith(place);
    place.lastElementChild.focus();
  });
  const asked = make('div', { className: 'keep-ask' }, make('p', {}, question), actions(button(yes, act, 'button danger'), keep));
  asked.setAttribute('role', 'group');
  asked.setAttribute('aria-label', question);
  place.replaceWith(asked);
  keep.focus();
}

function row(draft, context) {
  const { desk, words, show, close } = context;
  const { id, state, changed, summary } = draft;
  const ok = state === 'ok';
  const open = ok && id === desk.draft.id;
  const name = ok ? desk.nameOf(draft) : words(state === 'newer' ? 'keep.entry-newer' : 'keep.entry-unreadable');
  const heading = make('h4', { id: `aims-keep-${id}` }, name);
  const at = changed && words('keep.changed', { date: desk.day(changed, { dateStyle: 'medium', timeStyle: 'short' }) });
  const facts = [open && words('keep.is-open'), summary && tiers(summary, words), at].filter(Boolean);

  // Several buttons of one name: which draft it is about belongs to each.
  const about = (label, act) => {
    const made = button(label, act);
    made.setAttribute('aria-label', words('keep.about', { action: label, name }));
    return made;
  };
  const opening = async () => {
    close();
    await desk.openDraft(id);
  };
  const copying = () => {
    desk.copy(id);
    show(words('keep.copied', { name }));
  };
  const saving = () => download({ name: `aims-readiness-${id || 'earlier'}.txt`, type: 'text/plain', text: desk.shelf.text(id) });
  const renaming = () => {
    const field = make('input', { type: 'text', value: draft.name, maxLength: 200, autocomplete: 'off' });
    field.setAttribute('aria-label', words('keep.name'));
    field.addEventListener('input', () => desk.rename(id, field.value));
    const done = () => show(words('keep.renamed', { name: desk.nameOf({ ...draft, name: field.value }) }));
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      done();
    });
    heading.replaceChildren(field);
    end.replaceChildren(button(words('keep.done'), done));
    field.focus();
  };
  const deleting = () => {
    const sure = async () => {
      await desk.remove(id);
      show(words('keep.deleted', { name }));
    };
    ask(end, words('keep.delete-sure', { name }), words('keep.delete'), sure, context);
  };
  const end = actions(
    ok && !open && about(words('keep.open-draft'), opening),
    // Of another tab's draft the name is not changed here.
    ok && !(open && desk.readonly) && about(words('keep.rename'), renaming),
    ok && about(words('keep.copy'), copying),
    !ok && about(words('keep.save'), saving),
    about(words('keep.delete'), deleting),
  );
  const item = make('li', {}, heading, make('p', { className: 'quiet' }, facts.join(' · ')), end);
  item.setAttribute('aria-labelledby', heading.id);
  return item;
}

/** Lets the visitor choose a file, and opens it beside what is open, or asks. */
function fileSection(context) {
  const { desk, words, close } = context;
  const { visit, kind } = desk;
  const input = make('input', { type: 'file', accept: '.json,application/json', hidden: true });
  const problem = make('p', { className: 'error', hidden: true });
  problem.setAttribute('role', 'alert');
  const refuse = (key) => {
    problem.textContent = words(key);
    problem.hidden = false;
  };
  const take = async (held) => {
    try {
      await visit.openSaved(held);
      close();
    } catch {
      refuse(held?.schema > 1 ? 'keep.file-newer' : 'keep.file-wrong');
    }
  };
  input.addEventListener('change', async () => {
    problem.hidden = true;
    let held;
    try {
      held = JSON.parse(await input.files[0].text());
    } catch {
      // No JSON is no saved visit, which is said below.
    }
    input.value = '';
    if (kind !== 'none' || !hasContent(visit.journal) || held?.answers === undefined) await take(held);
    else ask(end, words('keep.replace-sure'), words('keep.replace'), () => take(held), context);
  });
  const end = actions(
    hasContent(visit.journal) && button(words('keep.save'), () => desk.save()),
    button(words('keep.open-file'), () => input.click()),
  );
  return section(words('keep.files'), make('p', { className: 'quiet' }, words('keep.files-lead')), end, input, problem);
}

function shareSection({ desk, words, close }) {
  if (!desk.links) return undefined;
  const begun = hasContent(desk.visit.journal);
  const open = button(words('share.open'), async () => {
    close();
    await desk.openShare();
  });
  return section(
    words('share.section'),
    make('p', { className: 'quiet' }, words(begun ? 'share.section-lead' : 'share.nothing')),
    begun && actions(open),
  );
}

/** Where things are, and for how long: whoever sits at a shared machine has to know. */
function placeSection({ desk, words }) {
  const keys = { none: 'keep.place-none', session: 'keep.place-session', local: 'keep.place-local' };
  const { kind, shelf } = desk;
  return section(
    words('keep.place'),
    make('p', {}, words(shelf.blocked ? 'keep.blocked' : keys[kind])),
    kind === 'local' && !shelf.blocked && make('p', {}, words('keep.place-shared')),
  );
}
