import type { Claims } from '../claims/claims';
import type { Evidence, Position } from '../ledger';
import { supportOf } from './evidence';

/**
 * Who has since said otherwise: in a dispute an origin carries what it said last, and not what it said of an earlier time for another of the positions.
 * That word stays in the evidence; and it counts where nothing else carries a position.
 */
export function withLastWords(positions: readonly Position[], contenders: number, claims: Claims): Position[] {
  if (contenders < 2) return [...positions];
  const { start, speaksUntil } = claims.columns;
  const contending = positions.slice(0, contenders);
  return positions.map((position, own) => {
    if (own >= contenders || position.origins.length < 2) return position;
    const superseded = position.origins.filter((origin) => {
      const until = Math.max(...wordsOf(position, origin).map(({ claim }) => speaksUntil[claims.rowOf(claim)]!));
      return contending.some(
        (other) => other !== position && wordsOf(other, origin).some(({ claim }) => start[claims.rowOf(claim)]! >= until),
      );
    });
    if (superseded.length === 0 || superseded.length === position.origins.length) return position;
    const { origins, copies } = supportOf(position.evidence.filter((each) => !isWord(each) || !superseded.includes(each.origin)));
    return { ...position, origins, copies };
  });
}

function wordsOf({ evidence }: Position, origin: string): Evidence[] {
  return evidence.filter((each) => each.origin === origin && isWord(each));
}

function isWord({ mode }: Evidence): boolean {
  return mode === 'asserts' || mode === 'observes';
}
