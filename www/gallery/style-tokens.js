// Swatches of the custom properties: names and values as the style sheet has them, and contrast as the browser paints.

const THEMES = ['light', 'dark'];

/** Text needs 4.5, what only has to be seen 3 (WCAG 2.2, 1.4.3 and 1.4.11); edges and grounds carry nothing alone. */
const ASKED = {
  ink: [['surface', 4.5], ['ground', 4.5]],
  quiet: [['surface', 4.5], ['ground', 4.5]],
  accent: [['surface', 4.5], ['ground', 4.5]],
  'on-accent': [['accent', 4.5]],
  control: [['surface', 3]],
  focus: [['surface', 3]],
  surface: [],
  ground: [],
  edge: [],
};
const OF_TIERS = [['surface', 4.5]];

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** Names of our own properties, as the palette in the sheet lists them. */
function names(sheet) {
  const palette = [...sheet.cssRules].find(({ style }) => style?.getPropertyValue('--accent'));
  return [...palette.style].filter((name) => name.startsWith('--'));
}

const channels = (text) => text.match(/[\d.]+/g).slice(0, 3).map(Number);

function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const hex = (colour) => `#${channels(colour).map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** A list of all properties in one theme, in a shadow root of its own. */
function tokens(theme, sheets) {
  const host = make('div', { className: 'sample', lang: 'en' });
  host.setAttribute('theme', theme);
  const root = host.attachShadow({ mode: 'open' });
  const probe = make('span', { hidden: true });
  const list = make('dl', { className: 'tokens' });
  root.append(make('div', { className: 'frame' }, list), probe);
  root.adoptedStyleSheets = sheets;
  const draw = () => {
    const value = (name) => getComputedStyle(host).getPropertyValue(name).trim();
    const colour = (name) => {
      probe.style.color = '';
      probe.style.color = `var(${name})`;
      return getComputedStyle(probe).color;
    };
    const rows = names(sheets[0]).map((name) => {
      const isColour = CSS.supports('color', value(name));
      const chip = make('span', { className: 'token-chip' });
      if (isColour) chip.style.background = `var(${name})`;
      else if (name === '--radius') chip.style.borderRadius = `var(${name})`;
      else chip.style.inlineSize = `var(${name})`;
      const short = name.slice(2);
      const asked = isColour ? (ASKED[short] ?? OF_TIERS) : [];
      const said = asked.map(([ground, needed]) => {
        const ratio = contrast(colour(name), colour(`--${ground}`));
        const text = `${ratio.toFixed(2)} on ${ground}${ratio < needed ? `, less than ${needed}` : ''}`;
        const made = make('span', { className: 'token-ratio' }, text);
        made.dataset.enough = String(ratio >= needed);
        return made;
      });
      const words = make('span', {}, isColour ? hex(colour(name)) : value(name));
      return make('div', {}, make('dt', {}, chip, make('code', {}, name)), make('dd', {}, words, ...said));
    });
    list.replaceChildren(...rows);
  };
  return { host, draw };
}

const LOOK = `
  .tokens { display: grid; gap: 0.35rem; }
  .tokens > div { display: grid; grid-template-columns: minmax(0, 12rem) minmax(0, 1fr); gap: 0.1rem 1rem; align-items: center; }
  .tokens dt { display: flex; gap: 0.6rem; align-items: center; }
  .tokens dd { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; font-size: var(--text-s); font-variant-numeric: tabular-nums; }
  .token-chip { flex: none; inline-size: 1.75rem; block-size: 1.75rem; border: 1px solid var(--control); }
  .token-ratio { color: var(--quiet); }
  .token-ratio[data-enough="false"] { color: var(--tier-prohibited); font-weight: 600; }
  @container (inline-size <= 30rem) { .tokens > div { grid-template-columns: minmax(0, 1fr); } }
`;

/** Draws the properties of the first sheet in each theme into a place. */
export function drawTokens(place, sheets) {
  const own = new CSSStyleSheet();
  own.replaceSync(LOOK);
  for (const theme of THEMES) {
    const { host, draw } = tokens(theme, [...sheets, own]);
    const variant = make('div', { className: 'variant' }, make('p', { className: 'variant-name' }, theme), host);
    place.append(variant);
    draw();
  }
}
