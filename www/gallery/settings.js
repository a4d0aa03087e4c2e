// The settings that the configurator offers: attributes and custom properties of the element, and what a state holds.
//
// A state is a plain object from setting to text. It comes from the address too, which anybody may have written, so
// nothing outside of these lists is taken over.

const SECTORS = [
  'financial_services',
  'insurance',
  'healthcare',
  'public_sector',
  'recruitment_hr',
  'education',
  'telecoms_critical_infrastructure',
  'energy_utilities',
  'retail_platforms',
  'manufacturing',
  'technology',
  'legal_justice',
  'law_enforcement_migration',
  'professional_services',
  'media_marketing',
  'transport',
  'housing_real_estate',
  'other',
];
const ROLES = ['provider', 'deployer', 'importer', 'distributor', 'authorised-representative', 'product-manufacturer'];

/**
 * `live`: may change while the check runs. `apart`: goes into the lines alone, not into the check shown, either because
 * it is about another server's files, which a link must not make this page load, or because it would only disturb here.
 */
export const GROUPS = [
  {
    name: 'Language and name',
    settings: [
      { name: 'lang', kind: 'text', label: 'Language', hint: 'A language tag, such as en', live: true },
      { name: 'theme', kind: 'choice', label: 'Colours', values: ['auto', 'light', 'dark'], live: true },
      { name: 'product-name', kind: 'text', label: 'Your name above the title' },
      { name: 'logo', kind: 'text', label: 'Address of your picture' },
      { name: 'inherit-font', kind: 'flag', label: 'Take the font of the page', live: true },
    ],
  },
  {
    name: 'Beginning',
    settings: [
      { name: 'mode', kind: 'choice', label: 'Begin with', values: ['assess', 'checklist'] },
      { name: 'start', kind: 'choice', label: 'First screen', values: ['start', 'question', 'result'] },
      { name: 'as-of', kind: 'date', label: 'Day whose law is applied', live: true },
      { name: 'sector', kind: 'choice', label: 'Sector', values: SECTORS },
      { name: 'operator-role', kind: 'choice', label: 'Role', values: ROLES },
      { name: 'jurisdiction', kind: 'text', label: 'Jurisdictions', hint: 'Value ids, separated by spaces' },
      { name: 'size', kind: 'choice', label: 'Size', values: ['micro', 'small', 'medium', 'midcap', 'large'] },
      { name: 'certificates', kind: 'text', label: 'Certificates', hint: 'Value ids, such as iso27001 soc2' },
      { name: 'answers', kind: 'text', label: 'Any answers', hint: 'JSON: {"use.stage": ["pilot"]}' },
      { name: 'readonly', kind: 'flag', label: 'Show only', live: true },
    ],
  },
  {
    name: 'Delivery',
    settings: [
      { name: 'loading', kind: 'choice', label: 'Load', values: ['visible', 'idle', 'eager', 'manual'], apart: true },
      { name: 'storage', kind: 'choice', label: 'Keep a visit', values: ['none', 'session', 'local'], apart: true },
      { name: 'storage-key', kind: 'text', label: 'Name of the drafts kept', apart: true },
      { name: 'links', kind: 'flag', label: 'Open and make share links', apart: true },
      { name: 'overlay', kind: 'text', label: 'Address of an overlay', apart: true },
      { name: 'wasm-src', kind: 'text', label: 'Folder of the .wasm files', apart: true },
      { name: 'counts', kind: 'flag', label: 'Send counts', apart: true },
      { name: 'debug', kind: 'flag', label: 'Warn in the console', apart: true },
    ],
  },
];

const colour = (name, label) => ({ name, kind: 'colour', label, like: 'color' });

