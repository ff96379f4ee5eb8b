import * as v from 'valibot';
import { arabicRank } from './arabic-headings';
import type { Ask } from './ask';
import { dateOrders, readDate, type DateOrder } from './dates';
import { fieldNames, fields, foldHeading, tableKinds, type Field, type TableKind } from './fields';
import { fieldsOf } from './fields-of';
import { meaningOf, wordKey, wordsFor, type WordsOf } from './meanings';
import { guessPeople } from './people';
import { addSecondUses } from './second-uses';

/** Which column of a table is what: guessed with reasons, shown to a person, and kept for the next table with these headings. */

/** Meanings by words, however they are written. */
const meanings = (about: WordsOf) =>
  v.pipe(
    v.record(
      v.string(),
      v.pipe(
        v.string(),
        v.check((word) => meaningOf(about, word) !== null, `is none of ${wordsFor[about].join(', ')}`),
        v.transform((word) => meaningOf(about, word)!),
      ),
    ),
    v.transform((all): Record<string, string> => Object.fromEntries(Object.entries(all).map(([text, word]) => [wordKey(text), word]))),
  );
/** The index of a column by its heading, or a text that every row has. */
const from = v.union([v.strictObject({ column: v.string() }), v.strictObject({ always: v.string() })]);

export const mappingSchema = v.strictObject({
  version: v.literal(1),
  /** Null: a person has to say. */
  table: v.nullable(v.picklist(tableKinds)),
  columns: v.partial(v.strictObject(Object.fromEntries(fieldNames.map((name) => [name, from])) as Record<Field, typeof from>)),
  dateOrder: v.nullable(v.picklist(dateOrders)),
  /** Of figures: what they are. */
  measure: v.nullable(v.picklist(['cumulative', 'stock', 'forecast', 'at-risk'])),
  counts: v.picklist(['people', 'movements', 'deaths']),
  /** What a status means, by its folded text (see `statusMeanings`). */
  statuses: meanings('status'),
  /** What kind an event is, likewise. */
  events: meanings('event'),
});
export type Mapping = v.InferOutput<typeof mappingSchema>;

/** A mapping that was guessed, and why each part of it. */
export interface Guess {
  readonly mapping: Mapping;
  readonly reasons: readonly string[];
  /** What a person has to say before anything can be read. */
  readonly asks: readonly Ask[];
}

/** What UCDP GED numbers: state-based, between groups, one-sided. */
const gedEvents = { '1': 'clash', '2': 'clash', '3': 'casualties' };

/** Tables that are known by their headings. */
const known: readonly (readonly [name: string, table: TableKind, headings: readonly string[]])[] = [
  ['an ACLED event table', 'events', ['eventidcnty', 'eventdate', 'subeventtype', 'actor1']],
  ['a UCDP GED event table', 'events', ['datestart', 'sidea', 'sideb', 'best']],
  ['incidents as GeoConfirmed has them', 'events', ['name', 'description', 'faction', 'sources', 'latitude', 'longitude']],
  ['incidents as GeoConfirmed has them', 'events', ['name', 'description', 'faction', 'sources', 'lat', 'lng']],
  ['events as timemap has them', 'events', ['id', 'date', 'description', 'sources']],
  ['incidents as GeoConfirmed has them', 'events', ['date', 'description', 'originalsource']],
  ['incidents as GeoConfirmed has them', 'events', ['date', 'description', 'faction', 'pluscode']],
  ['incidents as GeoConfirmed has them', 'events', ['date', 'description', 'coordinates', 'icon']],
  ['an IOM-DTM site table', 'figures', ['surveydate', 'numberofidps']],
  ['a UNHCR table of origin and asylum', 'figures', ['countryoforigin', 'countryofasylum']],
  ['a UNHCR table of origin and asylum', 'figures', ['cooname', 'coaname']],
];

