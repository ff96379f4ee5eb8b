import type { Holding, Look } from '../../../src/core/ledger';
import type { Dossier } from '../../../src/core/model';
import type { ReferenceSituation } from './situation';

/** What a reader sees of a place, and what changed of it from one situation to another. */

/** A holding without its evidence. Whether its party took the place is seen only of who stands beside a holder, or beside contenders. */
export function referenceLook({ state, contenders, positions }: Holding, dossier: Dossier): Look {
  const claims = [...dossier.claims];
  const holders = state === 'held' ? 1 : contenders;
  const took = (id: string, holder: string | null) =>
    claims.some((claim) => claim.id === id && claim.kind === 'control' && claim.says === 'took' && claim.holder === holder);
  return {
    state,
    contenders,
    positions: positions.map(({ holder, extent, origins, deniedBy, claims: behind }, i) => ({
      holder,
      extent,
      supported: origins.length > 0,
      denied: deniedBy.length > 0,
      taken: extent === 'held' && holders > 0 && i >= holders && behind.some((id) => took(id, holder)),
    })),
  };
}

/**
 * Ids of the marks of `after` that were not so in `before`: places that look different, those in dispute first, then held,
 * claimed, unknown; then what happened, then what was counted.
 */
export function referenceChanges(before: ReferenceSituation, after: ReferenceSituation, dossier: Dossier): string[] {
  const look = (holding: Holding) => JSON.stringify(referenceLook(holding, dossier));
  const changed = after.holdings.filter((holding) => {
    const earlier = before.holdings.find(({ place }) => place === holding.place);
    return !earlier || look(earlier) !== look(holding);
  });
  const anew = (list: 'movements' | 'flows' | 'incidents' | 'figures') =>
    after[list].filter(({ claim }) => !before[list].some((earlier) => earlier.claim === claim)).map(({ claim }) => claim);
  return [
    ...(['disputed', 'held', 'claimed', 'unknown'] as const).flatMap((state) =>
      changed.filter((holding) => holding.state === state).map(({ place }) => `control:${place}`),
    ),
    ...anew('movements').map((claim) => `movement:${claim}`),
    ...anew('flows').map((claim) => `flow:${claim}`),
    ...anew('incidents').map((claim) => `incident:${claim}`),
    ...anew('figures').map((claim) => `figure:${claim}`),
  ];
}
