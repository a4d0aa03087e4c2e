// Files for the page and the visitor, made from the journal.

/** What each format is made of that needs no more than the module of the result. */
export const RECORDS = {
  visit: ({ glue, useCase, asOf, overlay }) => ({
    ...useCase,
    result: glue.engineClassify(useCase.answers, asOf, overlay),
  }),
  result: ({ glue, useCase, asOf, overlay }) => glue.engineClassify(useCase.answers, asOf, overlay),
  checklist: ({ glue, words, useCase, asOf, overlay }) => glue.engineChecklist(useCase.answers, asOf, words, overlay),
  plan: ({ glue, words, useCase, asOf, overlay }) => glue.enginePlan(useCase.answers, useCase.work, asOf, words, overlay),
  statement: ({ glue, words, useCase, asOf, overlay }) => glue.engineStatement(useCase.answers, useCase.work, asOf, words, overlay),
  crosswalk: ({ glue, words, overlay }) => glue.engineCrosswalk(words, overlay),
};

/** `{format, name, type, text}` of a format. */
export function exported(format, from) {
  const record = RECORDS[format];
  if (!record) throw new RangeError(`no format ${format}; there are ${Object.keys(RECORDS).join(', ')}`);
  const text = JSON.stringify(record(from), null, 2);
  return { format, name: `ai-act-${format === 'visit' ? 'result' : format}-${from.asOf}.json`, type: 'application/json', text };
}