/** Guesses what the columns are, from their headings or HXL hashtags; `rows` are the first. `order`: as a person said. */
export function guessMapping(
  headings: readonly string[],
  hashtags: readonly string[] | null,
  rows: readonly (readonly string[])[],
  order: DateOrder | null,
): Guess {
  const reasons: string[] = [];
  const asks: Ask[] = [];
  const folded = headings.map(foldHeading);
  // of members of members, such as `location.lat`
  const last = headings.map((heading) => foldHeading(heading.replace(/^.*\./, '')));
  const tags = hashtags?.map(foldHeading) ?? [];
  const columns: Mapping['columns'] = {};
  const taken = new Set<number>();
  for (const field of fieldNames) {
    const words: readonly string[] = fields[field];
    // low and high of what is known where there is a best between them
    if ((field === 'killedLow' || field === 'killedHigh') && !folded.includes('best')) continue;
    const isCoordinate = field === 'latitude' || field === 'longitude';
    const rank = (i: number): number => {
      const ranks = [
        words.indexOf(folded[i]!),
        words.indexOf(tags[i] ?? ''),
        isCoordinate ? words.indexOf(last[i]!) : -1,
        arabicRank(field, headings[i]!),
      ].filter((at) => at >= 0);
      return ranks.length > 0 ? Math.min(...ranks) : Infinity;
    };
    const best = headings
      .map((_, i) => i)
      .filter((i) => !taken.has(i) && rank(i) < Infinity)
      .sort((a, b) => rank(a) - rank(b))[0];
    if (best === undefined) continue;
    taken.add(best);
    columns[field] = { column: headings[best]! };
    reasons.push(`${field}: “${headings[best]!}”${tags[best] && words.includes(tags[best]) ? `, tagged ${hashtags![best]!.trim()}` : ''}`);
  }
  const people = guessPeople(columns, { headings, hashtags }, rows, reasons);
  // whose table says how a place is held names the holder
  const recognised = known.find(
    ([, , needed]) => needed.every((heading) => folded.includes(heading)) && !(columns.status && needed.includes('faction')),
  );
  if (recognised) reasons.unshift(`it has the headings of ${recognised[0]}`);
  const table = recognised?.[1] ?? kindOf(columns, people !== null, reasons);
  addSecondUses({ columns, headings, rows, table, isOfGeoConfirmed: recognised?.[0].includes('GeoConfirmed') === true }, reasons);
  const [place, area] = [columns.place, columns.area].map((from) => (from && 'column' in from ? from.column : null));
  const reasonAt = (field: Field): number => reasons.findIndex((reason) => reason.startsWith(`${field}: “`));
  if (place && area) reasons[reasonAt('area')] += `, where “${place}” is empty`;
  for (const field of fieldNames) if (reasonAt(field) >= 0 && !fieldsOf(table).includes(field)) reasons.splice(reasonAt(field), 1);
  if (!table) asks.push({ about: 'table', why: 'its headings do not say what it is about' });
  if (people) asks.push(people);
  const repeated = headings.filter((heading, i) => headings.indexOf(heading) !== i);
  if (repeated.length > 0) asks.push({ about: 'headings', why: `“${repeated[0]}” stands twice` });
  if (!order) askOrder(columnsOf(columns, headings, ['date', 'dateEnd', 'published']), rows, asks);
  if (table === 'figures') reasons.push('measure: stock, as of the date; --measure says otherwise');
  const isGed = columns.event && 'column' in columns.event && foldHeading(columns.event.column) === 'typeofviolence';
  if (isGed) reasons.push('events 1 and 2 are clashes, 3 is violence of one side');
  const mapping: Mapping = {
    version: 1,
    table,
    columns,
    dateOrder: order,
    measure: table === 'figures' ? 'stock' : null,
    counts: 'people',
    statuses: {},
    events: isGed ? gedEvents : {},
  };
  return { mapping, reasons, asks };
}

/** `isAsked`: it has several numbers of people. */
function kindOf(columns: Mapping['columns'], isAsked: boolean, reasons: string[]): TableKind | null {
  const people = isAsked || columns.people;
  const [kind, why] =
    columns.from && people
      ? (['flows', 'it has an origin and a number of people'] as const)
      : columns.event
        ? (['events', 'it has a kind of event'] as const)
        : columns.party && columns.date
          ? (['control', 'it has a party, and no kind of event'] as const)
          : people
            ? (['figures', 'it has a number of people, and no origin'] as const)
            : ([null, ''] as const);
  if (kind) reasons.unshift(`a table of ${kind}: ${why}`);
  return kind;
}

/** Indexes of the columns of some fields. */
export function columnsOf(columns: Mapping['columns'], headings: readonly string[], wanted: readonly Field[]): number[] {
  return wanted.flatMap((field) => {
    const found = columns[field];
    return found && 'column' in found ? [headings.indexOf(found.column)] : [];
  });
}

/** Asks a person for the order of day and month, in columns `at`, where some date can be read in both ways; what others prove is told, and decides nothing: it may be a slip. */
export function askOrder(at: readonly number[], rows: readonly (readonly string[])[], asks: Ask[]): void {
  const cells = rows.flatMap((row) => at.flatMap((i) => (row[i] ?? '').split(';')));
  const open = cells.filter((cell) => 'asks' in readDate(cell, null));
  if (open.length === 0) return;
  const proofs = dateOrders.flatMap((order) => {
    const proving = cells.filter(
      (cell) => 'day' in readDate(cell, null) && dateOrders.some((other) => other !== order && 'why' in readDate(cell, other)),
    );
    return proving.length > 0 ? [`${proving.length} that can only be ${order}, such as “${proving[0]!}”`] : [];
  });
  const known = proofs.length > 0 ? ` (others: ${proofs.join(', and ')})` : '';
  asks.push({ about: 'dates', why: `“${open[0]!}” can be read in both ways${known}` });
}
