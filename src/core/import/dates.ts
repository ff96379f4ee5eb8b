import { addDays } from '../time';

/** Dates as tables have them, into EDTF days. */

export const dateOrders = ['day-first', 'month-first'] as const;
/** Which of two numbers before a year is the day; where it is not known, neither is assumed. */
export type DateOrder = (typeof dateOrders)[number];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONGEST = 60;
const [FIRST_YEAR, LAST_YEAR] = [1800, 2100];
const EDTF = /^(\[[0-9T:.,+\-~?%Z]+\]|[0-9T:+\-~?%Z]+(\/(\.\.|[0-9T:+\-~?%Z]+))?)$/;

export type DateRead = { readonly day: string } | { readonly why: string } | { readonly asks: 'order' };

/** The day, month or year, or the EDTF, that a cell says; why it says none; or that it hangs on the order of day and month. */
export function readDate(cell: string, order: DateOrder | null): DateRead {
  const text = cell
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .trim();
  if (text === '') return { why: 'there is no date' };
  if (text.length > LONGEST) return { why: `“${text.slice(0, LONGEST)}…” is too long for a date` };
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return dayOf(compact[1]!, compact[2]!, compact[3]!, text);
  const numbers = /^(\d{1,4})[-/.\s](\d{1,2})[-/.\s](\d{1,4})(?:[T\s].*)?$/.exec(text);
  if (numbers) {
    const [, a, b, c] = numbers as unknown as [string, string, string, string];
    if (a.length === 4) return dayOf(a, b, c, text);
    if (c.length !== 4) return { why: `“${text}” has no year of four digits` };
    const [first, second] = [Number(a), Number(b)];
    if (first > 12 && order === 'month-first') return { why: `“${text}” has no month ${first}, and dates were said to be month-first` };
    if (second > 12 && order === 'day-first') return { why: `“${text}” has no month ${second}, and dates were said to be day-first` };
    // the same either way, or only one way
    if (first === second || first > 12) return dayOf(c, b, a, text);
    if (second > 12) return dayOf(c, a, b, text);
    if (order === null) return { asks: 'order' };
    return order === 'day-first' ? dayOf(c, b, a, text) : dayOf(c, a, b, text);
  }
  const named = /^(\d{1,2})[\s.-]+(\p{L}+)\.?[\s,.-]+(\d{4})$/u.exec(text) ?? swapped(/^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text));
  if (named) {
    const month = MONTHS.indexOf(named[2]!.slice(0, 3).toLowerCase());
    return month < 0 ? { why: `“${named[2]}” is no month` } : dayOf(named[3]!, String(month + 1), named[1]!, text);
  }
  if (/^\d{5}(\.\d+)?$/.test(text))
    return { why: `“${text}” looks like the number that a spreadsheet keeps for a day: show the column as dates` };
  if (EDTF.test(text) && /^\D*\d{4}(?!\d)/.test(text) && !/\d{5}/.test(text)) {
    const years = [...text.matchAll(/(?<!\d)\d{4}(?!\d)/g)].map(([year]) => Number(year));
    const strange = years.find((year) => year < FIRST_YEAR || year > LAST_YEAR);
    return strange === undefined ? { day: text } : { why: `the year ${strange} is not between ${FIRST_YEAR} and ${LAST_YEAR}` };
  }
  return { why: `“${text}” is no date` };
}

function swapped(match: RegExpExecArray | null): readonly string[] | null {
  return match && [match[0], match[2]!, match[1]!, match[3]!];
}

function dayOf(year: string, month: string, day: string, text: string): DateRead {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (y < FIRST_YEAR || y > LAST_YEAR) return { why: `the year ${y} is not between ${FIRST_YEAR} and ${LAST_YEAR}` };
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d)
    return { why: `“${text}” is no day of a calendar` };
  return { day: date.toISOString().slice(0, 10) };
}

/** A day as ACLED and UCDP mean it, whose precision is 1 for the day itself, 2 for days around it, and more for its month. */
export function asPrecise(day: string, precision: number): string {
  if (!(precision > 1) || day.length < 10) return day;
  return precision === 2 ? `[${addDays(day, -3)}..${addDays(day, 3)}]` : day.slice(0, 7);
}
