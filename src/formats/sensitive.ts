import { placesOf } from '../core/check/references';
import type { Claim, Dossier } from '../core/model';

/** Claims as they may leave: what stands at a sensitive place has no geometry but the place's, which the gazetteer has coarsened. */

/** Whether a claim names a place that is marked sensitive. */
export function isSensitive({ places }: Dossier, claim: Claim): boolean {
  return placesOf(claim).some(([, place]) => places.get(place)?.sensitive);
}

/** A claim without a geometry of its own where it names a sensitive place; any other as it is. */
export function coarsened(dossier: Dossier, claim: Claim): Claim {
  return claim.geometry && isSensitive(dossier, claim) ? { ...claim, geometry: null } : claim;
}
