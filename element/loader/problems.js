// What can go wrong, in words that the build takes from the wording.

/* global AIMS_PROBLEMS */
const ENGLISH = AIMS_PROBLEMS;

/** Something that went wrong: a code of the closed list, and what it is about. */
export class Problem extends Error {
  constructor(code, what) {
    super(`${code}: ${what}`);
    this.code = code;
    this.what = what;
  }
}

/** `{code, message, remedy}` of anything thrown, in the words given or else in English. */
export function described(error, words = {}) {
  const { code = 'load', what = error?.message ?? String(error) } = error ?? {};
  const text = (part) => {
    const key = `problem.${code}.${part}`;
    return (words[`ui.${key}`] ?? ENGLISH[key] ?? (part === 'message' ? '{what}' : '')).replace('{what}', what);
  };
  return { code, message: text('message'), remedy: text('remedy') };
}

/** Tells whoever looks after the page. */
export function report(code, what) {
  const { message, remedy } = described(new Problem(code, what));
  console.warn(`aims-readiness: ${message} ${remedy}`);
}
