import type { Claim, Dossier } from '../core/model';

const indexes = new WeakMap<Dossier, ReadonlyMap<string, Claim>>();

/** A dossier's claims by their ids. Made once for each dossier, which is frozen. */
export function claimsById(dossier: Dossier): ReadonlyMap<string, Claim> {
  let index = indexes.get(dossier);
  if (!index) indexes.set(dossier, (index = new Map(dossier.claims.map((claim) => [claim.id, claim]))));
  return index;
}
