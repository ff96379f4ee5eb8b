import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { intervalOf } from '../core/edtf';
import { gazetteerOf } from '../core/gazetteer/gazetteer';
import { claimOf, columnsOfTable } from '../core/import/assemble';
import { RowReader } from '../core/import/claims-of-rows';
import type { Mapping } from '../core/import/mapping';
import { Namer, slugOf } from '../core/import/naming';
import { PlaceResolver, type Said } from '../core/import/places';
import type { RowRead, TableHead, TableReading } from '../core/import/table';
import type { Dossier } from '../core/model';
import { guarded } from '../core/table/formula';
import { cellTextOf, rowsOf } from '../formats/table';
import { packagedGazetteer, readDossier, readPackaged } from './dossier';
import type { Choices } from './import-choices';
import { CsvFile, existingTable, hashOfFile, put, today, withPeople, withSource } from './import-files';
import { placeFeatures } from './import-places';

/** Brings the rows of one table into a dossier: read, resolved, checked as the dossier would have them, then written whole or not at all. */

export interface Bringing {
  readonly file: string;
  readonly folder: string;
  readonly dossier: Dossier;
  readonly open: () => Promise<TableReading>;
  readonly head: TableHead;
  readonly mapping: Mapping;
  readonly choices: Choices;
  readonly yes: boolean;
  readonly source?: string | undefined;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  readonly recorded?: string | undefined;
}

export interface Outcome {
  readonly written: boolean;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** By reason, with how many rows, the most first. */
  readonly reasonsOfRejects: readonly string[];
  /** Places that a person has to choose. */
  readonly open: readonly string[];
  readonly guessed: readonly string[];
  /** What the dossier is given beside the claims. */
  readonly added: readonly string[];
  readonly asks: readonly string[];
  /** Written, from the dossier's folder on. */
  readonly files: readonly string[];
}

/** How often a dossier is checked anew without the rows of which the check said something. */
const CHECKS = 3;

