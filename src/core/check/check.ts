import { featuresOf } from './claims';
import { ClaimCheck, type ClaimTaker } from './claim-check';
import { checkLabels, knownOf, readHead } from './head';
import { DossierReader } from './reader';
import { parseJson } from './schema';
import { claimFiles, dossierFiles } from '../claim-schema';
import type { ClaimPiece } from '../claims/claims';
import { CsvTable } from '../table/csv-table';
import { readGazetteer, type Gazetteer } from '../gazetteer/gazetteer';
import { nearest } from '../gazetteer/suggest';
import { pointer, type Issue } from '../issue';
import type { Dossier } from '../model';

/** What a folder of files gives: a dossier of what could be read, and everything that is wrong with the rest. */
export interface Checked {
  /** Null where dossier.json or sources.json cannot be read. */
  readonly dossier: Dossier | null;
  readonly issues: readonly Issue[];
}

/**
 * Checks a dossier's text files, by name, against the schemas, the gazetteer and one another. Never throws for bad data: what is
 * at fault is left out of the dossier and named in the issues, in the order of files and claims.
 */
export function checkDossier(files: ReadonlyMap<string, string>, gazetteer: Gazetteer): Checked {
  const issues: Issue[] = [];
  checkNames(files.keys(), issues);
  const { reader, check } = openDossier(files, gazetteer, issues);
  const pieces: ClaimPiece[] = [];
  for (const name of [...Object.keys(claimFiles), 'claims.csv']) {
    const text = files.get(name);
    if (text !== undefined) for (const _ of readClaims(check, name, text)) if (reader) pieces.push(reader.piece());
  }
  check.end();
  return { dossier: reader?.dossier([...pieces, reader.piece()]).dossier ?? null, issues };
}

/** One issue for each file that no dossier has. */
export function checkNames(names: Iterable<string>, issues: Issue[]): void {
  for (const name of names)
    if (!(dossierFiles as readonly string[]).includes(name))
      issues.push({
        file: name,
        at: '',
        id: null,
        code: 'file',
        found: name,
        expected: `one of ${dossierFiles.join(', ')}`,
        mend: slipOf(name) ?? 'rename the file, or take it out of the folder',
      });
}

/** The file that may be meant. */
function slipOf(name: string): string | null {
  const near = nearest(name, dossierFiles);
  return near === null ? null : `did you mean ${near}?`;
}

/** Whatever reads a dossier's claims. */
export interface Opened {
  /** Keeps the claims; null, with issues, where nothing can be kept without dossier.json and sources.json. */
  readonly reader: DossierReader | null;
  /** Takes the claims, and says what is wrong with them: the reader, where there is one. */
  readonly check: ClaimTaker & Pick<DossierReader, 'end'>;
}

/** Reads what stands before the claims: dossier.json, sources.json, places.geojson. */
export function openDossier(files: ReadonlyMap<string, string>, gazetteer: Gazetteer, issues: Issue[]): Opened {
  const read = readHead(files, issues);
  const text = files.get('places.geojson');
  const own = text === undefined ? { places: [], issues: [] } : readGazetteer(text, 'places.geojson');
  issues.push(...own.issues);
  const known = knownOf(read, gazetteer, own);
  checkLabels(read, known, issues);
  const reader = read.head && new DossierReader(read.head, known, issues);
  return { reader, check: reader ?? new ClaimCheck(known, read.labels, issues, null) };
}

/** How many features, or characters of a table, are read in a step. */
const STEP = { features: 256, characters: 65_536 };

/** Reads a text file of claims in steps of some milliseconds; what is yielded is the share done. */
export function* readClaims(reader: ClaimTaker, file: string, text: string): Generator<number> {
  if (!Object.hasOwn(claimFiles, file)) {
    const table = new CsvTable(reader, file);
    for (let at = 0; at < text.length; at += STEP.characters) {
      table.push(text.slice(at, at + STEP.characters));
      yield at / text.length;
    }
    table.end();
    return;
  }
  const kind = claimFiles[file as keyof typeof claimFiles];
  const value = parseJson(text, file, reader.issues);
  const features = value === undefined ? null : featuresOf(file, value, reader.issues);
  if (!features) return reader.lose();
  for (let i = 0; i < features.length; i++) {
    reader.add(file, kind, { feature: features[i], locate: (at) => pointer('features', i) + at });
    if (i % STEP.features === STEP.features - 1) yield i / features.length;
  }
}
