import type { ArrowFigure } from '../core/geometry/arrow';
import type { Columns } from '../core/claims/columns';
import type { Dossier } from '../core/model';

/** Sizes on screen, in one place: they grow a little with the zoom level and never with the data, but for bands. */

/** Outlines are made anew when the zoom level has moved by this much; between, they are stretched. */
const ZOOM_STEP = 0.25;

/** The zoom level at which a picture is made for a camera at `zoom`. */
export function zoomStep(zoom: number): number {
  return Math.round(zoom / ZOOM_STEP) * ZOOM_STEP;
}

/** Size of marks at a zoom level, as stops of zoom and factor; the map's layers use the same stops. */
export const markStops: readonly (readonly [zoom: number, factor: number])[] = [
  [4.5, 0.66],
  [6.5, 0.86],
  [8, 1.08],
  [11, 1.3],
];
const arrowStops: readonly (readonly [zoom: number, factor: number])[] = [
  [4.5, 0.62],
  [6.5, 0.95],
  [8, 1.2],
  [11, 1.6],
];

export function markScale(zoom: number): number {
  return along(markStops, zoom);
}

/** The size at which MapLibre keeps names off marks: theirs at the next whole level. */
export function nextMarkScale(zoom: number): number {
  return markScale(Math.floor(zoom) + 1);
}

export function arrowScale(zoom: number): number {
  return along(arrowStops, zoom);
}

export type ArrowKind = 'advance' | 'reinforcement' | 'withdrawal';
const figures: Readonly<Record<ArrowKind, ArrowFigure>> = {
  advance: { tail: 1.1, shoulder: 4.8, wing: 10.5, head: 16 },
  reinforcement: { tail: 2, shoulder: 3.2, wing: 7.5, head: 9.5 },
  withdrawal: { tail: 1.8, shoulder: 3.4, wing: 8.2, head: 12.5 },
};

/** Chevrons, and outlines with nothing in them, run together where they are smaller than this factor, however far away the map is seen. */
const leastScale: Readonly<Record<ArrowKind, number>> = { advance: 0, reinforcement: 1, withdrawal: 0.85 };
const LEAST_HOLLOW = 0.9;

/** The figure of a kind of arrow at a zoom level, in pixels; `isHollow` where only its outline is drawn. */
export function figureAt(kind: ArrowKind, zoom: number, isHollow = false): ArrowFigure {
  const factor = Math.max(arrowScale(zoom), leastScale[kind], isHollow ? LEAST_HOLLOW : 0);
  const { tail, shoulder, wing, head } = figures[kind];
  return { tail: tail * factor, shoulder: shoulder * factor, wing: wing * factor, head: head * factor };
}

/** Widest band in pixels, and the width of one that nobody puts a number to. */
const WIDEST = 26;
export const WORDS_WIDTH = 10;

const perPixel = new WeakMap<Dossier, number | null>();

/**
 * People to a pixel of a band's width, one round number for all dates of a dossier, so that its greatest flow is about 26 pixels
 * wide; null where no flow has a number. Found once for a dossier.
 */
export function peoplePerPixel(dossier: Dossier): number | null {
  let found = perPixel.get(dossier);
  if (found === undefined) perPixel.set(dossier, (found = perPixelOf(dossier.claims.columns)));
  return found;
}

function perPixelOf({ fewest, most }: Columns): number | null {
  // a bound that is not said is NaN, and greater than nothing
  const greatest = [fewest, most].reduce((all, bounds) => bounds.reduce((least, each) => (each > least ? each : least), all), 0);
  if (greatest === 0) return null;
  const wanted = greatest / WIDEST;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return power * ([1, 2, 5].find((step) => step * power >= wanted) ?? 10);
}

/** Opacity by whole days past: age, and nothing else. */
export function fadeOf(daysPast: number): number {
  return [1, 0.65, 0.42, 0.24][Math.min(3, Math.max(0, daysPast))]!;
}

function along(stops: readonly (readonly [number, number])[], zoom: number): number {
  const upper = stops.findIndex(([stop]) => stop >= zoom);
  if (upper === 0) return stops[0]![1];
  if (upper < 0) return stops[stops.length - 1]![1];
  const [[z0, f0], [z1, f1]] = [stops[upper - 1]!, stops[upper]!];
  return f0 + ((f1 - f0) * (zoom - z0)) / (z1 - z0);
}
