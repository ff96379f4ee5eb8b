import { toLngLat, toPlane, type LngLat } from '../core/geometry/plane';
import { stepAt } from '../core/geometry/path';
import type { FlowClaim } from '../core/model';
import { movements } from '../core/vocabulary';
import type { Course } from './strokes/course';
import type { LabelFeature } from './feature';
import { edgeLabel, wordsLabel } from './labels';
import { arrowOf, bandsOf, fanOf, traceOf, wordsAt, type People, type Stroke } from './strokes/moves';
import { tintOf, type Tint } from './party';
import type { Shown } from './picture';
import { gapAt, type OnStage, type Stage } from './strokes/stage';
import type { StrokeShape } from './strokes/strokes';
import type { ArrowKind } from './scale';
import type { Way } from './strokes/ways';

/** Movements and flows as strokes, and what is written at them. */

/** The strokes of a stage: flows, then movements, in the order of claims. A movement that lacks an end is a mark. */
export function strokesOf(stage: Stage): StrokeShape[] {
  const { selection, palette } = stage.options;
  const strokes: StrokeShape[] = [];
  for (const flow of stage.flows) {
    const selected = flow.way.id === selection;
    for (const stroke of flow.way.strokes(flow.timing, selected, palette, () => flowStrokes(stage, flow, selected))) strokes.push(stroke);
  }
  for (const movement of stage.movements) {
    const selected = movement.way.id === selection;
    const make = () => movementStrokes(stage, movement, selected);
    for (const stroke of movement.way.strokes(movement.timing, selected, palette, make)) strokes.push(stroke);
  }
  return strokes;
}

/** Bands, a fan or traces; nothing where the start has no coordinates. */
function flowStrokes(stage: Stage, { way, timing, courses }: OnStage, selected: boolean): StrokeShape[] {
  if (!way.from?.point) return [];
  const stroke = strokeOf(stage, way.id, stage.options.palette.displacement, selected);
  if (courses.length === 0) return fanOf(way.from, timing, gapAt(way.from, stage.zoom), stroke);
  if (timing.daysPast > 0) return courses.map((course) => traceOf(timing, course, stroke));
  const people = peopleOf(stage, way);
  return courses.flatMap((course) => bandsOf(people, course, stroke, stage.peoplePerPixel, way.to.length > 1));
}

/** An arrow or a trace. */
function movementStrokes(stage: Stage, { way, timing, courses: [course] }: OnStage, selected: boolean): StrokeShape[] {
  if (!course) return [];
  const stroke = strokeOf(stage, way.id, tintAt(stage, way).colour, selected);
  return [timing.daysPast > 0 ? traceOf(timing, course, stroke) : arrowOf(movementAt(stage, way), timing, course, stroke)];
}

/** The names of what lies beyond the map's edge, and how many fled. */
export function strokeLabels(stage: Stage): LabelFeature[] {
  const { claims } = stage.dossier;
  const words = stage.flows.flatMap(({ way, timing, courses: [course] }) => {
    if (!way.from?.point || timing.daysPast > 0) return [];
    const at = course ? wordsAt(course.route) : toPlane(way.from.point);
    return wordsLabel(way.id, at, claims.at(way.row) as FlowClaim, !course, stage) ?? [];
  });
  const edges = (all: readonly OnStage[], isFlow: boolean) =>
    all.flatMap(({ way, timing, courses }) =>
      timing.daysPast === 0 ? courses.flatMap(({ route }) => edgeLabel(way.id, route, stage, isFlow) ?? []) : [],
    );
  return [...words, ...edges(stage.flows, true), ...edges(stage.movements, false)];
}

/** The strokes of a stage, for the legend. */
export function shownStrokes(stage: Stage): Shown[] {
  const fled = stage.flows.flatMap(({ way, timing, courses }): Shown[] => {
    if (!way.from?.point) return [];
    const { fewest, most } = peopleOf(stage, way);
    const inWords = way.to.length > 1 || (Number.isNaN(fewest) && Number.isNaN(most));
    const form = courses.length === 0 ? 'fan' : inWords ? 'words' : fewest === most ? 'numbers' : 'range';
    const at = courses.length > 0 ? courses.flatMap(endsOf) : [way.from.point];
    return [{ id: way.id, at, what: { kind: 'flow', form, past: timing.daysPast > 0 } }];
  });
  const moved = stage.movements.flatMap(({ way, timing: { intended, daysPast }, courses: [course] }): Shown[] => {
    if (!course) return [];
    const [movement, tint] = [movementAt(stage, way), tintAt(stage, way)];
    return [{ id: way.id, at: endsOf(course), what: { kind: 'arrow', movement, intended, past: daysPast > 0, tint } }];
  });
  return [...fled, ...moved];
}

function peopleOf({ dossier }: Stage, { row }: Way): People {
  const { fewest, most } = dossier.claims.columns;
  return { fewest: fewest[row]!, most: most[row]! };
}

function movementAt({ dossier }: Stage, { row }: Way): ArrowKind {
  return movements[dossier.claims.columns.movement[row]!]!;
}

function tintAt({ dossier, options }: Stage, { row }: Way): Tint {
  const { parties, party } = dossier.claims.columns;
  return tintOf(parties[party[row]!] ?? '', dossier, options.palette);
}

function strokeOf({ zoom, pixel }: Stage, id: string, colour: string, selected: boolean): Stroke {
  return { id, zoom, pixel, colour, selected };
}

function endsOf({ route: { path } }: Course): LngLat[] {
  return [0, path.length].map((length) => toLngLat(stepAt(path, length).point));
}
