import type { Rejected } from '../../core/import/draft';
import type { TableReading } from '../../core/import/table';
import type { Issue } from '../../core/issue';
import type { Dossier } from '../../core/model';
import type { DossierFile } from '../dossier-file';
import { readingDossier } from '../read-dossier';
import { CannotImport, type About } from './additions';
import type { Choices } from './choices';
import { hashOfFile } from './hash';
import type { Outcome } from './outcome';
import type { Plan } from './plan';
import { stage, type Staged } from './stage';
import { fileOf, type Workplace } from './workplace';

/** Brings a table into a dossier: its rows read and resolved, and the dossier checked as it would be. Nothing is written here. */

export interface Bringing {
  readonly dossier: Dossier;
  readonly plan: Plan;
  /** Begins to read the table, anew each time. */
  readonly open: (file: DossierFile) => Promise<TableReading>;
  readonly choices: Choices;
  /** Id of the table as a source. */
  readonly source: string;
  /** The claims' day of recording, YYYY-MM-DD. */
  readonly recorded: string;
  readonly about: About;
}

export interface Brought<Made> {
  readonly outcome: Outcome;
  /** What the dossier's folder is to hold, by path, in the order of writing: what a file names is there before it. Empty while something is to be asked. */
  readonly files: ReadonlyMap<string, string | Made>;
}

/** How often a dossier is checked anew without the rows of which the check said something. */
const CHECKS = 3;

/** Throws CannotImport, and what the workplace throws. */
export async function bringIn<Made extends DossierFile>(bringing: Bringing, place: Workplace<Made>): Promise<Brought<Made>> {
  if (bringing.plan.asks.length > 0) return { outcome: nothingRead(bringing.plan), files: new Map() };
  const hash = await hashOfFile(place.table);
  const faulty = new Map<number, Rejected>();
  for (let check = 0; ; check++) {
    const staged = await stage(bringing, hash, place, faulty);
    for (const [row, why] of staged.twice) faulty.set(row, why);
    if (staged.twice.size > 0) continue;
    if (staged.outcome.asks.length > 0) return { outcome: staged.outcome, files: new Map() };
    const rows = rowsAtFault(await issuesOf(staged, place), staged);
    if (rows.size === 0) return staged;
    const [row, why] = [...rows][0]!;
    if (check === CHECKS) throw new CannotImport(`Nothing was written: row ${row}: ${why}`);
    for (const [row, why] of rows) faulty.set(row, { code: 'check', why });
  }
}

/** Reasons by the table's rows. Throws where the fault is in none of them. */
function rowsAtFault(issues: readonly Issue[], { rowAt }: Staged<unknown>): ReadonlyMap<number, string> {
  const rows = new Map<number, string>();
  for (const { file, at, code, found, expected, mend } of issues) {
    const row = file === 'claims.csv' ? rowAt(Number(/^row (\d+)/.exec(at)?.[1])) : null;
    if (row === null)
      throw new CannotImport(
        `The dossier would not be sound, so nothing was written: ${file} ${at}: found ${found}, expected ${expected}; ${mend}`,
      );
    rows.set(row, `${code}: found ${found}, expected ${expected}`);
  }
  return rows;
}

/** What is wrong with the dossier as it would be; its claims are not kept. */
async function issuesOf(
  { files, outcome }: Staged<DossierFile>,
  { files: before, packaged, progress }: Workplace<DossierFile>,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  const changed = [...files].flatMap(([name, content]) =>
    name.includes('/') ? [] : [typeof content === 'string' ? fileOf(name, content) : content],
  );
  const names = new Set(changed.map(({ name }) => name));
  const all = [...before.filter(({ name }) => !names.has(name)), ...changed];
  for await (const { reader, done } of readingDossier(all, packaged, issues)) {
    reader?.piece();
    progress({ doing: 'checking', done, rows: outcome.read });
  }
  return issues;
}

/** What there is to say of a table before any of its rows is read. */
export function nothingRead({ reasons, asks }: Plan): Outcome {
  const added = { source: null, parties: [], speakers: [], places: 0 };
  return { reasons, asks, read: 0, accepted: 0, rejected: 0, rejects: [], open: [], guessed: [], words: [], added, outside: 0, later: 0 };
}
