// Steps on the checklist that several specs take. `scope` is a page, or one element of a page as a locator.

/** From the result to the list; resolves when its first line is there. */
export async function goToList(scope, name = 'Make my checklist') {
  await scope.getByRole('button', { name }).click();
  await scope.locator('.line').first().waitFor();
}

/** From the list to the result. */
export async function goBack(scope) {
  await scope.getByRole('button', { name: 'Back to the result' }).click();
  await scope.locator('.verdict').waitFor();
}

export const TABS = ['Checklist', 'What is missing', 'Plan', 'Statement of Applicability', 'Should we certify?'];

/** Goes to a screen of the list by the button with its name; resolves when the button says that it is shown. */
export async function goToTab(scope, name) {
  const button = scope.locator('nav.tabs').getByRole('button', { name, exact: true });
  await button.click();
  await scope.locator('nav.tabs button[aria-current=page]').filter({ hasText: name }).waitFor();
}

/** The line with a reference, such as `4.1`; `more` narrows it to one in a state. */
export const lineOf = (scope, reference, more = '') =>
  scope.locator(`.line${more}:has(> select[aria-label="Status of ${reference}"])`);

export const statusOf = (scope, reference) => scope.getByLabel(`Status of ${reference}`, { exact: true });

const STATUS_IDS = {
  'Not started': 'not-started',
  Planned: 'planned',
  'Partly done': 'partial',
  Done: 'implemented',
  'Done and checked': 'verified',
  'Left out': 'not-applicable',
};

export const STATUSES = Object.keys(STATUS_IDS);

/** Chooses a status by its words; resolves when the line says so. */
export async function chooseStatus(scope, reference, words) {
  await statusOf(scope, reference).selectOption({ label: words });
  await lineOf(scope, reference, `[data-status=${STATUS_IDS[words]}]`).waitFor();
}

/** The status of a line in words. */
export const shownStatus = (scope, reference) =>
  statusOf(scope, reference).evaluate((select) => select.selectedOptions[0]?.textContent);

/** Opens a line; resolves with it when its record form is there. */
export async function openLine(scope, reference) {
  const line = lineOf(scope, reference);
  await line.locator('summary').first().click();
  await line.locator('.record').waitFor();
  return line;
}

/** Writes into a field of the record form and leaves it, as the change of a person does. */
export async function write(line, label, text) {
  const field = line.getByLabel(label);
  await field.fill(text);
  await field.blur();
}

/** Figure and counts of the meter. */
export async function readiness(scope) {
  const percent = Number.parseInt(await scope.locator('.meter-figure b').textContent(), 10);
  const counts = await scope.locator('.meter-words > p').textContent();
  const [done, counted, leftOut] = counts.match(/\d+/g).map(Number);
  return { percent, done, counted, leftOut };
}

/** Opens what tailors the list and takes an answer to a question of it; both are the beginning of words. */
export async function tailor(scope, question, answer) {
  const form = scope.locator('.profile');
  if (!(await form.evaluate((details) => details.open))) await form.locator('summary').click();
  const field = form.locator('fieldset').filter({ hasText: question });
  await field.locator('label').filter({ hasText: answer }).locator('input').check();
}
