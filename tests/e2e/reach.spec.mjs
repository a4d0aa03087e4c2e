// Reach: whether people who see, point or read in other ways come as far as others. Sizes of what is pressed, large and
// wide text, forced colours, less motion, and the whole way as the accessibility tree tells it.

import assert from 'node:assert/strict';
import { begin, CV_RANKING, answer, openReady } from './journey.mjs';
import { closePanel, openCheck, openPanel, panel, working } from './keep.mjs';
import { chooseStatus, goToTab, lineOf } from './list.mjs';
import { FREE_POLICY, withHosts } from './package.mjs';
import { count, eachScreen, inPage, textsOf } from './screens.mjs';

/** CSS pixels that a target has each way (2.5.8). */
const TARGET = 24;

const test = (name, fn) => ({
  name,
  run: ({ browser }) => withHosts(browser, [{ csp: FREE_POLICY }], (url) => fn({ browser, url })),
});

/** What can be pressed and is smaller than a target may be, and how many were looked at. */
const small = (scope) =>
  scope.evaluate((least) => {
    const { shadowRoot } = document.querySelector('aims-readiness');
    // What is behind a dialog cannot be pressed.
    const around = shadowRoot.querySelector('dialog[open]') ?? shadowRoot;
    const found = [];
    let looked = 0;
    for (const element of around.querySelectorAll('a, button, input, select, textarea, summary')) {
      if (!element.checkVisibility()) continue;
      looked += 1;
      const areas = [element, ...(element.labels ?? [])];
      const enough = (area) => {
        const { width, height } = area.getBoundingClientRect();
        return width > least - 0.1 && height > least - 0.1;
      };
      if (areas.some(enough)) continue;
      // What is around it may be pressed in its place, as the whole of a card.
      element.scrollIntoView({ block: 'center', inline: 'nearest' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y, reach] = [left + width / 2, top + height / 2, least / 2 - 0.1];
      const hits = [-reach, 0, reach].flatMap((dx) => [-reach, 0, reach].map((dy) => shadowRoot.elementFromPoint(x + dx, y + dy)));
      if (hits.every((hit) => areas.some((area) => area.contains(hit)))) continue;
      found.push(`${element.localName}.${element.className} "${element.textContent.trim().slice(0, 40)}": ${width.toFixed(1)} x ${height.toFixed(1)} px`);
    }
    return { found, looked };
  }, TARGET);

const targets = [320, 1280].map((width) =>
  test(`at ${width} px each target of every screen has ${TARGET} px each way`, async ({ browser, url }) => {
    let [seen, all] = [0, 0];
    await eachScreen(browser, url, { language: 'en', context: { viewport: { width, height: 800 } } }, async (_page, name, scope) => {
      const { found, looked } = await small(scope);
      assert.deepEqual(found, [], name);
      seen += 1;
      all += looked;
    });
    assert.equal(seen, count());
    assert.ok(all > 10 * count(), `${all} targets`);
  }),
);

/** What is wider than the screen, runs out of its box, or is cut off by it, either way. */
const cut = (scope) =>
  scope.evaluate(() => {
    const { shadowRoot } = document.querySelector('aims-readiness');
    const width = document.documentElement.clientWidth;
    const found = [];
    if (document.documentElement.scrollWidth > width) found.push(`the page: ${document.documentElement.scrollWidth} px on ${width} px`);
    // Boxes of wide tables scroll by themselves, which 1.4.10 allows; what only screen readers meet has no room.
    const apart = '.scroll *, .workshop-wide *, .register-wide *, svg *, .visually-hidden, thead, thead *, option, progress, meter, select, textarea';
    for (const element of shadowRoot.querySelectorAll('.frame *')) {
      if (element.matches(apart) || !element.checkVisibility()) continue;
      const { display, overflowX, overflowY, clipPath } = getComputedStyle(element);
      if (clipPath !== 'none' || display === 'inline') continue;
      const said = (what) => found.push(`${element.localName}.${element.className} "${element.textContent.trim().slice(0, 40)}" ${what}`);
      const { left, right } = element.getBoundingClientRect();
      if (right > width + 0.5 || left < -0.5) said(`is from ${left} to ${right} px on ${width} px`);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      if (clientWidth > 0 && scrollWidth > clientWidth + 1 && !['auto', 'scroll'].includes(overflowX)) said(`needs ${scrollWidth} of ${clientWidth} px`);
      if (['hidden', 'clip'].includes(overflowY) && scrollHeight > clientHeight + 1) said(`is cut at ${clientHeight} of ${scrollHeight} px`);
    }
    return found;
  });

/** What a person sets for a page: text twice as large, or the distances of 1.4.12. */
const SETTINGS = {
  'text of 200 %': [1280, () => document.documentElement.style.setProperty('font-size', '200%')],
  'text of 200 % by the property of the element': [1280, () => document.querySelector('aims-readiness').style.setProperty('--aims-font-size', '2rem')],
  'the text spacing of 1.4.12': [
    390,
    () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
      const { shadowRoot } = document.querySelector('aims-readiness');
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    },
  ],
};

