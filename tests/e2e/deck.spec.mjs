// Own cases of a workshop: written, checked, tried, saved, opened and removed in the page.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { assertAccessible } from './harness.mjs';
import { answer, question } from './journey.mjs';
import { errors, settled } from './keep.mjs';
import { ROOT } from './package.mjs';
import { button, heading, open, test } from './workshop.mjs';

const saying = (page, text) => page.locator('aims-readiness').getByText(text);

const ACME = path.join(ROOT, 'examples/overlay/acme.json');

/** What is typed into fields, and has to stay text. */
const MARKUP = '<img src=x onerror=alert(1)> & <b>';

const matches = (await (async () => {
  const schema = JSON.parse(await readFile(path.join(ROOT, 'element/schema/overlay.schema.json'), 'utf8'));
  return new Ajv({ allErrors: true, strict: false }).compile(schema);
})());

/** Begins a deck, or goes on with the one that is there. */
async function edit(page) {
  await page.getByRole('button', { name: /^(Write|Edit) your (own )?cases$/ }).click();
  await heading(page, 'Your own cases').waitFor();
  await page.getByLabel('Name of the deck').waitFor();
}

/** Chooses a file behind a button. */
async function choose(page, file) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Open a file with cases').click()]);
  await chooser.setFiles(file);
}

const jsonFile = (name, held) => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof held === 'string' ? held : JSON.stringify(held)) });

/** The file that is saved: its name and what is in it. */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as a file').click()]);
  return { name: download.suggestedFilename(), deck: JSON.parse(await readFile(await download.path(), 'utf8')) };
}

/** Answers as the story of a reader of emotions tells, whose sector is not told. */
async function answerEmotions(page) {
  await button(page, 'Answer the questions as the story tells').click();
  await page.locator('form fieldset').waitFor();
  for (const [start, ...options] of [
    ['Was the system trained', 'Yes'],
    ['Is one of these true', 'None of these'],
    ['What does your organisation do', 'We use it in our work'],
    ['Which sector', "I don't know"],
    ['Does the system do, or could it', 'Reading emotions, stress'],
    ['Why does it read', 'For another reason'],
  ]) {
    assert.ok((await question(page)).startsWith(start), `${await question(page)} is not ${start}`);
    if (start === 'Why does it read') break;
    await answer(page, ...options);
  }
  await page.getByLabel(/^For another reason/).first().check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await button(page, 'Take these answers').click();
  await heading(page, 'Write a case').waitFor();
}

const deckOf = (cases, more = {}) => ({ schema: 1, id: 'ours', version: '1.0.0', name: 'Ours', language: 'en', scenarios: cases, exercises: [], ...more });

const minimal = (id, title) => ({
  id,
  title,
  story: 'A bank looks for fraud.',
  answers: { 'scope.ai_system': ['yes'], 'scope.exclusion': [], 'organisation.roles': ['deployer'], 'organisation.sectors': ['financial_services'], 'practice.screen': [], 'area.screen': [], 'transparency.screen': [] },
});

const widthOf = (page) => page.evaluate(() => document.documentElement.scrollWidth);

