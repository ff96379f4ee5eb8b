import { pixelAt, toLngLat, toPlane } from '../core/geometry/plane';
import type { Occurrence, Situation } from '../core/ledger';
import type { Dossier, FlowClaim, IncidentClaim, MovementClaim, Place } from '../core/model';
import { claimsById } from './claims-of';
import { radii, rankOf } from './mark';
import type { PictureOptions } from './picture';
import { routeOf, slotsOf, type Route } from './route';
import { markScale, peoplePerPixel, zoomStep } from './scale';

/** What every piece of a picture needs: the situation's claims in full, the scale, and the routes of the day. */
export interface Stage {
  readonly dossier: Dossier;
  readonly situation: Situation;
  readonly options: PictureOptions;
  readonly zoom: number;
  readonly pixel: number;
  /** The scale of bands; null where no flow has a number. */
  readonly peoplePerPixel: number | null;
  readonly movements: readonly { readonly claim: MovementClaim; readonly occurrence: Occurrence; readonly route: Route | null }[];
  /** One route for each destination that can be drawn. */
  readonly flows: readonly { readonly claim: FlowClaim; readonly occurrence: Occurrence; readonly routes: readonly Route[] }[];
  readonly incidents: readonly { readonly claim: IncidentClaim; readonly occurrence: Occurrence }[];
  readonly isSelected: (id: string) => boolean;
}

/** Room between a mark's rim and an arrow's end, in pixels. */
const CLEARANCE = 7;
/** Room at the edge of the map for the name of what lies beyond it, in pixels. */
const EDGE_ROOM = 30;

export function stageOf(situation: Situation, dossier: Dossier, options: PictureOptions): Stage {
  const zoom = zoomStep(options.zoom);
  const pixel = pixelAt(zoom);
  const frame = inset(options.frame ?? dossier.opening.bounds, EDGE_ROOM * pixel);
  const claims = claimsById(dossier);
  const movements = situation.movements.flatMap((occurrence) => {
    const claim = claims.get(occurrence.claim);
    return claim?.kind === 'movement' ? [{ claim, occurrence }] : [];
  });
  const flows = situation.flows.flatMap((occurrence) => {
    const claim = claims.get(occurrence.claim);
    return claim?.kind === 'displacement' && claim.displacement === 'flow' ? [{ claim, occurrence }] : [];
  });
  const incidents = situation.incidents.flatMap((occurrence) => {
    const claim = claims.get(occurrence.claim);
    return claim?.kind === 'incident' ? [{ claim, occurrence }] : [];
  });
  const ends = [
    ...movements.map(({ claim }) => [claim.from ?? '', claim.to ?? ''] as const),
    ...flows.flatMap(({ claim }) => (claim.to ?? []).map((to) => [claim.from, to] as const)),
  ];
  const slots = slotsOf(ends);
  const route = (from: string | undefined, via: readonly string[], to: string | undefined, slot: number): Route | null => {
    const [start, end] = [placeOf(dossier, from), placeOf(dossier, to)];
    if (!start || !end) return null;
    return routeOf({
      from: start,
      via: via.flatMap((id) => placeOf(dossier, id) ?? []),
      to: end,
      slot,
      frame,
      pixel,
      gapAt: (place) => gapAt(place, zoom),
    });
  };
  let next = 0;
  const slot = () => slots[next++]!;
  return {
    dossier,
    situation,
    options,
    zoom,
    pixel,
    peoplePerPixel: peoplePerPixel(dossier),
    movements: movements.map((each) => ({ ...each, route: route(each.claim.from, each.claim.via ?? [], each.claim.to, slot()) })),
    flows: flows.map((each) => ({ ...each, routes: (each.claim.to ?? []).flatMap((to) => route(each.claim.from, [], to, slot()) ?? []) })),
    incidents,
    isSelected: (id) => id === options.selection,
  };
}

/** A box made smaller on every side by a length on the plane; one too small for that shrinks to its middle. */
function inset([west, south, east, north]: PictureOptions['frame'] & {}, by: number): readonly [number, number, number, number] {
  const [left, top] = toPlane([west, north]);
  const [right, bottom] = toPlane([east, south]);
  const [dx, dy] = [Math.min(by, (right - left) / 2), Math.min(by, (bottom - top) / 2)];
  const [w, n] = toLngLat([left + dx, top + dy]);
  const [e, s] = toLngLat([right - dx, bottom - dy]);
  return [w, s, e, n];
}

/** How far, in pixels, an arrow stays from the middle of a place. */
export function gapAt(place: Place, zoom: number): number {
  return radii[rankOf(place)] * markScale(zoom) + CLEARANCE;
}

export function placeOf(dossier: Dossier, id: string | undefined): Place | undefined {
  return id === undefined ? undefined : dossier.places.get(id);
}
