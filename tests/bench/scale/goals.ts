import { median } from '../median';
import type { Findings } from './findings';
import { above, estimate, spread, times, type Estimate } from './statistics';

/** What the project wants of its numbers, and whether they are so. */

export interface Sizes {
  readonly medium: number;
  readonly large: number;
  readonly places: number;
  readonly flows: number;
  readonly reports: readonly number[];
}

/** A number of one way of drawing. */
export interface Figure extends Estimate {
  readonly way: string;
}

export interface Verdict {
  readonly id: string;
  readonly goal: string;
  readonly unit: string;
  /** At most this. */
  readonly bound: number;
  /** Null where it could not be measured. */
  readonly own: Figure | null;
  readonly rivals: readonly Figure[];
  readonly met: boolean;
}

/** Which profile tells why a goal is missed: of our own steps in the page, of jumps, or of weighing or packing in Node; null where there is none to take. */
export type Why =
  | { readonly way: string; readonly count: number; readonly waits: boolean; readonly part: string }
  | { readonly weigh: number }
  | { readonly pack: number }
  | { readonly jump: number }
  | null;

export interface Goal {
  readonly id: string;
  readonly goal: string;
  readonly unit: string;
  readonly own: string;
  readonly rivals: readonly string[];
  readonly bound: (findings: Findings) => number;
  readonly figure: (way: string, findings: Findings) => Estimate | null;
  readonly why: Why;
}

const whole = (count: number) => count.toLocaleString('en');

export function goalsFor({ medium, large, places, flows, reports }: Sizes): Goal[] {
  const pointRivals = ['set-filter', 'feature-state', 'deck'];
  const most = reports.at(-1)!;
  const scrub = (id: string, part: string, own: string, rivals: readonly string[], count: number) => ({
    main: (goal: string, bound: Goal['bound']): Goal => ({
      ...{ id: `${id}-main`, goal, unit: 'ms', own, rivals, bound, why: { way: own, count, waits: false, part } },
      figure: (way, f) => ofBoth(f, part, way, count, 'main', above),
    }),
    frames: (): Goal => ({
      ...{ id: `${id}-frames`, goal: `frames a step, ${whole(count)} records`, unit: 'frames', own, rivals, bound: () => 1, why: null },
      figure: (way, f) => ofOne(f, part, way, count, 'days frames', average),
    }),
    worker: (): Goal => ({
      ...{ id: `${id}-worker`, goal: `worker time a step, ${whole(count)} records: none`, unit: 'ms', own, rivals, why: null },
      bound: () => 0.05,
      figure: (way, f) => ofOne(f, part, way, count, 'days worker', average),
    }),
    frame: (goal: string): Goal => ({
      ...{ id: `${id}-frame`, goal, unit: '×', own, rivals, bound: () => 3, why: { way: own, count, waits: true, part } },
      figure: (way, f) => ofBoth(f, part, way, count, 'frame', times),
    }),
  });
  const at = (count: number) => scrub(`step-${count}`, 'scrub', 'own-points', pointRivals, count);
  const all = scrub('all-alive', 'places', 'own-places', ['feature-state-places'], places);
  const one = scrub('one-town', 'town', 'own-places', ['feature-state-places'], places);
  const moves = scrub('flows', 'flows', 'own-flows', ['flowmap'], flows);
  /** Half of the steps of an empty map differ from their median by more than this. */
  const noise = (part: string, way: string, count: number) => (f: Findings) => spread(f.of(part, way, count, 'empty main'));
  const once = (id: string, goal: string, quantity: string, bound: number, unit: string, why: Why): Goal => ({
    ...{ id, goal, unit, own: 'own-points', rivals: pointRivals, bound: () => bound, why },
    figure: (way, f) => ofOne(f, 'scrub', way, large, quantity, estimate),
  });
  const weighing = { own: 'worker', rivals: ['node'], why: { weigh: most } };
  return [
    at(medium).main(`main thread above the empty map, ${whole(medium)} records: within the noise`, noise('scrub', 'own-points', medium)),
    ...(large > medium ? [at(large).main(`main thread above the empty map, ${whole(large)} records`, () => 1)] : []),
    at(large).frames(),
    at(large).worker(),
    at(large).frame(`one frame against the empty map’s, ${whole(large)} records`),
    once('first-frame', `typed arrays to the first frame, ${whole(large)} records`, 'first frame', 1000, 'ms', { pack: large }),
    once('memory', `memory of the layer alone, ${whole(large)} records`, 'memory', 100, 'MB', null),
    {
      ...{ id: 'weigh', goal: `weigh ${whole(most)} reports`, unit: 'ms', bound: () => 3000, ...weighing },
      figure: (way, f) => ofOne(f, 'weigh', way, most, 'weigh', estimate),
    },
    {
      ...{
        id: 'weigh-linear',
        goal: `weighing is linear from one size to the next: its power of the number of reports`,
        unit: '',
        bound: () => 1.1,
        ...weighing,
      },
      figure: (way, f) => power(f, way, reports),
    },
    all.main(`main thread, ${whole(places)} places alive, all in view`, () => 1),
    all.frame(`one frame, ${whole(places)} places alive, all in view`),
    one.main(`main thread, ${whole(places)} places alive, one town in view`, () => 1),
    one.frame(`one frame, ${whole(places)} places alive, one town in view`),
    {
      ...{
        id: 'panel',
        goal: `counts, changes and disputes after a jump, ${whole(most / 10)} places`,
        unit: 'ms',
        own: 'steps',
        rivals: [],
      },
      ...{ bound: () => 8, why: { jump: most } },
      figure: (way, f) => ofOne(f, 'panel', way, most, 'main', estimate),
    },
    moves.main(`main thread, ${whole(flows)} flows and arrows: the noise and 2 ms`, (f) => noise('flows', 'own-flows', flows)(f) + 2),
    {
      ...{
        id: 'same-picture',
        goal: 'what is drawn covers as much as deck.gl’s: its share of it, or the inverse',
        unit: '×',
        own: 'own-points',
      },
      ...{ rivals: ['set-filter', 'feature-state'], bound: () => 1.35, why: null },
      figure: (way, f) => likeness(f, way, large, medium),
    },
  ];
}

