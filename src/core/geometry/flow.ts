import { stepAt, type Path } from './path';
import type { XY } from './plane';
import { closed, drawable, sidesOf } from './ribbon';

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
export function bandOutline(path: Path, { width, pixel, startGap, endGap }: BandPlan): XY[] {
  const wide = Math.max((width / 2) * 1.25 + 1, LEAST_WING);
  // a way that is too short for the point gets a smaller one, rather than a band that starts behind its place
  const factor = Math.min(1, Math.max(0.45, (path.length / pixel - startGap - endGap) / (wide * 2.4)));
  const half = (width / 2) * factor * pixel;
  const wing = wide * factor * pixel;
  const head = wing * 1.2;
  const { from, to } = drawable(path, startGap * pixel, endGap * pixel, head * 1.3);
  const base = to - head;
  const { right, left } = sidesOf(path, from, base, () => half);
  const root = stepAt(path, base);
  const side = (aside: number): XY => [root.point[0] - root.along[1] * aside, root.point[1] + root.along[0] * aside];
  return closed([...right, side(wing), stepAt(path, to).point, side(-wing), ...[...left].reverse()]);
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
export function fanOutlines(centre: XY, { pixel, inner, outer }: FanPlan): XY[][] {
  return FAN_ANGLES.map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
    const at = (ahead: number, aside: number): XY => [
      centre[0] + (ux * ahead - uy * aside) * pixel,
      centre[1] + (uy * ahead + ux * aside) * pixel,
    ];
    const neck = outer - 6;
    return closed([at(inner, 0.8), at(neck, 1.4), at(neck - 0.8, 4), at(outer, 0), at(neck - 0.8, -4), at(neck, -1.4), at(inner, -0.8)]);
  });
}
