// The workshop: a case is answered before the engine says anything, and a record is kept of it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertAccessible } from './harness.mjs';
import { anotherTab, errors, settled } from './keep.mjs';
import { ATTRIBUTES, button, heading, open, test } from './workshop.mjs';

/** The deck as the page got it. */
const deckOf = (page) =>
  page.evaluate(async () => {
    const { name } = performance.getEntriesByType('resource').find((entry) => entry.name.endsWith('/deck.en.json'));
    return (await fetch(name)).json();
  });

/** Says a tier and waits for what the engine says. */
async function say(page, tier) {
  await page.getByRole('radio', { name: tier, exact: true }).check();
  await button(page, 'Show what the engine says').click();
  await page.locator('.workshop-verdict').waitFor();
}

export const tests = [
  test('nothing is told before an answer, and then why, what would change it and what people often say', async ({ browser, url }) => {
    const page = await open(browser, url);
    await heading(page, 'Workshop: what would you say?').waitFor();
    await assertAccessible(page, { include: 'aims-readiness' });
    await button(page, 'The forgery check that learned more').click();
    await heading(page, 'The forgery check that learned more').waitFor();
    const before = await page.locator('.workshop').textContent();
    assert.doesNotMatch(before, /Annex III|Often answered|The engine says(?! )/);
    await assertAccessible(page, { include: 'aims-readiness' });

    // Without an answer it says what is missing, and tells nothing.
    await button(page, 'Show what the engine says').click();
    await page.getByText('Choose a tier first').waitFor();
    assert.equal(await page.locator('.workshop-verdict').count(), 0);

    await page.getByLabel('Your reason (optional)').fill('It says how well people can pay <b>.');
    await say(page, 'Minimal risk');
    const verdict = page.locator('.workshop-verdict');
    assert.equal(await verdict.getAttribute('data-worth'), 'wrong');
    assert.match(await verdict.textContent(), /The engine says something else.*You saidMinimal risk.*The engine saysHigh-risk/s);
    await page.getByText('It says how well people can pay <b>.').waitFor();
    const reasons = page.locator('.workshop-reasons');
    assert.match(await reasons.textContent(), /Annex III, point 5\(b\)/);
    assert.match(await reasons.getByRole('link', { name: /Annex III, point 5\(b\)/ }).first().getAttribute('href'), /^https:\/\//);
    assert.match(await page.locator('.workshop-turning').first().textContent(), /leads to: /);
    await page.getByText('Often answered: Minimal risk.').waitFor();
    await heading(page, 'To talk about').waitFor();
    await page.getByText('This is no legal advice').first().waitFor();
    await assertAccessible(page, { include: 'aims-readiness' });
    assert.deepEqual(await errors(page), []);
  }),

  test('a case whose story does not tell enough is right as open, and too early as a tier', async ({ browser, url }) => {
    const page = await open(browser, url);
    await button(page, 'A red light at the till').click();
    await say(page, 'High-risk');
    assert.equal(await page.locator('.workshop-verdict').getAttribute('data-worth'), 'too-early');
    await heading(page, 'What it hangs on: facts that the story does not tell').waitFor();
    await button(page, 'Try again').click();
    await say(page, 'The story does not tell enough');
    assert.equal(await page.locator('.workshop-verdict').getAttribute('data-worth'), 'right');
    await button(page, 'Back to the cases').click();
    // The first answer counts.
    await page.getByText('Answered: 1 of 50 cases. Points by your first answers: 1 of 2.').waitFor();
    await page.getByLabel('Only cases that you have not answered').check();
    await page.getByText('Cases shown: 49 of 50').waitFor();
  }),

  test('a case has the law of its own day', async ({ browser, url }) => {
    const page = await open(browser, url);
    await button(page, 'A weeding robot, asked in July').click();
    await page.getByText('under the law of 20 Jul 2026').waitFor();
    await say(page, 'High-risk');
    assert.equal(await page.locator('.workshop-verdict').getAttribute('data-worth'), 'right');
    await page.getByText('The law of 20 Jul 2026 was applied.').waitFor();
    await button(page, 'Back to the cases').click();
    await button(page, 'The weeding robot, asked again in November').click();
    await say(page, 'High-risk');
    assert.equal(await page.locator('.workshop-verdict').getAttribute('data-worth'), 'wrong');
  }),

  test('every case can be answered, and the engine says for each what the deck does not', async ({ browser, url }) => {
    const page = await open(browser, url);
    await heading(page, 'Workshop: what would you say?').waitFor();
    const deck = await deckOf(page);
    assert.ok(deck.scenarios.length >= 40);
    assert.ok(!JSON.stringify(deck).includes('"range"'));
    await button(page, 'Take the next case').click();
    for (const [index, { title }] of deck.scenarios.entries()) {
      await heading(page, title).waitFor();
      await say(page, 'The story does not tell enough');
      assert.match(await page.locator('.workshop-verdict').getAttribute('data-worth'), /^(right|too-open)$/);
      if (index + 1 < deck.scenarios.length) await button(page, 'Take the next case').click();
    }
    assert.equal(await button(page, 'Take the next case').count(), 0);
    assert.deepEqual(await errors(page), []);
  }),

  test('answers stay where the page keeps them, and are on a record that prints', async ({ browser, url }) => {
    const page = await open(browser, url, { storage: 'local' });
    await button(page, 'A red light at the till').click();
    await say(page, 'The story does not tell enough');
    await page.reload();
    await settled(page);
    await page.getByText(/^Answered: 1 of 50 cases/).waitFor();
    await button(page, 'Your record').click();
    await page.getByLabel('Name (optional)').fill('Ana <i>Núñez</i>');
    const record = page.locator('.workshop-record');
    await record.getByText('Ana <i>Núñez</i>').waitFor();
    assert.match(await record.textContent(), /sha256-[0-9a-f]{64}/);
    assert.match(await record.textContent(), /aims-readiness-eu@\d/);
    await assertAccessible(page, { include: 'aims-readiness' });
    const [view] = await Promise.all([page.context().waitForEvent('page'), button(page, 'Print or save as PDF').click()]);
    await view.getByText('Record of training on the EU AI Act').first().waitFor();
    await view.getByText('Ana <i>Núñez</i>').waitFor();
    await view.close();

    await button(page, 'Delete my answers').click();
    await button(page, 'Delete my answers').click();
    await heading(page, 'Workshop: what would you say?').waitFor();
    await page.reload();
    await settled(page);
    await button(page, 'Your record').click();
    await page.getByText('You have not answered a case yet.').waitFor();
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('workshop')).length), 0);
  }),

  test('what is kept and is none of ours stops nothing', async ({ browser, url }) => {
    const sound = { said: 'high', worth: 'right', points: 2, on: '2026-11-22', range: ['high', 'high'], catalog: 'c@1', receipt: 'sha256-0' };
    const damaged = { said: 'high', worth: 'x', points: '2', on: 'yesterday' };
    const answers = { 'washing-machine-in-instalments': { first: sound, last: sound, times: 1 }, 'payslip-check-with-stars': { first: damaged, last: damaged }, __proto__x: 1 };
    for (const kept of ['{', '[]', 'null', '{"schema":9}', JSON.stringify({ schema: 1, name: {}, number: 'x', answers })]) {
      const page = await open(browser, url, { storage: 'local' }, {
        prepare: (at) => at.addInitScript((text) => localStorage.setItem('aims-readiness-workshop:', text), kept),
      });
      await heading(page, 'Workshop: what would you say?').waitFor();
      const known = kept.includes('washing-machine');
      assert.equal(await page.getByText(/^Answered: 1 of 50 cases/).count(), known ? 1 : 0, kept);
      await button(page, 'Your record').click();
      await page.getByText(known ? 'sha256-0' : 'You have not answered a case yet.').waitFor();
      assert.deepEqual(await errors(page), []);
      await page.context().close();
    }
  }),

  test('a page can name the cases and exercises that are shown, and hears of those that are not there', async ({ browser, url }) => {
    const page = await open(browser, url, { cases: ' weeding-robot-july  payslip-check-with-stars no-such-case which-controls-stay-out-staff-assistant ' });
    await page.getByText('Cases shown: 2 of 2').waitFor();
    const titles = await page.locator('.workshop-list h3').allTextContents();
    assert.deepEqual(titles, ['A weeding robot, asked in July', 'The forgery check that learned more', 'What Mira brings along']);
    assert.deepEqual(await errors(page), ['attribute']);
    // The case that an exercise is about is known, though it is not shown.
    await button(page, 'What Mira brings along').click();
    await page.locator('fieldset').first().waitFor();
    await page.getByText(/^The case it is about: /).waitFor();
    await button(page, 'Back to the cases').click();
    await button(page, 'The forgery check that learned more').click();
    await say(page, 'High-risk');
    await button(page, 'Back to the cases').click();
    await page.getByText('Answered: 1 of 2 cases. Points by your first answers: 2 of 2.').waitFor();
  }),

  test('a whole result can be seen, with the way back', async ({ browser, url }) => {
    const page = await open(browser, url);
    await button(page, 'The forgery check that learned more').click();
    await say(page, 'High-risk');
    await button(page, 'See the whole result').click();
    await page.locator('.verdict').waitFor();
    await button(page, 'Back to the cases').click();
    await heading(page, 'Workshop: what would you say?').waitFor();
    await page.getByText(/^Answered: 1 of 50 cases/).waitFor();
  }),

  test('exercises are compared with the engine, and grades with our judgement', async ({ browser, url }) => {
    const page = await open(browser, url);
    await button(page, 'What Mira brings along').click();
    const groups = page.locator('fieldset');
    await groups.first().waitFor();
    assert.equal(await groups.count(), 8);
    await button(page, 'Compare').click();
    await page.getByText('Choose one for each first.').waitFor();
    for (const group of await groups.all()) await group.getByLabel('It stays in').check();
    await button(page, 'Compare').click();
    await page.getByText(/^The same answer: [1-7] of 8\.$/).waitFor();
    await assertAccessible(page, { include: 'aims-readiness' });
    await button(page, 'Back to the cases').click();
    await button(page, 'Stage 2 at a savings bank').click();
    for (const group of await groups.all()) await group.getByLabel('Minor nonconformity').check();
    await button(page, 'Compare').click();
    await page.getByText('The grades are our own judgement').waitFor();
  }),

  test('a group of four pages: codes, another tab, late and damaged ones, the spread, what the engine says, the table', async ({ browser, url }) => {
    const leader = await open(browser, url);
    await button(leader, 'The forgery check that learned more').click();
    await button(leader, 'Lead a group with this case').click();
    await leader.getByText('People who answered: 0').waitFor();
    await assertAccessible(leader, { include: 'aims-readiness' });

    // One in another tab of this browser, whose answer comes by itself.
    const near = await anotherTab(leader, ATTRIBUTES);
    const codeOn = async (page, tier) => {
      await page.getByRole('radio', { name: tier, exact: true }).check();
      await button(page, 'Make a code for the group').click();
      return page.locator('.workshop-code b').textContent();
    };
    await button(near, 'The forgery check that learned more').click();
    await codeOn(near, 'High-risk');
    assert.equal(await near.locator('.workshop-verdict').count(), 0, 'a code tells nothing of the answer');
    await leader.getByText('People who answered: 1').waitFor();

    // Two on machines of their own, who tell their codes.
    const codes = [];
    for (const tier of ['Minimal risk', 'Limited risk']) {
      const page = await open(browser, url);
      await button(page, 'The forgery check that learned more').click();
      codes.push(await codeOn(page, tier));
      await page.context().close();
    }
    assert.notEqual(codes[0], codes[1]);
    const damaged = `${codes[0].slice(0, -1)}${codes[0].endsWith('7') ? '8' : '7'}`;
    const field = leader.getByLabel('Codes of the group');
    await field.fill(`Ana: ${codes[0]}\n${damaged}\n<img src=x onerror=alert(1)>\n${codes[0].toLowerCase().replace('-', ' ')}`);
    await button(leader, 'Add').click();
    await leader.getByText('Read: 2, of them the same again: 1, with another answer than before: 0. Not read: 2').waitFor();
    assert.equal(await field.inputValue(), `${damaged}\n<img src=x onerror=alert(1)>`);
    assert.equal(await leader.locator('aims-readiness img').count(), 0);
    await leader.getByText('People who answered: 2').waitFor();

    // The spread, by the key of a presenter; who comes late is in it at once.
    await leader.locator('aims-readiness h2').focus();
    await leader.keyboard.press('PageDown');
    const group = leader.locator('.workshop-group');
    await group.getByText('High-risk').first().waitFor();
    assert.doesNotMatch(await group.textContent(), /Annex III|what the engine says\)/);
    await field.fill(codes[1]);
    await button(leader, 'Add').click();
    await leader.getByText('People who answered: 3').waitFor();
    await group.getByText('Limited risk').first().waitFor();

    // Who answers again changes the answer.
    await codeOn(near, 'Minimal risk');
    await near.close();
    await leader.waitForFunction(() => {
      const [, bar] = /Minimal risk(\d)/.exec(document.querySelector('aims-readiness').shadowRoot.querySelector('.workshop-group').textContent) ?? [];
      return bar === '2';
    });

    await leader.locator('aims-readiness h2').focus();
    await leader.keyboard.press('ArrowRight');
    await group.getByText('High-risk (what the engine says)').first().waitFor();
    await group.getByText('Annex III, point 5(b)').first().waitFor();
    await assertAccessible(leader, { include: 'aims-readiness' });
    await leader.keyboard.press('PageUp');
    await leader.waitForFunction(() => !/Annex III/.test(document.querySelector('aims-readiness').shadowRoot.querySelector('.workshop-group').textContent));

    await button(leader, 'The case after this').click();
    await heading(leader, 'A red light at the till').waitFor();
    await leader.getByText('People who answered: 0').waitFor();
    const [download] = await Promise.all([leader.waitForEvent('download'), button(leader, 'Save the answers as a table').click()]);
    const table = (await readFile(await download.path(), 'utf8')).split('\r\n');
    assert.equal(table.length, 5);
    assert.match(table.join('\n'), /"The forgery check that learned more","\d+","Ana","Minimal risk"/);
    assert.deepEqual(await errors(leader), []);
  }),
];
