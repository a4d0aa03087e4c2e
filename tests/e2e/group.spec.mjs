// A group and a case: what each read in the story, every way in which answers come in, notes, the report, and two teams.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { codeOf } from '../../element/workshop/code.js';
import { assertAccessible } from './harness.mjs';
import { HIGH, anotherTab, errors } from './keep.mjs';
import { EMBED } from './package.mjs';
import { ATTRIBUTES, button, heading, open, test } from './workshop.mjs';

const CASE = { id: 'payslip-check-with-stars', title: 'The forgery check that learned more' };
/** A case whose story leaves one fact open. */
const OPEN = { id: 'washing-machine-in-instalments', title: 'A red light at the till' };

const people = (page, count) => page.getByText(`People who answered: ${count}`, { exact: true }).waitFor();
const codes = (page) => page.getByLabel('Codes of the group');

async function lead(browser, url, { title } = CASE, attributes, options) {
  const page = await open(browser, url, attributes, options);
  await button(page, title).click();
  await button(page, 'Lead a group with this case').click();
  await people(page, 0);
  return page;
}

/** The code of somebody who says a tier, and perhaps what was read: labels of boxes or choices. */
async function codeFrom(page, tier, read = []) {
  await page.getByRole('radio', { name: tier, exact: true }).check();
  if (read.length > 0) {
    await page.getByText('What did you read in the story?').click();
    for (const [question, label] of read) await page.getByRole('group', { name: question }).getByLabel(label).check();
  }
  const before = await page.locator('.workshop-code b').textContent({ timeout: 1 }).catch(() => '');
  await button(page, 'Make a code for the group').click();
  await page.waitForFunction((was) => {
    const text = document.querySelector('aims-readiness').shadowRoot.querySelector('.workshop-code b')?.textContent;
    return text && text !== was;
  }, before);
  return page.locator('.workshop-code b').textContent();
}

/** Goes forwards as the remote of a presenter does. */
async function forwards(page) {
  await page.locator('aims-readiness h2').focus();
  await page.keyboard.press('PageDown');
}

/** Shows what is on a picture instead of a camera. */
const fakeCamera = (page, picture) =>
  page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 640 });
    const context = canvas.getContext('2d');
    const draw = () => {
      context.fillStyle = '#bbb';
      context.fillRect(0, 0, 640, 640);
      context.drawImage(bitmap, 120, 100, 400, 400);
      requestAnimationFrame(draw);
    };
    draw();
    navigator.mediaDevices.getUserMedia = async () => (globalThis.fakeStream = canvas.captureStream());
  }, picture.toString('base64'));

