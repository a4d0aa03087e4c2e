// What the style page shows: which parts of which screens of the running element, in which states.
//
// A scene brings the element to its screens and takes parts of them: `take(section, name, selectors, options)`. Of a
// list of selectors each is taken, side by side as they are on the screen. Options:
//   alone     without what it stands in
//   size      'small' or 'wide', for how much room it needs; 'narrow' for the room of a phone
//   state     [selector, state]: what in the copy is shown as if it were hovered over or had the focus, see style.js
//   most      {selector: count}: of long lists the first ones, which look like the rest
//   change    (copy, words) => void: what else is done to the copy
//   why       why the state is not that of the running element

/** Sections in their order: id, title. */
export const SECTIONS = [
  ['text', 'Text'],
  ['buttons', 'Buttons and links'],
  ['choices', 'Choices'],
  ['question', 'Question'],
  ['ladder', 'Ladder of tiers'],
  ['verdict', 'Verdict'],
  ['result', 'Beside a result'],
  ['checklist', 'Checklist'],
  ['tables', 'Tables, bars and lists'],
  ['fields', 'Fields'],
  ['states', 'Notices and states'],
  ['dialogs', 'Dialogs'],
  ['register', 'Register'],
  ['workshop', 'Workshop'],
  ['group', 'Workshop, in a group'],
  ['own', 'Workshop, own cases'],
];

const HIGH = {
  'scope.ai_system': ['yes'],
  'scope.exclusion': [],
  'organisation.roles': ['deployer'],
  'organisation.sectors': ['financial_services', 'recruitment_hr'],
  'organisation.size': ['medium'],
  'practice.screen': [],
  'area.screen': ['employment'],
  'employment.use': ['select'],
  'filter.task': ['more'],
  'transparency.screen': [],
  'organisation.public_role': ['private'],
  'organisation.changes': [],
};
const OPEN = { 'scope.ai_system': ['yes'], 'scope.exclusion': [], 'organisation.roles': ['provider'], 'area.screen': ['employment', 'credit'] };

/** A case of the workshop for each tier, highest first. */
const CASES = {
  prohibited: 'meeting-energy-report',
  high: 'payslip-check-with-stars',
  'high-sectoral': 'weeding-robot-november',
  exempt: 'seven-papers-check',
  limited: 'town-walking-coach',
  minimal: 'coffee-machine-rounds',
  'out-of-scope': 'family-photo-faces',
};

const STATUSES = ['not-started', 'planned', 'partial', 'implemented', 'verified', 'not-applicable'];
const WORK = {
  4.2: { status: 'planned' },
  4.3: { status: 'partial' },
  4.4: { status: 'implemented', owner: 'A. Nother', note: 'A policy is drafted.' },
  5.1: { status: 'verified' },
  'sx-fin-02': { status: 'not-applicable' },
};

/** An overlay of a host, with all that one adds to the look. */
const OVERLAY = {
  schema: 1,
  id: 'sample',
  version: '1.0.0',
  name: 'Sample GRC',
  language: 'en',
  additions: { 4.1: { controls: ['S-12'], evidence: ['The last review in Sample GRC.'], links: [{ title: 'Context of the organisation', url: 'https://grc.example/12' }] } },
  call_to_action: { text: 'Go on in Sample GRC', url: 'https://grc.example/' },
};

const hidden = (text) => ({ why: text });

