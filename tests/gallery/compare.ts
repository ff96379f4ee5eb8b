import type { PNG } from 'pngjs';

/** Whether two pictures are the same to the eye, and a picture of what is not. */

/**
 * What may differ, as a share of all pixels, by how much a channel differs (0 to 255). One browser draws the very same picture twice;
 * another version of it smooths some edges a little otherwise (294 of 240,000 pixels between Chromium 147 and 156).
 */
export const tolerances = [
  { levels: 4, share: 0.002 },
  { levels: 48, share: 0.0001 },
] as const;

/** For each tolerance the share of pixels that differ by more. Throws where the sizes differ. */
export function sharesApart(a: PNG, b: PNG): number[] {
  if (a.width !== b.width || a.height !== b.height) throw new Error(`${a.width} × ${a.height} against ${b.width} × ${b.height} pixels`);
  const counts = tolerances.map(() => 0);
  for (let i = 0; i < a.data.length; i += 4) {
    const apart = distanceAt(a, b, i);
    tolerances.forEach(({ levels }, k) => apart > levels && counts[k]!++);
  }
  return counts.map((count) => (4 * count) / a.data.length);
}

/** Whether two pictures of one size are the same within the tolerances. */
export function isSame(a: PNG, b: PNG): boolean {
  return sharesApart(a, b).every((share, k) => share <= tolerances[k]!.share);
}

/** The first picture made pale, with all that differs in red: written over it. */
export function markDifference(a: PNG, b: PNG): PNG {
  for (let i = 0; i < a.data.length; i += 4) {
    const isApart = distanceAt(a, b, i) > tolerances[0].levels;
    const grey = 170 + (a.data[i]! + a.data[i + 1]! + a.data[i + 2]!) / 9;
    a.data.set(isApart ? [220, 0, 0, 255] : [grey, grey, grey, 255], i);
  }
  return a;
}

function distanceAt(a: PNG, b: PNG, i: number): number {
  return Math.max(...[0, 1, 2].map((channel) => Math.abs(a.data[i + channel]! - b.data[i + channel]!)));
}
