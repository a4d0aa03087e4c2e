// What is in a file that somebody chose: its text, or the texts of the codes in a picture.

/** Text files longer than this hold something else. */
const LONGEST = 1_000_000;

/** The texts; none where nothing can be read. Fails where the file cannot be opened. */
export async function textsIn(files, file) {
  if (!file.type.startsWith('image/')) return file.size > LONGEST ? [] : [await file.text()];
  const { codesOf } = await files.script('qr-read.js');
  return codesOf(file).catch(() => []);
}
