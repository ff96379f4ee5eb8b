import type { Claim } from '../../../src/core/model';
import { Chance, zipf } from './chance';
import { dayAt, DAYS, headOf, type Head } from './head';

/**
 * Flows and arrows in equal parts, between places near one another and of Zipf's law. They last a fortnight on average, are past for
 * three days, and so about 500 of 100,000 are alive on a day.
 */
export interface Flows {
  readonly head: Head;
  readonly count: number;
  /** Indices into the head's ranked places. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Days since the first; `end` is the first day after. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly people: Int32Array;
  /** 1 for an arrow, 0 for a flow. */
  readonly arrow: Uint8Array;
}

/** Of so many places they join some. */
const PLACES = 2000;

export function flowsOf(count: number): Flows {
  const chance = new Chance(17);
  const head = headOf(PLACES, Math.max(1000, count));
  const rank = zipf(PLACES, 0.8);
  const ints = () => new Int32Array(count);
  const flows = { head, count, from: new Uint32Array(count), to: new Uint32Array(count), start: ints(), end: ints(), people: ints() };
  const arrow = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const from = rank(chance.share());
    flows.from[i] = from;
    flows.to[i] = (from + 1 + chance.below(PLACES - 1)) % PLACES;
    flows.start[i] = chance.below(DAYS - 100);
    flows.end[i] = flows.start[i]! + 1 + chance.geometric(LASTS);
    flows.people[i] = 100 * (1 + chance.geometric(40));
    arrow[i] = i % 2;
  }
  return { ...flows, arrow };
}
const LASTS = 14;

/** The same as claims with one report each, in the order of their ids. */
export function* claimsOfFlows({ head, count, from, to, start, end, people, arrow }: Flows): Generator<Claim> {
  const id = (place: number) => head.ranked[place]!.id;
  const sources = head.texts;
  for (let i = 0; i < count; i++) {
    // published before it began, so that it shows from its first day on
    const text = sources[Math.max(0, firstOn(head.textDays, start[i]!) - 1)]!;
    const base = {
      id: `claim-${String(i).padStart(7, '0')}`,
      geometry: null,
      happened: `${dayAt(start[i]!)}/${dayAt(end[i]! - 1)}`,
      recorded: '2025-01-05',
      summary: 'People or troops went from one place to another.',
      reports: [{ source: text.id, mode: 'asserts' as const, anchor: { paragraph: 1, start: 0, end: 90, sha256: '0'.repeat(64) } }],
    };
    if (arrow[i] === 1)
      yield {
        ...base,
        kind: 'movement',
        party: ['north', 'south', 'east', 'west'][i % 4]!,
        movement: 'advance',
        from: id(from[i]!),
        to: id(to[i]!),
      };
    else {
      const words = `${people[i]} people`;
      yield {
        ...base,
        kind: 'displacement',
        displacement: 'flow',
        from: id(from[i]!),
        to: [id(to[i]!)],
        people: { min: people[i]!, max: null, words },
      };
    }
  }
}

function firstOn(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
