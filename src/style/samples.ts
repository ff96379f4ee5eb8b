import { arrowOutline, chevronOutlines, type ArrowPlan } from '../core/geometry/arrow';
import { bandOutline, fanOutlines } from '../core/geometry/flow';
import { pathThrough } from '../core/geometry/path';
import { pointsOf, type XY } from '../core/geometry/plane';
import type { Palette } from './palette';
import { figureAt, WORDS_WIDTH, type ArrowKind } from './scale';
import { initials, n, polygon } from './svg';

/** Short pieces of arrows and bands for legend and lists, made of the very outlines that the map draws. */

/** A drawing that may be wider than high; sizes in CSS pixels. */
export interface Sample {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 42;
const HALF = WIDTH / 2 - 2;
const way = pathThrough([
  [-HALF, 3],
  [HALF, -3],
]);
const level = pathThrough([
  [-HALF, 0],
  [HALF, 0],
]);

/** An arrow as the map draws it at zoom 6.5. */
export function arrowSample(movement: ArrowKind, intended: boolean, colour: string, palette: Palette): Sample {
  const plan: ArrowPlan = { figure: figureAt(movement, 6.5), pixel: 1, progress: 1, startGap: 0, endGap: 0 };
  const rings = movement === 'reinforcement' && !intended ? chevronOutlines(way, plan) : [arrowOutline(way, plan)];
  const paint = intended
    ? `fill="none" stroke="${colour}" stroke-width="1.8" stroke-dasharray="4 2.6"`
    : movement === 'withdrawal'
      ? `fill="${palette.paper}" stroke="${colour}" stroke-width="1.8"`
      : `fill="${colour}" stroke="${palette.hairline}" stroke-width="0.7"`;
  const casing = `fill="none" stroke="${palette.casing}" stroke-width="4" stroke-linejoin="round"`;
  return sample(
    [
      ...rings.map((ring) => polygon(pointsOf(ring), casing)),
      ...rings.map((ring) => polygon(pointsOf(ring), `${paint} stroke-linejoin="round"`)),
    ],
    26,
  );
}

/** What a past movement or flow leaves. */
export function traceSample(colour: string, palette: Palette): Sample {
  const line = (attributes: string) => `<path d="M${-HALF} 3Q0 -6 ${HALF} -3" fill="none" stroke-linecap="round" ${attributes}/>`;
  return sample([line(`stroke="${palette.casing}" stroke-width="3.6"`), line(`stroke="${colour}" stroke-width="1.7"`)], 16);
}

/** A band `width` pixels wide; `null` for one of which only words are known. */
export function bandSample(width: number | null, palette: Palette): Sample {
  const band = (wide: number, attributes: string) =>
    polygon(pointsOf(bandOutline(level, { width: wide, pixel: 1, startGap: 0, endGap: 0 })), attributes);
  if (width !== null) return sample([band(width, `fill="${palette.displacement}"`)], Math.max(16, width * 1.5));
  return sample(
    [1.5, 1, 0.5].map((share) => band(WORDS_WIDTH * share, `fill="${palette.displacement}" fill-opacity="0.26"`)),
    22,
  );
}

/** A band from the least to the most that is said. */
export function rangeSample(palette: Palette): Sample {
  const band = (wide: number, attributes: string) =>
    polygon(pointsOf(bandOutline(level, { width: wide, pixel: 1, startGap: 0, endGap: 0 })), attributes);
  const hatch = Array.from(
    { length: 9 },
    (_, i) => `<path d="M${n(-22 + i * 4)} 7L${n(-8 + i * 4)} -7" stroke="${palette.displacement}" stroke-width="1"/>`,
  );
  return sample([...hatch, band(14, `fill="none" stroke="${palette.displacement}"`), band(5, `fill="${palette.displacement}"`)], 22);
}

/** The fan of a flow without a destination. */
export function fanSample(palette: Palette): Sample {
  const centre: XY = [0, 9];
  const rings = fanOutlines(centre, { pixel: 0.8, inner: 5, outer: 23 });
  return sample(
    [
      ...rings.map((ring) => polygon(pointsOf(ring), `fill="${palette.displacement}"`)),
      `<circle cx="0" cy="9" r="2.4" fill="${palette.unknown}"/>`,
    ],
    24,
  );
}

/** The count that stands behind the name of a place under whose mark others lie. */
export function countSample(count: number, palette: Palette): Sample {
  return sample([initials(`+${count}`, 0, 0, 10, WIDTH - 4, palette.text)], 20);
}

function sample(parts: readonly string[], height: number): Sample {
  const high = Math.ceil(height);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${high}" viewBox="${-WIDTH / 2} ${-high / 2} ${WIDTH} ${high}">${parts.join('')}</svg>`;
  return { svg, width: WIDTH, height: high };
}
