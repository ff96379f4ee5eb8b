import { median } from '../median';
import { Chance } from './chance';

/** A value with the interval in which 95 of 100 repetitions would find it. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Of how many measurements. */
  readonly n: number;
}

const TIMES = 1000;

/** The median of some measurements, its interval by bootstrap. */
export function estimate(values: readonly number[]): Estimate {
  return bootstrapped([values], ([all]) => median(all!));
}

/** How much greater the median of the one is than that of the other. */
export function above(values: readonly number[], baseline: readonly number[]): Estimate {
  return bootstrapped([values, baseline], ([own, base]) => median(own!) - median(base!));
}

/** How many times the median of the other the median of the one is. */
export function times(values: readonly number[], baseline: readonly number[]): Estimate {
  return bootstrapped([values, baseline], ([own, base]) => median(own!) / median(base!));
}

/** Half the distance between the quartiles: by so much half of the measurements differ from the middle. */
export function spread(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return (at(0.75) - at(0.25)) / 2;
}

function bootstrapped(samples: readonly (readonly number[])[], statistic: (samples: readonly (readonly number[])[]) => number): Estimate {
  const chance = new Chance(1);
  const drawn = Array.from({ length: TIMES }, () => statistic(samples.map((each) => each.map(() => chance.pick(each))))).sort(
    (a, b) => a - b,
  );
  return {
    value: statistic(samples),
    low: drawn[Math.floor(TIMES * 0.025)]!,
    high: drawn[Math.floor(TIMES * 0.975)]!,
    n: samples[0]!.length,
  };
}
