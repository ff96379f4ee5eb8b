import { PIXEL_MM, type Point } from './drawing';

/** An arrow to the north for a map that is turned clockwise by `bearing` degrees. */
export function needle([x, y]: Point, bearing: number): Point[] {
  const turn = (-bearing * Math.PI) / 180;
  const corners: Point[] = [
    [0, -13],
    [8, 11],
    [0, 6],
    [-8, 11],
  ];
  return corners.map(([dx, dy]) => [
    x + (dx * Math.cos(turn) - dy * Math.sin(turn)) * PIXEL_MM,
    y + (dx * Math.sin(turn) + dy * Math.cos(turn)) * PIXEL_MM,
  ]);
}