export async function bringIn(bringing: Bringing): Promise<Outcome> {
  const staging = mkdtempSync(join(tmpdir(), 'claimline-import-'));
  try {
    const faulty = new Map<string, string>();
    for (let check = 0; ; check++) {
      const staged = await stage(bringing, staging, faulty);
      if (staged.asks.length > 0) return staged.outcome(false);
      const { issues } = await readDossier(staging, packagedGazetteer());
      const rows = issues.flatMap((issue) => {
        const row = issue.file === 'claims.csv' ? staged.rowAt(Number(/^row (\d+)/.exec(issue.at)?.[1])) : null;
        return row ? [[row, `${issue.code}: found ${issue.found}, expected ${issue.expected}`] as const] : [];
      });
      if (rows.length < issues.length) {
        const other = issues.find(({ file, at }) => file !== 'claims.csv' || !staged.rowAt(Number(/^row (\d+)/.exec(at)?.[1])))!;
        throw new Error(
          `The dossier would not be sound, so nothing was written: ${other.file} ${other.at}: found ${other.found}, expected ${other.expected}; ${other.mend}`,
        );
      }
      if (rows.length === 0) {
        if (bringing.yes) staged.commit();
        return staged.outcome(bringing.yes);
      }
      if (check === CHECKS) throw new Error(`Nothing was written: row ${rows[0]![0]}: ${rows[0]![1]}`);
      for (const [row, why] of rows) faulty.set(row, why);
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

interface Staged {
  readonly asks: readonly string[];
  /** The number in the table of a row of the new claims.csv; null for those that were there. */
  readonly rowAt: (row: number) => string | null;
  readonly outcome: (written: boolean) => Outcome;
  readonly commit: () => void;
}

/** Writes the dossier as it would be into a folder. */
async function stage(bringing: Bringing, staging: string, faulty: ReadonlyMap<string, string>): Promise<Staged> {
  const { file, folder, dossier, head, mapping, choices } = bringing;
  const before = (name: string): string | null => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null);
  for (const name of readdirSync(folder))
    if (/\.(geojson|json|csv|parquet)$/.test(name) && name !== 'claims.csv') copyFileSync(join(folder, name), join(staging, name));
  const sourceId = bringing.source ?? (slugOf(basename(file).replace(/\.[^.]*$/, '')) || 'table');
  const recorded = bringing.recorded ?? today();
  const packaged = packagedGazetteer();
  const levant = gazetteerOf(readPackaged('levant.geojson').places);
  const resolver = new PlaceResolver(
    [gazetteerOf([...dossier.places.values()]), packaged, levant],
    new Map(Object.entries(choices.places)),
  );
  const namer = new Namer(dossier, packaged.places, new Map(Object.entries(choices.names)));
  const reader = new RowReader(mapping, head.headings, resolver, namer);

  const rejectsName = `import/${basename(file)}.rejects.csv`;
  mkdirSync(join(staging, 'import'), { recursive: true });
  const claims = new CsvFile(join(staging, 'claims.csv'));
  const rejects = new CsvFile(join(staging, rejectsName));
  const { columns, rows: old } = existingTable(before('claims.csv'), columnsOfTable(mapping.table!));
  claims.row(columns);
  for (const cells of old) claims.row(columns.map((_, i) => cells[i] ?? ''));
  rejects.row(['row', 'reason', ...head.headings.map(guarded)]);

  const counts = { read: 0, accepted: 0, rejected: 0 };
  let outside = 0;
  const why = new Map<string, { count: number; first: string }>();
  const places: string[] = [];
  const ids = new Set<string>();
  const reject = (row: RowRead, code: string, reason: string): void => {
    counts.rejected++;
    rejects.row([String(row.number), reason, ...row.cells.map(guarded)]);
    const known = why.get(code);
    if (known) known.count++;
    else why.set(code, { count: 1, first: `row ${row.number}: ${reason}` });
  };
  let rows;
  try {
    ({ rows } = await bringing.open());
    for await (const piece of rows)
      for (const row of piece) {
        counts.read++;
        const fault =
          row.fault ??
          (row.cells.length > head.headings.length
            ? `${row.cells.length} cells, where there are ${head.headings.length} headings`
            : faulty.get(String(row.number)));
        if (fault) {
          reject(row, row.fault ? 'csv' : 'check', fault);
          continue;
        }
        const draft = reader.read(row);
        if ('code' in draft) {
          reject(row, draft.code, draft.why);
          continue;
        }
        const claim = claimOf(
          draft,
          row,
          createHash('sha256').update(row.text).digest('hex'),
          { source: sourceId, recorded },
          namer,
          dossier,
        );
        if (ids.has(claim.id) || dossier.claims.get(claim.id)) {
          reject(row, 'duplicate', ids.has(claim.id) ? `another row has the same id, ${draft.id}` : `the dossier has ${claim.id} already`);
          continue;
        }
        ids.add(claim.id);
        counts.accepted++;
        const { start, end } = intervalOf(claim.happened, dossier.timeZone);
        if (start >= dossier.span.end || end <= dossier.span.start) outside++;
        for (const cells of rowsOf(claim)) {
          claims.row(columns.map((name) => cellTextOf(cells.get(name))));
          places.push(String(row.number));
        }
      }
  } finally {
    claims.close();
    rejects.close();
  }

  const asks: string[] = [];
  const { sources, isNew } = withSource(before('sources.json')!, bringing, sourceId, await hashOfFile(file), asks);
  put(staging, 'sources.json', sources);
  const headFile = withPeople(before('dossier.json')!, namer);
  if (headFile) put(staging, 'dossier.json', headFile);
  const own = placeFeatures(before('places.geojson'), namer.added, `${basename(file)} (${sourceId})`);
  if (own) put(staging, 'places.geojson', own);
  if (counts.accepted === 0) rmSync(join(staging, 'claims.csv'));
  put(staging, 'import/choices.json', `${JSON.stringify(choices, null, 2)}\n`);
  const files = [
    ...(own ? ['places.geojson'] : []),
    ...(headFile ? ['dossier.json'] : []),
    ...(isNew ? ['sources.json'] : []),
    ...(counts.rejected > 0 ? [rejectsName] : []),
    'import/choices.json',
    // last: what it names is there by then
    ...(counts.accepted > 0 ? ['claims.csv'] : []),
  ];
  const firstNew = old.length + 2;
  return {
    asks,
    rowAt: (row) => places[row - firstNew] ?? null,
    commit: () => {
      mkdirSync(join(folder, 'import'), { recursive: true });
      for (const name of files) copyFileSync(join(staging, name), join(folder, `${name}.${process.pid}.part`));
      for (const name of files) renameSync(join(folder, `${name}.${process.pid}.part`), join(folder, name));
    },
    outcome: (written): Outcome => ({
      ...counts,
      written,
      asks,
      files: written ? files : [],
      reasonsOfRejects: [...why.values()]
        .sort((a, b) => b.count - a.count)
        .map(({ count, first }) => `${count} ${count === 1 ? 'row' : 'rows'}: ${first}`),
      open: [...reader.open.values()]
        .sort((a, b) => b.count - a.count)
        .map(
          ({ said, resolved, count }) =>
            `${nameOf(said)} (${count}): ${resolved.why}${resolved.candidates.length > 0 ? `; ${resolved.candidates.map(({ id, title, kind }) => `--choose "${said.name}=${id}" (${title}, ${kind})`).join(' or ')}` : ''}`,
        ),
      guessed: [...reader.guessed.values()].map(({ said, resolved, count }) =>
        resolved.is === 'guessed'
          ? `${nameOf(said)} (${count}): ${resolved.place.id}, ${resolved.why}`
          : `${nameOf(said)} (${count}): a new place at ${said.point!.join(', ')}; no gazetteer has it`,
      ),
      added: [
        ...(isNew ? [`source ${sourceId}`] : []),
        ...(outside > 0 ? [`${outside} claims outside the dossier’s span: widen "span" in dossier.json to have them on the slider`] : []),
        ...[...namer.added.parties.values()].map(({ id, name, initials }) => `party ${id}: ${name.en} (${initials})`),
        ...[...namer.added.speakers.values()].map(
          ({ id, name }) => `speaker ${id}: ${name.en}, on nobody’s side; name its party in dossier.json where it has one`,
        ),
        ...(namer.added.taken.size + namer.added.made.size > 0 ? [`${namer.added.taken.size + namer.added.made.size} places`] : []),
      ],
    }),
  };
}

function nameOf({ name, pcode }: Said): string {
  return name === '' ? (pcode ?? 'a row without a place') : `“${name}”`;
}
