import type { Claims } from '../claims/claims';
import type { Position } from '../ledger';
import { supportOf, supports } from './evidence';

/**
 * Who has since said otherwise: in a dispute an origin carries what it said last, and not what it said of an earlier time for another of the positions.
 * That word stays in the evidence; and it counts where nothing else carries a position.
 */
export function withLastWords(positions: readonly Position[], contenders: number, claims: Claims): Position[] {
  const { start, speaksUntil } = claims.columns;
  const contending = positions.slice(0, contenders);
  const claimsOf = ({ evidence }: Position, origin: string): number[] =>
    evidence.filter((each) => each.origin === origin && supports(each)).map(({ claim }) => claims.rowOf(claim));
  return positions.map((position) => {
    if (!contending.includes(position)) return position;
    const last = position.origins.filter((origin) => {
      const until = Math.max(...claimsOf(position, origin).map((row) => speaksUntil[row]!));
      return !contending.some((other) => claimsOf(other, origin).some((row) => start[row]! >= until));
    });
    if (last.length === 0 || last.length === position.origins.length) return position;
    const { origins, copies } = supportOf(position.evidence.filter((each) => !supports(each) || last.includes(each.origin)));
    return { ...position, origins, copies };
  });
}
