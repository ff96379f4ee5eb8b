import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../../../src/core/model';
import { tableAsParquet } from '../../../src/formats/parquet-out';
import { generated, type Generated } from './data';
import { DAYS, dayAt, FIRST_DAY } from './head';

/** A generated dossier as files: head, texts and places as JSON, the claims as a Parquet table. */

/** The files that are text, by name. */
export function textsOf({ head }: Generated): Map<string, string> {
  const { id, title, timeZone, opening, parties, speakers, credits, disclaimer, texts, ranked } = head;
  const dossier = {
    ...{ schemaVersion: 1, id, title, timeZone, opening, credits, disclaimer },
    span: { from: FIRST_DAY, to: dayAt(DAYS - 1) },
    parties: [...parties.values()],
    speakers: [...speakers.values()],
  };
  const places = ranked.map(({ id, title, kind, precisionM, population, geometry }) => ({
    type: 'Feature',
    '@id': `https://example.org/${id}`,
    properties: { id, title, ccodes: ['SY'], fclasses: ['P'], kind, precisionM, coordinatesFrom: 'chance', population },
    geometry,
    names: [{ toponym: title, lang: 'en' }],
  }));
  return new Map([
    ['dossier.json', JSON.stringify(dossier)],
    ['sources.json', JSON.stringify({ schemaVersion: 1, sources: texts })],
    ['places.geojson', JSON.stringify({ type: 'FeatureCollection', features: places })],
  ]);
}

/** The claims as bytes of a Parquet file. */
export function parquetOf({ claims }: Generated): Uint8Array {
  const all: Iterable<Claim> = { [Symbol.iterator]: claims };
  return tableAsParquet(all);
}

/** Writes a dossier of so many reports into a folder that is there. */
export function writeFolder(folder: string, reports: number): void {
  const made = generated(reports);
  for (const [name, text] of textsOf(made)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'claims.parquet'), parquetOf(made));
}
