import { appearanceOf } from '../core/situation';
import { toLngLat, toPlane, type LngLat } from '../core/geometry/plane';
import type { Occurrence } from '../core/ledger';
import type { Place } from '../core/model';
import { pointOf, type ArrowFeature, type BandFeature, type LabelFeature, type MarkFeature, type TraceFeature } from './feature';
import { edgeLabel, wordsLabel } from './labels';
import { markOf, type EventMark, type Mark, type Rank } from './mark';
import { markSvg } from './marks';
import { arrowOf, bandsOf, fanOf, traceOf, wordsAt, type Stroke } from './moves';
import { tintOf } from './party';
import type { Shown } from './picture';
import type { Route } from './route';
import { fadeOf } from './scale';
import { gapAt, placeOf, type Stage } from './stage';
import type { Drawing } from './svg';

/** The pieces of a picture: control, movements, flows, and what happened at a place. */
export interface Piece {
  readonly bands?: readonly BandFeature[];
  readonly traces?: readonly TraceFeature[];
  readonly arrows?: readonly ArrowFeature[];
  readonly marks?: readonly { readonly feature: MarkFeature; readonly drawing: Drawing }[];
  readonly labels?: readonly LabelFeature[];
  readonly shown?: readonly Shown[];
}

const order: Readonly<Record<Rank, number>> = { area: 0, village: 1, town: 2, city: 3 };

/** One mark for each holding whose place has coordinates. */
export function controlPiece(stage: Stage): Piece {
  const { dossier, situation, options } = stage;
  const earlier = options.before && new Map(options.before.holdings.map((holding) => [holding.place, appearanceOf(holding)]));
  const drawn = situation.holdings.flatMap((holding) => {
    const place = placeOf(dossier, holding.place);
    if (!place?.point) return [];
    const id = `control:${place.id}`;
    const changed = !!earlier && earlier.get(place.id) !== appearanceOf(holding);
    const mark = markOf(holding, dossier, options.palette, { changed, selected: stage.isSelected(id) });
    return [{ id, point: place.point, mark }];
  });
  return {
    marks: drawn.map(({ id, point, mark }) => markFeature(stage, id, point, mark, 1, order[mark.rank] + (mark.selected ? 10 : 0), null)),
    shown: drawn.map(({ id, point, mark }) => ({ id, at: [point], what: { kind: 'mark', mark } })),
  };
}

/** Arrows and traces of the movements that have both ends; those that lack one are roundels (see `eventPiece`). */
export function movementPiece(stage: Stage): Piece {
  const routed = stage.movements.flatMap(({ claim, occurrence, route }) => {
    if (!route) return [];
    const tint = tintOf(claim.party, stage.dossier, stage.options.palette);
    return [{ claim, occurrence, route, tint, stroke: strokeOf(stage, `movement:${claim.id}`, tint.colour) }];
  });
  const [past, present] = [routed.filter((each) => each.occurrence.daysPast > 0), routed.filter((each) => each.occurrence.daysPast === 0)];
  return {
    traces: past.map(({ occurrence, route, stroke }) => traceOf(occurrence, route, stroke)),
    arrows: present.map(({ claim, occurrence, route, stroke }) => arrowOf(claim, occurrence, route, stroke)),
    labels: present.flatMap(({ route, stroke }) => edgeLabel(stroke.id, route, stage) ?? []),
    shown: routed.map(({ claim, occurrence, route, tint, stroke }) => ({
      id: stroke.id,
      at: endsOf(route),
      what: { kind: 'arrow', movement: claim.movement, intended: occurrence.intended, past: occurrence.daysPast > 0, tint },
    })),
  };
}

