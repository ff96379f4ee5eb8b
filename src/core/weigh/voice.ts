/** Who says something, as far as the rule asks: sums that stay the same however often, and in whatever order, they are made. */

/**
 * Who supports something: nobody (`NOBODY`), one origin (its number), or two and more (`SEVERAL`). An interested party's word alone
 * does not dispute what several independent origins say.
 */
export type Voice = number;
export const NOBODY: Voice = -1;
export const SEVERAL: Voice = -2;

/** Both voices together. */
export function joined(a: Voice, b: Voice): Voice {
  return a === NOBODY ? b : b === NOBODY || a === b ? a : SEVERAL;
}

/** What is so of any of some statements, as bits: it is denied, it says that its holder took the place, it is background. */
export const TRAIT = { denied: 1, taken: 2, background: 4 } as const;