async function questions(source, take) {
  const { words } = source;
  await source.until('.start');
  await source.unfold('.start');
  take('text', 'kicker, h2, lead', ['.start-text > .kicker', '.start-text > h2', '.start-text > .lead']);
  take('text', 'promises', '.promises');
  take('text', 'logo', '.logo', { size: 'small' });
  take('text', 'footer', 'footer.footer');
  take('ladder', 'ladder, rung, rung-possible: all are possible', '.start-picture');
  take('buttons', 'button primary', '.start-text > .actions .primary', { alone: true, size: 'small' });
  take('buttons', 'button primary, hover', '.start-text > .actions .primary', { alone: true, size: 'small', state: ['.button', 'hover'] });
  take('buttons', 'button primary, focus-visible', '.start-text > .actions .primary', { alone: true, size: 'small', state: ['.button', 'focus-visible'] });
  take('buttons', 'button primary, busy', '.start-text > .actions', {
    size: 'small',
    ...hidden('The engine is loaded in a moment.'),
    change(copy) {
      const busy = copy.querySelector('.primary');
      busy.setAttribute('aria-busy', 'true');
      const text = Object.assign(document.createElement('p'), { className: 'waiting', textContent: words('loading-still') });
      copy.querySelector('.actions').after(text);
    },
  });
  take('fields', 'describe, with textarea', '.describe');
  await source.type('#describe', 'Our bank ranks applications for jobs and scores the creditworthiness of customers.');
  await source.press('describe.ask');
  await source.until('.suggested');
  take('fields', 'suggested', '.describe [aria-live]');

  await source.put({}, { name: 'question', fact: 'scope.ai_system' });
  await source.until('input[name="scope.ai_system"]');
  take('question', 'question-main, question-side, question', '.question', { size: 'wide' });
  take('question', 'question on a narrow screen', '.question', { size: 'narrow' });
  take('question', 'progress', '.progress');
  take('question', 'note', '.question-side .note', { most: { '.note': 1 } });
  take('choices', 'choice: radio, unchosen', '.choices');
  take('choices', 'choice: hover', '.choices', { state: ['.choice', 'hover'] });
  take('choices', 'choice: focus-visible', '.choices', { state: ['.choice input', 'focus-visible'] });
  take('buttons', 'button', '.question-main .button:not(.primary)', { alone: true, size: 'small' });
  take('buttons', 'button, hover', '.question-main .button:not(.primary)', { alone: true, size: 'small', state: ['.button', 'hover'] });
  take('buttons', 'button, focus-visible', '.question-main .button:not(.primary)', { alone: true, size: 'small', state: ['.button', 'focus-visible'] });
  await source.press('continue');
  await source.until('.error');
  take('choices', 'error: left without an answer', 'fieldset');

  await source.put({ 'scope.ai_system': ['yes'] }, { name: 'question', fact: 'scope.ai_system' });
  await source.until('input:checked');
  take('choices', 'choice: radio, chosen', '.choices');
  await source.put(HIGH, { name: 'question', fact: 'area.screen' });
  await source.until('input[name="area.screen"]:checked');
  take('choices', 'choice: checkbox with hint, mark and choice-apart', '.choices', { most: { '.choice:not(.choice-apart):not(:has(.mark))': 3 } });
  take('ladder', 'ladder: settled', '.possible');
  await source.put(OPEN, { name: 'question', fact: 'area.screen' });
  await source.until('input[name="area.screen"]:checked');
  take('ladder', 'ladder: a range, the rest is ruled out', '.possible');
  await source.put(HIGH, { name: 'question', fact: 'organisation.sectors' });
  await source.until('.choices-columns');
  take('choices', 'choices-columns', '.choices', { size: 'wide' });
}

async function results(source, take) {
  for (const [tier, id] of Object.entries(CASES)) {
    await source.put(source.cases(id).answers, { name: 'result' });
    await source.until(`.verdict[data-tier="${tier}"]`);
    take('verdict', `verdict: ${tier}`, '.verdict');
  }
  await source.put(OPEN, { name: 'result' });
  await source.until('.open');
  take('verdict', 'verdict: open', '.verdict');
  take('verdict', 'verdict: in one row', '.verdict', { size: 'wide' });
  take('result', 'open', '.open');
  // It looks like a prohibited practice and is none.
  await source.put({ ...HIGH, 'practice.screen': ['manipulation'], 'practice.manipulation_harm': ['no'] }, { name: 'result' });
  await source.until('.near-target');
  take('result', 'card, near-target', '.card:has(.near-target)');
  await source.put(HIGH, { name: 'result' });
  await source.until('.verdict[data-tier="high"]');
  take('result', 'card, reasons, reason, references, basis', '.card:has(.reasons)');
  take('result', 'dates, date, date-past, date-state', '.card:has(.dates)');
  take('result', 'duties', '.card:has(.duties)');
  take('result', 'what-if, what-if-tier, what-if-answer', '.card:has(.what-if)');
  take('result', 'flags', '.card:has(.flags)');
  take('result', 'answers', 'details:has(> .answers), .card:has(.answers)', { most: { '.answers > li': 3 } });
  await source.unfold('.card:has(.profile-facts)');
  take('result', 'profile-facts: further questions', '.card:has(.profile-facts)', { most: { '.fold': 1, '.profile-facts > fieldset': 1 } });
  take('result', 'actions, call', '.card:has(> .actions)');
  take('result', 'imprint', '.imprint');
  take('buttons', 'link', 'footer .link', { alone: true, size: 'small' });
  take('buttons', 'link, hover', 'footer .link', { alone: true, size: 'small', state: ['.link', 'hover'] });
  take('buttons', 'link, focus-visible', 'footer .link', { alone: true, size: 'small', state: ['.link', 'focus-visible'] });

  // What was saved half a year ago, and what is different now.
  source.element.setAttribute('as-of', '2025-11-22');
  const saved = await source.element.getResult();
  source.element.setAttribute('as-of', '2026-11-22');
  await source.element.setState(saved);
  await source.until('.since');
  take('result', 'since: a saved result under the law of today', '.since');
}

