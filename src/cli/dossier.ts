import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Checked } from '../core/check/check';
import { gazetteerOf, readGazetteer, type Gazetteer } from '../core/gazetteer/gazetteer';
import type { ClaimPiece } from '../core/claims/claims';
import type { Issue } from '../core/issue';
import type { Dossier } from '../core/model';
import type { DossierFile } from '../formats/dossier-file';
import { readingDossier } from '../formats/read-dossier';
import { issuesText } from './issues-told';
import { Misuse } from './misuse';
import { packageRoot } from './package-root';

/** Reads a dossier's folder and the packaged gazetteers from the disk; what is in them is checked by the core. */

const gazetteers = join(packageRoot, 'geo', 'gazetteer');

/** The packaged gazetteer of the named file; `places.geojson` places the dossiers' claims. */
export function readPackaged(file: 'places.geojson' | 'levant.geojson'): ReturnType<typeof readGazetteer> {
  return readGazetteer(readFileSync(join(gazetteers, file), 'utf8'), `gazetteer/${file}`);
}

/** The packaged places that claims can name. Throws where the package's own file has an issue. */
export function packagedGazetteer(): Gazetteer {
  const { places, issues } = readPackaged('places.geojson');
  if (issues.length > 0)
    throw new Error(`The packaged gazetteer has ${issues.length} issues; the first: ${issuesText(gazetteers, issues.slice(0, 1))}`);
  return gazetteerOf(places);
}

/** The larger gazetteer, whose places a dossier can take. */
export function packagedLarger(): { readonly gazetteer: Gazetteer; readonly text: string } {
  const text = readFileSync(join(gazetteers, 'levant.geojson'), 'utf8');
  return { gazetteer: gazetteerOf(readGazetteer(text, 'gazetteer/levant.geojson').places), text };
}

/** A folder's dossier, as far as it can be read, and all its issues. Throws `Misuse` where the folder is none of a dossier. */
export async function readDossier(folder: string, gazetteer: Gazetteer): Promise<Checked> {
  const issues: Issue[] = [];
  const pieces: ClaimPiece[] = [];
  const reading = readingDossier(filesOf(folder), gazetteer, issues);
  for (;;) {
    const { done, value } = await reading.next();
    if (done) return { dossier: value?.dossier([...pieces, value.piece()]).dossier ?? null, issues };
    if (value.reader) pieces.push(value.reader.piece());
  }
}

/** The data files of a dossier's folder. Throws `Misuse` where the folder is none of a dossier. */
export function filesOf(folder: string): DossierFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Misuse(`There is no folder ${folder}.`);
  if (!existsSync(join(folder, 'dossier.json'))) throw new Misuse(`${folder} holds no dossier.json, so it is no dossier.`);
  const names = readdirSync(folder).filter((name) => /\.(geojson|json|csv|parquet)$/.test(name));
  return names.map((name) => fileOf(join(folder, name)));
}

function fileOf(path: string): DossierFile {
  return { name: basename(path), size: statSync(path).size, bytes: () => createReadStream(path, { highWaterMark: 1 << 20 }) };
}

/** A dossier without issues; otherwise lists them on standard error and gives null. */
export async function soundDossier(folder: string): Promise<Dossier | null> {
  const { dossier, issues } = await readDossier(folder, packagedGazetteer());
  if (issues.length > 0) process.stderr.write(`${issuesText(folder, issues)}\n`);
  return issues.length > 0 ? null : dossier;
}

/** Every packaged dossier's folder. */
export function packagedDossiers(): string[] {
  const geo = join(packageRoot, 'geo');
  const folders = readdirSync(geo).map((name) => join(geo, name));
  return folders.filter((folder) => existsSync(join(folder, 'dossier.json')));
}
