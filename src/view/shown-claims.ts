import { placesOf } from '../core/check/references';
import { boxAround, boxOf, meet } from '../core/geometry/box';
import { toPlane } from '../core/geometry/plane';
import type { Support } from '../core/ledger';
import type { Claim } from '../core/model';
import type { Situation } from '../core/situation';
import type { Layer } from '../style/layer';
import type { Bounds } from './camera';

/** The claims behind what a map shows. */

/** A claim behind a mark. */
export interface ShownClaim {
  /** Who says so, as the mark counts it: `speaker:ID` or `source:ID`, sorted. */
  readonly origins: readonly string[];
  /** Another position contradicts it, and neither is shown as the answer. */
  readonly disputed: boolean;
}

/** The claims behind a situation's marks of which some place lies in the frame, or between whose places it does, by id in the order of ids; of layers that are on. Figures are on no map. */
export function shownClaims(situation: Situation, frame: Bounds, off: readonly Layer[]): Map<string, ShownClaim> {
  const { claims } = situation.ledger.dossier;
  const isInFrame = framing(situation, frame);
  const found = new Map<string, ShownClaim>();
  const add = (support: Support, disputed: boolean): void => {
    for (const id of support.claims) {
      if (!isInFrame(claims.get(id)!)) continue;
      const before = found.get(id);
      const origins = new Set([...(before?.origins ?? []), ...originsOf(support, id)]);
      found.set(id, { origins: [...origins].sort(), disputed: disputed || before?.disputed === true });
    }
  };
  if (!off.includes('control'))
    for (const { positions, contenders } of situation.holdings) positions.forEach((position, i) => add(position, i < contenders));
  const kinds = [
    ['movements', situation.movements],
    ['flows', situation.flows],
    ['incidents', situation.incidents],
  ] as const;
  for (const [layer, occurrences] of kinds) if (!off.includes(layer)) for (const each of occurrences) add(each, false);
  for (const { dates } of situation.disputes)
    for (const date of dates) for (const id of date.claims) if (found.has(id)) found.set(id, { ...found.get(id)!, disputed: true });
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whose word a claim is, among those whose word a position is. */
function originsOf({ evidence }: Support, claim: string): string[] {
  return evidence.filter((each) => each.claim === claim).map(({ origin }) => origin);
}

function framing({ ledger: { dossier } }: Situation, frame: Bounds): (claim: Claim) => boolean {
  const box = boxOf(frame);
  return (claim) => {
    const points = placesOf(claim).flatMap(([, id]) => {
      const point = dossier.places.get(id)?.point;
      return point ? toPlane(point) : [];
    });
    return points.length > 0 && meet(box, boxAround([Float64Array.from(points)]));
  };
}