async function list(source, take) {
  const open = async (tab, shown) => {
    await source.put(HIGH, { name: 'checklist', tab }, WORK);
    await source.until(shown);
  };
  await open('lines', '.lines');
  take('checklist', 'tabs, tab', '.tabs');
  take('checklist', 'tab: hover', '.tabs', { state: ['.tab:not([aria-current])', 'hover'] });
  take('checklist', 'tab: focus-visible', '.tabs', { state: ['.tab:not([aria-current])', 'focus-visible'] });
  take('checklist', 'meter, meter-figure, meter-words', '.meter');
  take('checklist', 'group, group-number, group-count', '.group:has(.group-number)', { most: { '.line': 1 } });
  for (const status of STATUSES) take('checklist', `line: ${status}`, `.line[data-status="${status}"]`);
  take('checklist', 'line: in one row', STATUSES.map((status) => `.line[data-status="${status}"]`), { size: 'wide' });
  for (const fold of ['.roles', '.profile']) source.all(fold)[0].open = true;
  await new Promise(requestAnimationFrame);
  take('checklist', 'roles', '.roles');
  take('checklist', 'profile', '.profile', { size: 'wide', most: { '.profile-facts > fieldset': 2 } });
  // The overlay adds to this clause.
  source.all('.line details').find((line) => line.querySelector('.line-ref').textContent === '4.1').open = true;
  await source.until('.line-body');
  await source.unfold('.line-body');
  take('checklist', 'line-body, tasks, places, addition, line-facts, record', '.line:has(.line-body)');
  await source.unfold('.meter');
  take('tables', 'bars, bar, bar-all, bar-part, bar-figure', '.meter');
  await open('gaps', '.heat');
  take('tables', 'heat: some, more, most', '.card:has(.heat)');
  take('tables', 'gate', '.card:has(.gate), .gate');
  take('tables', 'gaps', '.gaps', { most: { '.gaps > li': 4 } });
  await open('plan', '.steps');
  take('tables', 'steps', '.steps', { most: { '.steps > li': 5 } });
  take('tables', 'steps, bar-law', '.steps:has(.bar-law)', { most: { '.steps > li': 2 } });
  take('text', 'plain', '.plain');
  await open('statement', '.statement-rows');
  take('tables', 'statement, statement-rows: as rows', '.statement-rows', { size: 'wide', most: { 'tbody tr': 4 } });
  take('tables', 'statement, statement-rows: as cards', '.statement-rows', { size: 'narrow', most: { 'tbody tr': 2 } });
  take('tables', 'approval', '.approval');
  await open('advice', '.scroll > .statement');
  take('tables', 'scroll', '.scroll');
}

