import { atOnce } from '../core/at-once';
import type { LngLat } from '../core/geometry/plane';
import type { Ledger } from '../core/ledger';
import type { Instant, Labels } from '../core/model';
import type { Situation } from '../core/situation';
import { dayOf } from '../core/time';
import type { LabelFeature } from './feature';
import type { Inferred } from './areas';
import { hiding } from './records/hidden';
import { placeLabels } from './labels';
import type { RoomFeature } from './mark-room';
import { strokeRoom } from './stroke-room';
import type { Layer } from './layer';
import { liftedMark, type LiftedMark } from './lifted';
import type { Mark } from './mark';
import type { Palette } from './palette';
import type { Tint } from './party';
import { shownStrokes, strokeLabels, strokesOf } from './pieces';
import { drawing } from './records/record-drawings';
import type { MarkLayer, Records } from './records/records';
import type { ArrowKind } from './scale';
import type { RingFeature } from './rings';
import { shownMarks } from './shown-marks';
import { stageOf } from './strokes/stage';
import type { Language } from './strings';
import type { StrokeShape } from './strokes/strokes';
import type { Drawing } from './svg';
import type { Unreported } from './unreported';

/** Everything dated that the map shows of a situation, as plain data with ids. */

/** West, south, east, north. */
type Bounds = readonly [number, number, number, number];

export interface PictureOptions {
  readonly palette: Palette;
  readonly language: Language;
  /** Of the camera; the picture is the same within a step (see `zoomStep`). */
  readonly zoom: number;
  /** Layers switched off. */
  readonly off?: readonly Layer[];
  /** Id of the selected mark. */
  readonly selection?: string | null;
  /** What is said of labels in this view alone, over what the dossier says. */
  readonly labels?: Labels | undefined;
  /** What the map is sure to show; the dossier's opening view where it is not given. */
  readonly frame?: Bounds;
  /** Whatever it may show, where that is more: strokes elsewhere are left out. */
  readonly view?: Bounds;
  /** What nobody reports of the country, where it may be drawn: inferred ground, and silence. While it is awaited nothing is said of what lies beneath. */
  readonly unreported?: Unreported | 'awaited' | null | undefined;
  /** False while days or camera are moving: then there are no names, and no list of what is shown. */
  readonly settled?: boolean;
}

/**
 * One thing that the picture shows, for the legend: each stroke, and one mark of each look. `at` holds points of it in the frame, or, of a
 * stroke, its ends.
 */
export interface Shown {
  readonly id: string;
  readonly at: readonly LngLat[];
  readonly what:
    | { readonly kind: 'mark'; readonly mark: Mark }
    | { readonly kind: 'arrow'; readonly movement: ArrowKind; readonly intended: boolean; readonly past: boolean; readonly tint: Tint }
    | { readonly kind: 'flow'; readonly form: 'numbers' | 'range' | 'words' | 'fan'; readonly past: boolean };
}

/** What lies beneath everything dated and is no report; each null where its layer is off. */
export interface Beneath {
  readonly inferred: Inferred | null;
  readonly silence: Silent | null;
}

/** The rings of towns of which nobody speaks, and how many of how many towns these are. */
export interface Silent {
  readonly rings: readonly RingFeature[];
  readonly drawings: ReadonlyMap<string, Drawing>;
  readonly of: number;
}

export interface Picture {
  /** YYYY-MM-DD in the dossier's time zone. */
  readonly day: string;
  readonly at: Instant;
  readonly relief: boolean;
  readonly marks: {
    readonly ledger: Ledger;
    readonly records: Records;
    /** One a style of the records. */
    readonly drawings: readonly Drawing[];
    readonly off: readonly MarkLayer[];
    readonly lifted: LiftedMark | null;
  };
  /** In the order of drawing. */
  readonly strokes: readonly StrokeShape[];
  /** Null: what lies beneath is to stay while the situation does, and to go with it, until the picture is settled and nothing is awaited. */
  readonly ground: Beneath | null;
  /** Null: the names are to stay as they are until the picture is settled. */
  readonly labels: readonly LabelFeature[] | null;
  /** Where arrows keep the names off, as marks do; empty where the picture is not settled. */
  readonly strokeRoom: readonly RoomFeature[];
  /** Null where the picture is not settled. */
  readonly shown: readonly Shown[] | null;
  /** The most marks that lie beneath one in the frame; 0 where none do, or where the picture is not settled. */
  readonly beneath: number;
  /** The scale of bands; null where no flow has a number. */
  readonly peoplePerPixel: number | null;
}

/** The layers whose marks are records. */
export const markLayers: readonly MarkLayer[] = ['control', 'incidents', 'movements'];

/** The picture of a situation, with the records of its ledger. Pure; it depends on what it is given alone, and not on what was shown before. */
export function pictureOf(situation: Situation, records: Records, options: PictureOptions): Picture {
  return atOnce(picturing(situation, records, options));
}

/** The same in steps, each of which takes some milliseconds where there is much in view. */
export function* picturing(situation: Situation, records: Records, options: PictureOptions): Generator<void, Picture> {
  const { ledger, at } = situation;
  const { palette, language, settled = true } = options;
  const stage = stageOf(situation, options);
  const off = markLayers.filter((layer) => options.off?.includes(layer));
  yield;
  const drawings = yield* drawing(records, ledger, palette);
  yield;
  const { zoom, frame = ledger.dossier.opening.bounds } = options;
  const beneath: ReadonlyMap<number, number> =
    settled && !off.includes('control') ? yield* hiding(situation, records, zoom, frame) : new Map<number, number>();
  const names = () =>
    placeLabels({
      situation,
      records,
      zoom,
      frame,
      language,
      off,
      sideOf: (style) => drawings[style]!.size,
      beneath,
      labels: stage.labels,
    });
  yield;
  const strokes = strokesOf(stage);
  yield;
  const labels = settled ? [...names(), ...strokeLabels(stage)] : null;
  yield;
  const { unreported } = options;
  const ground =
    !settled || unreported === 'awaited'
      ? null
      : (unreported?.beneath(situation, records, options, (style) => drawings[style]!.size) ?? { inferred: null, silence: null });
  yield;
  const shown = settled ? [...shownStrokes(stage), ...shownMarks(stage, records, off)] : null;
  return {
    day: dayOf(at, ledger.dossier.timeZone),
    at,
    relief: !options.off?.includes('relief'),
    marks: { ledger, records, drawings, off, lifted: liftedMark(stage, records, off) },
    strokes,
    ground,
    labels,
    strokeRoom: settled ? strokeRoom(stage) : [],
    shown,
    beneath: [...beneath.values()].reduce((most, count) => Math.max(most, count), 0),
    peoplePerPixel: stage.peoplePerPixel,
  };
}
