// Clauses and controls of the standard, to choose from.

/** `[id, text]` of the items of some kinds, in the order of the standard. */
export async function standardItems(desk, kinds) {
  const day = desk.visit.asOf();
  const { items } = await desk.visit.asked((glue, words) => glue.engineChecklist({}, day, words, undefined));
  return items.filter(({ kind }) => kinds.includes(kind)).map(({ id, ref, title }) => [id, `${ref} ${title}`]);
}
