// Finds colours of a host that are hard to read, by the formula of WCAG 2.2.
//
// Colours may be written in any way, so the browser resolves them: as the colour of an element that nobody sees.

/** Text needs 4.5, what only has to be seen 3 (WCAG 2.2, 1.4.3 and 1.4.11). */
const TEXT = 4.5;
const SHAPE = 3;

const TIERS = ['out-of-scope', 'minimal', 'limited', 'exempt', 'high-sectoral', 'high', 'prohibited'];

const PAIRS = [
  ['ink', 'surface', TEXT],
  ['quiet', 'surface', TEXT],
  ['accent', 'surface', TEXT],
  ['on-accent', 'accent', TEXT],
  ['ink', 'ground', TEXT],
  ['focus', 'surface', SHAPE],
  ['control', 'surface', SHAPE],
  // The tier is written in its colour above the verdict.
  ...TIERS.map((tier) => [`tier-${tier}`, 'surface', TEXT]),
];

const NUMBER = String.raw`(-?[\d.]+(?:e[+-]?\d+)?)`;
const RGB = new RegExp(`^rgba?\\(${NUMBER}, ${NUMBER}, ${NUMBER}(?:, ${NUMBER})?\\)$`);
const SRGB = new RegExp(`^color\\(srgb ${NUMBER} ${NUMBER} ${NUMBER}(?: / ${NUMBER})?\\)$`);

const within = (value) => Math.min(1, Math.max(0, value));

/** Red, green, blue and alpha from 0 to 1, of a colour as a browser gives it back; undefined for other spaces. */
export function parse(text) {
  const [found, scale] = RGB.test(text) ? [RGB.exec(text), 255] : [SRGB.exec(text), 1];
  if (!found) return undefined;
  const [red, green, blue, alpha = 1] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  return { channels: [red, green, blue].map((value) => within(value / scale)), alpha: within(alpha) };
}

/** A colour upon another, which is opaque. */
const over = (top, bottom) => ({
  channels: top.channels.map((value, index) => value * top.alpha + bottom.channels[index] * (1 - top.alpha)),
  alpha: 1,
});

function luminance({ channels }) {
  const [red, green, blue] = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two opaque colours, from 1 to 21. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Where a browser keeps a colour in another space and cannot say it in that of WCAG: as it would paint it. */
function painted(text) {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return { channels: [red, green, blue].map((value) => value / 255), alpha: alpha / 255 };
}

/** Resolves anything that may stand for a colour inside the element. */
function resolver(probe) {
  const computed = (text) => {
    probe.style.color = '';
    probe.style.color = text;
    return probe.style.color === '' ? '' : getComputedStyle(probe).color;
  };
  return (text) => {
    const first = computed(text);
    // Such as oklch(…): asked for in the space of WCAG, which keeps what the canvas would round.
    return parse(first) ?? parse(computed(`color(from ${first} srgb r g b / alpha)`)) ?? painted(first);
  };
}

/** What shows through where the element paints nothing. Pictures are not known. */
function behind(element, resolve) {
  const layers = [];
  for (let node = element; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) {
    layers.push(resolve(getComputedStyle(node).backgroundColor));
    if (layers.at(-1).alpha === 1) break;
  }
  return layers.reduceRight((bottom, layer) => over(layer, bottom), { ...resolve('Canvas'), alpha: 1 });
}

/**
 * The pairs of colours that are harder to read than they may be: `{pair: [colour, ground], ratio, needed}`.
 * `root` has to be given only where the shadow root of the element is closed.
 */
export function lowContrast(element, root = element.shadowRoot) {
  // A visitor who chose colours gets those, whatever the host wants.
  if (!root || matchMedia('(forced-colors: active)').matches) return [];
  const probe = document.createElement('span');
  probe.hidden = true;
  root.append(probe);
  try {
    const resolve = resolver(probe);
    const page = behind(element, resolve);
    const known = (name) => getComputedStyle(probe).getPropertyValue(`--${name}`).trim() !== '';
    const low = [];
    for (const [name, ground, needed] of PAIRS) {
      if (!known(name) || !known(ground)) continue;
      const bottom = over(resolve(`var(--${ground})`), page);
      const ratio = contrast(over(resolve(`var(--${name})`), bottom), bottom);
      // Not rounded for the comparison, and cut for reading: 4.499 is neither enough nor 4.5.
      if (ratio < needed) low.push({ pair: [name, ground], ratio: Math.floor(ratio * 100) / 100, needed });
    }
    return low;
  } finally {
    probe.remove();
  }
}
