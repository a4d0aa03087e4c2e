// The words for what cases, answers and findings can be.

/** What something trains for. */
export const DOMAIN_KEYS = {
  foundation: 'workshop.domain-foundation',
  implementer: 'workshop.domain-implementer',
  auditor: 'workshop.domain-auditor',
};

/** How hard it is. */
export const DIFFICULTY_KEYS = { 1: 'workshop.easy', 2: 'workshop.middling', 3: 'workshop.hard' };

/** What an answer is worth, in a word or two. */
export const WORTH_KEYS = {
  right: 'workshop.right',
  'too-early': 'workshop.too-early',
  'too-open': 'workshop.too-open',
  wrong: 'workshop.wrong',
  part: 'workshop.part',
};

/** How grave a finding is. */
export const GRADES = { major: 'workshop.major', minor: 'workshop.minor', observation: 'workshop.observation', conform: 'workshop.conform' };