/** Size and distance of the letters of what is said below each screen. */
const letters = (scope) =>
  scope.locator('aims-readiness footer').evaluate((footer) => {
    const { fontSize, letterSpacing } = getComputedStyle(footer);
    return `${fontSize}, ${letterSpacing}`;
  });

const settings = ['en', 'de'].flatMap((language) =>
  Object.entries(SETTINGS).map(([name, [width, set]]) =>
    test(`${language}: with ${name} no screen scrolls sideways and no text is cut off`, async ({ browser, url }) => {
      let seen = 0;
      const open = async (...given) => {
        const opened = await inPage(...given);
        const before = await letters(opened.scope);
        await opened.scope.evaluate(set);
        assert.notEqual(await letters(opened.scope), before, 'what was set holds in the element');
        return opened;
      };
      await eachScreen(browser, url, { language, open, context: { viewport: { width, height: 900 } } }, async (_page, screen, scope) => {
        assert.deepEqual(await cut(scope), [], screen);
        seen += 1;
      });
      assert.equal(seen, count());
    }),
  ),
);

/** What can have the focus and does not show it, and how many were looked at. */
const unseen = async (page, scope) => {
  // The browser shows the focus to who uses a keyboard.
  await page.keyboard.press('Shift');
  return scope.evaluate(() => {
    const { shadowRoot } = document.querySelector('aims-readiness');
    const around = shadowRoot.querySelector('dialog[open]') ?? shadowRoot;
    const found = [];
    let looked = 0;
    const outlined = (element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    };
    for (const element of around.querySelectorAll('a, button, input, select, textarea, summary, [tabindex="0"]')) {
      if (!element.checkVisibility() || element.disabled || element.hidden) continue;
      element.focus({ preventScroll: true, focusVisible: true });
      if (shadowRoot.activeElement !== element) continue;
      looked += 1;
      // A card or an option may show it in the place of what is in it.
      if (![element, element.closest('label'), element.closest('li')].some((shown) => shown && outlined(shown))) {
        found.push(`${element.localName}.${element.className} "${element.textContent.trim().slice(0, 40)}"`);
      }
    }
    return { found, looked };
  });
};

const looks = (locator) =>
  locator.evaluate((element) => {
    const { borderTopColor, borderTopWidth, borderBottomColor, outlineStyle, outlineWidth, outlineColor, backgroundColor, fill } = getComputedStyle(element);
    return { border: `${borderTopColor} ${borderTopWidth}`, below: borderBottomColor, outline: `${outlineStyle} ${outlineWidth} ${outlineColor}`, ground: backgroundColor, fill };
  });

const FORCED = { forcedColors: 'active', reducedMotion: 'reduce' };

