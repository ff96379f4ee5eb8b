import type { Feature, Point } from 'geojson';
import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { BENEATH } from './areas';
import type { Palette } from './palette';
import type { Sample } from './samples';
import { markStops } from './scale';
import { circle, drawing, type Drawing } from './svg';

/** How silence is drawn: a dotted ring around a town of which nobody speaks on the day; never a solid one, which is a holder not known. */

export type RingFeature = Feature<Point, { readonly kind: 'ring'; readonly id: string; readonly side: number }>;

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
