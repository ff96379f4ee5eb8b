import type { Columns } from '../core/claims/columns';
import type { Dossier } from '../core/model';
import { dayOf } from '../core/time';
import { formatDay } from './dates';
import { fill, strings, type Language } from './strings';

/** How new a dossier is. */

const newest = new WeakMap<Columns, number>();

/** When the last report was published that a claim rests on, in epoch milliseconds; minus infinity where none has a date that ends. */
export function newestReport(columns: Columns): number {
  let found = newest.get(columns);
  if (found === undefined) {
    found = columns.knownFrom.reduce((most, known) => (known > most && known < Infinity ? known : most), -Infinity);
    newest.set(columns, found);
  }
  return found;
}

/** When a claim was last recorded or withdrawn, and of which day the newest report is, as a sentence; empty for a dossier without claims. */
export function updatedSentence({ claims: { columns }, timeZone }: Dossier, language: Language): string {
  const published = newestReport(columns);
  if (columns.recorded === '') return '';
  const recorded = formatDay(columns.recorded, language);
  const say = strings(language);
  return published === -Infinity
    ? fill(say['updated.only'], { recorded })
    : fill(say.updated, { recorded, published: formatDay(dayOf(published, timeZone), language) });
}
