import { amountOf, type Amount } from './cells';
import type { Rejected } from './draft';
import type { Field } from './fields';

/** How many a row says were killed, with the lowest and the highest estimate where it has them. */

export interface Dead {
  readonly killed: Amount;
  /** For a summary: “8 to 13, best estimate 10, killed”. */
  readonly told: string;
}

/** Null where nobody was killed, or nothing is said of it. */
export function deadOf(get: (field: Field) => string): Dead | Rejected | null {
  const [best, low, high] = [amountOf(get('killed')), amountOf(get('killedLow')), amountOf(get('killedHigh'))];
  for (const each of [best, low, high]) if (typeof each === 'string') return { code: 'number', why: each };
  const amounts = { best, low, high } as Readonly<Record<'best' | 'low' | 'high', Amount | null>>;
  const min = (amounts.low ?? amounts.best)?.min ?? null;
  const max = (amounts.high ?? amounts.best)?.max ?? null;
  const [least, most] = [amounts.best?.min ?? min, amounts.best?.max ?? max];
  if (isAbove(min, least) || isAbove(most, max) || isAbove(min, max))
    return { code: 'number', why: `of ${min} to ${max} killed the best estimate cannot be ${get('killed') || 'any'}` };
  if (!(max ?? min)) return null;
  const isOne = amounts.best !== null && amounts.best.min === min && amounts.best.max === max;
  if (isOne) return { killed: amounts.best!, told: `${amounts.best!.words} killed` };
  const range = min === null ? `at most ${max}` : max === null ? `at least ${min}` : min === max ? `${min}` : `${min} to ${max}`;
  const words = amounts.best ? `${range}, best estimate ${amounts.best.words}` : range;
  return { killed: { min, max, words }, told: `${words}${amounts.best ? ',' : ''} killed` };
}

function isAbove(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && a > b;
}
