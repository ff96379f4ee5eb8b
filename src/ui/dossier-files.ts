import { dossierFolder } from './desk/load';

/** Where the files are of the dossier that the page opens. */
export interface DossierFiles {
  /** Those that are read, by name, each with its whole address. */
  readonly files: ReadonlyMap<string, string>;
  /** Those that need not be there. */
  readonly optional: ReadonlySet<string>;
  /** The whole address of another of its files, such as its logo; null where the page was told of none. */
  readonly addressOf: (name: string) => string | null;
}

/** Every name that is read, the required ones first; the core's own list would bring its schemas along. */
const names = [
  'dossier.json',
  'sources.json',
  'control.geojson',
  'movements.geojson',
  'displacement.geojson',
  'incidents.geojson',
  'claims.csv',
  'claims.parquet',
  'places.geojson',
];

/**
 * The files of the folder that `?dossier=PATH/` names, or those that the page itself lists (`<script type="application/json" id="dossier">`).
 * Throws BadAddress.
 */
export function dossierFiles(
  page: Pick<Document, 'baseURI' | 'getElementById'>,
  { search, href }: Pick<Location, 'search' | 'href'>,
): DossierFiles {
  const folder = dossierFolder(search, href);
  const listed = (folder ? {} : JSON.parse(page.getElementById('dossier')?.textContent || '{}')) as Record<string, string>;
  const addressOf = (name: string) =>
    folder ? new URL(name, folder).href : Object.hasOwn(listed, name) ? new URL(listed[name]!, page.baseURI).href : null;
  return {
    files: new Map(
      names.flatMap((name) => {
        const address = addressOf(name);
        return address === null ? [] : [[name, address]];
      }),
    ),
    optional: new Set(folder ? names.slice(2) : []),
    addressOf,
  };
}
