// A table as CSV (RFC 4180), for spreadsheets. Pure, so that node can test it.
//
// It begins with a byte order mark, so that Excel reads it as UTF-8. A text that a spreadsheet would take for a formula
// gets an apostrophe before it, as OWASP advises: such a text may come from anyone who hands in a file.

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(Math.round(value * 1000) / 1000);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `rows` are lists of texts and numbers; the first names the columns. */
export const csv = (rows) => `\uFEFF${rows.map((row) => `${row.map(cell).join()}\r\n`).join("")}`;
