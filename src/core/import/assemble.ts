import { benefitsFrom } from '../check/references';
import type { SchemaName } from '../claim-schema';
import type { Claim, Report } from '../model';
import { claimMembers, tableColumns } from '../table/form';
import type { Draft } from './draft';
import type { TableKind } from './fields';
import { slugOf, type Namer } from './naming';
import type { RowRead } from './table';

/** Claims of drafts: with an id, the day of recording, and a report for each who says so, anchored in the row. */

const kindsOf: Readonly<Record<TableKind, readonly SchemaName[]>> = {
  control: ['control'],
  events: ['control', 'incident'],
  flows: ['flow'],
  figures: ['figure'],
};

/** The columns that claims of a kind of table can need. */
export function columnsOfTable(table: TableKind): string[] {
  const own = new Set(kindsOf[table].flatMap((name) => [...claimMembers[name].keys()]));
  return [...tableColumns].flatMap(([name, { of, path }]) =>
    of === 'report' || ['id', 'kind', 'displacement'].includes(name) || own.has(path[0]) ? [name] : [],
  );
}

export interface Origin {
  /** Id of the table as a source. */
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly recorded: string;
}

/** The claim of a row. `sha256`: of the row's text. */
export function claimOf(draft: Draft, row: RowRead, sha256: string, { source, recorded }: Origin, namer: Namer): Claim {
  const anchor = { paragraph: row.number, start: row.start, end: row.end, sha256 };
  const base = {
    source,
    mode: 'asserts',
    ...(draft.published && { published: draft.published }),
    anchor,
    ...(draft.note && { note: draft.note }),
  } as const;
  const reports: Report[] =
    draft.speakers.length === 0 ? [base] : [...new Set(draft.speakers.map((text) => namer.speaker(text)))].map((by) => ({ ...base, by }));
  const own = slugOf(draft.id);
  const claim = { id: `${source}-${own || `row-${row.number}`}`, geometry: null, ...draft.claim, recorded, reports } as unknown as Claim;
  // whoever gains by it cannot simply assert it
  return {
    ...claim,
    reports: reports.map((report) => (benefitsFrom(claim, report, namer.known) ? { ...report, mode: 'claims' } : report)),
  };
}
