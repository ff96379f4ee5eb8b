import { mulberry32 } from '../many-claims';

/** Seeded chance: everything that the generated dossiers draw by lot. */
export class Chance {
  private readonly next: () => number;
  constructor(seed: number) {
    this.next = mulberry32(seed);
  }

  /** 0 to 1, without 1. */
  share(): number {
    return this.next();
  }

  /** True this often. */
  of(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** An index, each as often as its weight says. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    const index = weights.findIndex((weight) => (left -= weight) < 0);
    return index < 0 ? weights.length - 1 : index;
  }

  /** Roughly normal: mean 0, deviation 1, within ±6. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.next();
    return sum;
  }

  /** How many more: 0 mostly, with this mean. */
  geometric(mean: number): number {
    const stop = 1 / (1 + mean);
    return Math.min(60, Math.floor(Math.log(1 - this.next()) / Math.log(1 - stop)));
  }
}

/** Draws indices below `count`, the i-th about 1 / (i + 1) ** exponent as often as the first. */
export function zipf(count: number, exponent: number): (share: number) => number {
  const sums = new Float64Array(count);
  for (let i = 0, sum = 0; i < count; i++) sums[i] = sum += (i + 1) ** -exponent;
  const total = sums[count - 1]!;
  return (share) => {
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > share * total) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
