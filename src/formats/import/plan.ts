import type { DateOrder } from '../../core/import/dates';
import type { Ask } from '../../core/import/ask';
import { foldHeading, type TableKind } from '../../core/import/fields';
import { askOrder, columnsOf, guessMapping, type Mapping } from '../../core/import/mapping';
import { meaningOf, wordKey, type WordsOf } from '../../core/import/meanings';
import { NoTable, type RowRead, type TableHead, type TableReading } from '../../core/import/table';
import { unreadIn } from '../../core/import/unread';
import { keptFor, type Choices } from './choices';

/** How a table is going to be read: guessed from its head and first rows, kept from the last time, or as a person said. */

/** What a person said. */
export interface Said {
  readonly table?: TableKind | null;
  readonly order?: DateOrder | null;
  readonly measure?: Mapping['measure'];
  /** Which column is what; else the one that is kept, else a guess. */
  readonly mapping?: Mapping | undefined;
  /** Columns that are something else than that says. */
  readonly columns?: Mapping['columns'] | undefined;
  /** What words mean. */
  readonly meant?: readonly Meant[] | undefined;
}

/** What a status or an event means: a word of `wordsFor`. */
export type Meant = readonly [about: WordsOf, text: string, word: string];

export interface Plan {
  readonly head: TableHead;
  readonly mapping: Mapping;
  readonly reasons: readonly string[];
  /** Where there are some, the table cannot be read yet. */
  readonly asks: readonly Ask[];
  /** The first rows. */
  readonly sample: readonly (readonly string[])[];
}

/** How many rows a guess is made from. */
const SAMPLE = 2000;

/** Reads the beginning of a table. Throws NoTable. */
export async function planOf(table: TableReading, choices: Choices, said: Said): Promise<Plan> {
  const { head, rows } = table;
  const { order, measure, mapping } = said;
  const columns = columnsIn(head.headings, said.columns ?? {});
  const sample: (readonly string[])[] = [];
  for await (const piece of rows) {
    sample.push(...piece.filter((row) => !row.fault).map((row: RowRead) => row.cells));
    if (sample.length >= SAMPLE) break;
  }
  const guess = guessMapping(head.headings, head.hashtags, sample, order ?? null);
  const kept = keptFor(choices, head.headings);
  const base = mapping ?? kept ?? guess.mapping;
  const reasons = mapping
    ? ['what each column is, as you said']
    : kept
      ? ['what each column is was said before for these headings']
      : guess.reasons;
  const all: Mapping = {
    ...base,
    columns: { ...base.columns, ...columns },
    statuses: { ...base.statuses, ...meaningsOf('status', said.meant) },
    events: { ...base.events, ...meaningsOf('event', said.meant) },
    table: said.table ?? base.table,
    dateOrder: order ?? base.dateOrder ?? guess.mapping.dateOrder,
    measure: measure ?? base.measure,
  };
  // what is to be said hangs on the columns that are used, which need not be those that were guessed
  const isOpen = {
    dates: false,
    table: all.table === null,
    people: !all.columns.people && all.table !== 'control' && all.table !== 'events',
  };
  const asks: Ask[] = guess.asks.filter(({ about }) => !Object.hasOwn(isOpen, about) || isOpen[about as keyof typeof isOpen]);
  if (all.table === null && guess.mapping.table !== null) asks.push({ about: 'table', why: 'the mapping does not say what it is about' });
  if (all.dateOrder === null) askOrder(columnsOf(all.columns, head.headings, ['date', 'dateEnd', 'published']), sample, asks);
  const chosen = Object.entries(columns).map(([field, from]) => `${field}: “${'column' in from ? from.column : from.always}”, as you said`);
  const unread = unreadIn(all, head, sample);
  return {
    head,
    mapping: all,
    reasons: [...head.reasons, ...reasons, ...chosen, ...(unread === null ? [] : [unread])],
    asks,
    sample,
  };
}

/** Columns by the table's own headings. Throws NoTable where it has none of that name. */
function columnsIn(headings: readonly string[], said: Mapping['columns']): Mapping['columns'] {
  return Object.fromEntries(
    Object.entries(said).map(([field, from]) => {
      if (!('column' in from)) return [field, from];
      const column =
        headings.find((heading) => heading === from.column) ?? headings.find((each) => foldHeading(each) === foldHeading(from.column));
      if (column === undefined)
        throw new NoTable(`it has no column “${from.column}”, but ${headings.map((each) => `“${each}”`).join(', ')}`);
      return [field, { column }];
    }),
  );
}

function meaningsOf(about: WordsOf, meant: readonly Meant[] = []): Record<string, string> {
  return Object.fromEntries(
    meant.flatMap(([of, text, word]) => {
      const meaning = of === about ? meaningOf(about, word) : null;
      return meaning === null ? [] : [[wordKey(text), meaning]];
    }),
  );
}
