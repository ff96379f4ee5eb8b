import type { Situation } from '../core/ledger';
import type { Claim, Dossier } from '../core/model';

/** The claims that a situation rests on: behind its holdings, movements, flows, incidents, figures and disputes. In the order of ids, each once. */
export function claimsInView(dossier: Dossier, situation: Situation): Claim[] {
  const { holdings, movements, flows, incidents, figures, disputes } = situation;
  const carried = [
    ...holdings.flatMap((holding) => holding.positions),
    ...movements,
    ...flows,
    ...incidents,
    ...figures,
    ...disputes.flatMap((dispute) => [...dispute.positions, ...dispute.dates]),
  ];
  const ids = new Set(carried.flatMap((each) => each.claims));
  return dossier.claims.filter((claim) => ids.has(claim.id));
}
