import { distance, metresOnPlane, toPlane, type LngLat } from '../core/geometry/plane';
import { areaAt, inferredAreas, REACH_KM, shareOf, type InferredArea } from '../core/inference';
import type { Situation } from '../core/situation';
import { hatchOf, type AreaFeature, type Inferred } from './areas';
import type { Home } from './home';
import type { Palette } from './palette';
import { tintOf } from './party';
import type { Drawing } from './svg';

/** Which ground may be inferred in a situation, in the colours of who would hold it. */

/** West, south, east, north. */
type Bounds = readonly [number, number, number, number];

/** Of a dossier that speaks of more places than this only the ground in view is worked out. */
const MANY = 150;

const known = new WeakMap<Situation, { readonly home: Home; readonly areas: readonly InferredArea[] }>();

/** What may be inferred in a situation of the ground in a frame, or, where that costs little, of all of it. */
export function inferredIn(situation: Situation, home: Home, palette: Palette, frame: Bounds): Inferred {
  const { dossier, control } = situation.ledger;
  const isWhole = control.place.length <= MANY;
  const areas = isWhole ? wholeOf(situation, home) : inferredAreas(situation, home.ground, REACH_KM, around(frame));
  const hatches = new Map<string, Drawing>();
  const features = areas.map(({ place, holders, ground }): AreaFeature => {
    const colours = [...new Set(holders.map((holder) => tintOf(holder, dossier, palette).colour))];
    const hatch = colours.length > 1 ? `hatch ${colours.join(' ')}` : '';
    if (hatch) hatches.set(hatch, hatchOf(colours));
    return {
      type: 'Feature',
      geometry: ground,
      properties: { kind: holders.length > 1 ? 'disputed' : 'held', place, colour: colours[0]!, hatch },
    };
  });
  return { features, hatches, share: isWhole ? shareOf(areas, home.ground) : null, country: home.name, reachKm: REACH_KM };
}

function wholeOf(situation: Situation, home: Home): readonly InferredArea[] {
  const last = known.get(situation);
  if (last?.home === home) return last.areas;
  const areas = inferredAreas(situation, home.ground);
  known.set(situation, { home, areas });
  return areas;
}

/** A frame with a quarter of it around, and as far beyond as a place outside may reach into it. */
function around([west, south, east, north]: Bounds): Bounds {
  const reach = metresOnPlane(REACH_KM * 1000, Math.max(Math.abs(south), Math.abs(north))) * 360;
  const [wide, tall] = [(east - west) / 4 + reach, (north - south) / 4 + reach];
  return [west - wide, south - tall, east + wide, north + tall];
}

/** Ground that a reader points at: from where it is inferred, whose it is then, and how far away that is. */
export interface GroundAt {
  readonly place: string;
  readonly holders: readonly string[];
  readonly km: number;
}

/** What is inferred of the ground at a point; null where nothing is. */
export function groundAt(situation: Situation, home: Home, at: LngLat): GroundAt | null {
  const { dossier, control } = situation.ledger;
  const areas =
    control.place.length <= MANY ? wholeOf(situation, home) : inferredAreas(situation, home.ground, REACH_KM, around([...at, ...at]));
  const area = areaAt(areas, at);
  const point = area && dossier.places.get(area.place)?.point;
  if (!area || !point) return null;
  const km = distance(toPlane(at), toPlane(point)) / metresOnPlane(1000, (at[1] + point[1]) / 2);
  return { place: area.place, holders: area.holders, km };
}
