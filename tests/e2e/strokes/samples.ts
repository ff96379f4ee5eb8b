import { arrowOutline, chevronOutlines, type ArrowPlan } from '../../../src/core/geometry/arrow';
import { bandOutline, fanOutlines } from '../../../src/core/geometry/flow';
import { partOf, pathThrough, type Path } from '../../../src/core/geometry/path';
import { pixelAt, toPlane, type LngLat, type Points, type XY } from '../../../src/core/geometry/plane';
import { figureAt, type ArrowKind } from '../../../src/style/scale';
import type { StrokeForm, StrokeShape } from '../../../src/style/strokes/strokes';

/** Strokes of every form in a grid around a point, for a zoom level. */

const COLUMN = 130;
const ROW = 60;

export function samples(middle: LngLat, zoom: number, colour: string, selected: string | null = null): StrokeShape[] {
  const pixel = pixelAt(zoom);
  const [x, y] = toPlane(middle);
  const at = (right: number, down: number): XY => [x + right * pixel, y + down * pixel];
  const way = (column: number, row: number, bend: number): Path => {
    const [left, top] = [(column - 2) * COLUMN + 10, (row - 2.5) * ROW + 30];
    return pathThrough([at(left, top), at(left + COLUMN - 20, top - 10)], bend, 0, 24);
  };
  const plan = (kind: ArrowKind): ArrowPlan => ({ figure: figureAt(kind, zoom), pixel, progress: 1, startGap: 2, endGap: 2 });
  const band = (path: Path, width: number) => [bandOutline(path, { width, pixel, startGap: 2, endGap: 2 })];
  const kinds: readonly (readonly [StrokeForm, (path: Path) => readonly Points[], fade?: number])[] = [
    ['trace', (path) => [partOf(path, 0, path.length)], 0.42],
    ['soft', (path) => band(path, 14)],
    ['hatched', (path) => band(path, 22)],
    ['band', (path) => band(path, 9)],
    ['band', ({ samples: [left, top] }) => fanOutlines([left! + 50 * pixel, top! + 20 * pixel], { pixel, inner: 6, outer: 28 }), 0.65],
    ['hollow', (path) => [arrowOutline(path, plan('withdrawal'))]],
    ['solid', (path) => [arrowOutline(path, plan('advance'))]],
    ['solid', (path) => chevronOutlines(path, plan('reinforcement'))],
    ['dashed', (path) => [arrowOutline(path, plan('advance'))]],
  ];
  return kinds.flatMap(([form, lines, fade = 1], i) =>
    [0.08, -0.3].map((bend, j): StrokeShape => {
      const id = `${form} ${i} ${j}`;
      return { id, form, lines: lines(way((i % 2) * 2 + j, Math.floor(i / 2), bend)), colour, fade, selected: id === selected, pixel };
    }),
  );
}
