import type { XY } from '../../core/geometry/plane';

/** Lines and rings as SVG paths, cut off beyond a window. */

/** Left, top, right, bottom. */
export type Window = readonly [left: number, top: number, right: number, bottom: number];

/** Points nearer than this to one another are one, in pixels: nobody sees it, and a file is smaller for it. */
const NEAR = 0.12;
const HUNDREDTHS = 100;

/** A ring inside a window, closed; empty where nothing of it is. */
export function ringPath(ring: readonly XY[], window: Window): string {
  const inside = ringWithin(ring, window);
  return inside.length < 3 ? '' : `${moves(inside, true)}z`;
}

/** The pieces of a line inside a window; empty where there is none. */
export function linePath(line: readonly XY[], window: Window): string {
  return piecesWithin(line, window)
    .map((piece) => moves(piece, false))
    .join('');
}

// each step is from where the rounded path is, so that roundings do not add up
function moves(points: readonly XY[], isRing: boolean): string {
  let path = '';
  let [x, y] = [0, 0];
  points.forEach((point, i) => {
    const [nextX, nextY] = [Math.round(point[0] * HUNDREDTHS), Math.round(point[1] * HUNDREDTHS)];
    const isLast = !isRing && i === points.length - 1;
    if (i > 0 && !isLast && Math.hypot(nextX - x, nextY - y) < NEAR * HUNDREDTHS) return;
    if (i > 0 && nextX === x && nextY === y) return;
    path += i === 0 ? `M${pair(nextX, nextY)}` : `l${pair(nextX - x, nextY - y)}`;
    [x, y] = [nextX, nextY];
  });
  return path;
}

function pair(x: number, y: number): string {
  const second = decimal(y);
  return second.startsWith('-') ? decimal(x) + second : `${decimal(x)} ${second}`;
}

/** Hundredths as a number without a needless nought. */
function decimal(hundredths: number): string {
  return String(hundredths / HUNDREDTHS).replace(/^(-?)0\./, '$1.');
}

// Sutherland and Hodgman: one side of the window after the other
function ringWithin(ring: readonly XY[], [left, top, right, bottom]: Window): XY[] {
  let points = [...ring];
  for (const [axis, edge, sign] of [
    [0, left, 1],
    [0, right, -1],
    [1, top, 1],
    [1, bottom, -1],
  ] as const) {
    if (points.every((point) => (point[axis] - edge) * sign >= 0)) continue;
    const kept: XY[] = [];
    points.forEach((point, i) => {
      const before = points[(i + points.length - 1) % points.length]!;
      const [was, is] = [(before[axis] - edge) * sign, (point[axis] - edge) * sign];
      if (was >= 0 !== is >= 0) kept.push(along(before, point, was / (was - is)));
      if (is >= 0) kept.push(point);
    });
    points = kept;
  }
  return points;
}

// Liang and Barsky: the share of each piece that lies inside
function piecesWithin(line: readonly XY[], [left, top, right, bottom]: Window): XY[][] {
  const pieces: XY[][] = [];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    let [from, to] = [0, 1];
    for (const [step, room] of [
      [-dx, a[0] - left],
      [dx, right - a[0]],
      [-dy, a[1] - top],
      [dy, bottom - a[1]],
    ] as const) {
      if (step === 0 && room < 0) [from, to] = [1, 0];
      else if (step < 0) from = Math.max(from, room / step);
      else if (step > 0) to = Math.min(to, room / step);
    }
    if (from > to) continue;
    const last = pieces.at(-1);
    if (from === 0 && last && last.at(-1) === a) last.push(to === 1 ? b : along(a, b, to));
    else pieces.push([from === 0 ? a : along(a, b, from), to === 1 ? b : along(a, b, to)]);
  }
  return pieces;
}

function along(a: XY, b: XY, share: number): XY {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}
