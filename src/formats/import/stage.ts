import { intervalOf } from '../../core/edtf';
import { gazetteerOf } from '../../core/gazetteer/gazetteer';
import { claimOf, columnsOfTable } from '../../core/import/assemble';
import { RowReader } from '../../core/import/claims-of-rows';
import { levelsIn } from '../../core/import/levels';
import { Namer } from '../../core/import/naming';
import { keyOf, PlaceResolver } from '../../core/import/places';
import type { RowRead } from '../../core/import/table';
import type { Rejected } from '../../core/import/draft';
import type { Claim, Place } from '../../core/model';
import { dayOf } from '../../core/time';
import { CsvReader } from '../../core/table/csv-reader';
import { textOf, type DossierFile } from '../dossier-file';
import { cellTextOf, rowsOf } from '../table';
import { withPeople, withPlaces, withSource } from './additions';
import type { Bringing, Brought } from './bring-in';
import { signatureOf } from './choices';
import type { CandidatePlace, Outcome } from './outcome';
import { Rejects } from './rejects';
import { hashOfText } from './hash';
import { Twice } from './twice';
import type { Workplace } from './workplace';

/** The dossier as it would be with a table's rows. */

export interface Staged<Made> extends Brought<Made> {
  /** The number in the table of a row of the new claims.csv; null for those that were there. */
  readonly rowAt: (row: number) => number | null;
  /** Rows that were accepted, and cannot be beside one another. */
  readonly twice: ReadonlyMap<number, Rejected>;
}

/** `hash`: SHA-256 of the table. `faulty`: rows that are not to be accepted, with why. */
export async function stage<Made extends DossierFile>(
  bringing: Bringing,
  hash: string,
  place: Workplace<Made>,
  faulty: ReadonlyMap<number, Rejected>,
): Promise<Staged<Made>> {
  const { dossier, plan, source, recorded, about } = bringing;
  const { head, mapping } = plan;
  const { table, packaged, larger, progress } = place;
  const before = async (name: string): Promise<string | null> => {
    const file = place.files.find((each) => each.name === name);
    return file ? await textOf(file) : null;
  };
  const resolver = new PlaceResolver(
    [gazetteerOf([...dossier.places.values()]), packaged, larger.gazetteer],
    new Map(Object.entries(bringing.choices.places)),
  );
  const namer = new Namer(dossier, packaged.places, new Map(Object.entries(bringing.choices.names)));
  const reader = new RowReader(mapping, head, resolver, namer);

  const claims = place.begin('claims.csv');
  const rejects = new Rejects(place.begin(`import/${table.name}.rejects.csv`), head.headings);
  const { columns, rows: old } = await copyClaims(
    place.files.find(({ name }) => name === 'claims.csv'),
    [...columnsOfTable(mapping.table!), ...levelsIn(head.headings, head.hashtags).keys()],
    claims.row.bind(claims),
  );
  const twice = new Twice();
  const published = dossier.sources.get(source)?.published ?? about.published;
  const rowNumbers: number[] = [];
  const ids = new Set<string>();
  let [read, accepted, outside, later] = [0, 0, 0, 0];
  const lastDay = dayOf(dossier.span.end - 1, dossier.timeZone);
  /** A row's claim, or why it is none. */
  const take = (row: RowRead): { readonly claim: Claim } | Rejected => {
    if (row.fault) return { code: 'csv', why: row.fault };
    if (row.cells.length > head.headings.length)
      return { code: 'csv', why: `${row.cells.length} cells, where there are ${head.headings.length} headings` };
    const fault = faulty.get(row.number);
    if (fault !== undefined) return fault;
    const draft = reader.read(row);
    if ('code' in draft) return draft;
    const hash = hashOfText(row.text);
    const claim = claimOf(draft, row, hash, { source, recorded }, namer);
    if (ids.has(claim.id)) return { code: 'duplicate', why: `another row has the same id, ${draft.id}` };
    if (dossier.claims.get(claim.id)) return { code: 'duplicate', why: `the dossier has ${claim.id} already` };
    const isLater = draft.published !== null && published !== undefined && comesAfter(draft.published, published, dossier.timeZone);
    if (isLater) return { code: 'published', why: `it was published on ${draft.published}, and the table before that, on ${published}` };
    return tooEarly(claim, draft.published ?? published, dossier.timeZone) ?? twice.take(claim, row, hash) ?? { claim };
  };
  const counted = { share: 0 };
  const { rows } = await bringing.open(countedFile(table, counted));
  for await (const piece of rows) {
    for (const row of piece) {
      read++;
      const taken = take(row);
      if ('code' in taken) {
        rejects.add(row, taken);
        continue;
      }
      const { claim } = taken;
      ids.add(claim.id);
      accepted++;
      const { start, end } = intervalOf(claim.happened, dossier.timeZone);
      if (start >= dossier.span.end || end <= dossier.span.start) outside++;
      if ((claim.reports[0]!.published ?? about.published ?? '') > lastDay) later++;
      for (const cells of rowsOf(claim)) {
        claims.row(columns.map((name) => cellTextOf(cells.get(name))));
        rowNumbers.push(row.number);
      }
    }
    progress({ doing: 'reading', done: counted.share, rows: read });
  }
  const [claimsMade, rejectsMade] = [claims.end(), rejects.end()];

  const asks = [...plan.asks];
  const { sources, isNew, earlier } = withSource(
    (await before('sources.json'))!,
    { id: source, file: table.name, sha256: hash },
    about,
    asks,
  );
  const headText = withPeople((await before('dossier.json'))!, namer);
  const own = withPlaces(await before('places.geojson'), namer.added, larger.text, `${table.name} (${source})`);
  const mappings = { ...bringing.choices.mappings, [signatureOf(head.headings)]: mapping };
  const { added } = namer;
  const outcome: Outcome = {
    reasons: [
      ...plan.reasons,
      ...(earlier === null ? [] : [`a later version of ${earlier}: what both say without naming anybody is one origin, and no second one`]),
    ],
    asks,
    read,
    accepted,
    rejected: rejects.count,
    rejects: rejects.byKind(),
    ...openIn(reader),
    added: {
      source: isNew ? source : null,
      parties: [...added.parties.values()].map(({ id, name, initials }) => ({ id, name: name.en, initials })),
      speakers: [...added.speakers.values()].map(({ id, name, party }) => ({ id, name: name.en, party: party ?? null })),
      places: added.taken.size + added.made.size,
    },
    outside,
    later,
  };
  const files = new Map<string, string | Made>([
    ...(own && accepted > 0 ? [['places.geojson', own] as const] : []),
    ...(headText && accepted > 0 ? [['dossier.json', headText] as const] : []),
    ...(isNew && accepted > 0 ? [['sources.json', sources] as const] : []),
    ...(rejects.count > 0 ? [[`import/${table.name}.rejects.csv`, rejectsMade] as const] : []),
    ['import/choices.json', `${JSON.stringify({ ...bringing.choices, mappings }, null, 2)}\n`],
    ...(accepted > 0 ? [['claims.csv', claimsMade] as const] : []),
  ]);
  return { outcome, files, rowAt: (row) => rowNumbers[row - old - 2] ?? null, twice: twice.found };
}

