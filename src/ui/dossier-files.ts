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
  const listed = JSON.parse((!folder && page.getElementById('dossier')?.textContent) || '{}') as Partial<Record<string, string>>;
  const addressOf = (name: string) => {
    const address = folder ? name : listed[name];
    return address === undefined ? null : new URL(address, folder ?? page.baseURI).href;
  };
  const addresses = names.map((name) => [name, addressOf(name)] as const);
  return {
    files: new Map(addresses.filter((each): each is readonly [string, string] => each[1] !== null)),
    optional: new Set(folder ? names.slice(2) : []),
    addressOf,
  };
}
