import type { XY } from '../core/geometry/plane';
import { toPlane } from '../core/geometry/plane';
import type { LabelFeature, LabelKind, LabelSide, MarkFeature } from './feature';

/**
 * On which side of its point each name stands. The map could choose, but it remembers what it chose before, and then the
 * picture would depend on the way to it.
 */

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A name before its side is known. */
export type UnsidedLabel = Omit<LabelFeature, 'properties'> & { readonly properties: Omit<LabelFeature['properties'], 'side'> };

/** The side of the text that touches the point, best first: `left` has the name to the right of it. */
const sides: readonly LabelSide[] = ['left', 'right', 'top', 'bottom'];
/** Wider names are broken into lines, in ems. */
export const maxWidths: Readonly<Record<LabelKind, number>> = { strong: 9, quiet: 9, area: 13, 'quiet-area': 9, edge: 9, words: 9 };
const LETTER_EMS = 0.57;
const LINE_EMS = 1.15;

/** Where the events of a place stand beside it, in pixels at icon size 1: rows of four to the left. */
export function slotOffset(slot: number): readonly [x: number, y: number] {
  return [-27 - 20 * (slot % 4), -7 + 20 * Math.floor(slot / 4)];
}

/** Gives each name the side on which it covers least of the marks and of the names before it; greater weight chooses first. */
export function withSides(
  labels: readonly UnsidedLabel[],
  marks: readonly { readonly feature: MarkFeature; readonly drawing: { readonly size: number } }[],
  pixel: number,
  scale: number,
): LabelFeature[] {
  const taken = marks.map(({ feature, drawing }): Box => {
    const [x, y] = screen(feature.geometry.coordinates, pixel);
    const [dx, dy] = feature.properties.slot === null ? [0, 0] : slotOffset(feature.properties.slot);
    const half = (drawing.size / 2) * scale;
    const [middle, level] = [x + dx * scale, y + dy * scale];
    return { left: middle - half, right: middle + half, top: level - half, bottom: level + half };
  });
  const chosen = new Map<UnsidedLabel, LabelSide>();
  for (const label of [...labels].sort((a, b) => a.properties.order - b.properties.order)) {
    const boxes = sides.map((side) => ({ side, box: boxOf(label, side, pixel) }));
    const best = boxes.map(({ side, box }) => ({ side, box, covered: taken.reduce((sum, other) => sum + overlap(box, other), 0) }));
    const least = best.reduce((a, b) => (b.covered < a.covered ? b : a));
    taken.push(least.box);
    chosen.set(label, least.side);
  }
  return labels.map((label) => ({ ...label, properties: { ...label.properties, side: chosen.get(label)! } }));
}

function boxOf({ geometry, properties: { text, size, offset, label } }: UnsidedLabel, side: LabelSide, pixel: number): Box {
  const [x, y] = screen(geometry.coordinates, pixel);
  const ems = text.length * LETTER_EMS;
  const lines = Math.ceil(ems / maxWidths[label]);
  const [width, height] = [Math.min(ems, maxWidths[label]) * size, lines * LINE_EMS * size];
  const gap = offset * size;
  const left = side === 'left' ? x + gap : side === 'right' ? x - gap - width : x - width / 2;
  const top = side === 'top' ? y + gap : side === 'bottom' ? y - gap - height : y - height / 2;
  return { left, right: left + width, top, bottom: top + height };
}

/** Pixels of a plane without edges; y grows downwards. */
function screen([lng, lat]: readonly number[], pixel: number): XY {
  const [x, y] = toPlane([lng!, lat!]);
  return [x / pixel, y / pixel];
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
