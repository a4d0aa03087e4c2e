// What is said of a use case in words of the catalogue, by register and workshop alike.

/** The fact whose values are sectors. */
const SECTORS = 'organisation.sectors';

/** How far the work is. */
export const STATUS = ['not-begun', 'in-work', 'done'];

/** The tiers, the one with the fewest duties first. */
export const TIERS = ['out-of-scope', 'minimal', 'limited', 'exempt', 'high-sectoral', 'high', 'prohibited'];

export function vocabulary({ texts, words, element }) {
  const { language } = element;
  const locale = navigator.language.startsWith(language) ? navigator.language : language;
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const statuses = { 'not-begun': 'register.not-begun', 'in-work': 'register.in-work', done: 'register.done' };
  const tier = (id) => words(`tier.${id}.name`);
  const value = (fact, id) => texts[`fact.${fact}.value.${id}`] ?? texts[`ui.${id}`] ?? id;
  return {
    tier,
    /** One tier, or from which to which. */
    range: ([low, high]) => (low === high ? tier(low) : words('keep.range', { low: tier(low), high: tier(high) })),
    sector: (id) => value(SECTORS, id),
    question: (fact) => texts[`fact.${fact}.question`] ?? fact,
    /** Facts that have a question, for a column of answers. */
    facts: () =>
      Object.entries(texts)
        .map(([key, text]) => [/^fact\.(.+)\.question$/.exec(key)?.[1], text])
        .filter(([fact]) => fact),
    answer(fact, values) {
      if (!values) return words('register.not-answered');
      if (values.length === 0) return texts[`fact.${fact}.none`] ?? texts['ui.none'] ?? '';
      return values.map((id) => value(fact, id)).join('; ');
    },
    status: (id) => words(statuses[id] ?? id),
    milestone: (id) => texts[`milestone.${id}`] ?? id,
    number: (number) => numbers.format(number),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
  };
}