const forced = [
  test('in forced colours each thing that has the focus shows it, on every screen', async ({ browser, url }) => {
    let [seen, all] = [0, 0];
    await eachScreen(browser, url, { language: 'en', context: FORCED }, async (page, name, scope) => {
      const { found, looked } = await unseen(page, scope);
      assert.deepEqual(found, [], name);
      seen += 1;
      all += looked;
    });
    assert.equal(seen, count());
    assert.ok(all > 10 * count(), `${all} with the focus`);
  }),

  ...['light', 'dark'].map((colorScheme) =>
    test(`in forced colours, ${colorScheme}, what is chosen, what is possible and what is shown can be told apart`, async ({ browser, url }) => {
      const page = await openReady(browser, `${url}plain.html`, { ...FORCED, colorScheme, viewport: { width: 600, height: 800 } });
      await begin(page);
      await answer(page, 'Yes');
      // A question of many: an option that has the focus need not be chosen.
      const options = page.locator('.choice');
      const first = options.nth(0);
      const plain = await looks(options.nth(1));
      await first.getByRole('checkbox').focus();
      await page.keyboard.press('Space');
      const chosenAndFocused = await looks(first);
      await page.keyboard.press('Tab');
      const chosen = await looks(first);
      const focused = await looks(options.nth(1));
      assert.notEqual(chosen.border, plain.border, 'chosen');
      assert.equal(chosen.outline, plain.outline, 'the outline is of the focus alone');
      assert.notEqual(focused.outline, plain.outline, 'focused');
      assert.equal(focused.border, plain.border);
      assert.deepEqual([chosenAndFocused.border, chosenAndFocused.outline], [chosen.border, focused.outline]);

      const progress = page.locator('progress');
      assert.equal(await progress.evaluate((bar) => getComputedStyle(bar).borderTopStyle), 'solid');
      const [accent, edge] = await progress.evaluate((bar) => ['--accent', '--edge'].map((name) => getComputedStyle(bar).getPropertyValue(name)));
      assert.deepEqual([accent, edge], ['Highlight', 'Canvas']);

      await page.evaluate((state) => document.querySelector('aims-readiness').setState(state), {
        schema: 2,
        answers: { 'scope.ai_system': ['yes'], 'scope.exclusion': [], 'organisation.roles': ['deployer'], 'practice.screen': [], 'area.screen': ['employment'], 'employment.use': ['select'], 'filter.task': ['more'] },
        step: { name: 'question', fact: 'filter.task' },
      });
      await page.locator('.possible .rung-possible').first().waitFor();
      const possible = await looks(page.locator('.possible .rung-possible').first());
      const ruledOut = await looks(page.locator('.possible .rung:not(.rung-possible)').first());
      assert.notEqual(possible.ground, ruledOut.ground, 'the row of tiers');
      assert.notEqual(ruledOut.border.split(' ').at(-1), '0px');

      await page.evaluate((step) => document.querySelector('aims-readiness').goTo(step), { name: 'checklist', tab: 'lines' });
      await page.locator('.tab').first().waitFor();
      const [shown, other] = [await looks(page.locator('.tab[aria-current]')), await looks(page.locator('.tab:not([aria-current])').first())];
      assert.notEqual(shown.below, other.below, 'the part of the checklist that is shown');
      await page.locator('.meter summary').click();
      const [whole, part] = [await looks(page.locator('.bar-all').first()), await looks(page.locator('.bar-part').first())];
      assert.notEqual(whole.fill, part.fill, 'bars');
    }),
  ),
];

/** What moves for longer than a thousandth of a second. */
const moving = (scope) =>
  scope.evaluate(() => {
    const { shadowRoot } = document.querySelector('aims-readiness');
    const longest = (text) => Math.max(...text.split(',').map((time) => parseFloat(time) * (time.includes('ms') ? 1 : 1000)));
    const found = shadowRoot.getAnimations().map((animation) => `runs: ${animation.transitionProperty ?? animation.animationName ?? 'an animation'}`);
    for (const element of shadowRoot.querySelectorAll('*')) {
      for (const pseudo of [undefined, '::before', '::after']) {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element, pseudo);
        if (longest(transitionDuration) > 1 || longest(animationDuration) > 1 || scrollBehavior === 'smooth') found.push(`${element.localName}.${element.className}${pseudo ?? ''}`);
      }
    }
    return [...new Set(found)];
  });