/** Why a claim cannot be in what was published by then; null where it can. A forecast is of later than its publication. */
function tooEarly(claim: Claim, published: string | undefined, timeZone: string): Rejected | null {
  const isForecast = claim.kind === 'displacement' && claim.displacement === 'figure' && ['forecast', 'at-risk'].includes(claim.measure);
  if (published === undefined || isForecast) return null;
  if (!comesAfter(claim.happened, published, timeZone)) return null;
  return { code: 'early', why: `it is of ${claim.happened}, and was published on ${published}, before that: correct one of the days` };
}

/** Whether a day begins only after the end of another. */
function comesAfter(day: string, other: string, timeZone: string): boolean {
  return intervalOf(day, timeZone).start >= intervalOf(other, timeZone).end;
}

/** Writes the claims that a table has, with the columns that are wanted too; gives the columns, and how many rows there are below them. */
async function copyClaims(
  file: DossierFile | undefined,
  wanted: readonly string[],
  write: (cells: readonly string[]) => void,
): Promise<{ readonly columns: readonly string[]; readonly rows: number }> {
  let columns: readonly string[] | null = null;
  let rows = 0;
  const csv = new CsvReader();
  const take = (read: ReturnType<CsvReader['push']>): void => {
    for (const row of read) {
      if (!('cells' in row)) continue;
      if (columns) rows++;
      columns ??= [...row.cells, ...wanted.filter((name) => !row.cells.includes(name))];
      write(rows === 0 ? columns : columns.map((_, i) => row.cells[i] ?? ''));
    }
  };
  const decoder = new TextDecoder();
  if (file) for await (const piece of file.bytes()) take(csv.push(decoder.decode(piece, { stream: true })));
  take(csv.end());
  if (!columns) write(wanted);
  return { columns: columns ?? wanted, rows };
}

/** The file, which says in `counted` how much of it was read. */
function countedFile(file: DossierFile, counted: { share: number }): DossierFile {
  return {
    ...file,
    async *bytes() {
      let read = 0;
      for await (const piece of file.bytes()) {
        read += piece.length;
        counted.share = read / (file.size ?? Infinity);
        yield piece;
      }
    },
  };
}

function openIn({ open, guessed, words }: RowReader): Pick<Outcome, 'open' | 'guessed' | 'words'> {
  return {
    words: [...words.values()].sort((a, b) => b.count - a.count).map(({ about, text, count }) => ({ about, text, rows: count })),
    open: [...open.values()]
      .sort((a, b) => b.count - a.count)
      .map(({ said, resolved, count }) => ({
        text: said.name || (said.pcode ?? ''),
        key: keyOf(said),
        rows: count,
        why: resolved.why,
        candidates: resolved.candidates.map(candidateOf),
      })),
    guessed: [...guessed.values()].map(({ said, resolved, count }) => ({
      text: said.name || (said.pcode ?? ''),
      key: keyOf(said),
      rows: count,
      ...(resolved.is === 'guessed'
        ? { place: resolved.place.id, title: resolved.place.title, why: resolved.why }
        : { place: null, title: null, why: `a new place at ${said.point!.join(', ')}; no gazetteer has it` }),
    })),
  };
}

/** What a person is shown of a place to choose it. */
export function candidateOf({ id, title, titleAr, kind, point }: Place): CandidatePlace {
  return { id, title, titleAr, kind, point };
}
