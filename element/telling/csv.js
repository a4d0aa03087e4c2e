// Tables for spreadsheets.

/** A string that a spreadsheet takes for text and never for a formula. */
const cell = (text) => `"${String(text).replace(/^'*[=+\-@\t\r\n＝＋－＠]/, "'$&").replaceAll('"', '""')}"`;

/** Rows of cells as CSV. */
export const csv = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
