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

/** The day of publication of a row's sources; null where it has none. */
export function publishedOf(get: Get, order: DateOrder | null): { readonly day: string } | Rejected | null {
  const text = get('published');
  if (text === '') return null;
  const read = readDate(text, order);
  if ('day' in read) return read;
  return { code: 'published', why: 'why' in read ? read.why : `“${text}” may be day-first or month-first` };
}
