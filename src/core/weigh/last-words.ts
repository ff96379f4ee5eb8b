import type { Claims } from '../claims/claims';
import type { Position } from '../ledger';
import { supports } from './evidence';

/**
 * Who has since said otherwise: in a dispute an origin carries what it said last, and not what it said of an earlier time for another of the positions.
 * That word stays in the evidence; and it counts where nothing else carries a position.
 */
export function lastWordsOf(position: Position, contending: readonly Position[], claims: Claims): readonly string[] {
  const { start, speaksUntil } = claims.columns;
  const claimsOf = ({ evidence }: Position, origin: string): number[] =>
    evidence.filter((each) => each.origin === origin && supports(each)).map(({ claim }) => claims.rowOf(claim));
  const last = position.origins.filter((origin) => {
    const until = Math.max(...claimsOf(position, origin).map((row) => speaksUntil[row]!));
    return !contending.some((other) => claimsOf(other, origin).some((row) => start[row]! >= until));
  });
  return last.length > 0 ? last : position.origins;
}
