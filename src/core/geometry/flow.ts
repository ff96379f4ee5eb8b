import { stepAt, type Path } from './path';
import type { Points, XY } from './plane';
import { drawable, placed, swept } from './ribbon';

/** What a band hangs on besides its path; all but `pixel` (size of a screen pixel on the plane) in pixels. */
export interface BandPlan {
  readonly width: number;
  readonly pixel: number;
  readonly startGap: number;
  readonly endGap: number;
}

/** Least half-width and length of the point of a band, so that a thin one still shows where it goes. */
const LEAST_WING = 4.5;

/** A band of one width along a path, with a point at its end: a closed ring on the plane. */
export function bandOutline(path: Path, { width, pixel, startGap, endGap }: BandPlan): Points {
  const wide = Math.max((width / 2) * 1.25 + 1, LEAST_WING);
  // a way that is too short for the point gets a smaller one, rather than a band that starts behind its place
  const factor = Math.min(1, Math.max(0.45, (path.length / pixel - startGap - endGap) / (wide * 2.4)));
  const half = (width / 2) * factor * pixel;
  const wing = wide * factor * pixel;
  const head = wing * 1.2;
  const { from, to } = drawable(path, startGap * pixel, endGap * pixel, head * 1.3);
  const base = to - head;
  return swept(path, from, base, () => half, pixel, pointAt(path, base, to, wing));
}

/** The point of a band as a ring: it stands square on the way, so that it meets the band however the way bends. */
function pointAt(path: Path, base: number, tip: number, wing: number): number[] {
  const { point, along } = stepAt(path, base);
  const [dx, dy] = [-along[1] * wing, along[0] * wing];
  const [x, y] = stepAt(path, tip).point;
  return [point[0] + dx, point[1] + dy, x, y, point[0] - dx, point[1] - dy, point[0] + dx, point[1] + dy];
}

/** The fan of a flow whose destination nobody names: how many strokes, over which arc, from and to which distance in pixels. */
export interface FanPlan {
  readonly pixel: number;
  readonly inner: number;
  readonly outer: number;
}

/** Around north, so that no single direction is claimed and the label keeps its room beside and below. */
const FAN_ANGLES = [-158, -124, -90, -56, -22];

/** Short tapering strokes that leave a point in every upward direction, as closed rings on the plane. */
export function fanOutlines(centre: XY, { pixel, inner, outer }: FanPlan): Points[] {
  const neck = outer - 6;
  const stroke = [inner, 0.8, neck, 1.4, neck - 0.8, 4, outer, 0, neck - 0.8, -4, neck, -1.4, inner, -0.8];
  return FAN_ANGLES.map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return placed(stroke, centre, [Math.cos(angle) * pixel, Math.sin(angle) * pixel]);
  });
}
