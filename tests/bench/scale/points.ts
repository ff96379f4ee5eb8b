import { Chance, zipf } from './chance';
import { DAYS, headOf } from './head';

/** Dated points for a layer alone: where, and from when until when. Every way of drawing is given the same. */
export interface Points {
  readonly count: number;
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  /** Whole days since the first day of the data; half-open; Infinity where the end is open. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** The place of each, an index into the head's places. */
  readonly place: Uint32Array;
}

/** How many places so many points lie at. */
export const placesFor = (count: number): number => Math.max(10, Math.round(count / 10));

/**
 * Points on a tenth as many clustered places, by Zipf's law. Six in ten last a day or a few, a quarter weeks, the rest years, one in a
 * hundred has an open end: at a date in the middle about 4.5 % are alive.
 */
export function pointsOf(count: number): Points {
  const chance = new Chance(99);
  const { ranked } = headOf(placesFor(count), 1000);
  const rank = zipf(ranked.length, 0.8);
  const points = {
    count,
    longitude: new Float64Array(count),
    latitude: new Float64Array(count),
    start: new Float64Array(count),
    end: new Float64Array(count),
    place: new Uint32Array(count),
  };
  for (let i = 0; i < count; i++) {
    const place = rank(chance.share());
    const start = chance.below(DAYS);
    points.place[i] = place;
    [points.longitude[i], points.latitude[i]] = ranked[place]!.point!;
    points.start[i] = start;
    points.end[i] = start + lasting(chance);
  }
  return points;
}

function lasting(chance: Chance): number {
  const drawn = chance.share();
  const about = (mean: number) => Math.ceil(-mean * Math.log(1 - chance.share()));
  if (drawn < 0.6) return 1 + chance.below(4);
  if (drawn < 0.85) return about(40);
  return drawn < 0.99 ? about(1250) : Infinity;
}

/** How many are alive on a day. */
export function aliveOn(points: Points, day: number): number {
  let alive = 0;
  for (let i = 0; i < points.count; i++) if (points.start[i]! <= day && points.end[i]! > day) alive++;
  return alive;
}

/** When places change their holder, in the order of places, then of days; the first day stands for ever before. */
export interface Changes {
  readonly place: Uint32Array;
  readonly day: Uint16Array;
  readonly party: Uint8Array;
}

/** Places each of which is shown on every day, and changes hands 2.4 times on average in ten years. */
export function changesOf(places: number): Changes {
  const chance = new Chance(5);
  const rows: [place: number, day: number, party: number][] = [];
  for (let place = 0; place < places; place++) {
    let party = chance.below(4);
    rows.push([place, 0, party]);
    const days = new Set(Array.from({ length: chance.geometric(2.4) }, () => 1 + chance.below(DAYS - 1)));
    for (const day of [...days].sort((a, b) => a - b)) rows.push([place, day, (party = (party + 1 + chance.below(3)) % 4)]);
  }
  return {
    place: Uint32Array.from(rows, ([place]) => place),
    day: Uint16Array.from(rows, ([, day]) => day),
    party: Uint8Array.from(rows, ([, , party]) => party),
  };
}
