import type { DateOrder } from '../../core/import/dates';
import type { Ask } from '../../core/import/ask';
import type { TableKind } from '../../core/import/fields';
import { askOrder, columnsOf, guessMapping, type Mapping } from '../../core/import/mapping';
import type { RowRead, TableHead, TableReading } from '../../core/import/table';
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
}

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
  const { order, measure, mapping, columns } = said;
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
  const chosen = Object.entries(columns ?? {}).map(
    ([field, from]) => `${field}: “${'column' in from ? from.column : from.always}”, as you said`,
  );
  const unread = unreadIn(all, head, sample);
  return {
    head,
    mapping: all,
    reasons: [...head.reasons, ...reasons, ...chosen, ...(unread === null ? [] : [unread])],
    asks,
    sample,
  };
}
