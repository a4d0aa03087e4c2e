// The checklist behind the result: the way there and back, statuses, what tailors it, and its screens.

import assert from 'node:assert/strict';
import { STATUSES, TABS, chooseStatus, goBack, goToList, goToTab, lineOf, openLine, readiness, shownStatus, statusOf, tailor, write } from './list.mjs';
import { CV_RANKING, EMOTIONS, FRAUD, headingFocused, openReady, openResult, result, state } from './journey.mjs';

/** The gate on "What is missing": how many of how many are true, and the first of them. */
async function gate(page) {
  await goToTab(page, 'What is missing');
  const card = page.locator('section[aria-labelledby=gate]');
  const [met, all] = (await card.locator('p').first().textContent()).match(/\d+/g).map(Number);
  assert.equal(await card.locator('li').count(), all);
  assert.equal(await card.locator('li[data-met=true]').count(), met);
  return { met, all, missing: await card.locator('li[data-met=false]').allTextContents() };
}

/** Months, and person-days where they are told, on the plan. */
async function plan(page) {
  await goToTab(page, 'Plan');
  const range = (text) => text?.match(/(\d+(?:\.5)?) to (\d+(?:\.5)?)/)?.slice(1).map(Number);
  const lead = await page.locator('.page > .lead').textContent();
  const basis = await page.locator('.page > .plain li').allTextContents();
  const found = {
    months: range(lead),
    days: range(basis.find((text) => text.includes('person-days ('))),
    saved: range(basis.find((text) => text.startsWith('That saves'))),
    basis,
  };
  await goToTab(page, 'Checklist');
  return found;
}

const lower = (less, more) => less[0] < more[0] && less[1] < more[1];

