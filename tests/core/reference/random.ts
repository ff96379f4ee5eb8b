import fc from 'fast-check';
import type { Lens } from '../../../src/core/ledger';
import { claimIn, parties, speakers, texts, type RandomClaim } from './random-claim';
import { DAYS, publishedIn, weighted, worlds, type World } from './random-date';

/** Random dossiers, small and crowded, so that claims meet; a case is plain data, so that a failing one can be read and kept. */

/** So few claims are looked at on every day. */
export const FEW = 3;

export interface RandomCase {
  readonly zone: string;
  /** The first of its days. */
  readonly first: string;
  /** Ally of each party, and side of each speaker. */
  readonly allies: Readonly<Record<string, string | null>>;
  readonly sides: Readonly<Record<string, string | null>>;
  /** When each text was published, and which it was made from. */
  readonly sources: readonly { readonly id: string; readonly published: string; readonly from: string | null }[];
  readonly claims: readonly RandomClaim[];
  readonly lens: Lens;
  /** The day looked at. */
  readonly day: number;
  /** Another time of that day or another: a day and milliseconds from its beginning. */
  readonly odd: readonly [day: number, ms: number];
}

const sides = ['gov', 'hts', 'sna', 'ally', null, null] as const;
const madeFrom: readonly (string | null)[] = [null, 'wire', 'copy1', null, null, 'herald', null];

function lensIn(world: World): fc.Arbitrary<Lens> {
  return fc.record({
    knownBy: weighted<Lens['knownBy']>(
      [4, fc.constant('then')],
      [3, fc.constant('now')],
      [1, fc.integer({ min: 1, max: 2 * DAYS }).map((half) => Date.parse(world.first) + half * 43_200_000 - 1)],
    ),
    counting: weighted<Lens['counting']>([3, fc.constant('origins')], [1, fc.constant('articles')]),
    without: weighted<string[]>([4, fc.constant([])], [1, fc.subarray(['wire', 'copy1', 'paper'])]),
    partyClaims: weighted([4, fc.constant(true)], [1, fc.constant(false)]),
  });
}

const byName = <T>(names: readonly string[], values: readonly T[]) => Object.fromEntries(names.map((name, i) => [name, values[i]!]));

/** Which text each text was made from: one before it, or none. */
const descents: fc.Arbitrary<readonly (string | null)[]> = fc.tuple(...texts.map((_, i) => fc.constantFrom(null, ...texts.slice(0, i))));

/** A day, seldom one a year away, and milliseconds from its beginning. */
const oddTime = fc.tuple(
  weighted([9, fc.nat(DAYS)], [1, fc.constantFrom(-400, 400)]),
  fc.constantFrom(0, -1, 1, 43_200_000, 43_259_999, 9_000_000, 9_059_999, 86_399_999),
);

function caseIn(world: World): fc.Arbitrary<RandomCase> {
  const claim = claimIn(world);
  return fc.record({
    zone: fc.constant(world.zone),
    first: fc.constant(world.first),
    // mostly the ally of the government alone; sometimes lines, circles and whoever leads to one
    allies: weighted(
      [3, fc.constant(byName<string | null>(parties, [null, null, null, 'gov', null]))],
      [1, fc.tuple(...parties.map(() => fc.constantFrom(null, null, ...parties))).map((values) => byName(parties, values))],
    ),
    sides: weighted(
      [3, fc.constant(byName<string | null>(speakers, sides))],
      [1, fc.tuple(...speakers.map(() => fc.constantFrom(null, ...parties))).map((values) => byName(speakers, values))],
    ),
    sources: fc
      .tuple(fc.tuple(...texts.map(() => publishedIn(world))), weighted([3, fc.constant(madeFrom)], [1, descents]))
      .map(([published, from]) => texts.map((id, i) => ({ id, published: published[i]!, from: from[i]! }))),
    claims: weighted(
      [24, fc.array(claim, { maxLength: 14, size: 'max' })],
      [15, fc.array(claim, { minLength: 1, maxLength: FEW, size: 'max' })],
      // a crowd
      [1, fc.array(claim, { minLength: 25, maxLength: 40, size: 'max' })],
    ),
    lens: lensIn(world),
    day: fc.integer({ min: 1, max: DAYS }),
    odd: oddTime,
  }) as fc.Arbitrary<RandomCase>;
}

/** Dossiers of a few claims, of up to fourteen, or of a crowd, each with a lens and times to look at it; in one of four parties do most of the talking. */
export const randomCase: fc.Arbitrary<RandomCase> = weighted(
  ...[false, true].flatMap((partial) => worlds.map((world) => [partial ? 1 : 3, caseIn({ ...world, partial })] as const)),
);
