import type { Geometry, Position } from 'geojson';
import { NoTable } from '../../core/import/table';
import { encodingOf } from './decode';
import { plainText } from './plain-text';
import { readXml } from './xml';

/** KML 2.2: its placemarks with their times, folders, data and geometry. Links to other files are not followed. */

/** A placemark: its columns in the order of their coming, and where it is. */
export interface Placemark {
  readonly columns: ReadonlyMap<string, string>;
  readonly geometry: Geometry | null;
}

/** Columns that a placemark has by itself; data of these names stand behind them as `data.name`. */
const own = ['name', 'description', 'date', 'date end', 'folder', 'styleUrl', 'longitude', 'latitude'];
const isOwn = new Set(own);

/** Texts of a placemark that become columns. */
const columnOf: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  when: 'date',
  begin: 'date',
  end: 'date end',
  styleUrl: 'styleUrl',
};
const parentsOf: Readonly<Record<string, string>> = { when: 'TimeStamp', begin: 'TimeSpan', end: 'TimeSpan' };

/** Reads a file's bytes. Throws NoTable where it is no KML, and where a coordinate of it is no number. */
export function readKml(bytes: Uint8Array): Placemark[] {
  const reader = new KmlReader();
  readXml(textOf(bytes), reader);
  if (!reader.isKml) throw new NoTable('it is XML, and no KML');
  if (reader.placemarks.length === 0)
    throw new NoTable(reader.hasLinks ? 'it only links to files elsewhere (NetworkLink): save what they show' : 'it has no placemarks');
  return reader.placemarks;
}

/** By the mark of its encoding, what it declares, or what its bytes are. */
function textOf(bytes: Uint8Array): string {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/i.exec(beginning)?.[1];
  const guessed = encodingOf(bytes, true).label;
  for (const label of guessed.startsWith('windows') && declared && !/^utf/i.test(declared) ? [declared, guessed] : [guessed])
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // an encoding that nobody knows
    }
  throw new NoTable(`“${declared}” is no encoding that is known`);
}

class KmlReader {
  readonly placemarks: Placemark[] = [];
  isKml = false;
  hasLinks = false;
  readonly #path: string[] = [];
  /** Names of the folders around, one each. */
  readonly #folders: string[] = [];
  #text = '';
  #columns: Map<string, string> | null = null;
  #datum = '';
  #geometries: Geometry[] = [];
  /** Rings of the polygon at hand; null where none is open. */
  #rings: Position[][] | null = null;

  readonly open = (name: string, attribute: (name: string) => string): void => {
    const isMarkup = this.#path.includes('description');
    this.#path.push(name);
    // some write HTML into a description as it is
    if (isMarkup) {
      this.#text += ' ';
      return;
    }
    this.#text = '';
    this.isKml ||= this.#path.length === 1 && name === 'kml';
    this.hasLinks ||= name === 'NetworkLink';
    if (name === 'Folder' || name === 'Document') this.#folders.push('');
    else if (name === 'Placemark') {
      this.#columns = new Map();
      this.#geometries = [];
    } else if (name === 'Data' || name === 'SimpleData') this.#datum = attribute('name');
    else if (name === 'Polygon') this.#rings = [];
  };

  readonly text = (text: string): void => {
    this.#text += text;
  };

  readonly close = (name: string): void => {
    this.#path.pop();
    if (this.#path.includes('description')) return;
    const parent = this.#path.at(-1);
    if (name === 'Folder' || name === 'Document') this.#folders.pop();
    else if (name === 'name' && (parent === 'Folder' || parent === 'Document')) this.#folders[this.#folders.length - 1] = this.#text.trim();
    else if (this.#columns) this.#inPlacemark(name, parent ?? '', this.#columns);
    this.#text = '';
  };

  #inPlacemark(name: string, parent: string, columns: Map<string, string>): void {
    const column = Object.hasOwn(columnOf, name) ? columnOf[name] : undefined;
    if (column !== undefined && parent === (parentsOf[name] ?? 'Placemark')) columns.set(column, plainText(this.#text));
    else if (name === 'SimpleData' || (name === 'value' && parent === 'Data')) this.#addDatum(columns);
    else if (name === 'coordinates') this.#addCoordinates(parent);
    else if (name === 'Polygon' && this.#rings) {
      this.#geometries.push({ type: 'Polygon', coordinates: this.#rings });
      this.#rings = null;
    } else if (name === 'Placemark') this.#finish(columns);
  }

  #addDatum(columns: Map<string, string>): void {
    if (this.#datum !== '') columns.set(isOwn.has(this.#datum) ? `data.${this.#datum}` : this.#datum, plainText(this.#text));
  }

  #addCoordinates(parent: string): void {
    const positions = positionsOf(this.#text, this.placemarks.length + 1);
    if (parent === 'LinearRing' && this.#rings) {
      // the outer boundary stands first, wherever it is written
      if (this.#path.includes('outerBoundaryIs')) this.#rings.unshift(positions);
      else this.#rings.push(positions);
    } else if (parent === 'Point' && positions[0]) this.#geometries.push({ type: 'Point', coordinates: positions[0] });
    else if (parent === 'LineString') this.#geometries.push({ type: 'LineString', coordinates: positions });
  }

  #finish(columns: Map<string, string>): void {
    const folder = this.#folders.filter((each) => each !== '').join(' / ');
    if (folder) columns.set('folder', folder);
    const geometries = this.#geometries;
    const geometry = geometries.length > 1 ? ({ type: 'GeometryCollection', geometries } as const) : (geometries[0] ?? null);
    this.placemarks.push({ columns, geometry });
    this.#columns = null;
  }
}

/** Longitude, latitude and sometimes a height, parted by commas; one position and the next by spaces. */
function positionsOf(text: string, placemark: number): Position[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((each) => each !== '')
    .map((each) => {
      const numbers = each.split(',').slice(0, 2).map(Number);
      if (numbers.length < 2 || each.startsWith(',') || !numbers.every(Number.isFinite))
        throw new NoTable(`placemark ${placemark} has “${each.slice(0, 40)}” where its longitude and latitude should stand`);
      return numbers;
    });
}
