import { targetOf, type Import } from './imports';

/** The import table of the design: who may name whom. */

type Folder = 'core' | 'style' | 'view' | 'print' | 'formats' | 'map' | 'ui' | 'cli' | 'main';

interface Row {
  readonly folders: readonly Folder[];
  /** Packages whose values it may use. */
  readonly packages: readonly string[];
  /** Folders and packages of which only types. */
  readonly types?: readonly string[];
  /** May use the DOM, the clock and chance. */
  readonly shell?: boolean;
}

// geojson, topojson-specification and the like hold types alone
const typePackages = ['geojson', 'topojson-specification'];
const checking = ['@turf/turf', 'valibot', 'geojson-validation', 'edtf', 'topojson-client', 'papaparse', '@noble/hashes'];
const charts = ['d3-array'];

const table: Readonly<Record<Folder, Row>> = {
  core: { folders: ['core'], packages: checking },
  style: {
    folders: ['core', 'style'],
    packages: ['topojson-client', 'kdbush'],
    types: ['maplibre-gl', '@maplibre/maplibre-gl-style-spec'],
  },
  view: { folders: ['core', 'style', 'view'], packages: ['valibot'] },
  // a map as vectors follows the style's layers, which MapLibre has the types of
  print: { folders: ['core', 'style', 'view', 'print'], packages: [], types: ['maplibre-gl'] },
  // parquet is read in the worker, and written by the command line alone
  formats: {
    folders: ['core', 'formats'],
    packages: [
      ...checking,
      'hyparquet',
      'hyparquet-writer',
      '@placemarkio/tokml',
      'read-excel-file',
      'write-excel-file',
      'fflate',
      'saxen',
    ],
  },
  map: { folders: ['style', 'view', 'print', 'map'], packages: ['maplibre-gl'], types: ['core'], shell: true },
  ui: {
    folders: ['core', 'style', 'view', 'print', 'formats', 'map', 'ui'],
    packages: ['svelte', ...charts, 'gifenc', 'mediabunny'],
    types: ['maplibre-gl'],
    shell: true,
  },
  cli: { folders: ['core', 'style', 'view', 'print', 'formats', 'cli'], packages: ['node:', 'playwright-core', 'valibot'], shell: true },
  main: { folders: ['core', 'style', 'view', 'print', 'formats', 'map', 'ui', 'main'], packages: ['svelte', '@fontsource/'], shell: true },
};

/** `src/core/time.ts` is of core; a file directly in src is of main. */
export function folderOf(path: string): Folder | null {
  const [top, folder, ...rest] = path.split('/');
  if (top !== 'src' || folder === undefined) return null;
  if (rest.length === 0 && !Object.hasOwn(table, folder)) return 'main';
  return Object.hasOwn(table, folder) ? (folder as Folder) : null;
}

/** Why a file may not have an import; null where it may. */
export function objection(file: string, { from, typeOnly }: Import): string | null {
  const folder = folderOf(file);
  if (!folder) return `${file} lies in no folder of the design`;
  const row = table[folder];
  const target = targetOf(file, from.replace(/\?.*$/, ''));
  if (target !== null) {
    const other = folderOf(target);
    // files that are served by address, such as geo/base/relief.webp?url, are the shells' to name
    if (other === null) return row.shell && /[?&]url$/.test(from) ? null : `${file}: ${from} leads out of src`;
    if (row.folders.includes(other) || (typeOnly && row.types?.includes(other))) return null;
    return `${file} (${folder}) may not import ${from} (${other})`;
  }
  if (typeOnly && typePackages.includes(from)) return null;
  const allowed = [...row.packages, ...(typeOnly ? (row.types ?? []) : [])];
  return allowed.some((name) => from === name || from.startsWith(name.endsWith(':') || name.endsWith('/') ? name : `${name}/`))
    ? null
    : `${file} (${folder}) may not import ${from}`;
}

/** Whether a file may use the DOM, the clock and chance. */
export function isShell(file: string): boolean {
  const folder = folderOf(file);
  return folder !== null && table[folder].shell === true;
}