export function judged(goal: Goal, findings: Findings): Verdict {
  const own = goal.figure(goal.own, findings);
  const bound = goal.bound(findings);
  const { id, unit } = goal;
  const rivals = goal.rivals.flatMap((way) => {
    const figure = goal.figure(way, findings);
    return figure ? [{ way, ...figure }] : [];
  });
  // a value within its own uncertainty of nothing is nothing
  const met = own !== null && (own.value <= bound || (id.endsWith('-main') && own.low <= 0));
  return { id, goal: goal.goal, unit, bound, own: own && { way: goal.own, ...own }, rivals, met };
}

type Of = (values: readonly number[]) => Estimate;

function ofOne(findings: Findings, part: string, way: string, count: number, quantity: string, of: Of): Estimate | null {
  const values = findings.of(part, way, count, quantity);
  return values.length === 0 ? null : of(values);
}

function ofBoth(findings: Findings, part: string, way: string, count: number, quantity: string, of: typeof above): Estimate | null {
  const [days, empty] = [findings.of(part, way, count, `days ${quantity}`), findings.of(part, way, count, `empty ${quantity}`)];
  return days.length === 0 || empty.length === 0 ? null : of(days, empty);
}

/** The mean, so that one step in twenty that differs is seen. */
function average(values: readonly number[]): Estimate {
  const value = values.reduce((sum, each) => sum + each, 0) / values.length;
  return { value: Math.round(value * 1000) / 1000, low: Math.min(...values), high: Math.max(...values), n: values.length };
}

/** By which power the time grows with the number of reports, where it grows most from one size to the next: 1 is linear. */
function power(findings: Findings, way: string, reports: readonly number[]): Estimate | null {
  const steps = reports.slice(1).flatMap((many, i): Estimate[] => {
    const [few, more] = [findings.of('weigh', way, reports[i]!, 'weigh'), findings.of('weigh', way, many, 'weigh')];
    if (few.length === 0 || more.length === 0) return [];
    const { value, low, high, n } = times(more, few);
    const of = (ratio: number) => Math.log(ratio) / Math.log(many / reports[i]!);
    return [{ value: of(value), low: of(low), high: of(high), n }];
  });
  return steps.sort((a, b) => b.value - a.value)[0] ?? null;
}

/** How much more or less of the canvas a way covers than deck.gl, at the greatest size at which both were drawn. */
function likeness(findings: Findings, way: string, ...counts: number[]): Estimate | null {
  for (const count of counts) {
    const [own, other] = [findings.of('scrub', way, count, 'ink'), findings.of('scrub', 'deck', count, 'ink')];
    if (own.length === 0 || other.length === 0) continue;
    const ratio = median(own) / median(other);
    const value = Math.max(ratio, 1 / ratio);
    return { value, low: value, high: value, n: own.length };
  }
  return null;
}
