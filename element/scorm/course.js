// What a trainer wrote into course.json. A mistake is told with its place; nothing is guessed.

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const isWhole = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;

/** What each key takes, in words, and the check of it. */
const KEYS = {
  scenarios: ['a list of ids of cases in quotes, or [] for all', (value) => Array.isArray(value) && value.every((id) => typeof id === 'string')],
  completed_after: ['a whole number, 1 or more', (value) => isWhole(value, 1, Infinity)],
  mastery: ['a whole number from 0 to 100, or null for a course without pass and fail', (value) => value === null || isWhole(value, 0, 100)],
  overlay: ['the name of a file in this package, or "" for none', (value) => typeof value === 'string'],
};

/** A mistake in course.json. */
export class CourseError extends Error {}

/** What a text of course.json says, checked against the cases of a deck, and the `count` of cases it comes to. */
export function courseOf(text, deck) {
  const course = parsed(text);
  const wrong = [
    ...Object.keys(course).filter((key) => !Object.hasOwn(KEYS, key)).map((key) => `there is no setting "${key}"; the settings are ${Object.keys(KEYS).join(', ')}`),
    ...Object.entries(KEYS).flatMap(([key, [takes, fits]]) => {
      if (!Object.hasOwn(course, key)) return [`"${key}" is missing; it takes ${takes}`];
      return fits(course[key]) ? [] : [`"${key}" is ${JSON.stringify(course[key])}; it takes ${takes}`];
    }),
  ];
  if (wrong.length === 0) wrong.push(...wrongCases(course, deck));
  if (wrong.length > 0) throw new CourseError(wrong.join('. '));
  const { scenarios, completed_after: completedAfter, mastery, overlay } = course;
  return { scenarios, completedAfter, mastery, overlay, count: scenarios.length || deck.scenarios.length };
}

function parsed(text) {
  let course;
  try {
    course = JSON.parse(text);
  } catch (error) {
    throw new CourseError(`it is no JSON: ${error.message}`);
  }
  if (!isObject(course)) throw new CourseError('it is no object: it has to begin with { and end with }');
  return course;
}

function wrongCases({ scenarios, completed_after: least }, deck) {
  const known = new Set(deck.scenarios.map(({ id }) => id));
  const wrong = scenarios.flatMap((id, index) => {
    if (!known.has(id)) return [`"scenarios", place ${index + 1}: there is no case "${id}"`];
    return scenarios.indexOf(id) < index ? [`"scenarios", place ${index + 1}: "${id}" is there already`] : [];
  });
  const count = scenarios.length || known.size;
  if (least > count) wrong.push(`"completed_after" is ${least}, but the course has ${count} cases only`);
  return wrong;
}