export const tests = [
  {
    name: 'the way to the list and back keeps answers and records, time and again',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      const { answers } = await state(page);
      await goToList(page);
      await chooseStatus(page, '4.1', 'Done');
      const line = await openLine(page, '4.2');
      await line.getByLabel('We work that way').check();
      await write(line, 'Owner', 'Ada');
      await write(line, 'Done by', '2027-03-01');
      await write(line, 'Where the evidence is', 'wiki/parties');
      await write(line, 'Note', 'ask again');
      await tailor(page, 'How many people work', '10 to 49');

      await goBack(page);
      assert.equal(await result(page), 'High-risk');
      assert.deepEqual((await state(page)).answers, { ...answers, 'organisation.size': ['small'] });
      await goToList(page);
      assert.equal(await shownStatus(page, '4.1'), 'Done');
      await chooseStatus(page, '4.3', 'Planned');

      await goBack(page);
      assert.equal(await result(page), 'High-risk');
      await goToList(page);
      assert.equal(await shownStatus(page, '4.1'), 'Done');
      assert.equal(await shownStatus(page, '4.3'), 'Planned');
      assert.ok(await page.locator('.profile').getByLabel('10 to 49').isChecked());
      const again = await openLine(page, '4.2');
      assert.ok(await again.getByLabel('We work that way').isChecked());
      assert.ok(!(await again.getByLabel('There is a document').isChecked()));
      assert.equal(await again.getByLabel('Owner').inputValue(), 'Ada');
      assert.equal(await again.getByLabel('Done by').inputValue(), '2027-03-01');
      assert.equal(await again.getByLabel('Where the evidence is').inputValue(), 'wiki/parties');
      assert.equal(await again.getByLabel('Note').inputValue(), 'ask again');
      const { work } = await state(page);
      assert.deepEqual(work, {
        4.1: { status: 'implemented' },
        4.2: { status: 'not-started', working: true, owner: 'Ada', due: '2027-03-01', note: 'ask again', evidence: 'wiki/parties' },
        4.3: { status: 'planned' },
      });
    },
  },
  {
    name: 'an answer changed on the result makes another list, and records stay',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      await chooseStatus(page, '4.1', 'Done and checked');
      const lines = await page.locator('.line').count();
      await goBack(page);
      await page.getByRole('button', { name: /^Change\s*: What does the system do in work/ }).click();
      await page.getByLabel('Searches for, filters, ranks').uncheck();
      await page.getByLabel('Only helps people to word job adverts').check();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.locator('.verdict').waitFor();
      assert.equal(await result(page), 'Minimal risk');
      await goToList(page);
      assert.ok((await page.locator('.line').count()) < lines, 'no duties of high-risk systems');
      assert.ok((await page.locator('.page > .lead').textContent()).includes('Minimal risk'));
      assert.equal(await shownStatus(page, '4.1'), 'Done and checked');
    },
  },
  {
    name: 'the focus goes to the heading at every step, and never when the page loads',
    async run({ browser, url }) {
      const loaded = await openReady(browser, url);
      assert.ok(await loaded.evaluate(() => document.activeElement === document.body));

      const page = await openResult(browser, url, CV_RANKING);
      for (let time = 0; time < 2; time += 1) {
        await goToList(page);
        await headingFocused(page, 'Your checklist');
        for (const name of [...TABS.slice(1), TABS[0]]) {
          await goToTab(page, name);
          await headingFocused(page, name === 'Checklist' ? 'Your checklist' : name);
        }
        await goBack(page);
        await headingFocused(page, 'High-risk');
      }
      // A record is no step: the focus stays where the person is.
      await goToList(page);
      await headingFocused(page, 'Your checklist');
      await statusOf(page, '4.1').focus();
      await chooseStatus(page, '4.1', 'Done');
      const focused = () => page.evaluate(() => document.querySelector('aims-readiness').shadowRoot.activeElement?.ariaLabel);
      assert.equal(await focused(), 'Status of 4.1');
    },
  },
  {
    name: 'a better status never lowers readiness, and counts and gate follow',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      const group = page.locator('section[aria-labelledby=group-4] .group-count');
      const { met, all } = await gate(page);
      assert.equal(met, 0);
      assert.equal(all, 15);
      await goToTab(page, 'Checklist');
      let before = await readiness(page);
      for (const words of STATUSES.slice(1, 5)) {
        for (const reference of ['4.1', '4.2', '4.3', '4.4']) {
          await chooseStatus(page, reference, words);
          const now = await readiness(page);
          assert.ok(now.percent >= before.percent, `${reference} ${words}: ${now.percent} after ${before.percent}`);
          before = now;
        }
      }
      assert.equal(before.done, 4);
      assert.ok(before.percent > 4, `${before.percent} % for four lines that come first`);
      assert.equal(await group.textContent(), '4 of 4 done');
      await page.locator('.meter summary').click();
      const bar = page.locator('.bars tr').filter({ hasText: 'Context of the organization' });
      assert.equal(await bar.locator('.bar-figure').textContent(), '100%');

      const opened = await gate(page);
      assert.equal(opened.met, 1, 'the scope, of 4.3 alone');
      assert.ok(opened.missing.some((text) => text.includes('A.4.2') && !text.includes('4.3,')), opened.missing.join('|'));
      await goToTab(page, 'Checklist');
      await chooseStatus(page, '4.3', 'Not started');
      const after = await readiness(page);
      assert.equal(after.done, 3);
      assert.ok(after.percent < before.percent);
      assert.equal((await gate(page)).met, 0);
    },
  },
  {
    name: 'with everything done and checked readiness is 100, the gate is open and nothing is missing',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      await goToTab(page, 'What is missing');
      assert.ok((await page.locator('.gaps > li').count()) > 90);
      await goToTab(page, 'Checklist');
      // A hundred selects by hand take long; these are the events of a person.
      await page.locator('.line-status').evaluateAll((selects) => {
        for (const select of selects) {
          select.value = 'verified';
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }
      });
      await page.locator('.line:not([data-status=verified])').first().waitFor({ state: 'detached' });
      assert.deepEqual(await readiness(page), { percent: 100, done: 70, counted: 70, leftOut: 0 });
      const { met, all, missing } = await gate(page);
      assert.equal(met, all);
      assert.deepEqual(missing, []);
      assert.equal(await page.locator('.gaps > li').count(), 0);
    },
  },
  {
    name: 'size and certificates chosen beside the list change months and person-days of the plan',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      const unknown = await plan(page);
      assert.equal(unknown.days, undefined);
      assert.ok(unknown.basis.some((text) => text.startsWith('Say how many people')), unknown.basis.join('|'));
      await goToTab(page, 'What is missing');
      assert.equal(await page.locator('.heat').count(), 0);
      await goToTab(page, 'Checklist');

      await tailor(page, 'How many people work', '750 or more');
      const large = await plan(page);
      await tailor(page, 'How many people work', 'Fewer than 10');
      const micro = await plan(page);
      assert.ok(lower(micro.months, unknown.months) && lower(unknown.months, large.months));
      assert.ok(lower(micro.days, large.days), JSON.stringify([micro.days, large.days]));
      await goToTab(page, 'What is missing');
      assert.equal(await page.locator('.heat tbody tr').count(), 3);
      const counts = (await page.locator('.heat td[data-heat]').allTextContents()).map(Number);
      const lines = await page.locator('.gaps > li').filter({ hasText: 'person-days' }).count();
      assert.equal(counts.reduce((sum, count) => sum + count, 0), lines);
      await goToTab(page, 'Checklist');

      await tailor(page, 'Which certificates', 'ISO/IEC 27001');
      const certified = await plan(page);
      assert.ok(lower(certified.months, micro.months) && lower(certified.days, micro.days));
      assert.ok(certified.saved, certified.basis.join('|'));
      assert.equal(micro.saved, undefined);
      assert.equal((await state(page)).result.tier, 'high', 'the tier does not change');
    },
  },
  {
    name: '"Left out" is offered only where that is allowed, asks for the reason, and the Statement says "No" with it',
    async run({ browser, url }) {
      const page = await openResult(browser, url, FRAUD);
      await goToList(page);
      const lines = await page.locator('.line').evaluateAll((all) =>
        all.map((line) => ({
          reference: line.querySelector('.line-ref').textContent,
          mark: [...line.querySelectorAll('.mark')].map((mark) => mark.textContent).find((text) => /left out|Check if/.test(text)),
          offered: [...line.querySelectorAll('.line-status option')].map((option) => option.textContent),
        })),
      );
      for (const { reference, mark, offered } of lines) {
        assert.deepEqual(offered, mark ? STATUSES : STATUSES.slice(0, 5), `${reference}: ${mark}`);
      }
      assert.ok(lines.filter(({ reference }) => /^\d/.test(reference)).every(({ mark }) => !mark), 'clauses are never left out');
      const { reference } = lines.find(({ reference: text, mark }) => text.startsWith('A.') && mark);

      const { counted } = await readiness(page);
      const line = await openLine(page, reference);
      const reason = line.getByLabel('Why it is left out');
      assert.equal(await reason.count(), 0);
      await chooseStatus(page, reference, 'Left out');
      await write(line, 'Why it is left out', 'We build nothing ourselves.');
      assert.deepEqual(await readiness(page), { percent: 0, done: 0, counted: counted - 1, leftOut: 1 });

      await goToTab(page, 'Statement of Applicability');
      const row = page.locator('.statement tbody tr').filter({ has: page.getByText(reference, { exact: true }) });
      assert.equal(await row.getAttribute('data-applies'), 'no');
      const cells = await row.locator('td').allTextContents();
      assert.deepEqual(cells.slice(0, 3), ['No', 'We build nothing ourselves.', 'Left out']);
      assert.equal(await page.locator('.statement tr[data-applies=no]').count(), 1);

      await goToTab(page, 'Checklist');
      await chooseStatus(page, reference, 'Not started');
      await openLine(page, reference);
      assert.equal(await lineOf(page, reference).getByLabel('Why it is left out').count(), 0);
      await goToTab(page, 'Statement of Applicability');
      assert.equal((await row.locator('td').allTextContents())[0], 'Decide');
    },
  },
  {
    name: 'a line left out where that is no longer allowed shows one status everywhere',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await page.evaluate(async () => {
        const element = document.querySelector('aims-readiness');
        await element.setState({ ...(await element.getResult()), work: { 'A.4.3': { status: 'not-applicable' } } });
      });
      await goToList(page);
      const recorded = await lineOf(page, 'A.4.3').getAttribute('data-status');
      const shown = await shownStatus(page, 'A.4.3');
      assert.equal(await statusOf(page, 'A.4.3').inputValue(), recorded);
      assert.notEqual(shown, 'Done and checked');
      await goToTab(page, 'Statement of Applicability');
      const row = page.locator('.statement tbody tr').filter({ has: page.getByText('A.4.3', { exact: true }) });
      assert.equal((await row.locator('td').allTextContents())[2], shown);
    },
  },
  {
    name: 'the Statement has a row for each of the 38 controls, with words for each column',
    async run({ browser, url }) {
      for (const steps of [CV_RANKING, FRAUD]) {
        const page = await openResult(browser, url, steps);
        await goToList(page);
        await chooseStatus(page, 'A.2.2', 'Partly done');
        const line = await openLine(page, 'A.2.2');
        await write(line, 'Where the evidence is', 'policy.pdf');
        await write(line, 'Owner', 'Grace');
        await goToTab(page, 'Statement of Applicability');
        const rows = page.locator('.statement tbody tr');
        assert.equal(await rows.count(), 38);
        const controls = await page.locator('.statement tbody th b').allTextContents();
        assert.equal(new Set(controls).size, 38);
        assert.ok(controls.every((text) => /^A\.\d+\.\d/.test(text)), controls.join());
        for (const [applies, because, status, owner] of await rows.evaluateAll((all) =>
          all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
        )) {
          assert.ok(['Yes', 'No', 'Decide'].includes(applies), applies);
          assert.ok(because.length > 20 && !because.includes('{'), because);
          assert.ok(STATUSES.includes(status), status);
          assert.ok(owner.length > 1, owner);
        }
        const policy = await rows.filter({ has: page.getByText('A.2.2', { exact: true }) }).locator('td').allInnerTexts();
        assert.deepEqual([policy[0], policy[2], policy[3]], ['Yes', 'Partly done', 'Grace\npolicy.pdf']);
        const version = await page.locator('.page > p', { hasText: 'Draft made with' }).textContent();
        assert.match(version, /aims-readiness-eu@\d+\.\d+\.\d+/);
      }
    },
  },
  {
    name: 'the plan shows its steps in order, and the day of the law',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      await goToTab(page, 'Plan');
      const steps = page.locator('ol.steps').first().locator('> li');
      const names = await steps.locator('p b').allTextContents();
      assert.equal(names[0], 'Decide and plan');
      assert.deepEqual(names.filter((name) => name.startsWith('Audit')), ['Audit, stage 1', 'Audit, stage 2']);
      assert.equal(names.at(-1), 'Decision and certificate');
      const weeks = (await steps.locator('p .quiet').allTextContents()).map((text) => text.match(/\d+/g).map(Number));
      assert.equal(weeks[0][0], 1);
      for (const [place, [from, to]] of weeks.entries()) {
        assert.ok(from <= to, `${names[place]}: ${from} to ${to}`);
        if (place > 0) assert.ok(to >= weeks[place - 1][1], `${names[place]} ends before the step before it`);
      }
      const law = page.locator('ul.steps > li').filter({ hasText: '2 December 2027' });
      assert.equal(await law.count(), 1);
      assert.match(await law.textContent(), /in \d+ months/);
      const after = await page.locator('ol.steps').nth(1).locator('> li p b').allTextContents();
      assert.deepEqual(after, ['Yearly audits', 'Renewal']);
    },
  },
  {
    name: 'the advice counts who asks for proof, and gives a verdict with reasons',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      const advice = page.locator('section[aria-labelledby=advice]');
      const points = async () => {
        await goToTab(page, 'Should we certify?');
        const text = await advice.locator('p', { hasText: 'Points for it' }).textContent();
        return Number(text.match(/: (-?\d+)\./)[1]);
      };
      const before = await points();
      await goToTab(page, 'Checklist');
      await tailor(page, 'Who asks you for proof', 'Customers');
      assert.equal(await points(), before + 3);
      assert.equal(await advice.locator('[data-verdict]').count(), 1);
      const signed = await advice.locator('li .quiet').allTextContents();
      assert.equal(signed.reduce((sum, text) => sum + Number(text.replace('−', '-').replace(/[()+]/g, '')), 0), before + 3);
      assert.ok((await advice.textContent()).includes('Customers ask you for evidence'));
      assert.ok((await page.locator('section[aria-labelledby=people] dt').count()) > 2);
      assert.equal(await page.locator('section[aria-labelledby=beside] tbody tr').count(), 6);

      await goToTab(page, 'Checklist');
      await tailor(page, 'Who asks you for proof', 'Nobody so far');
      assert.ok((await points()) < before);
    },
  },
  {
    name: 'a prohibited use has the stop list alone, and its record is kept',
    async run({ browser, url }) {
      const page = await openResult(browser, url, EMOTIONS);
      for (let time = 0; time < 2; time += 1) {
        await goToList(page, 'Show the stop list');
        await headingFocused(page, 'Stop and redesign');
        for (const part of ['nav.tabs', '.meter', 'meter', '.profile', '.statement']) {
          assert.equal(await page.locator(part).count(), 0, part);
        }
        const first = page.locator('.line-status').first();
        if (time === 0) await first.selectOption({ label: 'Done' });
        assert.equal(await first.inputValue(), 'implemented');
        await goBack(page);
        assert.equal(await result(page), 'Prohibited');
      }
    },
  },
  {
    name: 'a line shows what is inside whenever it is open, also after a double click',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      await goToList(page);
      const line = lineOf(page, '4.1');
      const summary = line.locator('summary').first();
      await summary.dblclick();
      await line.locator('> details:not([open])').waitFor();
      await summary.click();
      await line.locator('> details[open]').waitFor();
      await line.locator('.record').waitFor();
      // A fold inside is a matter of its own.
      await line.locator('details.fold > summary').click();
      await line.locator('details.fold[open]').waitFor();
      assert.equal(await line.locator('.record').count(), 1);
      await summary.click();
      await line.locator('.line-body').waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'the host is told of each screen on the way to the list and back, and of the result with its new answers',
    async run({ browser, url }) {
      const page = await openResult(browser, url, CV_RANKING);
      const told = () => page.evaluate(() => ({ steps: globalThis.aimsSteps, results: globalThis.aimsResults.length }));
      const start = await told();
      await goToList(page);
      await headingFocused(page, 'Your checklist');
      assert.deepEqual(await told(), { ...start, steps: start.steps + 1 });
      await goToTab(page, 'Plan');
      await headingFocused(page, 'Plan');
      assert.deepEqual(await told(), { ...start, steps: start.steps + 2 });
      await goToTab(page, 'Checklist');
      await headingFocused(page, 'Your checklist');
      await tailor(page, 'How many people work', '10 to 49');
      await goBack(page);
      await headingFocused(page, 'High-risk');
      assert.deepEqual(await told(), { steps: start.steps + 4, results: start.results + 1 });
      const { answers } = await page.evaluate(() => globalThis.aimsResults.at(-1));
      assert.deepEqual(answers['organisation.size'], ['small']);
    },
  },
];
