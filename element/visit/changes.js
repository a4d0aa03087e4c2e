// What is different between two states.

/** Keys whose values differ, with the value now, or null where there is none any more. */
export function changes(before, now) {
  const same = (key) => JSON.stringify(before[key]) === JSON.stringify(now[key]);
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  return Object.fromEntries([...keys].filter((key) => !same(key)).map((key) => [key, now[key] ?? null]));
}