async function kept(source, take) {
  const { words } = source;
  const asked = async (key) => {
    await source.press(key);
    return source.until('dialog[open]');
  };
  await source.put(HIGH, { name: 'result' });
  await source.until('.verdict[data-tier="high"]');
  await asked('keep.open');
  await source.until('.keep-list');
  await source.type('#aims-keep-name', 'CV ranking');
  take('dialogs', 'dialog keep, keep-body, keep-field, keep-list, keep-actions', 'dialog', { size: 'wide' });
  take('fields', 'keep-field: label and hint', '.keep-field');
  take('fields', 'keep-field: focus-visible', '.keep-field', { state: ['input', 'focus-visible'] });
  await source.press('keep.copy');
  await source.until('.keep-said:not(:empty)');
  take('states', 'keep-said: what was done', '.keep-said');
  await source.press('keep.delete');
  await source.until('.keep-ask');
  take('dialogs', 'keep-ask', '.keep-ask');
  take('buttons', 'button danger', '.keep-ask .danger', { alone: true, size: 'small' });
  take('buttons', 'button danger, hover', '.keep-ask .danger', { alone: true, size: 'small', state: ['.button', 'hover'] });
  take('buttons', 'button danger, focus-visible', '.keep-ask .danger', { alone: true, size: 'small', state: ['.button', 'focus-visible'] });
  await source.close();

  await asked('keep.open');
  await source.press('share.open');
  await source.until('#aims-share-title');
  await source.press('share.make');
  await source.until('#aims-share-link');
  take('fields', 'keep-choices, keep-choice', '.keep-choices');
  take('fields', 'keep-choice: disabled', '.keep-choices:has([type="checkbox"])', {
    ...hidden('It goes with the other choice above it.'),
    change: (copy) => copy.querySelectorAll('[type="checkbox"]').forEach((box) => (box.disabled = true)),
  });
  take('fields', 'keep-out, keep-line: a text to copy', '.keep-out', {
    // The link holds the day, and another one each time.
    change: (copy) => (copy.querySelector('textarea').value = 'https://portal.example/check#aims-readiness=1.kZ0c…'),
  });
  await source.close();

  await asked('privacy.open');
  await source.press('privacy.ask');
  await source.until('.privacy-policy');
  take('dialogs', 'dialog privacy, privacy-verdict, privacy-files, privacy-answer, privacy-policy, privacy-copy, privacy-line, privacy-actions', 'dialog', { size: 'wide', most: { 'tbody tr': 4 } });
  await source.close();

  await asked('files.open');
  await source.unfold('dialog');
  take('dialogs', 'files-row, keep-fold, keep-check', 'dialog', { most: { 'section': 3 } });
  await source.close();

  await asked('keep.open');
  await source.press('keep.new');
  await source.until('.keep-continue');
  take('states', 'keep-continue', '.keep-continue');

  source.element.setAttribute('readonly', '');
  await source.until('.keep-notice');
  take('states', 'keep-notice: readonly', '.keep-notices');
  const others = {
    full: [words('keep.full'), 'keep.save'],
    unread: [words('keep.unreadable')],
    elsewhere: [words('keep.elsewhere', { name: 'CV ranking' }), 'keep.go-on-here', 'keep.as-copy'],
    shared: [words('share.shown-name', { name: 'CV ranking', date: '2026-11-22' }), 'share.own-copy', 'share.leave'],
  };
  for (const [kind, [text, ...buttons]] of Object.entries(others)) {
    take('states', `keep-notice: ${kind}`, '.keep-notices', {
      ...hidden({ full: 'A full storage is none to leave a visitor with.', unread: 'A damaged entry would stay on the device.', elsewhere: 'It needs a second tab.', shared: 'It needs an address of its own.' }[kind]),
      change(copy) {
        const notice = copy.querySelector('.keep-notice');
        notice.dataset.kind = kind;
        notice.querySelector('p').textContent = text;
        const made = buttons.map((key, index) => Object.assign(document.createElement('button'), { type: 'button', className: index === 0 && kind !== 'full' ? 'button primary' : 'button', textContent: words(key) }));
        const actions = Object.assign(document.createElement('div'), { className: 'keep-actions' });
        actions.append(...made);
        if (made.length > 0) notice.append(actions);
      },
    });
  }
  await source.put({ 'scope.ai_system': ['yes'] }, { name: 'question', fact: 'scope.ai_system' });
  await source.until('input:disabled');
  take('choices', 'choice: disabled', '.choices');
  await source.put(HIGH, { name: 'result' });
  await source.until('.button:disabled');
  take('buttons', 'button, disabled', '.button:disabled', { alone: true, size: 'small' });
  source.element.removeAttribute('readonly');
}

const TABLE = 'name,tags,Risk,owner\nCV ranking,hr,high,Ana\nMeeting notes,office,none,Tom\nForgery check,credit,?,Ana\n';