const motion = [
  test('nothing moves for who wants less motion, on any screen', async ({ browser, url }) => {
    const page = await openReady(browser, `${url}plain.html`, { reducedMotion: 'no-preference' });
    assert.notDeepEqual(await moving(page), [], 'with motion something moves, or this test looks at nothing');
    let seen = 0;
    await eachScreen(browser, url, { language: 'en', context: { reducedMotion: 'reduce' } }, async (_page, name, scope) => {
      assert.deepEqual(await moving(scope), [], name);
      seen += 1;
    });
    assert.equal(seen, count());
  }),
];

/** The accessibility tree without what is left out of it: `{role, name, description, value, ...states}`. */
async function tree(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  // In the order in which it is read: each before what is in it.
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (node) => [node, ...(node.childIds ?? []).flatMap((id) => (known.has(id) ? read(known.get(id)) : []))];
  return read(nodes[0])
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, value, properties = [] }) => ({
      role: role?.value,
      name: name?.value ?? '',
      description: description?.value ?? '',
      value: value?.value,
      ...Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
    }));
}

const of = (nodes, role, name) => nodes.filter((node) => node.role === role && (name === undefined || node.name === name));
const one = (nodes, role, name) => {
  const found = of(nodes, role, name);
  assert.equal(found.length, 1, `${found.length} of ${role} "${name}" among: ${of(nodes, role).map((node) => node.name).join(' | ')}`);
  return found[0];
};
const focusOf = (nodes) => nodes.filter(({ focused, role }) => focused && role !== 'RootWebArea');

/** The heading of a screen has the focus, and is one of the second level. */
async function arrivedAt(page, name) {
  await page.waitForFunction((words) => {
    const at = document.querySelector('aims-readiness').shadowRoot.activeElement;
    return at?.localName === 'h2' && (!words || at.textContent === words);
  }, name);
  const nodes = await tree(page);
  const [at, ...more] = focusOf(nodes);
  assert.deepEqual(more, []);
  assert.deepEqual([at.role, at.level], ['heading', 2]);
  if (name) assert.equal(at.name, name);
  return nodes;
}

/** What would be read out without the focus being there: at most one voice speaks. */
const voices = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('aims-readiness');
    return [...shadowRoot.querySelectorAll('[role=status], [role=alert], [aria-live]')]
      .filter((region) => region.checkVisibility() && region.textContent.trim())
      .map((region) => `${region.getAttribute('role') ?? region.ariaLive}: ${region.textContent.trim()}`);
  });

const words = textsOf('en');

