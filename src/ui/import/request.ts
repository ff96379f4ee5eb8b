import gazetteer from '../../../geo/gazetteer/places.geojson?url';
import type { Dossier } from '../../core/model';
import type { DossierFiles } from '../dossier-files';
import type { ImportRequest } from './import-messages';

/** What a worker is asked to read: a table, and the files of a dossier, with those that it names itself. `larger`: address of the larger gazetteer. `today`: YYYY-MM-DD. */
export function requestOf(
  { files, optional, others = new Map(), whereIs }: DossierFiles,
  { logo, font }: Pick<Dossier, 'logo' | 'font'>,
  table: File,
  larger: string,
  today: string,
): ImportRequest {
  const named = [logo, font].flatMap((name) => {
    const where = name === undefined ? null : whereIs(name);
    return where === null ? [] : [[name!, where] as const];
  });
  return {
    files: [...files],
    optional: [...optional],
    others: [...new Map([...named, ...others])],
    table,
    gazetteer: new URL(gazetteer, document.baseURI).href,
    larger: new URL(larger, document.baseURI).href,
    today,
  };
}