async function register(source, take) {
  const { words } = source;
  await source.until('.register-tools');
  await source.until('.register-body > .note:not([hidden])');
  take('register', 'note: empty', '.register-body > .note');
  await source.press('register.import');
  await source.type('#aims-register-paste', TABLE);
  take('fields', 'textarea and file, with label and hint', '.register-body');
  await source.press('register.read-paste');
  await source.until('.register-mapping');
  await source.unfold('.register-body');
  take('register', 'register-mapping: as rows', '.register-wide:has(.register-mapping)', { size: 'wide' });
  take('register', 'register-mapping: as cards', '.register-wide:has(.register-mapping)', { size: 'narrow' });
  take('register', 'register-samples', '.register-wide:has(.register-samples)');
  for (const [column, field] of [[2, 'answer:organisation.size']]) {
    const select = source.all('.register-mapping select')[column];
    select.dispatchEvent(new Event('focus'));
    select.value = field;
    select.dispatchEvent(new Event('change'));
  }
  await source.press('register.import-rows', { count: new Intl.NumberFormat(source.language).format(3) });
  await source.until('.register-figures');
  take('register', 'register-figures', '.register-figures');
  take('register', 'register-report', '.register-wide:has(.register-report)');
  await source.press('register.back');
  // Each is in the register once the list says so; the next one before that would take its place.
  const number = new Intl.NumberFormat(source.language);
  let count = 3;
  for (const [tier, id] of Object.entries(CASES)) {
    await source.put(source.cases(id).answers, { name: 'result' }, tier === 'high' ? WORK : {});
    await source.until(`.verdict[data-tier="${tier}"]`);
    await source.until('.register-bar:not([hidden]) input');
    if (tier === 'high') take('register', 'register-bar', '.register-bar');
    count += 1;
    const all = words('register.found', { found: number.format(count), all: number.format(count) });
    await source.element.goTo({ name: 'register' });
    await source.until((root) => root.querySelector('.register-found')?.textContent === all);
  }
  await source.until('.register-rows > .register-row .register-tier');
  await source.unfold('.register-portfolio');
  await source.until('.register-figure');
  const row = { most: { '.register-rows > .register-row': 4 }, change: flowing };
  take('register', 'register-scroll, register-top, register-head, register-row: a table', '.register-scroll', { size: 'wide', ...row });
  take('register', 'register-row: cards', '.register-scroll', { size: 'narrow', ...row, most: { '.register-rows > .register-row': 2 } });
  take('register', 'register-found, register-totals', ['.register-totals', '.register-found']);
  take('register', 'register-filters, register-filter, register-search', '.register-filters');
  take('register', 'register-tools', '.register-tools');
  take('register', 'register-figures-grid, register-figure, register-bars, register-bar-line', '.register-figures-grid', { size: 'wide' });
  const best = source.all('.register-portfolio .button').find((button) => button.textContent === words('register.next-best'));
  best.click();
  await source.until('.register-ranking');
  take('register', 'register-best, register-ranking', '.register-best');
  for (const box of source.all('.register-rows input').slice(0, 2)) box.click();
  await source.until('.register-chosen:not([hidden])');
  take('register', 'register-chosen', '.register-chosen');
  take('register', 'register-row: chosen', '.register-scroll', { size: 'wide', ...row, most: { '.register-rows > .register-row': 2 } });
  take('register', 'register-busy', '.register-body', {
    ...hidden('It is over in a moment.'),
    change(copy) {
      const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
      const busy = make('div', { className: 'register-busy' });
      const bar = make('progress', { max: 1, value: 0.4, ariaLabel: words('register.evaluating') });
      busy.append(make('p', { textContent: words('register.evaluating') }), bar, make('p', { className: 'quiet', textContent: words('register.so-far', { done: '850', rows: '2133' }) }), make('button', { type: 'button', className: 'button', textContent: words('register.cancel') }));
      copy.querySelector('.register-body').replaceChildren(busy);
    },
  });
}

/** Rows stand in the places where they are in view, of which a copy has others. */
function flowing(copy) {
  const room = copy.querySelector('.register-room');
  const rows = copy.querySelector('.register-rows');
  rows.style.position = 'static';
  room.style.blockSize = 'auto';
}

const DECK = {
  schema: 1,
  saved: false,
  deck: {
    schema: 1,
    id: 'ours',
    version: '1.0.0',
    name: 'Sample GRC',
    language: 'en',
    scenarios: [
      { id: 'camera', title: 'The camera at the desk', story: `A camera reads how staff at a desk feel. ${'It is told to nobody. '.repeat(30)}`, answers: { 'scope.ai_system': ['yes'], 'practice.screen': ['emotion-at-work-or-school'] }, missing: ['organisation.sectors'], prompts: [], domains: [], difficulty: 1, minutes: 5 },
      { id: 'none', title: '', story: '', answers: {} },
    ],
    exercises: [{ id: 'grades', kind: 'grading', title: 'Three findings', story: 'An audit.', findings: [{ id: 'one', item: '4.1', text: 'No issues are written down.', grade: 'minor', reason: 'Nothing broke.' }] }],
  },
};

