// What answers come to: points of two for each scenario, counted by the first answer and by the last.

export const DOMAINS = ['foundation', 'implementer', 'auditor'];

/** The most points of a scenario. */
export const MOST = 2;

/** Sums over scenarios: how many were answered, points by first and by last answer, and the most there could be. */
export function summed(scenarios, tries) {
  const answered = scenarios.map(({ id }) => tries.of(id)).filter(Boolean);
  const points = (which) => answered.reduce((sum, answer) => sum + answer[which].points, 0);
  return { count: scenarios.length, answered: answered.length, first: points('first'), last: points('last'), most: answered.length * MOST };
}

/** The same for each domain that has answers. */
export function byDomain(scenarios, tries) {
  const sums = DOMAINS.map((domain) => ({ domain, ...summed(scenarios.filter(({ domains }) => domains.includes(domain)), tries) }));
  return sums.filter(({ answered }) => answered > 0);
}
