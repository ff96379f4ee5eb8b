/**
 * Texts that a spreadsheet would run. The one rule for CSV, HXL and XLSX: a text that begins with `=`, `+`, `-`, `@`, a tab or a line end, ordinary or in full
 * width, also behind apostrophes, has one apostrophe more in the file, and loses one when it is read. Numbers are left alone.
 */

/** What makes a cell a formula, behind any number of apostrophes. */
export const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A text as a cell that no spreadsheet runs. */
export function guarded(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The text that was `guarded`. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell;
}