export const tests = [
  test('a case is written from nothing to a file, which keeps to the schema and opens again elsewhere', async ({ browser, url }) => {
    const page = await open(browser, url);
    await edit(page);
    await assertAccessible(page, { include: 'aims-readiness' });
    const name = page.getByLabel('Name of the deck');
    await name.fill('Bank of Útrecht');
    await name.press('Tab');
    await page.getByText('More: id, version and language').click();
    assert.equal(await page.getByLabel('Id', { exact: true }).inputValue(), 'bank-of-utrecht');

    // With the keyboard: the heading has the focus, and each field follows the one before.
    await button(page, 'Add a case').focus();
    await page.keyboard.press('Enter');
    await heading(page, 'Write a case').waitFor();
    assert.equal(await page.evaluate(() => document.querySelector('aims-readiness').shadowRoot.activeElement.textContent), 'Write a case');
    assert.equal(await page.locator('.workshop-own-form .error:visible').count(), 0, 'nothing is wrong before somebody was there');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('The camera at the desk');
    await page.keyboard.press('Tab');
    await page.keyboard.type('A camera reads how staff at a desk feel. ');
    await saying(page, 'Words: 9 of 120').waitFor();
    await answerEmotions(page);
    assert.equal(await page.getByLabel('Title').inputValue(), 'The camera at the desk');
    await saying(page, 'The engine says: Prohibited').waitFor();
    const facts = page.locator('.workshop-own-facts');
    assert.match(await facts.first().textContent(), /Was the system trained.*Yes/);
    assert.match(await facts.nth(1).textContent(), /^Which sector/);
    // What is not told settles nothing here, and so the case has a doubt, until that is mended.
    await page.locator('.workshop-own-preview').getByText('Facts are listed as not told, and yet one tier is left.').waitFor();
    await assertAccessible(page, { include: 'aims-readiness' });
    await button(page, 'Back to your cases').click();
    await saying(page, 'Mistakes: 0. Doubts: 1.').waitFor();
    await assertAccessible(page, { include: 'aims-readiness' });
    await button(page, 'Go there: Case “The camera at the desk”').click();
    await page.getByRole('button', { name: /^Remove: Which sector/ }).click();
    await saying(page, 'Nothing is wrong here.').waitFor();
    assert.equal(await page.locator('.workshop-own-preview').getByText('Facts are listed as not told').count(), 0);

    await page.getByLabel('To talk about').fill('Who asked for it?\n\n  What else could they do?');
    await page.getByLabel('Lead auditor').check();
    await page.getByLabel('How hard').selectOption('Hard');
    await page.getByLabel('Minutes').fill('12');
    await page.getByLabel('Day whose law counts').fill('2026-09-01');
    await saying(page, 'The law of 1 Sept 2026 was applied.').waitFor();
    await page.getByLabel('Tier').selectOption('High-risk');
    await saying(page, 'Mistakes here: 1. Doubts: 0.').waitFor();
    await page.getByLabel('Why people answer that').fill('They look for the area first.');
    await saying(page, 'Nothing is wrong here.').waitFor();
    await button(page, 'Back to your cases').click();
    await saying(page, 'No mistakes, and nothing that speaks against a case.').waitFor();
    const file = await saved(page);
    assert.equal(file.name, 'bank-of-utrecht.json');
    assert.ok(matches(file.deck), JSON.stringify(matches.errors));
    const { answers, ...rest } = file.deck.scenarios[0];
    assert.deepEqual(rest, {
      id: 'bank-of-utrecht.s1',
      title: 'The camera at the desk',
      story: 'A camera reads how staff at a desk feel. ',
      prompts: ['Who asked for it?', 'What else could they do?'],
      domains: ['auditor'],
      difficulty: 3,
      minutes: 12,
      as_of: '2026-09-01',
      mistake: { tier: 'high', why: 'They look for the area first.' },
    });
    assert.deepEqual(answers['scope.ai_system'], ['yes']);
    assert.deepEqual(answers['scope.exclusion'], []);
    assert.ok(!('organisation.sectors' in answers));

    const other = await open(browser, url);
    await choose(other, jsonFile(file.name, file.deck));
    await saying(other, 'Opened bank-of-utrecht.json. Cases: 1. Exercises: 0.').waitFor();
    await button(other, 'The camera at the desk').waitFor();
    await saying(other, /^Bank of Útrecht · Hard · 12 minutes · Lead auditor/).waitFor();
    await edit(other);
    assert.deepEqual((await saved(other)).deck, file.deck);
    // Another id of the deck is one of all its cases.
    await other.getByText('More: id, version and language').click();
    await other.getByLabel('Id', { exact: true }).fill('desk');
    assert.deepEqual((await saved(other)).deck.scenarios.map(({ id }) => id), ['desk.s1']);
    assert.deepEqual([...(await errors(page)), ...(await errors(other))], []);
  }),

  test('exercises are written and tried: findings with their grades, and controls for an own case', async ({ browser, url }) => {
    const page = await open(browser, url);
    await choose(page, jsonFile('ours.json', deckOf([minimal('ours.s1', 'A bank and fraud')])));
    await saying(page, 'Opened ours.json').waitFor();
    await edit(page);
    await button(page, 'Add a grading of findings').click();
    await heading(page, 'Write a grading of findings').waitFor();
    await page.getByLabel('Title').fill('Two notes');
    await page.getByLabel('Story').fill('Grade them.');
    await saying(page, 'Mistakes here: 1. Doubts: 0.').waitFor();
    await button(page, 'Add a finding').click();
    await button(page, 'Add a finding').click();
    await button(page, 'Remove finding 1').click();
    await page.getByLabel('What was found').fill('No audit was ever done.');
    await page.getByLabel('Clause or control').selectOption('9.2.2 Internal audit programme');
    await page.getByLabel('Grade', { exact: true }).selectOption('Major nonconformity');
    await page.getByLabel('Reason for the grade').fill('A part is missing.');
    await saying(page, 'Nothing is wrong here.').waitFor();
    await assertAccessible(page, { include: 'aims-readiness' });
    await button(page, 'Try it as a learner').click();
    await page.getByLabel('Major nonconformity').check();
    await button(page, 'Compare').click();
    await saying(page, 'The same answer: 1 of 1.').waitFor();
    await saying(page, 'The grades are those of whoever wrote the exercise.').waitFor();
    await button(page, 'Back to the cases').click();
    await heading(page, 'Write a grading of findings').waitFor();
    await button(page, 'Back to your cases').click();

    await button(page, 'Add a choice of controls').click();
    await page.getByLabel('Title').fill('What may stay out');
    await page.getByLabel('Story').fill('Decide.');
    await page.getByLabel('The case it is about').selectOption('Case “A bank and fraud”');
    await page.getByLabel(/^A\.6\.1\.2 /).check();
    await page.getByLabel(/^A\.9\.3 /).check();
    await saying(page, 'Nothing is wrong here.').waitFor();
    await assertAccessible(page, { include: 'aims-readiness' });
    await button(page, 'Try it as a learner').click();
    await saying(page, 'The case it is about: A bank and fraud').waitFor();
    assert.equal(await page.locator('fieldset').count(), 2);
    await button(page, 'Back to the cases').click();
    await button(page, 'Back to your cases').click();

    // The setting cannot go unseen: what hangs on it is told.
    await button(page, 'Delete: Case “A bank and fraud”').click();
    await button(page, 'Delete', ).last().click();
    await saying(page, 'Exercise “What may stay out” – The case it is about').waitFor();
    await button(page, 'Save as a file').click();
    await saying(page, 'Not saved: a file with mistakes opens nowhere.').waitFor();
    await button(page, 'Go there: Exercise “What may stay out” – The case it is about').click();
    await page.getByLabel('The case it is about').selectOption('None: only what the story says');
    await saying(page, 'Nothing is wrong here.').waitFor();
    await button(page, 'Back to your cases').click();
    await button(page, 'Move up: Exercise “What may stay out”').click();
    const { deck } = await saved(page);
    assert.ok(matches(deck), JSON.stringify(matches.errors));
    assert.deepEqual(deck.exercises.map(({ title }) => title), ['What may stay out', 'Two notes']);
    assert.deepEqual(deck.exercises[0].controls, ['A.6.1.2', 'A.9.3']);
    assert.equal(deck.exercises[1].findings[0].item, '9.2.2');
    assert.deepEqual(await errors(page), []);
  }),

  test('markup in every field is text', async ({ browser, url }) => {
    const page = await open(browser, url);
    await edit(page);
    await page.getByLabel('Name of the deck').fill(MARKUP);
    await page.getByLabel('Name of the deck').press('Tab');
    await button(page, 'Add a case').click();
    for (const label of ['Title', 'Story', 'To talk about', 'Why people answer that']) await page.getByLabel(label, { exact: true }).fill(MARKUP);
    await page.getByLabel('Tier').selectOption('High-risk');
    await button(page, 'Ask the engine').click();
    await page.locator('.workshop-own-preview').getByText(MARKUP).first().waitFor();
    await saying(page, 'Mistakes here: 0.').waitFor();
    await button(page, 'Try it as a learner').click();
    await heading(page, MARKUP).waitFor();
    await button(page, 'Back to the cases').click();
    await button(page, 'Back to your cases').click();
    await button(page, 'Add a grading of findings').click();
    for (const label of ['Title', 'Story', 'For the trainer']) await page.getByLabel(label, { exact: true }).fill(MARKUP);
    await button(page, 'Add a finding').click();
    for (const label of ['What was found', 'Reason for the grade']) await page.getByLabel(label, { exact: true }).fill(MARKUP);
    await button(page, 'Back to your cases').click();
    await saying(page, `Exercise “${MARKUP}” – Findings`).first().waitFor();
    await button(page, 'Back to the cases').click();
    await button(page, MARKUP).waitFor();
    assert.equal(await page.locator('aims-readiness img').count(), 0);
    assert.deepEqual(await errors(page), []);
  }),

  test('a file with mistakes changes nothing, and each place is told in words', async ({ browser, url }) => {
    const page = await open(browser, url, { storage: 'local' });
    await choose(page, jsonFile('ours.json', deckOf([minimal('ours.s1', 'Stays')])));
    await button(page, 'Stays').waitFor();
    const before = await page.evaluate(() => localStorage.getItem('aims-readiness-deck:'));
    const wrong = deckOf([{ id: 'ours.s1', title: MARKUP, story: '', answers: { 'scope.ai_system': ['maybe'], 'area.scren': [] }, missing: ['practice.screen', 'zz'], mistake: { tier: 'hihg', why: 'x' }, minutes: 500, as_of: '2026-02-31', colour: 'red' }], {
      exercises: [{ id: 'ours.e1', kind: 'grading', title: 'Notes', story: 's', findings: [{ id: 'a', item: '99.9', grade: 'major', text: 't' }] }],
      language: '!',
    });
    await choose(page, jsonFile('wrong.json', wrong));
    await saying(page, 'wrong.json was not opened, and nothing was changed.').waitFor();
    const lines = await page.locator('.workshop-lines > li').allTextContents();
    for (const place of [
      /^Language/,
      /^Case “<img.*” – Story/,
      /– What the story tells – Was the system trained/,
      /– What the story tells – area\.scren/,
      /– What the story does not tell – zz/,
      /– What people often answer – Tier/,
      /– Minutes/,
      /– Day whose law counts/,
      /– colour/,
      /^Exercise “Notes” – Findings – number 1 – Clause or control/,
      /^Exercise “Notes” – Findings – number 1.*`reason` is missing/,
    ]) assert.ok(lines.some((line) => place.test(line)), `${place} is not told:\n${lines.join('\n')}`);
    await assertAccessible(page, { include: 'aims-readiness' });
    await button(page, 'Back').click();
    await button(page, 'Stays').waitFor();
    for (const odd of ['{', '[]', 'null', '"x"', '{"schema":1}', '7', 'x'.repeat(1_100_000)]) {
      await choose(page, jsonFile('odd.json', odd));
      await saying(page, 'odd.json was not opened, and nothing was changed.').waitFor();
      assert.ok((await page.locator('.workshop-lines > li').count()) > 0, odd.slice(0, 20));
      await button(page, 'Back').click();
      await button(page, 'Stays').waitFor();
    }
    assert.equal(await page.evaluate(() => localStorage.getItem('aims-readiness-deck:')), before);
    assert.deepEqual(await errors(page), []);
  }),

  test('what is typed is kept as the page says, through a reload, the questions and the way back', async ({ browser, url }) => {
    for (const storage of ['none', 'session', 'local']) {
      const page = await open(browser, url, { storage });
      await edit(page);
      await button(page, 'Add a case').click();
      await page.getByLabel('Title').fill('Half a case');
      await button(page, 'Answer the questions as the story tells').click();
      await answer(page, 'Yes');
      // Back without taking: what was answered so far is there all the same.
      await button(page, 'Back to the cases').click();
      await heading(page, 'Write a case').waitFor();
      assert.equal(await page.getByLabel('Title').inputValue(), 'Half a case');
      assert.match(await page.locator('.workshop-own-facts').textContent(), /Was the system trained.*Yes/);
      await button(page, 'Back to your cases').click();
      await button(page, 'Back to the cases').click();
      // It has no story, so a room does not see it.
      await saying(page, 'Something in your own deck cannot be used as it is').waitFor();
      assert.equal(await button(page, 'Half a case').count(), 0);
      await page.reload();
      await settled(page);
      await edit(page);
      const kept = storage === 'none' ? 0 : 1;
      assert.equal(await button(page, 'Edit: Case “Half a case”').count(), kept, storage);
      const keys = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith('aims-readiness-deck:')));
      assert.equal(keys.length, kept, storage);
      if (kept) {
        await button(page, 'Remove the deck from here').click();
        await button(page, 'Keep it').click();
        await button(page, 'Remove the deck from here').click();
        await button(page, 'Remove the deck from here').click();
        await saying(page, 'The deck was removed from here.').waitFor();
        assert.equal(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith('aims-readiness-deck:')).length), 0);
      }
      assert.deepEqual(await errors(page), []);
      await page.context().close();
    }
  }),

  test('where storing is blocked it is told once, and the deck can still be written and saved', async ({ browser, url }) => {
    const page = await open(browser, url, { storage: 'local' }, {
      prepare: (at) =>
        at.addInitScript(() => {
          for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(globalThis, name, { get: () => { throw new DOMException('blocked', 'SecurityError'); } });
        }),
    });
    const before = (await errors(page)).length;
    await edit(page);
    await saying(page, 'The deck could not be kept on this device').waitFor();
    await page.getByLabel('Name of the deck').fill('Nowhere kept');
    const { deck } = await saved(page);
    assert.equal(deck.name, 'Nowhere kept');
    assert.equal((await errors(page)).length, before);
  }),

  test('what is kept and is none of ours stops nothing and stays until it is removed', async ({ browser, url }) => {
    for (const kept of ['{', 'null', '{"schema":9,"deck":{}}', '{"schema":1,"deck":{"scenarios":[{"title":7}]}}']) {
      const page = await open(browser, url, { storage: 'local' }, { prepare: (at) => at.addInitScript((text) => localStorage.setItem('aims-readiness-deck:', text), kept) });
      await saying(page, 'Something in your own deck cannot be used as it is').waitFor();
      await button(page, 'Write your own cases').click();
      await saying(page, 'cannot be read. It stays until you remove it').waitFor();
      assert.equal(await page.evaluate(() => localStorage.getItem('aims-readiness-deck:')), kept);
      await button(page, 'Back to the cases').click();
      await choose(page, jsonFile('ours.json', deckOf([minimal('ours.s1', 'New')])));
      await saying(page, 'Something is kept here that cannot be read.').waitFor();
      await button(page, 'Keep it').click();
      await saying(page, 'Something in your own deck cannot be used as it is').waitFor();
      assert.equal(await page.evaluate(() => localStorage.getItem('aims-readiness-deck:')), kept);
      assert.deepEqual(await errors(page), []);
      await page.context().close();
    }
    // A deck whose facts are gone: it is kept, told, and its sound cases are shown.
    const gone = deckOf([{ ...minimal('ours.s1', 'Old'), answers: { 'fact.gone': ['yes'] } }, minimal('ours.s2', 'Sound')]);
    const page = await open(browser, url, { storage: 'local' }, { prepare: (at) => at.addInitScript((text) => localStorage.setItem('aims-readiness-deck:', text), JSON.stringify({ schema: 1, deck: gone, saved: true })) });
    await button(page, 'Sound').waitFor();
    assert.equal(await button(page, 'Old').count(), 0);
    await edit(page);
    await saying(page, 'Case “Old” – What the story tells – fact.gone').waitFor();
    await button(page, 'Edit: Case “Old”').click();
    await button(page, 'Remove: fact.gone').click();
    await saying(page, 'Mistakes here: 0.').waitFor();
    await page.context().close();
  }),

  test('a file is not opened over what is in no file without a question', async ({ browser, url }) => {
    const page = await open(browser, url);
    await choose(page, jsonFile('ours.json', deckOf([minimal('ours.s1', 'One')])));
    await button(page, 'One').waitFor();
    // Nothing was changed, so nothing is asked.
    await choose(page, jsonFile('ours.json', deckOf([minimal('ours.s1', 'Two')])));
    await button(page, 'Two').waitFor();
    await edit(page);
    await page.getByLabel('Name of the deck').fill('Changed');
    await choose(page, jsonFile('ours.json', deckOf([minimal('ours.s1', 'Three')])));
    await saying(page, '“Changed” has changes that are in no file.').waitFor();
    await assertAccessible(page, { include: 'aims-readiness' });
    await button(page, 'Keep it').click();
    assert.equal(await page.getByLabel('Name of the deck').inputValue(), 'Changed');
    await choose(page, jsonFile('ours.json', deckOf([minimal('ours.s1', 'Three')])));
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save it first').click()]);
    assert.equal(JSON.parse(await readFile(await download.path(), 'utf8')).name, 'Changed');
    await button(page, 'Edit: Case “Three”').waitFor();
  }),

  test('a deck with questions of its own is judged with them, and what cannot be edited stays in the file', async ({ browser, url }) => {
    const page = await open(browser, url);
    await choose(page, ACME);
    await saying(page, 'They cannot be edited here and stay in it as they are.').waitFor();
    await button(page, 'A chatbot for customers').click();
    await page.getByRole('radio', { name: 'Limited risk', exact: true }).check();
    await button(page, 'Show what the engine says').click();
    await page.locator('.workshop-verdict[data-worth=right]').waitFor();
    await page.locator('summary', { hasText: 'The facts in the story' }).click();
    await saying(page, 'Is the system in the Acme register of systems?').waitFor();
    await button(page, 'See the whole result').click();
    await page.locator('.verdict').waitFor();
    await button(page, 'Back to the cases').click();
    await edit(page);
    await page.getByText('More: id, version and language').click();
    assert.equal(await page.getByLabel('Id', { exact: true }).getAttribute('readonly'), '');
    await button(page, 'Edit: Case “A chatbot for customers”').click();
    await saying(page, 'The engine says: Limited risk').waitFor();
    await button(page, 'Answer the questions as the story tells').click();
    await button(page, 'Take these answers').click();
    await heading(page, 'Write a case').waitFor();
    assert.match(await page.locator('.workshop-own-facts').textContent(), /Acme register of systems/);
    await button(page, 'Back to your cases').click();
    await button(page, 'Edit: Exercise “What may stay out at the shop”').click();
    await saying(page, 'The file tells 1 more facts of the setting.').waitFor();
    await button(page, 'Try it as a learner').click();
    await page.locator('fieldset').nth(2).waitFor();
    await button(page, 'Back to the cases').click();
    await button(page, 'Back to your cases').click();
    const { deck } = await saved(page);
    const given = JSON.parse(await readFile(ACME, 'utf8'));
    for (const part of ['questions', 'items', 'additions', 'wording', 'call_to_action', 'requires', 'exercises']) assert.deepEqual(deck[part], given[part], part);
    assert.ok(matches(deck), JSON.stringify(matches.errors));
    assert.deepEqual(await errors(page), []);
  }),

  test('an own case is answered, recorded and shown to a group; trying it in the editor records nothing', async ({ browser, url }) => {
    const page = await open(browser, url, { storage: 'local' });
    await choose(page, jsonFile('ours.json', deckOf([minimal('ours.s1', 'A bank and fraud'), minimal('ours.s2', 'Another bank')])));
    await saying(page, 'Cases shown: 52 of 52').waitFor();
    await edit(page);
    await button(page, 'Edit: Case “A bank and fraud”').click();
    await button(page, 'Try it as a learner').click();
    await page.getByRole('radio', { name: 'High-risk', exact: true }).check();
    await button(page, 'Show what the engine says').click();
    await page.locator('.workshop-verdict[data-worth=wrong]').waitFor();
    await button(page, 'See the whole result').click();
    await page.locator('.verdict').waitFor();
    await button(page, 'Back to the cases').click();
    await heading(page, 'Write a case').waitFor();
    await button(page, 'Back to your cases').click();
    await button(page, 'Back to the cases').click();
    await button(page, 'Your record').click();
    await saying(page, 'You have not answered a case yet.').waitFor();
    await button(page, 'Back to the cases').click();

    await button(page, 'A bank and fraud').click();
    await page.getByRole('radio', { name: 'Minimal risk', exact: true }).check();
    await button(page, 'Make a code for the group').click();
    const code = await page.locator('.workshop-code b').textContent();
    await button(page, 'Show what the engine says').click();
    await page.locator('.workshop-verdict[data-worth=right]').waitFor();
    await button(page, 'Back to the cases').click();
    await button(page, 'Your record').click();
    await page.locator('.workshop-record').getByText('A bank and fraud').waitFor();
    await button(page, 'Back to the cases').click();
    await button(page, 'A bank and fraud').click();
    await button(page, 'Lead a group with this case').click();
    await page.getByLabel('Codes of the group').fill(`Ana: ${code}`);
    await button(page, 'Add').click();
    await saying(page, 'People who answered: 1').waitFor();
    await button(page, 'What the engine says').click();
    await saying(page, 'Minimal risk (what the engine says)').first().waitFor();
    await button(page, 'The case after this').click();
    await heading(page, 'Another bank').waitFor();
    await button(page, 'Back to the cases').click();
    // It is there after a reload, with its answer.
    await page.reload();
    await settled(page);
    await saying(page, /^Answered: 1 of 52 cases/).waitFor();
    assert.deepEqual(await errors(page), []);
  }),

  test('the page hears of a saved deck and may take it; where nothing may be changed nothing is offered', async ({ browser, url }) => {
    const page = await open(browser, url);
    await choose(page, jsonFile('ours.json', deckOf([minimal('ours.s1', 'One')])));
    await button(page, 'One').waitFor();
    await edit(page);
    await page.evaluate(() => addEventListener('aims-export', (event) => { event.preventDefault(); globalThis.taken = event.detail; }));
    await button(page, 'Save as a file').click();
    await saying(page, 'Saved: ours.json').waitFor();
    const { format, name, type, text } = await page.evaluate(() => globalThis.taken);
    assert.deepEqual([format, name, type], ['workshop-deck', 'ours.json', 'application/json']);
    assert.equal(JSON.parse(text).scenarios[0].title, 'One');
    await page.evaluate(() => document.querySelector('aims-readiness').toggleAttribute('readonly', true));
    await button(page, 'One').waitFor();
    assert.equal(await heading(page, 'Your own cases').count(), 0);
  }),

  test('nothing scrolls sideways on a narrow screen, and every target is large enough', async ({ browser, url }) => {
    const page = await open(browser, url, {}, { context: { viewport: { width: 320, height: 800 } } });
    const long = 'Averyveryverylongwordwithoutanyplacetobreakitintotwo'.repeat(3);
    await choose(page, ACME);
    const narrow = async (what) => {
      assert.ok((await widthOf(page)) <= 320, `${what} is ${await widthOf(page)} wide`);
      const small = await page.evaluate(() =>
        [...document.querySelector('aims-readiness').shadowRoot.querySelectorAll('.stage button, .stage select, .stage textarea, .stage input, .stage summary')]
          .filter((one) => one.checkVisibility() && !one.matches('[type=checkbox], [type=radio]'))
          .filter((one) => one.getBoundingClientRect().height < 24)
          .map((one) => one.textContent),
      );
      assert.deepEqual(small, [], what);
    };
    await saying(page, 'Opened acme.json').waitFor();
    await edit(page);
    await page.getByLabel('Name of the deck').fill(long);
    await narrow('the editor');
    await button(page, 'Edit: Case “A chatbot for customers”').click();
    await saying(page, 'The engine says:').first().waitFor();
    await page.getByLabel('Title').fill(long);
    await narrow('the case');
    await button(page, 'Back to your cases').click();
    await saying(page, long).first().waitFor();
    await narrow('the list');
    await button(page, 'Edit: Exercise “Three notes of an auditor”').click();
    await page.getByLabel('What was found').first().waitFor();
    await narrow('the grading');
    await button(page, 'Back to your cases').click();
    await button(page, 'Edit: Exercise “What may stay out at the shop”').click();
    await page.getByLabel(/^A\.6\.1\.2 /).waitFor();
    await narrow('the choice of controls');
    await button(page, 'Back to your cases').click();
    await choose(page, jsonFile('wrong.json', deckOf([{ id: `ours.${long.toLowerCase()}`, title: long, story: '', answers: { [long]: ['x'] } }])));
    await button(page, 'Back').waitFor();
    await narrow('the mistakes');
  }),

  test('cases of the overlay that a page gives come with its name, and an own deck of the same file takes their place', async ({ browser, url }) => {
    const page = await open(browser, url);
    const acme = JSON.parse(await readFile(ACME, 'utf8'));
    await page.evaluate((given) => { document.querySelector('aims-readiness').overlay = given; }, acme);
    await button(page, 'A chatbot for customers').waitFor();
    await saying(page, /^Acme GRC · Easy/).waitFor();
    await button(page, 'Acme Assist sorts complaints').click();
    await page.getByRole('radio', { name: 'The story does not tell enough' }).check();
    await button(page, 'Show what the engine says').click();
    await page.locator('.workshop-verdict[data-worth=right]').waitFor();
    await button(page, 'Back to the cases').click();
    const mine = { ...acme, name: 'Mine', scenarios: acme.scenarios.map((one) => ({ ...one, title: `${one.title}, mended` })) };
    await choose(page, jsonFile('mine.json', mine));
    await button(page, 'A chatbot for customers, mended').waitFor();
    assert.equal(await button(page, 'A chatbot for customers').count(), 0);
    await saying(page, /^Mine · Easy/).waitFor();
    assert.deepEqual(await errors(page), []);
  }),
];