const spoken = [
  test('when the page loads nothing has the focus, and the start says what it is', async ({ browser, url }) => {
    const page = await openReady(browser, `${url}plain.html`);
    assert.equal(await page.evaluate(() => document.activeElement === document.body && !document.querySelector('aims-readiness').shadowRoot.activeElement), true);
    const nodes = await tree(page);
    assert.deepEqual(focusOf(nodes), []);
    assert.deepEqual(of(nodes, 'heading').map(({ level }) => level), [1, 2]);
    one(nodes, 'heading', words['ui.start.title']);
    one(nodes, 'button', words['ui.start.begin']);
    assert.deepEqual(await voices(page), []);
    // The host's page has its own landmarks; the element adds none that are there once.
    for (const role of ['main', 'banner', 'contentinfo']) assert.ok(of(nodes, role).length <= 1, role);

    const fold = () => tree(page).then((all) => one(all, 'DisclosureTriangle', words['ui.describe.title']));
    assert.equal((await fold()).expanded, false);
    await page.locator('.describe summary').press('Enter');
    assert.equal((await fold()).expanded, true);
    one(await tree(page), 'textbox', words['ui.describe.lead']);
  }),

  test('each question is a named group with its help, options with their state, and a mistake that belongs to them', async ({ browser, url }) => {
    const page = await openReady(browser, `${url}plain.html`);
    await begin(page);
    const question = words['fact.scope.ai_system.question'];
    let nodes = await arrivedAt(page, question);
    assert.equal(one(nodes, 'group', question).description, words['fact.scope.ai_system.help']);
    assert.deepEqual(of(nodes, 'radio').map(({ checked }) => checked), ['false', 'false', 'false']);
    assert.deepEqual(of(nodes, 'radio').map(({ name }) => name), [words['value.yes'] ?? 'Yes', words['value.no'] ?? 'No', words['ui.unknown']]);
    assert.equal(of(nodes, 'ProgressIndicator').concat(of(nodes, 'progressbar')).length, 1);
    one(nodes, 'complementary', words['ui.side.label']);

    // Without an answer: one alert, and each option says that it is meant.
    const go = page.getByRole('button', { name: words['ui.continue'], exact: true });
    await go.press('Enter');
    await page.getByRole('alert').waitFor();
    nodes = await tree(page);
    const said = (await page.getByRole('alert').textContent()).trim();
    assert.equal(of(nodes, 'alert').length, 1);
    for (const option of of(nodes, 'radio')) assert.deepEqual([option.invalid, option.description], ['true', said]);
    assert.equal(focusOf(nodes)[0].name, words['ui.continue'], 'the focus stays where it was');

    // One tab stop for the group, arrows within it, and the answer is told.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    const radios = () => page.evaluate(() => [...document.querySelector('aims-readiness').shadowRoot.querySelectorAll('input')].filter((input) => input.matches(':focus')).length);
    assert.equal(await radios(), 0, 'two steps back the group is left');
    await page.keyboard.press('Tab');
    assert.equal(await radios(), 1);
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    nodes = await tree(page);
    assert.deepEqual(of(nodes, 'radio').map(({ checked }) => checked), ['false', 'true', 'false']);
    assert.deepEqual(of(nodes, 'radio').map(({ invalid }) => invalid), ['false', 'false', 'false']);
    assert.equal(of(nodes, 'alert').length, 0);
    assert.deepEqual(await voices(page), [`status: ${words['ui.side.settled'].replace('{tier}', words['tier.out-of-scope.name'])}`]);
    await page.keyboard.press('Tab');
    assert.equal(focusOf(await tree(page))[0].name, words['ui.continue'], 'one step on the group is left');
  }),

  test('the whole way is told: each step by its heading, the result by regions and lists, the checklist by names and states', async ({ browser, url }) => {
    const page = await openReady(browser, `${url}plain.html`);
    await begin(page);
    await arrivedAt(page);
    const steps = [];
    for (const [start, ...options] of CV_RANKING) {
      const nodes = await arrivedAt(page);
      const [{ name }] = focusOf(nodes);
      assert.ok(name.startsWith(start), `${name} instead of ${start}`);
      one(nodes, 'group', name);
      assert.ok((await voices(page)).length <= 1, 'one voice');
      steps.push(name);
      await answer(page, ...options);
    }
    assert.equal(new Set(steps).size, CV_RANKING.length);

    let nodes = await arrivedAt(page, words['tier.high.name']);
    for (const key of ['next.title', 'because.title', 'dates.title']) {
      const name = words[`ui.result.${key}`] ?? words[`ui.${key}`];
      if (name) one(nodes, 'region', name);
    }
    assert.ok(of(nodes, 'region').every(({ name }) => name), 'each region has a name');
    assert.ok(of(nodes, 'region').length >= 4);
    const levels = of(nodes, 'heading').map(({ level }) => level);
    assert.deepEqual([levels[0], levels[1]], [1, 2]);
    assert.ok(levels.every((level, index) => index === 0 || level <= levels[index - 1] + 1), `no level is left out: ${levels}`);
    assert.ok(of(nodes, 'link').length > 0 && of(nodes, 'link').every(({ name }) => name));
    const ruledOut = await page.locator('.verdict .rung', { hasText: words['ui.ladder.ruled-out'] }).count();
    assert.equal(ruledOut, 6, 'what is ruled out is said in words');
    assert.deepEqual(await voices(page), []);

    await page.getByRole('button', { name: 'Make my checklist' }).press('Enter');
    nodes = await arrivedAt(page, words['ui.checklist.title']);
    one(nodes, 'navigation', words['ui.tab.label']);
    one(nodes, 'meter', words['ui.meter.label']);
    const current = () => page.locator('[aria-current=page]').allTextContents();
    assert.deepEqual(await current(), [words['ui.tab.lines']]);

    const status = words['ui.line.status'].replace('{ref}', '4.1');
    assert.equal(one(nodes, 'combobox', status).value, words['ui.status.not-started']);
    await chooseStatus(page, '4.1', 'Done');
    assert.equal(one(await tree(page), 'combobox', status).value, words['ui.status.implemented']);

    const line = lineOf(page, '4.1');
    const expanded = () => tree(page).then((all) => of(all, 'DisclosureTriangle').find(({ name }) => name.startsWith('4.1')).expanded);
    assert.equal(await expanded(), false);
    await line.locator('summary').first().press('Enter');
    await line.locator('.record').waitFor();
    assert.equal(await expanded(), true);
    nodes = await tree(page);
    one(nodes, 'group', words['ui.record.title']);
    const tick = () => tree(page).then((all) => one(all, 'checkbox', words['ui.record.working']).checked);
    assert.equal(await tick(), 'false');
    await line.getByRole('checkbox', { name: words['ui.record.working'] }).press('Space');
    assert.equal(await tick(), 'true');
    for (const key of ['record.owner', 'record.evidence', 'record.note']) one(nodes, 'textbox', words[`ui.${key}`]);

    await page.locator('.meter summary').press('Enter');
    nodes = await tree(page);
    one(nodes, 'table', words['ui.meter.groups']);
    assert.equal(of(nodes, 'rowheader').length, of(nodes, 'row').length);

    await goToTab(page, words['ui.tab.plan']);
    await arrivedAt(page, words['ui.tab.plan']);
    assert.deepEqual(await current(), [words['ui.tab.plan']]);
    assert.ok((await voices(page)).length <= 1, 'one voice');

    await page.getByRole('button', { name: words['ui.privacy.open'], exact: true }).press('Enter');
    await page.locator('dialog').waitFor();
    nodes = await tree(page);
    const dialog = one(nodes, 'dialog', words['ui.privacy.title'] ?? 'What left this page');
    assert.equal(dialog.modal, true);
    assert.equal(focusOf(nodes).length, 1);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    assert.equal(focusOf(await tree(page))[0].name, words['ui.privacy.open'], 'the focus comes back');
  }),

  test('a choice that is missing in the workshop is said of its group, and the focus goes there', async ({ browser, url }) => {
    const page = await openCheck(browser, url, { mode: 'workshop' });
    await page.locator('.workshop-open').first().click();
    await page.getByRole('button', { name: words['ui.workshop.answer'], exact: true }).press('Enter');
    const group = () => tree(page).then((nodes) => one(nodes, 'group', words['ui.workshop.question']));
    assert.equal((await group()).description, words['ui.workshop.choose-first']);
    one(await tree(page), 'alert');
    assert.equal(focusOf(await tree(page))[0].role, 'radio');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: words['ui.workshop.code'], exact: true }).press('Enter');
    await page.locator('.workshop-code b').waitFor();
    assert.equal((await group()).description, '');
    assert.deepEqual(of(await tree(page), 'alert'), []);
  }),

  test('on every screen all that can be worked has a name, and headings leave out no level', async ({ browser, url }) => {
    const worked = new Set(['button', 'link', 'checkbox', 'radio', 'textbox', 'searchbox', 'combobox', 'DisclosureTriangle', 'group', 'region', 'dialog', 'navigation', 'meter', 'ProgressIndicator', 'progressbar', 'search', 'complementary']);
    let [seen, all] = [0, 0];
    await eachScreen(browser, url, { language: 'en' }, async (page, name) => {
      const nodes = await tree(page);
      const looked = nodes.filter(({ role }) => worked.has(role));
      all += looked.length;
      assert.deepEqual(looked.filter((node) => !node.name.trim() && node.role !== 'group').map(({ role }) => role), [], `${name}: without a name`);
      const levels = of(nodes, 'heading').map(({ level }) => level);
      assert.ok(levels.every((level, index) => index === 0 || level <= levels[index - 1] + 1), `${name}: ${levels}`);
      seen += 1;
    });
    assert.equal(seen, count());
    assert.ok(all > 10 * count(), `${all} things`);
  }),
];

