// Files for the page and the visitor, made from the journal.

/** What each format is made of. */
const RECORDS = {
  visit: ({ glue, journal, asOf }) => ({
    schema: 1,
    answers: journal.answers,
    result: glue.engineClassify(journal.answers, asOf),
    work: journal.work,
  }),
  result: ({ glue, journal, asOf }) => glue.engineClassify(journal.answers, asOf),
  checklist: ({ glue, words, journal, asOf }) => glue.engineChecklist(journal.answers, asOf, words),
  plan: ({ glue, words, journal, asOf }) => glue.enginePlan(journal.answers, journal.work, asOf, words),
  statement: ({ glue, words, journal, asOf }) => glue.engineStatement(journal.answers, journal.work, asOf, words),
  crosswalk: ({ glue, words }) => glue.engineCrosswalk(words),
};

/** `{format, name, type, text}` of a format. */
export function exported(format, from) {
  const record = RECORDS[format];
  if (!record) throw new RangeError(`no format ${format}; there are ${Object.keys(RECORDS).join(', ')}`);
  const text = JSON.stringify(record(from), null, 2);
  return { format, name: `ai-act-${format === 'visit' ? 'result' : format}-${from.asOf}.json`, type: 'application/json', text };
}