export const tests = [
  test('what people read goes into their codes, and shows where a difference comes from', async ({ browser, url }) => {
    const leader = await lead(browser, url);
    const learner = await anotherTab(leader, ATTRIBUTES);
    await button(learner, CASE.title).click();
    await learner.getByText('What did you read in the story?').click();
    await learner.locator('.workshop-choices').nth(1).waitFor();
    const questions = await learner.locator('.workshop-choices legend').allTextContents();
    assert.ok(questions.length >= 2 && questions.length <= 4, questions.join());
    await assertAccessible(learner, { include: 'aims-readiness' });
    assert.doesNotMatch(await learner.locator('.workshop').textContent(), /Annex III|leads to/, 'nothing is told before an answer');

    // In this tab: fraud alone; on another device: fraud and creditworthiness.
    const fold = learner.getByText('What did you read in the story?');
    await fold.click();
    const credit = questions.find((text) => /credit/i.test(text));
    assert.ok(credit, questions.join());
    const group = learner.getByRole('group', { name: credit });
    await fold.click();
    const labels = await group.locator('label').allTextContents();
    const [worthiness, fraud] = [labels.find((text) => /creditworth|credit score/i.test(text)), labels.find((text) => /fraud/i.test(text))];
    assert.ok(worthiness && fraud, labels.join());
    await group.getByLabel(fraud).check();
    await learner.getByRole('radio', { name: 'Minimal risk', exact: true }).check();
    await button(learner, 'Make a code for the group').click();
    const long = learner.locator('.workshop-code b');
    await long.waitFor();
    assert.match(await long.textContent(), /^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/);
    await people(leader, 1);

    const other = await open(browser, url);
    await button(other, CASE.title).click();
    const code = await codeFrom(other, 'High-risk', [[credit, worthiness], [credit, fraud]]);
    // Who says nothing of the story has a short code.
    const short = codeOf(CASE.id, 99, 'high');
    await codes(leader).fill(`Ana ${code}\nTom ${short}`);
    await codes(leader).press('Enter');
    await people(leader, 3);

    await forwards(leader);
    await heading(leader, 'Where people read the story differently').waitFor();
    const screen = leader.locator('.workshop-group');
    await screen.getByText(`Of 2 people who said what they read, answers differ most on: ${credit}`).waitFor();
    assert.doesNotMatch(await screen.textContent(), /leads to|as the story tells/, 'the spread tells nothing of what is right');
    await assertAccessible(leader, { include: 'aims-readiness' });

    await forwards(leader);
    await screen.getByText(`“${fraud}” leads to: Minimal risk`).first().waitFor();
    await screen.getByText(/as the story tells: High-risk/).first().waitFor();
    await assertAccessible(leader, { include: 'aims-readiness' });

    const [download] = await Promise.all([leader.waitForEvent('download'), button(leader, 'Save the answers as a table').click()]);
    const table = await readFile(await download.path(), 'utf8');
    assert.ok(table.includes('"Ana"') && table.includes(worthiness.replaceAll('"', '""')), table);
    assert.deepEqual(await errors(leader), []);
  }),

  test('forty people are in within the enter key, late, twice and damaged ones among them', async ({ browser, url }) => {
    const leader = await lead(browser, url);
    const said = ['minimal', 'limited', 'high', 'open'];
    for (let number = 0; number < 40; number += 1) {
      await codes(leader).fill(codeOf(CASE.id, 1000 + number, said[number % 4]));
      await codes(leader).press('Enter');
    }
    await people(leader, 40);
    assert.equal(await codes(leader).inputValue(), '');
    const again = codeOf(CASE.id, 1000, 'minimal');
    const changed = codeOf(CASE.id, 1001, 'high');
    const another = codeOf(OPEN.id, 5, 'high');
    await codes(leader).fill([again, changed, another, 'good morning'].join('\n'));
    await codes(leader).press('Enter');
    await leader.getByText('Read: 2, of them the same again: 1, with another answer than before: 1. Not read: 2').waitFor();
    await forwards(leader);
    // Late: after the spread was shown.
    await codes(leader).fill(codeOf(CASE.id, 5000, 'prohibited'));
    await codes(leader).press('Enter');
    await people(leader, 41);
    await leader.locator('.workshop-group').getByText('Prohibited').first().waitFor();
    assert.deepEqual(await errors(leader), []);
  }),

  test('codes come from text files, from pictures, and from a camera', async ({ browser, url }) => {
    const leader = await lead(browser, url);
    const learner = await open(browser, url);
    await button(learner, CASE.title).click();
    await codeFrom(learner, 'High-risk');
    const picture = await learner.locator('.workshop-code .workshop-qr').screenshot();
    await assertAccessible(learner, { include: 'aims-readiness' });

    const list = Buffer.from(`name,code\r\nBea,${codeOf(CASE.id, 7, 'limited')}\r\n`);
    await leader.getByLabel('Files with codes').setInputFiles([
      { name: 'codes.csv', mimeType: 'text/csv', buffer: list },
      { name: 'photo.png', mimeType: 'image/png', buffer: picture },
      { name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
    ]);
    await leader.getByText('Read: 2, of them the same again: 0, with another answer than before: 0. Not read: 2').waitFor();
    await leader.locator('.workshop-unread').getByText('cat.png').waitFor();
    await people(leader, 2);

    await codeFrom(learner, 'Limited risk');
    await fakeCamera(leader, await learner.locator('.workshop-code .workshop-qr').screenshot());
    await button(leader, 'Read codes with the camera').click();
    await leader.getByText('with another answer than before: 1').waitFor();
    await button(leader, 'Stop the camera').click();
    assert.equal(await leader.evaluate(() => globalThis.fakeStream.getTracks().every(({ readyState }) => readyState === 'ended')), true);
    await leader.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await button(leader, 'Read codes with the camera').click();
    await leader.getByText('There is no camera, or it was not allowed.').waitFor();
    assert.deepEqual(await errors(leader), []);
  }),

  test('speaker notes know before the room does, and lead it; the timer is off until it is wanted', async ({ browser, url }) => {
    const leader = await lead(browser, url);
    assert.equal(await leader.locator('.workshop-time').isVisible(), false);
    const [notes] = await Promise.all([leader.context().waitForEvent('page'), button(leader, 'Speaker notes in a second window').click()]);
    await notes.getByText('What the engine will say: High-risk').waitFor();
    await notes.getByText('The room sees: The case').waitFor();
    await notes.getByText(`The case after this: ${OPEN.title}`).waitFor();
    await assertAccessible(notes);
    assert.doesNotMatch(await leader.locator('.workshop-group').textContent(), /Annex III/);

    await notes.getByRole('button', { name: 'Forwards' }).click();
    await leader.getByText('Nobody has answered yet.').waitFor();
    await notes.getByText('The room sees: What the group says').waitFor();
    await codes(leader).fill(codeOf(CASE.id, 1, 'high'));
    await codes(leader).press('Enter');
    await notes.getByText('People who answered: 1').waitFor();
    await notes.locator('body').press('PageDown');
    await leader.locator('.workshop-group').getByText('High-risk (what the engine says)').first().waitFor();

    await button(leader, 'Start a timer').click();
    await leader.locator('.workshop-time').getByText(/^\d\d:\d\d of about 10 minutes$/).waitFor();
    await notes.locator('.notes-time').getByText(/^\d\d:\d\d of about/).waitFor();
    await button(leader, 'Stop the timer').click();
    await leader.locator('.workshop-time').waitFor({ state: 'hidden' });

    // The next case is in the same window.
    await button(leader, 'The case after this').click();
    await notes.getByRole('heading', { name: OPEN.title, exact: true }).waitFor();
    await notes.getByText('The room sees: The case').waitFor();
    await notes.close();

    await leader.evaluate(() => {
      globalThis.open = () => null;
    });
    await button(leader, 'Speaker notes in a second window').click();
    await leader.getByText('The browser blocked the window.').waitFor();
    assert.deepEqual(await errors(leader), []);
  }),

  test('the report of a session has every case, and prints', async ({ browser, url }) => {
    const leader = await lead(browser, url);
    await codes(leader).fill(`Ana <b> ${codeOf(CASE.id, 1, 'high')}\n${codeOf(CASE.id, 2, 'minimal')}`);
    await codes(leader).press('Enter');
    await button(leader, 'The case after this').click();
    await people(leader, 0);
    await codes(leader).fill(codeOf(OPEN.id, 1, 'open'));
    await codes(leader).press('Enter');
    await people(leader, 1);
    const [report] = await Promise.all([leader.context().waitForEvent('page'), button(leader, 'Print the report of the session').click()]);
    await report.getByRole('heading', { name: 'Report of a workshop on the EU AI Act' }).waitFor();
    for (const { title } of [CASE, OPEN]) await report.getByRole('heading', { name: title, exact: true }).waitFor();
    const text = await report.locator('body').textContent();
    assert.match(text, /Minimal risk1/);
    assert.match(text, /sha256-[0-9a-f]{64}/);
    assert.match(text, /This is no legal advice/);
    assert.ok(!text.includes('Ana'), 'the report names nobody');
    await report.close();
  }),

  test('an address leads people to the case, where the page lets it', async ({ browser, url }) => {
    const leader = await lead(browser, url, CASE, { links: '' });
    const address = await leader.locator('.workshop-address').textContent();
    assert.equal(address, `${leader.url()}#aims-case=${CASE.id}`);
    await assertAccessible(leader, { include: 'aims-readiness' });
    // What a camera reads in the picture is the same.
    const picture = await leader.locator('.workshop-invitation .workshop-qr').screenshot();
    const read = await leader.evaluate(async ([module, data]) => {
      const { codesOf } = await import(module);
      return codesOf(new Blob([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], { type: 'image/png' }));
    }, [`${url}${EMBED}qr-read.js`, picture.toString('base64')]);
    assert.deepEqual(read, [address]);

    const learner = await open(browser, url, { links: '' }, { hash: `#aims-case=${CASE.id}` });
    await heading(learner, CASE.title).waitFor();
    await button(learner, 'Back to the cases').click();
    await heading(learner, 'Workshop: what would you say?').waitFor();
    for (const hash of ['#aims-case=nothing', '#aims-case=%E0%A4%A', '#aims-case=']) {
      const stray = await open(browser, url, { links: '' }, { hash });
      await heading(stray, 'Workshop: what would you say?').waitFor();
      await stray.context().close();
    }
    // Without the attribute the address is not looked at.
    const plain = await open(browser, url, {}, { hash: `#aims-case=${CASE.id}` });
    await heading(plain, 'Workshop: what would you say?').waitFor();
    await button(plain, CASE.title).click();
    await button(plain, 'Lead a group with this case').click();
    await people(plain, 0);
    assert.equal(await plain.locator('.workshop-invitation').count(), 0);
  }),

  test('two teams answer with the questions, and see only what moves the tier', async ({ browser, url }) => {
    const title = OPEN.title;
    const paperOf = async (page, team, answers) => {
      await button(page, title).click();
      await button(page, 'Answer it with the questions, as a team').click();
      await page.locator('.workshop-bar .workshop-story').waitFor();
      await page.evaluate((given) => document.querySelector('aims-readiness').setAnswers(given), answers);
      await assertAccessible(page, { include: 'aims-readiness' });
      await button(page, 'Hand in these answers').click();
      await page.getByLabel('Team', { exact: true }).fill(team);
      const line = page.getByLabel('Your answers as text');
      await page.waitForFunction(() => document.querySelector('aims-readiness').shadowRoot.querySelector('#aims-workshop-paper')?.value);
      await page.locator('.workshop-picture .workshop-qr').waitFor();
      return line;
    };
    const settledLine = async (line, page) => {
      // The line follows the name of the team.
      await page.waitForFunction(() => /^aims-readiness=1\./.test(document.querySelector('aims-readiness').shadowRoot.querySelector('#aims-workshop-paper').value));
      return line.inputValue();
    };
    const base = { ...HIGH, 'organisation.sectors': ['retail_platforms'], 'area.screen': ['credit'], 'employment.use': null };
    const one = await open(browser, url);
    const blue = await settledLine(await paperOf(one, 'Blue <i>', { ...base, 'credit.use': ['fraud'] }), one);
    await assertAccessible(one, { include: 'aims-readiness' });
    const [saved] = await Promise.all([one.waitForEvent('download'), button(one, 'Save as a file').click()]);
    assert.match(saved.suggestedFilename(), /^Blue-i-\.txt$/);
    const picture = await one.locator('.workshop-picture .workshop-qr').screenshot();

    const two = await open(browser, url);
    await paperOf(two, 'Red', { ...base, 'credit.use': ['creditworthiness'], 'organisation.roles': ['provider'] });
    await button(two, 'Compare two teams').click();
    await heading(two, 'Two teams, one case').waitFor();
    assert.match(await two.getByLabel('First team', { exact: true }).inputValue(), /^aims-readiness=1\./);

    await two.getByLabel('Second team', { exact: true }).fill('something else');
    await button(two, 'Compare').click();
    await two.getByText('Second team: this is not what a team handed in, or it is damaged.').waitFor();
    await two.getByLabel('From a file or a photo').nth(1).setInputFiles({ name: 'blue.png', mimeType: 'image/png', buffer: picture });
    await two.waitForFunction(() => /^aims-readiness=1\./.test(document.querySelector('aims-readiness').shadowRoot.querySelector('#aims-workshop-team-other').value));
    await button(two, 'Compare').click();
    await two.locator('.register-report').waitFor();
    const out = await two.locator('.workshop-body[aria-live]').textContent();
    assert.match(out, /Blue <i>/);
    const rows = await two.locator('.register-report tbody tr').allTextContents();
    assert.ok(rows.length >= 1 && rows.some((row) => /fraud/i.test(row)), rows.join('\n'));
    assert.ok(rows.every((row) => !/Which role|role does/i.test(row)), 'roles move no tier here');
    await assertAccessible(two, { include: 'aims-readiness' });

    // In a group the same line is an answer like others.
    await button(two, 'Back to the cases').click();
    await heading(two, title).waitFor();
    await button(two, 'Lead a group with this case').click();
    await codes(two).fill(`${blue}\n${blue}\n${blue.slice(0, -6)}`);
    await codes(two).press('Enter');
    await two.getByText('Read: 2, of them the same again: 1, with another answer than before: 0. Not read: 1').waitFor();
    await people(two, 1);
    assert.deepEqual(await errors(two), []);
  }),
];
