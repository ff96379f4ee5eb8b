import { metresOnPlane, pixelAt, toLngLat, toPlane, type LngLat, type XY } from '../../../src/core/geometry/plane';

/**
 * A drawing exercise: invented places, parties and texts, laid out in pixels around a point so that the real map draws every mark, arrow and
 * band of its grammar side by side. Nothing in it happened anywhere.
 */

export type Texts = readonly [english: string, arabic: string];
export type PartyId = 'orange' | 'blue' | 'sky' | 'yellow' | 'black' | 'taupe';
type Mode = 'asserts' | 'claims' | 'denies' | 'intends' | 'retracts';
type Extent = 'held' | 'entered' | 'parts' | 'outskirts';
export type Kind = 'city' | 'town' | 'village' | 'area';

/** The day that the pictures show; the exercise goes on after it. */
export const SHOWN = '2031-05-08';
const SPAN = { from: '2031-05-01', to: '2031-05-12' };

const parties: readonly (readonly [PartyId, Texts, string, string])[] = [
  ['orange', ['Orange', 'البرتقاليون'], 'O', '#D55E00'],
  ['blue', ['Blue', 'الأزرقون'], 'BLU', '#0072B2'],
  ['sky', ['Sky', 'السماويون'], 'S', '#60C8FF'],
  ['yellow', ['Yellow', 'الأصفرون'], 'Y', '#F6EC48'],
  ['black', ['Black', 'السوديون'], 'BK', '#000000'],
  ['taupe', ['Taupe', 'الرماديون'], 'TP', '#665454'],
];
/** Texts that know nothing of one another: the first five are of old, the last is of the day shown. */
export const texts = ['almanac', 'broadsheet', 'chronicle', 'dispatch', 'evening-post', 'today'] as const;
export type TextId = (typeof texts)[number];

/** How many flee, in the words of the texts, and how that reads in Arabic. */
const arabicWords = { 'at least 8,000': '٨٬٠٠٠ على الأقل', 'up to 16,000': 'حتى ١٦٬٠٠٠', thousands: 'الآلاف', many: 'كثيرون' };

/** One report of a text; `by` is a party whose spokesman says so. */
export interface Said {
  readonly text?: TextId;
  readonly mode?: Mode;
  readonly by?: PartyId;
  /** Where it is not the text's own day. */
  readonly published?: string;
}

/** A feature or a file as it is written. */
type Json = Readonly<Record<string, unknown>>;

