// The overlay that a page brings: its text, and what the engine made of it.

/** The text of an overlay that a page gave as an object, or that its attribute names; nothing where there is none. */
export async function overlayText(given, address, { fetched, once }) {
  if (given) return JSON.stringify(given);
  if (!address) return undefined;
  const url = new URL(address, document.baseURI);
  return once(`overlay ${url}`, async () => (await fetched(url.href)).text());
}

/** The first part of all ids that an overlay brings. */
export function prefixOf(text) {
  try {
    const { id } = JSON.parse(text);
    return typeof id === 'string' && id ? `${id}.` : undefined;
  } catch {
    // The engine says what is wrong with it.
    return undefined;
  }
}

/** Answers by whose they are: `[ours, the overlay's]`. */
export function parted(answers, prefix) {
  const own = (key) => Boolean(prefix) && key.startsWith(prefix);
  const only = (mine) => Object.fromEntries(Object.entries(answers).filter(([key]) => own(key) === mine));
  return [only(false), only(true)];
}
