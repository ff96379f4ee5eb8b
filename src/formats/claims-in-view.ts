import type { Claim, Dossier } from '../core/model';
import type { Situation } from '../core/situation';

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
  const rows = new Set(carried.flatMap((each) => each.claims.map((id) => dossier.claims.rowOf(id))));
  return [...rows].sort((a, b) => a - b).map((row) => dossier.claims.at(row));
}
