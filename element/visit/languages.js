// What a language needs beside its words.

/* global AIMS_INCOMPLETE */

/**
 * Sees to it that texts which a language lacks are marked as English wherever they come up below `root`; gives what
 * ends that. Nothing is fetched for a language that has all its texts.
 */
export function marked(files, language, root) {
  if (!AIMS_INCOMPLETE.includes(language)) return () => {};
  let over = false;
  let end = () => (over = true);
  // Words are read without it: that it did not come is no reason to stop anybody.
  const watching = files.script('foreign.js').then(({ takeMarksOff }) => over || (end = takeMarksOff(root, language)));
  watching.catch(() => {});
  return () => end();
}