export const LOOKS = [
  {
    name: 'Main colours',
    settings: [
      colour('--aims-accent', 'Accent'),
      colour('--aims-on-accent', 'Text on accent'),
      colour('--aims-ink', 'Text'),
      colour('--aims-quiet', 'Quiet text'),
      colour('--aims-surface', 'Surface'),
      colour('--aims-ground', 'Ground'),
      colour('--aims-edge', 'Edge'),
      colour('--aims-control', 'Edge of controls'),
      colour('--aims-focus', 'Focus'),
    ],
  },
  {
    name: 'Type and space',
    settings: [
      { name: '--aims-font', kind: 'style', label: 'Font', like: 'font-family', hint: 'Georgia, serif' },
      { name: '--aims-heading-font', kind: 'style', label: 'Font of headings', like: 'font-family' },
      { name: '--aims-font-size', kind: 'style', label: 'Size of text', like: 'font-size', hint: '1.125rem' },
      { name: '--aims-line-height', kind: 'style', label: 'Height of lines', like: 'line-height', hint: '1.5' },
      { name: '--aims-heading-weight', kind: 'style', label: 'Weight of headings', like: 'font-weight', hint: '650' },
      { name: '--aims-button-weight', kind: 'style', label: 'Weight of buttons', like: 'font-weight', hint: '600' },
      { name: '--aims-max-width', kind: 'style', label: 'Widest', like: 'max-width', hint: '48rem' },
      { name: '--aims-space', kind: 'style', label: 'Space', like: 'width', hint: '1rem' },
      { name: '--aims-radius', kind: 'style', label: 'Roundness', like: 'width', hint: '0.625rem' },
    ],
  },
  {
    name: 'Colours of tiers',
    settings: [
      colour('--aims-tier-prohibited', 'Prohibited'),
      colour('--aims-tier-high', 'High-risk'),
      colour('--aims-tier-high-sectoral', 'High-risk, by product law'),
      colour('--aims-tier-exempt', 'Exempt'),
      colour('--aims-tier-limited', 'Limited'),
      colour('--aims-tier-minimal', 'Minimal'),
      colour('--aims-tier-out-of-scope', 'Out of scope'),
    ],
  },
];

export const ATTRIBUTES = GROUPS.flatMap(({ settings }) => settings);
export const PROPERTIES = LOOKS.flatMap(({ settings }) => settings);

export const WAYS = ['module', 'classic', 'frame', 'react'];
export const WIDTHS = ['desktop', 'phone'];

/** No value of use is longer. */
const LONGEST = 500;

/** Whether a text is something that the setting takes; empty always is, and stands for the default. */
export function fits({ kind, values, like }, text) {
  if (text === '') return true;
  if (text.length > LONGEST) return false;
  if (kind === 'choice') return values.includes(text);
  if (kind === 'flag') return text === 'yes';
  if (kind === 'date') return /^\d{4}-\d\d-\d\d$/.test(text);
  // Nothing that fetches and nothing that ends a declaration.
  if (like) return !/url\(|image-set\(|[;{}@\\]/i.test(text) && CSS.supports(like, text);
  return true;
}

const fitting = (state, settings) =>
  settings.map((setting) => [setting, state[setting.name] ?? '']).filter(([one, text]) => text !== '' && fits(one, text));

/** Attributes with their values; that of a flag is empty. */
export const attributesOf = (state, settings = ATTRIBUTES) =>
  fitting(state, settings).map(([{ name, kind }, text]) => [name, kind === 'flag' ? '' : text]);

export const propertiesOf = (state) => fitting(state, PROPERTIES).map(([{ name }, text]) => [name, text]);

/** The state that a fragment of an address holds. */
export function readState(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const state = { way: WAYS[0], width: WIDTHS[0] };
  for (const [name, list] of [['way', WAYS], ['width', WIDTHS]]) {
    if (list.includes(given.get(name))) state[name] = given.get(name);
  }
  for (const setting of [...ATTRIBUTES, ...PROPERTIES]) {
    const text = given.get(setting.name);
    if (text && fits(setting, text)) state[setting.name] = text;
  }
  return state;
}

export function writeState(state) {
  const held = Object.entries(state).filter(([name, text]) => text !== '' && text !== { way: WAYS[0], width: WIDTHS[0] }[name]);
  return held.length > 0 ? `#${new URLSearchParams(held)}` : '';
}
