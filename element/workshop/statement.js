// An answer as a statement of xAPI 1.0.3, for the page to send where it wants. Nothing is sent from here.
//
// Who answered is not in it: the page knows, and adds `actor`.

import { TIERS } from '../telling/vocabulary.js';
import { MOST } from './scores.js';

const ANSWERED = 'http://adlnet.gov/expapi/verbs/answered';
const CHOICE = 'http://adlnet.gov/expapi/activities/cmi.interaction';
const ASSESSMENT = 'http://adlnet.gov/expapi/activities/assessment';
const OURS = 'urn:aims-readiness';

const named = (language, text) => ({ [language]: text });

/** How many of the points were earned. */
const score = (points, most) => ({ raw: points, min: 0, max: most, scaled: most > 0 ? points / most : 0 });

const answered = (language, words) => ({ id: ANSWERED, display: named(language, words('workshop.answered-verb')) });

/** The statement of an answer to a scenario. */
export function scenarioStatement({ words, say, element: { language } }, { id, title }, { said, points, worth, model }) {
  const choices = [...TIERS.map((tier) => [tier, say.tier(tier)]), ['open', words('workshop.open')]];
  const { catalog, law_date: law, as_of: day, receipt } = model.result;
  return {
    verb: answered(language, words),
    object: {
      objectType: 'Activity',
      id: `${OURS}:scenario:${id}`,
      definition: {
        name: named(language, title),
        description: named(language, words('workshop.question')),
        type: CHOICE,
        interactionType: 'choice',
        choices: choices.map(([choice, text]) => ({ id: choice, description: named(language, text) })),
        correctResponsesPattern: [model.settled ? model.range[0] : 'open'],
      },
    },
    result: { response: said, success: worth === 'right', completion: true, score: score(points, MOST) },
    context: { language, extensions: { [`${OURS}:catalog`]: catalog, [`${OURS}:law-date`]: law ?? '', [`${OURS}:as-of`]: day, [`${OURS}:range`]: model.range, [`${OURS}:receipt`]: receipt } },
  };
}

/** The statement of what was decided in an exercise. */
export function exerciseStatement({ words, element: { language } }, { id, title }, { points, most }) {
  return {
    verb: answered(language, words),
    object: { objectType: 'Activity', id: `${OURS}:exercise:${id}`, definition: { name: named(language, title), type: ASSESSMENT } },
    result: { success: points === most, completion: true, score: score(points, most) },
    context: { language },
  };
}
