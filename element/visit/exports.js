// Files for the page and the visitor, made from the journal.

/** What each format is made of. */
const RECORDS = {
  visit: ({ glue, journal, name, asOf, overlay }) => ({
    schema: 1,
    ...(name ? { name } : {}),
    answers: journal.answers,
    result: glue.engineClassify(journal.answers, asOf, overlay),
    work: journal.work,
  }),
  result: ({ glue, journal, asOf, overlay }) => glue.engineClassify(journal.answers, asOf, overlay),
  checklist: ({ glue, words, journal, asOf, overlay }) => glue.engineChecklist(journal.answers, asOf, words, overlay),
  plan: ({ glue, words, journal, asOf, overlay }) => glue.enginePlan(journal.answers, journal.work, asOf, words, overlay),
  statement: ({ glue, words, journal, asOf, overlay }) => glue.engineStatement(journal.answers, journal.work, asOf, words, overlay),
  crosswalk: ({ glue, words, overlay }) => glue.engineCrosswalk(words, overlay),
};

/** `{format, name, type, text}` of a format. */
export function exported(format, from) {
  const record = RECORDS[format];
  if (!record) throw new RangeError(`no format ${format}; there are ${Object.keys(RECORDS).join(', ')}`);
  const text = JSON.stringify(record(from), null, 2);
  return { format, name: `ai-act-${format === 'visit' ? 'result' : format}-${from.asOf}.json`, type: 'application/json', text };
}
