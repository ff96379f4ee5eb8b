import type { Feature, Point } from 'geojson';
import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { silenceOf, type Silence } from '../core/silence';
import type { Names } from '../core/model';
import { entryOf, type Situation } from '../core/situation';
import { BENEATH } from './areas';
import { nameOf } from './labels';
import type { Home } from './home';
import type { Palette } from './palette';
import { eachAlive } from './records/alive-records';
import { styleAt, type MarkLayer, type Records } from './records/records';
import type { Sample } from './samples';
import { markStops } from './scale';
import { circle, drawing, type Drawing } from './svg';

/** Silence on the map: a dotted ring around a town of which nobody speaks on the day; never a solid one, which is a holder not known. */

export type RingFeature = Feature<Point, { readonly kind: 'ring'; readonly id: string; readonly side: number }>;

/** A town of which nobody speaks on the day. */
export interface QuietTown {
  /** `control:PLACE` where the situation has a mark of it, else `silent:PLACE`, or `silent:` and a GeoNames number. */
  readonly id: string;
  readonly name: Names;
  readonly point: readonly [lng: number, lat: number];
  /** The last day before of which somebody speaks; null where there is none. */
  readonly lastSpoken: string | null;
}

/** Which towns are silent in a situation, and of how many. */
export interface Quiet {
  readonly towns: readonly QuietTown[];
  readonly of: number;
}

const known = new WeakMap<Situation, { readonly home: Home; readonly quiet: Quiet; readonly byId: ReadonlyMap<string, QuietTown> }>();

/** The silent towns of a situation: those of the dossier, then those of the country that it never names. */
export function quietIn(situation: Situation, home: Home): Quiet {
  return read(situation, home).quiet;
}

/** A silent town by its id; null where it is not silent. */
export function quietTown(situation: Situation, home: Home, id: string): QuietTown | null {
  return read(situation, home).byId.get(id) ?? null;
}

function read(situation: Situation, home: Home) {
  const last = known.get(situation);
  if (last?.home === home) return last;
  const quiet = find(situation, home, silenceOf(situation));
  const made = { home, quiet, byId: new Map(quiet.towns.map((town) => [town.id, town])) };
  known.set(situation, made);
  return made;
}

function find(situation: Situation, home: Home, { silent, towns }: Silence): Quiet {
  const { ledger, rows } = situation;
  const { places } = ledger.dossier;
  const named = new Set(Array.from(places.values(), ({ geonames }) => geonames));
  const unnamed = home.towns.filter(({ geonames }) => !named.has(geonames));
  const ofDossier = silent.flatMap(({ place, lastSpoken }): QuietTown[] => {
    const found = places.get(place);
    if (!found?.point) return [];
    const entry = entryOf(ledger, place);
    const isMarked = entry >= 0 && rows[entry]! >= 0;
    const name = { en: nameOf(found, 'en'), ar: nameOf(found, 'ar') };
    return [{ id: `${isMarked ? 'control' : 'silent'}:${place}`, name, point: found.point, lastSpoken }];
  });
  return {
    towns: [...ofDossier, ...unnamed.map(({ geonames, name, point }) => ({ id: `silent:${geonames}`, name, point, lastSpoken: null }))],
    of: towns + unnamed.length,
  };
}

/** The rings of some towns: around the mark where one is drawn, small where none is. `sideOf` is that of a style's drawing at mark scale 1. */
export function ringsOf(
  { towns }: Quiet,
  { ledger, at }: Situation,
  records: Records,
  { zoom, off, sideOf }: { readonly zoom: number; readonly off: readonly MarkLayer[]; readonly sideOf: (style: number) => number },
): RingFeature[] {
  const { places } = ledger.dossier.claims.columns;
  const sides = new Map<string, number>();
  const marked = new Set(towns.map(({ id }) => id).filter((id) => id.startsWith('control:')));
  if (marked.size > 0)
    eachAlive(records, { at, zoom, off }, (record) => {
      const style = styleAt(records.data, record);
      if (records.styles[style]!.kind !== 'control') return;
      const id = `control:${places[ledger.control.place[records.subject[record]!]!]}`;
      if (marked.has(id)) sides.set(id, sideOf(style));
    });
  return towns.map(({ id, point }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...point] },
    properties: { kind: 'ring', id, side: sides.get(id) ?? 0 },
  }));
}

/** What the name of a ring's image begins with; the rest is the side of the mark inside it. */
const RING = 'silence-';

/** The images of some rings. */
export function ringDrawings(rings: readonly RingFeature[], palette: Palette): Map<string, Drawing> {
  const sides = new Set(rings.map(({ properties }) => properties.side));
  return new Map(Array.from(sides, (side) => [`${RING}${side}`, ringDrawing(side, palette)]));
}

/** Radius of the ring of a town without a mark, in CSS pixels; around a mark it follows the mark's edge. */
const SMALL = 5;
/** Between two dots along the ring, and across one. */
const [GAP, DOT] = [3.1, 1.3];

/** A ring of round dots and nothing inside it. */
function ringDrawing(side: number, palette: Palette): Drawing {
  const radius = side > 0 ? side / 2 + 0.5 : SMALL;
  const count = Math.round((2 * Math.PI * radius) / GAP);
  const dots = Array.from({ length: count }, (_, i) => {
    const turn = (2 * Math.PI * i) / count;
    return circle(Math.cos(turn) * radius, Math.sin(turn) * radius, DOT / 2, '');
  });
  return drawing(`<g fill="${palette.unknown}">${dots.join('')}</g>`, radius + DOT);
}

/** The ring for the legend. */
export function ringSample(palette: Palette): Sample {
  const { svg, size } = ringDrawing(0, palette);
  return { svg, width: size, height: size };
}

/** The ring around a mark for the legend. */
export function ringAroundSample(mark: Drawing, palette: Palette): Sample {
  const { svg, size } = ringDrawing(mark.size, palette);
  const inner = mark.svg.replace('<svg ', `<svg x="${-mark.size / 2}" y="${-mark.size / 2}" `);
  return { svg: svg.replace(/<\/svg>$/, `${inner}</svg>`), width: size, height: size };
}

/** The id of the layer of the rings, which a click asks. */
export const RING_LAYER = 'silence';

/** Beneath marks, strokes and names; never crowded out, and crowding out nothing. */
export function ringLayer(): SymbolLayerSpecification {
  const size = markStops.flatMap(([zoom, factor]) => [zoom, ['case', ['==', ['get', 'side'], 0], 1, factor]]);
  return {
    id: RING_LAYER,
    type: 'symbol',
    source: BENEATH,
    filter: ['==', ['get', 'kind'], 'ring'],
    layout: {
      'icon-image': ['concat', RING, ['get', 'side']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], ...size] as unknown as ExpressionSpecification,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'icon-padding': 0,
    },
    paint: { 'icon-opacity': 1, 'icon-opacity-transition': { duration: 0, delay: 0 } },
  };
}