const obscured = [
  test('what has the focus is not hidden behind what sticks to an edge of the screen', async ({ browser, url }) => {
    const page = await openCheck(browser, url, { mode: 'register' }, { context: { viewport: { width: 1100, height: 700 } } });
    const rows = Array.from({ length: 30 }, (_, index) => `Case ${index + 1},one`).join('\n');
    await page.getByRole('button', { name: words['ui.register.import'], exact: true }).first().click();
    await page.locator('input[type=file]').first().setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(`name,tags\n${rows}\n`) });
    await page.getByRole('button', { name: words['ui.register.import-rows'].replace('{count}', '30'), exact: true }).click();
    await page.getByRole('button', { name: words['ui.register.back'], exact: true }).click();
    await page.locator('.register-rows > [role=row]').first().waitFor();
    await page.getByRole('checkbox', { name: words['ui.register.choose-one'].replace('{name}', 'Case 1'), exact: true }).focus();
    const at = () =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector('aims-readiness');
        const element = shadowRoot.activeElement;
        const { left, top, width, height } = element.getBoundingClientRect();
        const hit = shadowRoot.elementFromPoint(left + width / 2, top + Math.min(height / 2, 8));
        const row = element.closest('[role=row]')?.getAttribute('aria-rowindex');
        return { row: Number(row), seen: element.contains(hit) || hit?.contains(element) === true, by: hit?.className };
      });
    /** Arrows go from row to row; the rows that come into view are drawn in a frame of their own. */
    const go = async (key, times) => {
      for (let step = 0; step < times; step += 1) {
        const before = (await at()).row;
        await page.keyboard.press(key);
        await page.waitForFunction((old) => {
          const element = document.querySelector('aims-readiness').shadowRoot.activeElement;
          return Number(element.closest('[role=row]')?.getAttribute('aria-rowindex')) !== old;
        }, before);
        const now = await at();
        assert.ok(now.seen, `row ${now.row} is behind ${now.by}`);
      }
    };
    await go('ArrowDown', 12);
    await go('ArrowUp', 12);
  }),

  test('what has the focus at the start is not hidden behind the way back to a draft', async ({ browser, url }) => {
    const page = await openCheck(browser, url, { storage: 'local' }, { context: { viewport: { width: 390, height: 420 } } });
    await working(page);
    await openPanel(page);
    await panel(page).getByRole('button', { name: words['ui.keep.copy'] }).first().click();
    await closePanel(page);
    await page.evaluate(() => document.querySelector('aims-readiness').reset());
    await page.locator('.keep-continue').waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('h1').click();
    const met = [];
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('aims-readiness');
        const element = shadowRoot.activeElement;
        const { left, top, width, height } = element.getBoundingClientRect();
        const hit = shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
        return { name: element.textContent, seen: element.contains(hit) };
      });
      assert.ok(at.seen, at.name);
      met.push(at.name);
    }
    assert.equal(met[0], words['ui.start.begin']);
    assert.ok(met[3].startsWith(words['ui.keep.continue'].split('{')[0]), met.join(' | '));
  }),
];

export default [...targets, ...settings, ...forced, ...motion, ...spoken, ...obscured];