/** Without the marks of a text that is in another language than the page. */
const plain = (text) => text.replaceAll('\u2063', '');

async function workshop(source, take) {
  const { words } = source;
  const radio = async (value) => (await source.until(`.workshop-choice input[value="${value}"]`)).click();
  const back = async () => {
    await source.press('workshop.back');
    await source.until('.workshop-list');
  };
  const card = async (id) => {
    const title = plain(source.cases(id).title);
    (await source.until(() => source.all('.workshop-open').find((button) => plain(button.textContent) === title))).click();
    await source.until('.workshop-story');
  };
  await source.until('.workshop-list');
  take('workshop', 'workshop-filters', '.workshop-filters');
  take('workshop', 'card, workshop-open, workshop-about', '.workshop-list', { most: { li: 2 } });
  take('workshop', 'workshop-open: focus-visible', '.workshop-list', { most: { li: 2 }, state: ['.workshop-open', 'focus-visible'] });

  await card('payslip-check-with-stars');
  take('workshop', 'workshop-story', '.workshop-story');
  take('workshop', 'workshop-choices, workshop-choice', '.workshop-choices');
  await source.press('workshop.answer');
  await source.until('.error:not([hidden])');
  take('workshop', 'error', '.error');
  await radio('high');
  take('workshop', 'workshop-choice: chosen', '.workshop-choices');
  await source.press('workshop.code');
  await source.until('.workshop-code:not([hidden])');
  take('group', 'workshop-code, workshop-qr', '.workshop-code');
  const code = source.all('.workshop-code b')[0].textContent;
  await source.press('workshop.answer');
  await source.until('.workshop-verdict[data-worth="right"]');
  take('workshop', 'workshop-verdict: right', '.workshop-verdict');
  take('workshop', 'workshop-reasons', '.workshop-reasons');
  take('workshop', 'workshop-turning', '.workshop-turning');
  take('workshop', 'workshop-prompts', '.workshop-prompts');
  await source.unfold('.stage');
  take('workshop', 'workshop-told', '.workshop-told');
  await back();
  await card('washing-machine-in-instalments');
  await radio('minimal');
  await source.press('workshop.answer');
  await source.until('.workshop-verdict[data-worth="too-early"]');
  take('workshop', 'workshop-verdict: too early', '.workshop-verdict');
  await back();
  await card('motorbike-rider-cover');
  await radio('prohibited');
  await source.press('workshop.answer');
  await source.until('.workshop-verdict[data-worth="wrong"]');
  take('workshop', 'workshop-verdict: wrong', '.workshop-verdict');
  await source.press('workshop.whole');
  await source.until('.workshop-bar:not([hidden]) button');
  take('workshop', 'workshop-bar', '.workshop-bar');
  await back();
  take('workshop', 'workshop-said', '.workshop-list', { most: { li: 3 } });
  take('workshop', 'workshop-scores, workshop-progress', '.workshop-scores');
  await source.press('workshop.record');
  await source.until('.workshop-record');
  take('workshop', 'workshop-record, workshop-wide', '.workshop-record', { size: 'wide' });
  await back();

  await card('payslip-check-with-stars');
  await source.press('workshop.lead-group');
  await source.until('.workshop-invitation .workshop-qr');
  take('group', 'workshop-group, workshop-story, workshop-invitation, workshop-address', '.workshop-group', { size: 'wide' });
  take('group', 'workshop-steps', '.workshop-steps');
  await source.type('.workshop-collect textarea', `${code}\n${words('workshop.people')}`);
  await source.press('workshop.take');
  await source.until('.workshop-unread > li');
  take('group', 'workshop-collect, workshop-unread', '.workshop-collect');
  await source.press('workshop.timer');
  await source.until('.workshop-time:not([hidden])');
  take('group', 'workshop-status, workshop-count, workshop-time', '.workshop-status');
  await source.press('workshop.timer-off');
  await source.press('workshop.stage-spread');
  await source.until('.workshop-group .register-bars');
  take('group', 'workshop-group: what the group says', '.workshop-group');
  await back();

  const exercises = source.all('.workshop-list')[1];
  exercises.querySelector('.workshop-open').click();
  await source.until('.workshop-choices');
  await new Promise(requestAnimationFrame);
  for (const group of source.all('.workshop-choices')) group.querySelector('input').click();
  await source.press('workshop.compare');
  await source.until('.workshop-lines');
  take('workshop', 'workshop-lines: right and wrong', ['.workshop-lines > [data-worth="right"]', '.workshop-lines > [data-worth="wrong"]']);
  await back();

  take('own', 'workshop-own', '.workshop-own');
  await source.press('workshop.own-edit-deck');
  await source.until('.workshop-own-check li');
  take('own', 'workshop-own-check, keep-list', '.workshop-own-check');
  take('own', 'keep-list: cases', '.workshop-body:has(> .keep-list)');
  const edit = source.all('.stage .keep-list button').find((button) => button.textContent === words('workshop.own-edit'));
  edit.click();
  await source.until('.workshop-own-preview .workshop-reasons, .workshop-own-preview .workshop-about, .workshop-own-preview > :nth-child(2)');
  await source.until('.keep-said[data-wrong]');
  take('own', 'workshop-own-beside, workshop-own-form, workshop-own-preview, workshop-own-story, workshop-own-facts, workshop-own-answer', '.workshop-own-beside', { size: 'wide' });
  take('own', 'keep-said: wrong', '.keep-said[data-wrong]');
  await source.press('workshop.own-done');
  await source.until('.workshop-own-check');
  const edits = source.all('.stage .keep-list button').filter((button) => button.textContent === words('workshop.own-edit'));
  edits.at(-1).click();
  await source.until('.workshop-own-finding');
  take('own', 'workshop-own-finding, error', '.workshop-own-finding');
}

