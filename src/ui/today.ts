/** The day of the reader's clock, as UTC has it: YYYY-MM-DD. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
