import { markStops } from '../style/scale';
import { svgUrl, type Drawing } from '../style/svg';

/** Many drawings in one picture, from which the graphics card takes each. */
export interface Atlas {
  readonly canvas: HTMLCanvasElement;
  /** Four numbers for each drawing asked for: left, top and side in the canvas' pixels; side in CSS pixels. */
  readonly places: Float32Array;
  /** Side of the largest drawing in CSS pixels. */
  readonly largest: number;
}

/** Marks are drawn as large as they ever show, since they grow with the zoom level. */
const LARGEST = Math.max(...markStops.map(([, factor]) => factor));
/** Clear pixels around a drawing, so that it does not mix with its neighbours. */
const MARGIN = 2;
/** Beyond this side, which every graphics card has, drawings are made smaller rather than the picture larger. */
const GREATEST = 4096;
/** Drawings that are read and drawn as one image: a few milliseconds' work. */
const TOGETHER = 12;

interface Cell {
  readonly drawing: Drawing;
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Draws each of the drawings once, however often it is listed, for a pixel ratio. Rejects where the browser cannot read one. */
export async function makeAtlas(drawings: readonly Drawing[], pixelRatio: number): Promise<Atlas> {
  const unique = [...new Map(drawings.map((drawing) => [drawing.svg, drawing])).values()].sort((a, b) => b.size - a.size);
  const { cells, width, height } = packed(unique, pixelRatio * LARGEST);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error(`The marks could not be drawn: no canvas of ${width} × ${height} pixels.`);
  for (let i = 0; i < cells.length; i += TOGETHER) {
    // an image of drawings is there at once, so that nothing else would get its turn
    if (i > 0) await new Promise((resolve) => setTimeout(resolve));
    await paint(brush, cells.slice(i, i + TOGETHER), width);
  }
  const bySvg = new Map(cells.map((cell) => [cell.drawing.svg, cell]));
  const places = new Float32Array(drawings.length * 4);
  drawings.forEach(({ svg, size }, i) => {
    const { x, y, side } = bySvg.get(svg)!;
    places.set([x, y, side, size], i * 4);
  });
  return { canvas, places, largest: Math.max(0, ...drawings.map(({ size }) => size)) };
}

/** Drawings in rows, the largest first; at a smaller scale where they would take more room than there is. */
function packed(drawings: readonly Drawing[], scale: number): { cells: Cell[]; width: number; height: number } {
  const area = drawings.reduce((sum, { size }) => sum + (Math.ceil(size * scale) + 2 * MARGIN) ** 2, 0);
  let width = 256;
  while (width < GREATEST && width ** 2 < area * 1.1) width *= 2;
  const cells: Cell[] = [];
  let [x, y, row] = [0, 0, 0];
  for (const drawing of drawings) {
    const side = Math.ceil(drawing.size * scale);
    const room = side + 2 * MARGIN;
    if (x + room > width) [x, y, row] = [0, y + row, 0];
    cells.push({ drawing, x: x + MARGIN, y: y + MARGIN, side });
    x += room;
    row = Math.max(row, room);
  }
  const height = y + row;
  if (height > GREATEST || row > width) return packed(drawings, scale * 0.8);
  return { cells, width, height: Math.max(height, MARGIN) };
}

/** Neighbours in the atlas as one image, decoded apart from the page's own work. */
async function paint(brush: CanvasRenderingContext2D, cells: readonly Cell[], width: number): Promise<void> {
  const top = Math.min(...cells.map(({ y }) => y));
  const height = Math.max(...cells.map(({ y, side }) => y + side)) - top;
  const nested = cells.map(
    ({ drawing: { svg, size }, x, y, side }) =>
      `<svg x="${x}" y="${y - top}" width="${side}" height="${side}" viewBox="0 0 ${size} ${size}">${svg}</svg>`,
  );
  const image = new Image();
  image.src = svgUrl(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${nested.join('')}</svg>`,
  );
  await image.decode();
  brush.drawImage(image, 0, top, width, height);
}
