// Steps that several specs take: answering questions by their words, as a visitor does.

/** Opens the check and begins; resolves when the first question is there. */
export async function begin(page) {
  await page.getByRole('button', { name: 'Start the check' }).click();
  await page.locator('form fieldset').waitFor();
}

/** The text of the question shown. */
export const question = (page) => page.locator('form h2').textContent();

/**
 * Answers the question shown and goes on; resolves when another screen is there.
 * Each answer is the beginning of an option's words.
 */
export async function answer(page, ...options) {
  const before = await question(page);
  for (const option of options) {
    const escaped = option.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    await page.getByLabel(new RegExp(`^${escaped}`)).first().check();
  }
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForFunction((old) => {
    const root = document.querySelector('aims-readiness').shadowRoot;
    return root.querySelector('form h2')?.textContent !== old;
  }, before);
}

/** A bank buys a tool that ranks CVs: question by question. */
export const CV_RANKING = [
  ['Was the system trained', 'Yes'],
  ['Is one of these true', 'None of these'],
  ['What does your organisation do', 'We use it in our work'],
  ['Which sector', 'Banking and financial services', 'Recruitment and human resources'],
  ['Does the system do, or could it', 'None of these'],
  ['Does the use case touch', 'Work: finding'],
  ['What does the system do in work', 'Searches for, filters, ranks'],
  ['Which of these describes all', 'It does more'],
  ['Does the system do any of these', 'None of these'],
  ['What is your organisation', 'A private organisation without'],
  ['Have you done any of these', 'None of these'],
];

/** Takes a list of questions, checking that each is the one shown. */
export async function take(page, steps) {
  for (const [start, ...options] of steps) {
    const shown = await question(page);
    if (!shown.startsWith(start)) throw new Error(`expected a question that begins "${start}", got "${shown}"`);
    await answer(page, ...options);
  }
}

/** Up to the question of areas: a use that does none of the practices, by an organisation that uses it. */
export const upTo = (...sectors) => [
  ['Was the system trained', 'Yes'],
  ['Is one of these true', 'None of these'],
  ['What does your organisation do', 'We use it in our work'],
  ['Which sector', ...sectors],
];
