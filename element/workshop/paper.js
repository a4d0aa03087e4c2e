// What a team answered to a case with the questions: a line of text that can be pasted, saved, scanned, and opened as a
// share link.

import { LinkRefusal, linkIn, readLink, sharedOf, writeLink } from '../visit/link.js';

/** What stands before a link in a line. */
const HEAD = 'aims-readiness=';

/** The line of a team's answers to a case. */
export async function paperLine({ answers, result, scenario, team }) {
  const shared = sharedOf({ answers, result, work: {} }, { whole: true, name: team });
  return `${HEAD}${await writeLink({ ...shared, k: scenario })}`;
}

/** Whether a text has such a line in it. */
export const hasPaper = (text) => text.includes(HEAD);

/**
 * What a line says: `{team, scenario, answers, range, receipt}`. Fails with the code of a link that cannot be read, or
 * `empty` where it holds no answers.
 */
export async function readPaper(text) {
  const line = text.trim();
  const link = linkIn(line.includes('#') ? line : `#${line.slice(line.indexOf(HEAD))}`);
  if (!link) throw new LinkRefusal('damaged');
  const { a: answers, n: team = '', k: scenario, t: range, r: receipt } = await readLink(link);
  if (!answers) throw new LinkRefusal('empty');
  return { team, scenario, answers, range, receipt };
}
