import fc from 'fast-check';
import type { Claim, Extent, Mode } from '../../../src/core/model';
import { addDays } from '../../../src/core/time';
import { dateIn, dayIn, hourIn, oneIn, publishedIn, weighted, type World } from './random-date';

/** Random claims of every kind, with reports in every mode. */

export interface RandomReport {
  readonly source: string;
  readonly mode: Mode;
  readonly by?: string;
  readonly published?: string;
}

/** A claim without what no rule looks at. */
export type RandomClaim = { readonly kind: Claim['kind']; readonly happened: string; readonly reports: readonly RandomReport[] } & Readonly<
  Record<string, unknown>
>;

export const parties = ['gov', 'hts', 'sna', 'ally', 'zeal'] as const;
export const speakers = ['army', 'rebels', 'third', 'friend', 'monitor', 'resident'] as const;
export const texts = ['wire', 'copy1', 'copy2', 'herald', 'paper', 'reprint', 'post'] as const;

function reportIn(world: World, mode: fc.Arbitrary<Mode>, quoted: number): fc.Arbitrary<RandomReport> {
  return fc.record(
    {
      source: fc.constantFrom(...texts),
      mode,
      by: weighted<string | undefined>([1, fc.constant(undefined)], [quoted, fc.constantFrom(...speakers)]),
      published: oneIn(2, publishedIn(world)),
    },
    { requiredKeys: ['source', 'mode'] },
  );
}

/** `announced`: how much of it is told before it happens. */
function reportsIn(world: World, announced: number): fc.Arbitrary<readonly RandomReport[]> {
  const witness = fc.constantFrom<Mode[]>('asserts', 'asserts', 'observes');
  const mode = weighted<Mode>(
    [13, witness],
    [world.partial ? 20 : 4, fc.constant('claims')],
    [4, fc.constant('denies')],
    [3, fc.constant('retracts')],
    [announced, fc.constantFrom('intends', 'forecasts')],
  );
  const report = reportIn(world, mode, 1);
  const [seen, denial] = [reportIn(world, witness, 1), reportIn(world, fc.constant('denies'), 4)];
  return weighted<readonly RandomReport[]>(
    [40, fc.tuple(report)],
    [40, fc.array(report, { minLength: 2, maxLength: 4, size: 'max' })],
    // what several say and somebody denies, which chance alone seldom brings together
    [10, fc.tuple(seen, seen, seen, denial)],
    // more than a fast way for few can take
    [1, fc.array(report, { minLength: 33, maxLength: 36 })],
  );
}

/** One claim, mostly about who holds Homs. */
export function claimIn(world: World): fc.Arbitrary<RandomClaim> {
  const common = {
    happened: dateIn(world),
    until: oneIn(7, weighted([3, dayIn(world)], [1, hourIn(world)])),
    event: oneIn(3, fc.constantFrom('fall', 'raid')),
    implied: oneIn(6, fc.constant(true)),
    withdrawn: oneIn(24, fc.constant({ on: '2025-01-01', reason: 'misread' })),
  };
  const where = weighted([7, fc.constant('homs')], [2, fc.constant('hama')], [1, fc.constant('north')]);
  const whither = fc.uniqueArray(fc.constantFrom('homs', 'hama', 'north'), { maxLength: 3 });
  const amount = fc.constantFrom(
    { min: 1000, max: 1000, words: 'a thousand' },
    { min: null, max: null, words: 'thousands' },
    { min: 10, max: 500, words: 'up to 500' },
  );
  const record = (kind: Claim['kind'], members: Record<string, fc.Arbitrary<unknown>>) => {
    const reports = reportsIn(world, kind === 'control' ? 2 : 6);
    return fc.record({ kind: fc.constant(kind), ...members, ...common, reports }) as unknown as fc.Arbitrary<RandomClaim>;
  };
  const control = record('control', {
    place: where,
    holder: weighted([6, fc.constantFrom('gov', 'hts', 'sna')], [1, fc.constantFrom(...parties)]),
    says: fc.constantFrom('took', 'holds'),
    extent: weighted<Extent>([5, fc.constant('held')], [1, fc.constantFrom('entered', 'parts', 'outskirts')]),
  });
  const movement = record('movement', {
    party: fc.constantFrom(...parties),
    movement: fc.constantFrom('advance', 'reinforcement', 'withdrawal'),
    from: oneIn(2, where),
    via: oneIn(2, whither),
    to: oneIn(2, where),
  });
  const flow = record('displacement', {
    displacement: fc.constant('flow'),
    from: where,
    to: oneIn(2, whither),
    people: amount,
  });
  const figure = record('displacement', {
    displacement: fc.constant('figure'),
    area: where,
    amount,
    counts: fc.constantFrom('people', 'people', 'people', 'movements'),
    measure: fc.constantFrom('stock', 'stock', 'stock', 'forecast'),
    since: oneIn(4, dayIn(world)),
    // few days, so that some figures are of the same
    asOf: weighted([1, dateIn(world)], [2, fc.constantFrom(2, 5, 6).map((n) => addDays(world.first, n))]),
  });
  const incident = record('incident', {
    place: where,
    incident: fc.constantFrom('strike', 'arrival'),
    party: oneIn(2, fc.constantFrom(...parties)),
    killed: oneIn(2, amount),
  });
  return weighted([14, control], [2, movement], [2, flow], [3, figure], [2, incident]);
}
