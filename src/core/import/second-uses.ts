import { readDate } from './dates';
import { foldHeading, type TableKind } from './fields';
import type { Mapping } from './mapping';

/** Columns that say what no other does: a name the place or the date, a description what kind an event is. Each is told with its reason. */

/** A name of a place is no longer. */
const LONGEST_NAME = 40;

interface Guessed {
  /** Changed in place. */
  readonly columns: Mapping['columns'];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly table: TableKind | null;
  readonly isOfGeoConfirmed: boolean;
}

export function addSecondUses({ columns, headings, rows, table, isOfGeoConfirmed }: Guessed, reasons: string[]): void {
  const isOfFactions = columns.party && 'column' in columns.party && foldHeading(columns.party.column) === 'faction';
  if (columns.party && (isOfGeoConfirmed || (table === 'events' && !columns.event && isOfFactions))) {
    delete columns.party;
    const at = reasons.findIndex((reason) => reason.startsWith('party'));
    reasons.splice(at, 1, 'party: none, for its faction is whose the thing in the picture is, not who acted');
  }
  const name = headings.find((heading) => foldHeading(heading) === 'name');
  if (name !== undefined) addName(name, { columns, headings, rows, table }, reasons);
  if (table === 'events' && !columns.event && columns.note) {
    columns.event = columns.note;
    reasons.push(
      'event: by words of the note such as strike, shelling or damage, for no column says what kind each is; one with none of them is rejected',
    );
  }
}

function addName(name: string, { columns, headings, rows, table }: Omit<Guessed, 'isOfGeoConfirmed'>, reasons: string[]): void {
  const at = headings.indexOf(name);
  const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  const isEach = (is: (cell: string) => boolean): boolean => cells.length > 0 && cells.every(is);
  if (!columns.date && isEach((cell) => !('why' in readDate(cell, null)))) {
    columns.date = { column: name };
    reasons.push(`date: “${name}”, for each of them is a date`);
  } else if (!columns.place && !columns.area && !columns.pcode && isEach((cell) => cell.length <= LONGEST_NAME && !/\d|:\/\//.test(cell))) {
    // of an event with coordinates the name may be what happened
    if (columns.latitude && columns.longitude && (table === 'events' || table === null)) {
      reasons.push(`place: by coordinates alone, for “${name}” may be what happened there`);
      return;
    }
    columns.place = { column: name };
    reasons.push(`place: “${name}”, for no other column names one`);
  }
}
