// What can go wrong, in words that the build takes from the wording.

/* global AIMS_PROBLEMS */
const ENGLISH = AIMS_PROBLEMS;

/** Something that went wrong: a code of the closed list, and what it is about. */
export class Problem extends Error {
  constructor(code, what) {
    super(`${code}: ${what}`);
    Object.assign(this, { code, what });
  }
}

/** `{code, message, remedy}` of anything thrown, in the words given or else in English. */
export function described(error, words = {}) {
  const { code = 'load', what = error?.message ?? String(error) } = error ?? {};
  const text = (part) => {
    const key = `problem.${code}.${part}`;
    return (words[`ui.${key}`] ?? ENGLISH[key] ?? ENGLISH[`problem.load.${part}`]).replace('{what}', what);
  };
  return { code, message: text('message'), remedy: text('remedy') };
}

export const warn = ({ message, remedy }) => console.warn(`aims-readiness: ${message} ${remedy}`);

/** Tells whoever looks after the page. */
export function report(code, what) {
  warn(described(new Problem(code, what)));
}
