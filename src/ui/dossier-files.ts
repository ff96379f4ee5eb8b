import type { Language } from '../style/strings';
import type { Where } from './desk/arrival';
import { dossierFolder } from './desk/load';

/** Where the files are of the dossier that the page opens. */
export interface DossierFiles {
  /** Those that are read, by name. */
  readonly files: ReadonlyMap<string, Where>;
  /** Those that need not be there. */
  readonly optional: ReadonlySet<string>;
  /** What else lies in its folder, by path, as far as the page is told: of a reader's own files all. */
  readonly others?: ReadonlyMap<string, Where>;
  /** Another of its files, such as its logo; null where there is none that the page knows of. */
  readonly whereIs: (name: string) => Where | null;
  /** What is said beside the title of a dossier that nobody else can open: null of one that the address leads to. */
  readonly whence: ((language: Language) => string) | null;
}

/** Every name that is read, the required ones first; the core's own list would bring its schemas along. */
export const names: readonly string[] = [
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

/** The origins besides its own that a page opens dossiers of: what `--trust` put into it. */
export function trustedBy(page: Pick<Document, 'getElementById'>): readonly string[] {
  return page.getElementById('claimline-trusted')?.getAttribute('content')?.split(' ') ?? [];
}

/**
 * The files of the folder that `?dossier=ADDRESS/` names, or those that the page itself lists (`<script type="application/json" id="dossier">`).
 * Throws BadAddress.
 */
export function dossierFiles(
  page: Pick<Document, 'baseURI' | 'getElementById'>,
  { search, href }: Pick<Location, 'search' | 'href'>,
): DossierFiles {
  const folder = dossierFolder(search, href, trustedBy(page));
  const listed = JSON.parse((!folder && page.getElementById('dossier')?.textContent) || '{}') as Partial<Record<string, string>>;
  const whereIs = (name: string) => {
    const address = folder ? name : listed[name];
    return address === undefined ? null : new URL(address, folder ?? page.baseURI).href;
  };
  const addresses = names.map((name) => [name, whereIs(name)] as const);
  return {
    files: new Map(addresses.filter((each): each is readonly [string, string] => each[1] !== null)),
    optional: new Set(folder ? names.slice(2) : []),
    whereIs,
    whence: null,
  };
}
