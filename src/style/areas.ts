import type { Feature, MultiPolygon } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { LngLat } from '../core/geometry/plane';
import type { Home } from './home';
import type { Palette } from './palette';
import type { Sample } from './samples';
import { drawing, type Drawing } from './svg';

/** How inferred ground is drawn: pale, without an outline, hatched in the contenders' colours where the place is in dispute. */

/** Ground as the map is handed it. */
export type AreaFeature = Feature<
  MultiPolygon,
  {
    readonly kind: 'held' | 'disputed';
    readonly place: string;
    readonly colour: string;
    readonly hatch: string;
  }
>;

/** What a picture shows of inferred ground. */
export interface Inferred {
  readonly features: readonly AreaFeature[];
  /** One for each name of a hatch. */
  readonly hatches: ReadonlyMap<string, Drawing>;
  /** The share of the country's ground, 0 to 1; null where only what is in view was worked out. */
  readonly share: number | null;
  readonly country: Home['name'];
  /** How far from a place anything is inferred. */
  readonly reachKm: number;
}

/** The id of a point of inferred ground: `ground:LNG_LAT`, to a hundred metres. */
export function groundId([lng, lat]: LngLat): string {
  return `ground:${lng.toFixed(3)}_${lat.toFixed(3)}`;
}

/** The point of such an id; null for any other. */
export function groundPoint(id: string): LngLat | null {
  const [, lng, lat] = /^ground:(-?\d{1,3}\.\d{3})_(-?\d{1,2}\.\d{3})$/.exec(id) ?? [];
  return lng !== undefined && lat !== undefined ? [Number(lng), Number(lat)] : null;
}

/** The colours that a piece of ground is painted in. */
export function coloursOf({ properties: { colour, hatch } }: AreaFeature): string[] {
  return hatch ? hatch.split(' ').slice(1) : [colour];
}

/** How strongly ground is painted: paler than any mark, and its hatch plain enough to be told from a fill in grey. */
function strengths({ look }: Palette): { readonly held: number; readonly disputed: number } {
  return look === 'dark' ? { held: 0.34, disputed: 0.55 } : { held: 0.26, disputed: 0.42 };
}

/** The source of what lies beneath everything dated: inferred ground, and the rings of silence. */
export const BENEATH = 'beneath';
/** Layers that a click asks, where no mark, name or stroke is. */
export const areaLayerIds = ['inferred-held', 'inferred-disputed'] as const;

/** Above the relief and beneath water, roads and boundaries. */
export function areaLayers(palette: Palette): LayerSpecification[] {
  const { held, disputed } = strengths(palette);
  const at = { duration: 0, delay: 0 };
  return [
    {
      id: 'inferred-held',
      type: 'fill',
      source: BENEATH,
      filter: ['==', ['get', 'kind'], 'held'],
      // an edge of its own would be a line on the ground
      paint: { 'fill-antialias': false, 'fill-color': ['get', 'colour'], 'fill-opacity': held, 'fill-opacity-transition': at },
    },
    {
      id: 'inferred-disputed',
      type: 'fill',
      source: BENEATH,
      filter: ['==', ['get', 'kind'], 'disputed'],
      paint: { 'fill-antialias': false, 'fill-pattern': ['get', 'hatch'], 'fill-opacity': disputed, 'fill-opacity-transition': at },
    },
  ];
}

/** Of one stripe and the bare ground beside it, in pixels along the edge of the pattern. */
export const HATCH_PACE = 8;
export const HATCH_STRIPE = 5;

/** Slanting stripes in some colours by turns, which continue from one copy of the pattern to the next. */
export function hatchOf(colours: readonly string[]): Drawing {
  const half = (colours.length * HATCH_PACE) / 2;
  return drawing(stripes(colours, -half, half, half), half);
}

function stripes(colours: readonly string[], left: number, right: number, half: number): string {
  const parts: string[] = [];
  const count = Math.ceil((right - left + 2 * half) / HATCH_PACE);
  for (let i = 0; i < count; i++) {
    const x = left + i * HATCH_PACE;
    parts.push(
      `<path d="M${x} ${-half}h${HATCH_STRIPE}l${-2 * half} ${2 * half}h${-HATCH_STRIPE}z" fill="${colours[i % colours.length]}"/>`,
    );
  }
  return parts.join('');
}

const [WIDTH, HEIGHT] = [34, 18];

/** A piece of ground for the legend: in one colour, hatched in several, bare where there is none. */
export function groundSample(colours: readonly string[], palette: Palette): Sample {
  const [x, y] = [WIDTH / 2, HEIGHT / 2];
  const { held, disputed } = strengths(palette);
  const box = `x="${-x}" y="${-y}" width="${WIDTH}" height="${HEIGHT}"`;
  const edge = colours.length === 0 ? ` stroke="${palette.border}" stroke-dasharray="1 2"` : '';
  const ground = `<rect ${box} fill="${palette.land}"${edge}/>`;
  const paint =
    colours.length > 1
      ? `<g opacity="${disputed}">${stripes(colours, -x, x, y)}</g>`
      : colours.length === 1
        ? `<rect ${box} fill="${colours[0]}" opacity="${held}"/>`
        : '';
  const view = `viewBox="${-x} ${-y} ${WIDTH} ${HEIGHT}"`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" ${view}>${ground}${paint}</svg>`,
    width: WIDTH,
    height: HEIGHT,
  };
}
