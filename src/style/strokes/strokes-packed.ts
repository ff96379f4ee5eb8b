import { facesOf } from '../../core/geometry/faces';
import { toPlane, type LngLat, type Points, type XY } from '../../core/geometry/plane';
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
  /** What the side at hand reaches on the plane. */
  #west = Infinity;
  #east = -Infinity;

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
    this.#putLooks(sorted);
    [this.#west, this.#east] = [Infinity, -Infinity];
    const texelsAt: number[] = [];
    const cornersAt: number[] = [];
    for (let i = 0; i < sorted.length; i++) {
      const { lines, form, pixel } = sorted[i]!;
      texelsAt.push(this.texelCount);
      cornersAt.push(this.cornerCount);
      for (const line of lines) {
        const first = this.#putLine(line, form !== 'trace', origin, looks + i);
        if (form === 'dashed') this.#putLengths(line, first, pixel);
        else if (form !== 'trace') this.#putFaces(line, first);
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
    return { origin, west: this.#west, east: this.#east, pixel: sorted[0]?.pixel ?? 1, runs };
  }

  #putLooks(strokes: readonly StrokeShape[]): void {
    const { texels } = this;
    const known = new Map<string, readonly [number, number, number]>();
    let t = TEXEL * this.texelCount;
    for (const { colour, fade } of strokes) {
      let parts = known.get(colour);
      if (!parts) known.set(colour, (parts = channels(colour)));
      texels[t] = parts[0];
      texels[t + 1] = parts[1];
      texels[t + 2] = parts[2];
      texels[t + 3] = fade;
      t += TEXEL;
    }
    this.texelCount += strokes.length;
  }

  /** Adds a line with a point more at both ends, of a ring those that go on from there; the texel of its first point. */
  #putLine(line: Points, isRing: boolean, [ox, oy]: XY, look: number): number {
    const { texels } = this;
    const { length } = line;
    const [before, after] = isRing ? [length - 4, 2] : [0, length - 2];
    const first = this.texelCount + 1;
    let t = TEXEL * this.texelCount;
    let [west, east] = [this.#west, this.#east];
    texels[t] = line[before]! - ox;
    texels[t + 1] = line[before + 1]! - oy;
    texels[t + 2] = 0;
    texels[t + 3] = NONE;
    t += TEXEL;
    for (let k = 0; k < length; k += 2, t += TEXEL) {
      const x = line[k]!;
      if (x < west) west = x;
      if (x > east) east = x;
      texels[t] = x - ox;
      texels[t + 1] = line[k + 1]! - oy;
      texels[t + 2] = 0;
      texels[t + 3] = look;
    }
    // at its last point no piece begins
    texels[t - 1] = NONE;
    texels[t] = line[after]! - ox;
    texels[t + 1] = line[after + 1]! - oy;
    texels[t + 2] = 0;
    texels[t + 3] = NONE;
    [this.#west, this.#east] = [west, east];
    this.texelCount = first + length / 2 + 1;
    return first;
  }

  /** Says of a line's points how far along it they are, in pixels. */
  #putLengths(line: Points, first: number, pixel: number): void {
    let length = 0;
    for (let k = 2, t = TEXEL * (first + 1) + 2; k < line.length; k += 2, t += TEXEL)
      this.texels[t] = length += Math.hypot(line[k]! - line[k - 2]!, line[k + 1]! - line[k - 1]!) / pixel;
  }

  #putFaces(ring: Points, first: number): void {
    const { corners, cornerCount } = this;
    const faces = facesOf(ring.length / 2 - 1);
    for (let i = 0; i < faces.length; i++) corners[cornerCount + i] = first + faces[i]!;
    this.cornerCount += faces.length;
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
  const spans: [number, number][] = [];
  for (let i = from; i < to; i++) if (sorted[i]!.selected) spans.push([i, i + 1]);
  return spans;
}
