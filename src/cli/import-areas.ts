import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DateOrder } from '../core/import/dates';
import type { TableKind } from '../core/import/fields';
import { NoTable } from '../core/import/table';
import type { Dossier, Place } from '../core/model';
import { areaPlaces } from '../formats/import/area-places';
import { areaTables, type AreaTable } from '../formats/import/area-tables';
import { areasIn, BEGINNING, mayBeOfAreas } from '../formats/import/areas-in';
import { withAllChosen, type Choices } from '../formats/import/choices';
import type { AreaFile } from '../formats/rows/area-files';
import { packagedGazetteer, readDossier, readPackaged } from './dossier';
import { answersTo, nothingAnswered, withMore, type Answers, type Question } from './import-questions';
import { Misuse } from './misuse';

/** Which of the files that are named are of areas, read from the disk with the places that they are asked for. */

export interface AreaOptions {
  readonly into: string;
  readonly choices: Choices;
  readonly table: TableKind | null;
  readonly order: DateOrder | null;
  readonly day?: string | undefined;
  readonly publisher?: string | undefined;
  readonly places?: string | undefined;
}

/** The tables of those files that are of areas, by path, in the order of their days, and what a person answered before. Throws Misuse where one cannot be read. */
export async function askedAreaTables(
  files: readonly string[],
  options: AreaOptions,
  question: Question | null,
): Promise<{ readonly tables: ReadonlyMap<string, AreaTable>; readonly answers: Answers }> {
  const asked = new Set<string>();
  for (let answers = nothingAnswered; ;) {
    const { order = options.order, publisher = options.publisher, day = options.day, chosen } = answers;
    const choices = withAllChosen(options.choices, chosen);
    const tables = await readAreaTables(files, { ...options, order, publisher, day, choices });
    // a day is of one file
    const asks = [...tables.values()].flatMap((each) => each.asks).filter(({ about }) => about !== 'day' || tables.size === 1);
    const more = question ? await answersTo({ asks, open: [], words: [] }, question, asked) : null;
    if (!more) return { tables, answers };
    answers = withMore(answers, more);
  }
}

async function readAreaTables(files: readonly string[], options: AreaOptions): Promise<ReadonlyMap<string, AreaTable>> {
  const { into, table, places, ...said } = options;
  if (table !== null && table !== 'control') return new Map();
  const pictures = files.flatMap((path) => {
    const read = areasAt(path);
    return read ? [{ path, name: basename(path), read }] : [];
  });
  if (said.day !== undefined && pictures.length > 1)
    throw new Misuse('--day is of one file: put the days of several into their names, or bring them in one by one.');
  const packaged = packagedGazetteer();
  const { dossier } = pictures.length > 0 ? await readDossier(into, packaged) : { dossier: null };
  // of one that cannot be read whoever brings tables in says so
  if (!dossier) return new Map();
  return areaTables(pictures, { ...said, dossier, places: placesOf(into, dossier, places), packaged: packaged.places });
}

/** The areas of a file on the disk. Throws Misuse where it is of areas that cannot be read. */
function areasAt(file: string): AreaFile | null {
  if (!mayBeOfAreas(beginningOf(file))) return null;
  try {
    return areasIn(readFileSync(file));
  } catch (error) {
    if (!(error instanceof NoTable)) throw error;
    throw new Misuse(`${file} cannot be read as areas: ${error.message}.`);
  }
}

function beginningOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(BEGINNING);
    return bytes.subarray(0, readSync(file, bytes)).toString('latin1');
  } finally {
    closeSync(file);
  }
}

/** The dossier's places, also those that no claim names yet, the packaged ones, and with `levant` those of the larger gazetteer. */
function placesOf(folder: string, dossier: Dossier, wanted: string | undefined): Place[] {
  if (wanted !== undefined && wanted !== 'levant') throw new Misuse(`--places ${wanted} is not levant, the larger gazetteer.`);
  const path = join(folder, 'places.geojson');
  const own = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const large = wanted === 'levant' ? readPackaged('levant.geojson').places : [];
  return areaPlaces(own, dossier, [...packagedGazetteer().places.values(), ...large]);
}
