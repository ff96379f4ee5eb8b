import { facesOf } from '../core/geometry/faces';
import { toPlane, type LngLat, type Points, type XY } from '../core/geometry/plane';
import { channels, strokeForms, type StrokeCoat, type StrokeShape } from './strokes';

/** Strokes as numbers for the graphics card. */

/** What one coat paints: of fills, corners in `corners`; of lines, texels, each of which may begin a piece of a line. */
export interface StrokeRun {
  readonly coat: StrokeCoat;
  readonly first: number;
  readonly count: number;
}

/** Strokes of one side, in the packing's texels and corners. */
export interface PackedStrokes {
  readonly origin: XY;
  /** What they reach on the plane from west to east. */
  readonly west: number;
  readonly east: number;
  readonly pixel: number;
  readonly runs: readonly StrokeRun[];
}

/** Texels in a row, as the texels' texture has them: every graphics card has so many. */
export const ROW = 2048;
/** Floats of a texel. */
const TEXEL = 4;
/** Origins lie on a grid, so that the same view gets the same pixels whatever was shown before. */
const GRID = 1024;
/** A texel that begins no piece of a line. */
const NONE = -1;

/**
 * Texels of four floats: for each stroke its colour (red, green, blue) and fade; for each point x, y (relative to the side's origin), the
 * length of the line so far in pixels (of dashes alone), and the texel of the stroke's colour, where a piece of a line begins there, else -1.
 * Before each line and after it stands a point more, so that a piece finds its neighbours. Memory is kept from one packing to the next.
 */
export class StrokePacking {
  texels = new Float32Array(2 * ROW * TEXEL);
  corners = new Uint32Array(1 << 13);
  texelCount = 0;
  cornerCount = 0;

  clear(): void {
    this.texelCount = this.cornerCount = 0;
  }

  /** Adds the strokes of one side, relative to a point near `middle`. */
  add(strokes: readonly StrokeShape[], coats: readonly StrokeCoat[], middle: LngLat): PackedStrokes {
    // in the copy of the world in which they are
    const line = strokes[0]?.lines[0];
    const [x, y] = toPlane(middle, line && [line[0]!, line[1]!]);
    const origin: XY = [Math.round(x * GRID) / GRID, Math.round(y * GRID) / GRID];
    const sorted: StrokeShape[] = [];
    /** Where each form begins; one more for the end. */
    const firstOf: number[] = [];
    for (const form of strokeForms) {
      firstOf.push(sorted.length);
      for (const stroke of strokes) if (stroke.form === form) sorted.push(stroke);
    }
    firstOf.push(sorted.length);
    this.#grow(sorted);
    const looks = this.texelCount;
    for (const { colour, fade } of sorted) {
      const [red, green, blue] = channels(colour);
      this.#put(red, green, blue, fade);
    }
    const texelsAt: number[] = [];
    const cornersAt: number[] = [];
    let [west, east] = [Infinity, -Infinity];
    for (const [i, { lines, form, pixel }] of sorted.entries()) {
      texelsAt.push(this.texelCount);
      cornersAt.push(this.cornerCount);
      for (const line of lines) {
        for (let k = 0; k < line.length; k += 2) {
          if (line[k]! < west) west = line[k]!;
          if (line[k]! > east) east = line[k]!;
        }
        if (form === 'trace') this.#open(line, origin, looks + i);
        else this.#ring(line, origin, looks + i, form === 'dashed' ? pixel : 0, form !== 'dashed');
      }
    }
    texelsAt.push(this.texelCount);
    cornersAt.push(this.cornerCount);
    const runs = coats.flatMap((coat) => {
      const starts = coat.paint === 'fill' || coat.paint === 'hatch' ? cornersAt : texelsAt;
      return spansOf(sorted, firstOf, coat).map(([from, to]): StrokeRun => ({
        coat,
        first: starts[from]!,
        count: starts[to]! - starts[from]!,
      }));
    });
    return { origin, west, east, pixel: sorted[0]?.pixel ?? 1, runs };
  }

  #ring(ring: Points, [ox, oy]: XY, look: number, dashed: number, filled: boolean): void {
    const points = ring.length / 2 - 1;
    const last = 2 * points - 2;
    this.#put(ring[last]! - ox, ring[last + 1]! - oy, 0, NONE);
    const first = this.texelCount;
    let length = 0;
    for (let i = 0, k = 0; i <= points; i++, k += 2) {
      if (dashed > 0 && i > 0) length += Math.hypot(ring[k]! - ring[k - 2]!, ring[k + 1]! - ring[k - 1]!) / dashed;
      this.#put(ring[k]! - ox, ring[k + 1]! - oy, length, i < points ? look : NONE);
    }
    this.#put(ring[2]! - ox, ring[3]! - oy, 0, NONE);
    if (!filled) return;
    const faces = facesOf(points);
    for (let i = 0; i < faces.length; i++) this.corners[this.cornerCount++] = first + faces[i]!;
  }

  #open(line: Points, [ox, oy]: XY, look: number): void {
    const last = line.length - 2;
    this.#put(line[0]! - ox, line[1]! - oy, 0, NONE);
    for (let k = 0; k <= last; k += 2) this.#put(line[k]! - ox, line[k + 1]! - oy, 0, k < last ? look : NONE);
    this.#put(line[last]! - ox, line[last + 1]! - oy, 0, NONE);
  }

  #put(x: number, y: number, z: number, w: number): void {
    const k = TEXEL * this.texelCount++;
    this.texels[k] = x;
    this.texels[k + 1] = y;
    this.texels[k + 2] = z;
    this.texels[k + 3] = w;
  }

  #grow(strokes: readonly StrokeShape[]): void {
    let points = strokes.length;
    for (const { lines } of strokes) for (const line of lines) points += line.length / 2 + 2;
    const rows = Math.ceil((this.texelCount + points) / ROW);
    const corners = this.cornerCount + 3 * points;
    if (rows * ROW * TEXEL > this.texels.length) this.texels = enlarged(this.texels, new Float32Array(2 * rows * ROW * TEXEL));
    if (corners > this.corners.length) this.corners = enlarged(this.corners, new Uint32Array(2 * corners));
  }
}

function enlarged<T extends Float32Array | Uint32Array>(before: T, after: T): T {
  after.set(before);
  return after;
}

/** The strokes that a coat paints, as runs of their positions, half-open. */
function spansOf(
  sorted: readonly StrokeShape[],
  firstOf: readonly number[],
  { forms, selected }: StrokeCoat,
): [from: number, to: number][] {
  const from = firstOf[strokeForms.indexOf(forms[0])]!;
  const to = firstOf[strokeForms.indexOf(forms[1]) + 1]!;
  if (!selected) return from < to ? [[from, to]] : [];
  return sorted.slice(from, to).flatMap((stroke, i): [number, number][] => (stroke.selected ? [[from + i, from + i + 1]] : []));
}
