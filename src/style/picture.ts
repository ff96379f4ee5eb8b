import type { LngLat } from '../core/geometry/plane';
import type { Situation } from '../core/ledger';
import type { Dossier, Instant } from '../core/model';
import { dayOf } from '../core/time';
import type { ArrowFeature, BandFeature, LabelFeature, MarkFeature, TraceFeature } from './feature';
import { placeLabels } from './labels';
import type { Layer } from './layer';
import type { Mark } from './mark';
import type { Palette } from './palette';
import type { Tint } from './party';
import { controlPiece, eventPiece, flowPiece, movementPiece, type Piece } from './pieces';
import type { ArrowKind } from './scale';
import { stageOf } from './stage';
import type { Language } from './strings';
import type { Drawing } from './svg';

/** Everything dated that the map shows of a situation, as plain data with ids. */

export interface PictureOptions {
  readonly palette: Palette;
  readonly language: Language;
  /** Of the camera; the picture is the same within a step (see `zoomStep`). */
  readonly zoom: number;
  /** Layers switched off. */
  readonly off?: readonly Layer[];
  /** Id of the selected mark. */
  readonly selection?: string | null;
  /** The situation a day earlier: what differs from it gets a halo. Without it nothing does. */
  readonly before?: Situation | null;
  /** What the map is sure to show, west, south, east, north; the dossier's opening view where it is not given. */
  readonly frame?: readonly [number, number, number, number];
}

/** One thing that the picture shows, for legend and lists. `at` holds the points that it covers. */
export interface Shown {
  readonly id: string;
  readonly at: readonly LngLat[];
  readonly what:
    | { readonly kind: 'mark'; readonly mark: Mark }
    | { readonly kind: 'arrow'; readonly movement: ArrowKind; readonly intended: boolean; readonly past: boolean; readonly tint: Tint }
    | { readonly kind: 'flow'; readonly form: 'numbers' | 'range' | 'words' | 'fan'; readonly past: boolean };
}

export interface Picture {
  /** YYYY-MM-DD in the dossier's time zone. */
  readonly day: string;
  readonly at: Instant;
  readonly relief: boolean;
  readonly bands: readonly BandFeature[];
  readonly traces: readonly TraceFeature[];
  readonly arrows: readonly ArrowFeature[];
  readonly marks: readonly MarkFeature[];
  readonly labels: readonly LabelFeature[];
  /** By the name under which `marks` ask for them. */
  readonly drawings: ReadonlyMap<string, Drawing>;
  /** One entry per mark, in the order of drawing. */
  readonly shown: readonly Shown[];
  /** The scale of bands; null where no flow has a number. */
  readonly peoplePerPixel: number | null;
}

/** The picture of a situation. Pure; it depends on what it is given alone, and not on what was shown before. */
export function pictureOf(situation: Situation, dossier: Dossier, options: PictureOptions): Picture {
  const stage = stageOf(situation, dossier, options);
  const isOn = (layer: Layer) => !options.off?.includes(layer);
  const pieces: Piece[] = [
    ...(isOn('flows') ? [flowPiece(stage)] : []),
    ...(isOn('movements') ? [movementPiece(stage)] : []),
    ...(isOn('control') ? [controlPiece(stage)] : []),
    eventPiece(stage, isOn('incidents'), isOn('movements')),
  ];
  const marks = pieces.flatMap((piece) => piece.marks ?? []);
  const sizes = new Map(marks.map(({ feature, drawing }) => [feature.properties.id, drawing.size]));
  const labels = [
    ...placeLabels(stage, isOn('control') ? situation.holdings : [], sizes),
    ...pieces.flatMap((piece) => piece.labels ?? []),
  ];
  return {
    day: dayOf(situation.at, dossier.timeZone),
    at: situation.at,
    relief: isOn('relief'),
    bands: pieces.flatMap((piece) => piece.bands ?? []),
    traces: pieces.flatMap((piece) => piece.traces ?? []),
    arrows: pieces.flatMap((piece) => piece.arrows ?? []),
    marks: marks.map(({ feature }) => feature),
    labels,
    drawings: new Map(marks.map(({ feature, drawing }) => [feature.properties.icon, drawing])),
    shown: pieces.flatMap((piece) => piece.shown ?? []),
    peoplePerPixel: stage.peoplePerPixel,
  };
}