/** Scenes in their order. `before` is done before the element begins. */
export const SCENES = [
  { attributes: { storage: 'session', links: '', logo: 'nightjar.svg' }, overlay: OVERLAY, play: [questions, results, list, kept], sheets: ['assess', 'keep', 'result', 'privacy'] },
  { attributes: { mode: 'register' }, play: [register], sheets: ['assess', 'keep', 'register', 'result'] },
  {
    attributes: { mode: 'workshop', storage: 'session', links: '' },
    play: [workshop],
    sheets: ['assess', 'keep', 'workshop'],
    before: () => sessionStorage.setItem('aims-readiness-deck:style', JSON.stringify(DECK)),
  },
];

/** Samples that no screen holds still: [section, name, why, (words, make) => elements]. */
export const MADE = [
  ['states', 'loading', 'It is there until the words of the page have come.', (words, make) => [make('p', { className: 'loading' }, words('loading'))]],
  [
    'states',
    'failed: no connection',
    'The network of this page works.',
    (words, make) => [
      make(
        'div',
        { className: 'stage failed' },
        make('p', {}, words('problem.offline.message')),
        make('p', {}, words('problem.offline.remedy')),
        make('button', { type: 'button', className: 'button' }, words('retry')),
      ),
    ],
  ],
  ['states', 'keep-warning', 'It comes with links of more than 2,000 characters.', (words, make) => [make('p', { className: 'keep-warning' }, words('share.long'))]],
  ['states', 'error, in a dialog', 'It comes with a file that is none of ours.', (words, make) => [make('p', { className: 'error' }, words('keep.file-wrong'))]],
  [
    'states',
    'keep-form: a link with a passphrase',
    'It needs an address of its own.',
    (words, make) => {
      const field = make('input', { type: 'password', id: 'passphrase', autocomplete: 'off' });
      const label = make('label', { htmlFor: 'passphrase' }, words('share.passphrase'));
      const wrong = make('p', { className: 'error' }, words('share.wrong-passphrase'));
      const form = make('form', { className: 'keep-form' }, make('div', { className: 'keep-field' }, label, field), wrong, make('button', { type: 'submit', className: 'button primary' }, words('share.unlock')));
      return [make('div', { className: 'keep-notice' }, make('p', {}, words('share.sealed')), form)];
    },
  ],
  [
    'states',
    'keep-facts: a link that holds the result alone',
    'It needs an address of its own.',
    (words, make) => {
      const rows = [['share.tier', words('tier.high.name')], ['share.receipt', 'ar1-0123456789abcdef']];
      return [make('dl', { className: 'keep-facts' }, ...rows.flatMap(([key, value]) => [make('dt', {}, words(key)), make('dd', {}, value)]))];
    },
  ],
  ['text', 'code', 'It stands in texts of problems alone.', (words, make) => [make('p', {}, make('code', {}, 'aims-readiness validate overlay.json'))]],
];
