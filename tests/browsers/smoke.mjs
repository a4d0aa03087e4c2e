// What is done in each browser, inside its page: a whole visit, by the words that a visitor reads.
//
// The function is sent to the browser as text, so it must not use anything from outside of itself.

/** Takes a visit through `steps` on the page that is open, and says what it met. */
export async function smoke(steps) {
  const met = { events: [], problems: [] };
  for (const name of ['ready', 'result', 'checklist-change', 'error']) {
    addEventListener(`aims-${name}`, ({ detail }) => {
      met.events.push(name);
      if (name === 'error') met.problems.push(`${detail.code}: ${detail.message}`);
    });
  }
  addEventListener('securitypolicyviolation', (event) => met.problems.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  addEventListener('error', (event) => met.problems.push(`uncaught: ${event.message}`));

  const check = document.querySelector('aims-readiness');
  const within = () => check.shadowRoot;
  const until = async (what, condition) => {
    for (let turn = 0; turn < 1_500; turn += 1) {
      const found = condition();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`never came: ${what}; shown: ${within()?.textContent.slice(0, 300)}`);
  };
  const button = (words) => [...within().querySelectorAll('.stage:not([hidden]) button')].find((each) => each.textContent.trim().startsWith(words));
  const shown = () => within().querySelector('form h2')?.textContent;

  check.scrollIntoView();
  (await until('the start', () => within() && button('Start the check'))).click();
  await until('the first question', shown);
  await check.ready;
  for (const [question, ...options] of steps) {
    await until(question, () => shown()?.startsWith(question));
    for (const option of options) {
      const label = await until(option, () => [...within().querySelectorAll('form label')].find((each) => each.textContent.startsWith(option)));
      label.querySelector('input').click();
    }
    button('Continue').click();
    await until('another screen', () => !shown()?.startsWith(question));
  }
  met.tier = (await until('the result', () => within().querySelector('.verdict h2'))).textContent;
  met.focus = within().activeElement?.localName;
  (await until('the way to the list', () => button('Make my checklist'))).click();
  await until('the list', () => within().querySelector('.line'));
  met.lines = within().querySelectorAll('.line').length;
  const status = within().querySelector('.line-status');
  status.value = 'implemented';
  status.dispatchEvent(new Event('change', { bubbles: true }));
  await until('the status told', () => met.events.includes('checklist-change'));
  met.plan = 'advice' in JSON.parse((await check.export('plan')).text);
  within().querySelector('footer .link').click();
  met.panel = (await until('the panel', () => within().querySelector('dialog[open]'))).getAttribute('aria-labelledby') !== null;
  met.colour = getComputedStyle(within().querySelector('dialog .button.primary')).backgroundColor;
  met.width = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return met;
}