export class Exercise {
  readonly #middle: XY;
  readonly #pixel: number;
  readonly #places: Json[] = [];
  readonly #claims: Record<'control' | 'movements' | 'displacement' | 'incidents', Json[]> = {
    control: [],
    movements: [],
    displacement: [],
    incidents: [],
  };

  /** Laid out in pixels to the right of and below `middle`, as they are at a zoom level. */
  constructor(
    readonly middle: LngLat,
    readonly zoom: number,
  ) {
    this.#middle = toPlane(middle);
    this.#pixel = pixelAt(zoom);
  }

  /** Pixels that so many metres on the ground take up at the middle. */
  pixels(metres: number): number {
    return metresOnPlane(metres, this.middle[1]) / this.#pixel;
  }

  /** An invented place, by its id. */
  place(id: string, [title, arabic]: Texts, [right, down]: XY, kind: Kind = 'village'): string {
    const [lng, lat] = toLngLat([this.#middle[0] + right * this.#pixel, this.#middle[1] + down * this.#pixel]);
    const coordinates = [Number((((lng + 540) % 360) - 180).toFixed(6)), Number(lat.toFixed(6))];
    const names = [
      { toponym: title, lang: 'en' },
      { toponym: arabic, lang: 'ar' },
    ];
    const properties = { id, title, ccodes: [], fclasses: ['P'], kind, precisionM: 10, coordinatesFrom: 'invented' };
    this.#places.push({ type: 'Feature', '@id': `https://example.org/${id}`, properties, geometry: { type: 'Point', coordinates }, names });
    return id;
  }

  took(place: string, holder: PartyId, happened: string, ...said: Said[]): void {
    this.#control(place, holder, 'took', 'held', happened, said);
  }

  holds(place: string, holder: PartyId, happened: string, extent: Extent, ...said: Said[]): void {
    this.#control(place, holder, 'holds', extent, happened, said);
  }

  moves(
    id: string,
    party: PartyId,
    movement: string,
    way: { from?: string; via?: string[]; to?: string },
    happened: string,
    said: Said = {},
  ) {
    const summary = `${party} moves, as an exercise.`;
    this.#add('movements', id, { kind: 'movement', party, movement, ...way, happened, summary }, [{ text: 'today', ...said }]);
  }

  flees(id: string, from: string, to: string[], people: { min: number | null; max: number | null; words: string }, happened = SHOWN): void {
    const way = { from, ...(to.length > 0 && { to }) };
    const summary = 'People flee, as an exercise.';
    this.#add('displacement', id, { kind: 'displacement', displacement: 'flow', ...way, people, happened, summary }, [{ text: 'today' }]);
  }

  happens(id: string, place: string, incident: string, party?: PartyId): void {
    const summary = 'Something happens, as an exercise.';
    this.#add('incidents', id, { kind: 'incident', place, incident, ...(party && { party }), happened: SHOWN, summary }, [
      { text: 'today' },
    ]);
  }

  /** The files of the dossier, by name. */
  files(): ReadonlyMap<string, string> {
    const title = { en: 'A drawing exercise with invented places', ar: 'تمرين رسم بأماكن متخيَّلة' };
    const disclaimer = { en: 'Nothing here happened, and no place here is real.', ar: 'لم يحدث شيء من هذا، ولا مكان هنا حقيقي.' };
    const [lng, lat] = this.middle;
    const dossier = {
      schemaVersion: 1,
      id: 'drawing-exercise',
      title,
      span: SPAN,
      timeZone: 'Etc/UTC',
      opening: { day: SHOWN, bounds: [Math.min(lng, 179) - 1, lat - 1, Math.min(lng, 179) + 1, lat + 1] },
      parties: parties.map(([id, [en, ar], initials, colour]) => ({ id, name: { en, ar }, initials, colour })),
      speakers: parties.map(([party, [en]]) => ({ id: `${party}-spokesman`, name: { en: `A spokesman of ${en}` }, party })),
      credits: ['Invented.'],
      disclaimer,
      translations: { ar: arabicWords },
    };
    const sources = texts.map((id) => ({
      id,
      title: `The ${id}`,
      publisher: null,
      published: id === 'today' ? SHOWN : '2031-05-05',
      language: 'en',
      text: { file: `${id}.txt`, sha256: 'a'.repeat(64) },
    }));
    const collection = (features: readonly Json[]) => ({ type: 'FeatureCollection', features });
    const files: Record<string, unknown> = {
      'dossier.json': dossier,
      'sources.json': { schemaVersion: 1, sources },
      'places.geojson': collection(this.#places),
      ...Object.fromEntries(Object.entries(this.#claims).map(([name, features]) => [`${name}.geojson`, collection(features)])),
    };
    return new Map(Object.entries(files).map(([name, content]) => [name, `${JSON.stringify(content, null, 1)}\n`]));
  }

  #control(place: string, holder: PartyId, says: string, extent: string, happened: string, said: readonly Said[]): void {
    const summary = `${holder} at ${place}, as an exercise.`;
    const id = `${place}-${this.#claims.control.length}`;
    this.#add('control', id, { kind: 'control', place, holder, says, extent, happened, summary }, said.length > 0 ? said : [{}]);
  }

  #add(file: 'control' | 'movements' | 'displacement' | 'incidents', id: string, claim: Json, said: readonly Said[]): void {
    const reports = said.map(({ text = 'almanac', mode = 'asserts', by, published }) => ({
      source: text,
      ...(by && { by: `${by}-spokesman` }),
      mode,
      ...(published && { published }),
      anchor: { paragraph: 1, start: 0, end: 10, sha256: 'a'.repeat(64) },
    }));
    this.#claims[file].push({ type: 'Feature', id, geometry: null, properties: { ...claim, reports, recorded: '2031-05-13' } });
  }
}
