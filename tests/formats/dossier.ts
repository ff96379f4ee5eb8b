import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkDossier } from '../../src/core/check/check';
import { gazetteerOf, readGazetteer } from '../../src/core/gazetteer/gazetteer';
import type { Dossier } from '../../src/core/model';

/** The dossier of the five articles, as the packages' files have it. */
export function syria(): Dossier {
  const geo = resolve(import.meta.dirname, '../../geo');
  const gazetteer = gazetteerOf(readGazetteer(readFileSync(join(geo, 'gazetteer/places.geojson'), 'utf8'), 'places.geojson').places);
  const names = readdirSync(join(geo, 'syria-2024')).filter((name) => /json$/.test(name));
  const { dossier, issues } = checkDossier(
    new Map(names.map((name) => [name, readFileSync(join(geo, 'syria-2024', name), 'utf8')])),
    gazetteer,
  );
  if (!dossier || issues.length > 0) throw new Error(`The packaged dossier has issues: ${JSON.stringify(issues[0])}`);
  return dossier;
}
