import { touches } from './legend';
import type { Picture } from './picture';

/** West, south, east, north. */
type Bounds = readonly [number, number, number, number];

/**
 * Two pictures side by side as one, for the legend: what each shows on its own side of a share of the frame's width. Where the map is
 * turned no meridian parts them, and `share` is null: then what either shows in the frame.
 */
export function picturesAsOne(left: Picture, right: Picture, frame: Bounds | undefined, share: number | null): Picture {
  const [west, south, east, north] = frame ?? [-Infinity, -Infinity, Infinity, Infinity];
  const parting = frame && share !== null ? west + (east - west) * share : null;
  const within = ({ shown }: Picture, bounds: Bounds) => (shown ?? []).filter(({ at }) => touches(at, bounds));
  return {
    ...left,
    shown: [...within(left, [west, south, parting ?? east, north]), ...within(right, [parting ?? west, south, east, north])],
    beneath: Math.max(left.beneath, right.beneath),
    peoplePerPixel: left.peoplePerPixel ?? right.peoplePerPixel,
  };
}
