import fc from 'fast-check';
import { addDays } from '../../../src/core/time';

/** Random days, hours and EDTF texts, all of one fortnight. */

/** Somewhere and some time: two of the weeks have a change of clocks, one of them at midnight. */
export const worlds = [
  { zone: 'Asia/Damascus', first: '2024-11-24' },
  { zone: 'America/St_Johns', first: '2024-10-29' },
  { zone: 'Africa/Cairo', first: '2024-04-21' },
] as const;

/** Days of a case; its span begins on the third, so that some claims are background. */
export const DAYS = 12;
export const FIRST_OF_SPAN = 2;

/** One of the choices, by weight; a failing case is shrunk towards the first. */
export function weighted<T>(...choices: readonly (readonly [weight: number, value: fc.Arbitrary<T>])[]): fc.Arbitrary<T> {
  return fc.oneof({ withCrossShrink: true }, ...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

/** One time in `many` a value, else undefined. */
export function oneIn<T>(many: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return weighted<T | undefined>([many - 1, fc.constant(undefined)], [1, value]);
}

/** A world, and whether mostly those speak in it who gain by it. */
export type World = (typeof worlds)[number] & { readonly partial: boolean };

/** One of the days, seldom of the margins. */
export function dayIn({ first }: World): fc.Arbitrary<string> {
  const days = Array.from({ length: DAYS }, (_, n) => addDays(first, n));
  return weighted([4, fc.constantFrom(...days.slice(2, 10))], [1, fc.constantFrom(...days)]);
}

/** A time of day, with and without offset; some of them do not exist or come twice. */
export function hourIn(world: World): fc.Arbitrary<string> {
  return fc
    .tuple(dayIn(world), fc.constantFrom('T00:00', 'T02:30', 'T12:00', 'T23:59:59', 'T06:00Z', 'T22:00+05:00'))
    .map((t) => t.join(''));
}

/** EDTF of every form that a claim's date may have. */
export function dateIn(world: World): fc.Arbitrary<string> {
  const day = dayIn(world);
  const pair = fc.tuple(day, day).map((days) => days.sort() as [string, string]);
  return weighted(
    [10, day],
    [4, pair.map(([a, b]) => `[${a}..${b}]`)],
    [3, pair.map(([a, b]) => `${a}/${b}`)],
    [4, day.map((b) => `../${b}`)],
    [2, day.map((a) => `${a}~`)],
    [2, hourIn(world)],
    [1, day.map((a) => `${a}/..`)],
    [2, fc.constant('2020/..')],
    [1, day.map((b) => `[..${b}]`)],
    [1, pair.map(([a, b]) => `[${a},${b}]`)],
    [1, fc.constantFrom(`${world.first.slice(0, 7)}`, `${world.first.slice(0, 7)}/..`, '2024', '2024?')],
    [1, day.map((a) => `[${a}..]`)],
  );
}

/** EDTF of a publication; rarely one that may be as late as one likes. */
export function publishedIn(world: World): fc.Arbitrary<string> {
  const day = dayIn(world);
  return weighted(
    [12, day],
    [2, hourIn(world)],
    [1, day.map((a) => `${a}~`)],
    [1, day.map((b) => `[${addDays(b, -2)}..${b}]`)],
    [1, fc.constantFrom(world.first.slice(0, 7), `${world.first}/..`)],
  );
}
