import type { FigureLine } from '../core/ledger';
import type { Dossier, FigureClaim } from '../core/model';

/** Why two figures are not joined by a line. */

/** What two figures can differ in so that a line between them would say what nobody said. */
export const aspects = ['speaker', 'measure', 'counts', 'since', 'area', 'who'] as const;
export type Aspect = (typeof aspects)[number];

/** Two figures that stand next to one another on the axis of days, and all that they differ in. */
export interface Unlike {
  readonly first: FigureClaim;
  readonly second: FigureClaim;
  readonly differ: readonly Aspect[];
}

/** Every figure that has a number beside the next one by its as-of date; deaths, which are not charted, are left out. */
export function unlikeOf(figures: readonly FigureLine[], dossier: Dossier): Unlike[] {
  const { columns } = dossier.claims;
  const charted = figures.flatMap((figure) => {
    const claim = dossier.claims.get(figure.claim);
    if (claim?.kind !== 'displacement' || claim.displacement !== 'figure' || claim.counts === 'deaths') return [];
    if (claim.amount.max === null && claim.amount.min === null) return [];
    return [{ claim, facts: factsOf(figure, claim), end: columns.end[dossier.claims.rowOf(claim.id)]! }];
  });
  charted.sort((a, b) => a.end - b.end || (a.claim.id < b.claim.id ? -1 : 1));
  return charted.slice(1).map(({ claim, facts }, i) => {
    const before = charted[i]!;
    return { first: before.claim, second: claim, differ: aspects.filter((aspect) => facts[aspect] !== before.facts[aspect]) };
  });
}

function factsOf({ evidence }: FigureLine, { measure, counts, since = '', area, who = '' }: FigureClaim): Record<Aspect, string> {
  const speakers = new Set(evidence.filter(({ mode }) => mode !== 'denies').map(({ origin }) => origin));
  return { speaker: [...speakers].sort().join(' '), measure, counts, since, area, who };
}
