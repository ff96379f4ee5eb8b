import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { checkDossier, type Checked } from '../../src/core/check/check';
import { gazetteerOf, readGazetteer, type Gazetteer } from '../../src/core/gazetteer/gazetteer';
import type { Dossier } from '../../src/core/model';

/** The committed dossier and what it rests on, read from the files. */

const read = (path: string) => readFileSync(path, 'utf8');

/** Texts of a folder's JSON files by name. */
export function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => /\.(geo)?json$/.test(name));
  return new Map(names.sort().map((name) => [name, read(`${folder}/${name}`)]));
}

/** The gazetteer of the dossier's places. */
export function gazetteer(): Gazetteer {
  return gazetteerOf(readGazetteer(read('geo/gazetteer/places.geojson'), 'places.geojson').places);
}

/** Checks a dossier's folder as the command line does. */
export function checked(folder: string): Checked {
  return checkDossier(filesOf(folder), gazetteer());
}

/** The bundled dossier; throws where it has issues. */
export function syria(): Dossier {
  const { dossier, issues } = checked('geo/syria-2024');
  if (!dossier || issues.length > 0) throw new Error(JSON.stringify(issues, null, 2));
  return dossier;
}

const articles = '../shared/articles';
/** Whether the articles are at hand, which they are not for everybody. */
export const articlesAtHand = existsSync(articles);

/** The text of a source of the dossier; only where the articles are at hand. */
export function articleOf(dossier: Dossier, source: string): string {
  return read(`${articles}/${(dossier.sources.get(source)!.text as { file: string }).file}`);
}
