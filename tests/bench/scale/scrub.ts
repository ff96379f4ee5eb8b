import { Driven, type Measured } from './browser';
import { BOUNDS } from './head';
import type { Findings } from './findings';

/** Steps through time on the map alone: each way of drawing in a fresh browser of its own, rounds in alternating order. */

export interface Plan {
  readonly part: string;
  readonly ways: readonly string[];
  readonly counts: readonly number[];
  readonly rounds: number;
  /** Rounds of ways that take very long at the greatest size. */
  readonly slowRounds: number;
  /** The size at which memory is measured: our own in each round, the rivals' in the first. */
  readonly memoryAt?: number;
  /** Where the camera looks; all of the data where it is not given. */
  readonly view?: readonly [longitude: number, latitude: number, zoom: number];
}

/** In the middle of the ten years. */
const DAY = 1800;
const LIMIT_MS = 240_000;
const BATCH_MS = 25_000;
const SLOW = 'deck';

export const isOwn = (way: string): boolean => way.startsWith('own');
export const daysFrom = (day: number, count: number): number[] => Array.from({ length: count }, (_, i) => day + i);

export async function scrub(address: string, plan: Plan, findings: Findings): Promise<void> {
  for (const count of plan.counts)
    for (let round = 0; round < plan.rounds; round++) {
      const ways = plan.ways.filter((way) => way !== SLOW || count < 1e6 || round < plan.slowRounds);
      for (const way of round % 2 === 0 ? ways : ways.toReversed()) await scrubOnce(address, plan, way, count, round, findings);
    }
}

async function scrubOnce(address: string, { part, view, memoryAt }: Plan, way: string, count: number, round: number, findings: Findings) {
  let driven: Driven | null = null;
  const note = (quantity: string, ...values: number[]) => findings.add(part, way, count, quantity, ...values);
  const keep = (what: string, measured: Measured, waits: boolean) => {
    note(`${what} main`, ...measured.main);
    note(`${what} worker`, ...measured.worker);
    note(`${what} frames`, ...measured.frames);
    if (waits) note(`${what} frame`, ...measured.frameMs);
    if (waits) note(`${what} step`, ...measured.stepMs);
  };
  const work = async () => {
    driven = await (await Driven.open(address)).ready();
    if (view) await driven.call('look', ...view);
    await driven.call('prepare', way, count);
    const weighs = count === memoryAt && (isOwn(way) || round === 0);
    const before = weighs ? await driven.memory() : null;
    if (!isOwn(way)) keep('empty', await driven.run(daysFrom(0, 21), 'empty', true, BATCH_MS), true);
    const { ms, parts } = await driven.call('load', DAY);
    note('first frame', ms);
    for (const [name, time] of Object.entries(parts)) note(`first frame, ${name}`, time);
    const after = weighs ? await driven.memory() : null;
    if (before && after) {
      note('memory', after.page + after.graphics - before.page - before.graphics);
      note('memory page', after.page - before.page);
      note('memory graphics', after.graphics - before.graphics);
    }
    note('ink', await driven.call('ink', DAY));
    if (!isOwn(way)) return keep('days', await driven.run(daysFrom(DAY, 21), 'days', true, BATCH_MS), true);
    for (let batch = 0; batch < 6; batch++) {
      const days = daysFrom(DAY + 20 + 30 * batch + 200 * round, 21);
      // with and without records in turns; the last two wait for the drawing, the others do not
      const waits = batch >= 4;
      for (const what of batch % 2 === 0 ? (['empty', 'days'] as const) : (['days', 'empty'] as const))
        keep(what, await driven.run(days, what, waits, BATCH_MS), waits);
    }
  };
  await findings.attempt({ part, way, count }, LIMIT_MS, work, async () => driven?.close());
}

/** Where our own way spends its time in a step. */
export async function profileOfSteps(address: string, way: string, count: number, waits: boolean, view?: Plan['view']) {
  const driven = await (await Driven.open(address)).ready();
  try {
    if (view) await driven.call('look', ...view);
    await driven.call('prepare', way, count);
    await driven.call('load', DAY);
    return await driven.profiled(() => driven.run(daysFrom(DAY, 60), 'days', waits, BATCH_MS));
  } finally {
    await driven.close();
  }
}

/** One town and its villages, near the middle of the data. */
export const town: NonNullable<Plan['view']> = [(BOUNDS[0] + BOUNDS[2]) / 2, (BOUNDS[1] + BOUNDS[3]) / 2, 11];