/** Bands, fans and traces of the flows whose start has coordinates. */
export function flowPiece(stage: Stage): Piece {
  const { dossier, options } = stage;
  const piece = { bands: [] as BandFeature[], traces: [] as TraceFeature[], labels: [] as LabelFeature[], shown: [] as Shown[] };
  for (const { claim, occurrence, routes } of stage.flows) {
    const from = placeOf(dossier, claim.from);
    if (!from?.point) continue;
    const stroke = strokeOf(stage, `flow:${claim.id}`, options.palette.displacement);
    const { min, max } = claim.people;
    const past = occurrence.daysPast > 0;
    const isShared = (claim.to?.length ?? 0) > 1;
    const form = routes.length === 0 ? 'fan' : isShared || (min === null && max === null) ? 'words' : min === max ? 'numbers' : 'range';
    piece.shown.push({ id: stroke.id, at: routes.length ? routes.flatMap(endsOf) : [from.point], what: { kind: 'flow', form, past } });
    if (routes.length === 0) piece.bands.push(...fanOf(from, occurrence, gapAt(from, stage.zoom), stroke));
    else if (past) piece.traces.push(...routes.map((route) => traceOf(occurrence, route, stroke)));
    else piece.bands.push(...routes.flatMap((route) => bandsOf(claim, route, stroke, stage.peoplePerPixel, isShared)));
    if (!past)
      piece.labels.push(wordsLabel(stroke.id, routes[0] ? wordsAt(routes[0]) : toPlane(from.point), claim, routes.length === 0, stage));
  }
  return piece;
}

/** Roundels in a row beside their place: incidents, and movements of which nobody says where they came from or went. */
export function eventPiece(stage: Stage, incidents: boolean, movements: boolean): Piece {
  const { dossier, options } = stage;
  const events: { id: string; place: Place | undefined; occurrence: Occurrence; event: EventMark['event']; party: string | undefined }[] =
    [];
  if (movements) {
    for (const { claim, occurrence, route } of stage.movements) {
      if (route) continue;
      const event = claim.to === undefined ? 'leaving' : 'coming';
      events.push({ id: `movement:${claim.id}`, place: placeOf(dossier, claim.to ?? claim.from), occurrence, event, party: claim.party });
    }
  }
  if (incidents) {
    for (const { claim, occurrence } of stage.incidents) {
      events.push({
        id: `incident:${claim.id}`,
        place: placeOf(dossier, claim.place),
        occurrence,
        event: claim.incident,
        party: claim.party,
      });
    }
  }
  const slots = new Map<string, number>();
  const drawn = events.flatMap(({ id, place, occurrence, event, party }) => {
    if (!place?.point) return [];
    const slot = slots.get(place.id) ?? 0;
    slots.set(place.id, slot + 1);
    const mark: EventMark = {
      kind: 'event',
      event,
      tint: party ? tintOf(party, dossier, options.palette) : null,
      selected: stage.isSelected(id),
    };
    return [{ id, point: place.point, mark, fade: fadeOf(occurrence.daysPast), slot }];
  });
  return {
    marks: drawn.map(({ id, point, mark, fade, slot }) => markFeature(stage, id, point, mark, fade, 5 + (mark.selected ? 10 : 0), slot)),
    shown: drawn.map(({ id, point, mark }) => ({ id, at: [point], what: { kind: 'mark', mark } })),
  };
}

function markFeature(stage: Stage, id: string, point: LngLat, mark: Mark, fade: number, rank: number, slot: number | null) {
  const drawing = markSvg(mark, stage.options.palette);
  const feature: MarkFeature = {
    type: 'Feature',
    geometry: pointOf(toPlane(point)),
    properties: { id, icon: nameOf(drawing.svg), fade, selected: mark.selected, order: rank, slot },
  };
  return { feature, drawing };
}

function strokeOf({ zoom, pixel, isSelected }: Stage, id: string, colour: string): Stroke {
  return { id, zoom, pixel, colour, selected: isSelected(id) };
}

function endsOf({ path }: Route): LngLat[] {
  return [path.points[0]!, path.points[path.points.length - 1]!].map(toLngLat);
}

/** A name that is the same for the same drawing (cyrb53). */
function nameOf(svg: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < svg.length; i++) {
    const code = svg.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `mark-${(4294967296 * (2097151 & b) + (a >>> 0)).toString(36)}`;
}
