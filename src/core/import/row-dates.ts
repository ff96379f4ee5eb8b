import { asPrecise, readDate, type DateOrder } from './dates';
import type { Rejected } from './draft';
import type { Field } from './fields';

/** When what a row says happened, and when it was published. */

type Get = (field: Field) => string;

/** The EDTF of a row's date, with its last day and how precise it is. */
export function happenedOf(get: Get, order: DateOrder | null): { readonly day: string } | Rejected {
  const read = readDate(get('date'), order);
  if (!('day' in read))
    return { code: 'date', why: 'why' in read ? read.why : `“${get('date')}” may be day-first or month-first: say --dates` };
  const isPlain = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(read.day);
  const end = get('dateEnd');
  if (end !== '' && isPlain) {
    const last = readDate(end, order);
    if (!('day' in last)) return { code: 'date', why: 'why' in last ? last.why : `“${end}” may be day-first or month-first: say --dates` };
    if (last.day < read.day) return { code: 'date', why: `it ends on ${last.day}, before it begins on ${read.day}` };
    if (last.day !== read.day) return { day: `[${read.day}..${last.day}]` };
  }
  return { day: isPlain ? asPrecise(read.day, Number(get('precision'))) : read.day };
}

/** The day of publication of a row's sources, of several parted by semicolons the first; null where it has none. */
export function publishedOf(get: Get, order: DateOrder | null): { readonly day: string } | Rejected | null {
  const texts = get('published')
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (texts.length === 0) return null;
  const read = texts.map((text) => readDate(text, order));
  const [earliest] = read.flatMap((each) => ('day' in each ? [each.day] : [])).sort();
  if (earliest !== undefined) return { day: earliest };
  return { code: 'published', why: 'why' in read[0]! ? read[0].why : `“${texts[0]}” may be day-first or month-first` };
}
