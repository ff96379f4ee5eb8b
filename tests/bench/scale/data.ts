import type { Claim, Report } from '../../../src/core/model';
import { extents, incidents } from '../../../src/core/vocabulary';
import { Chance, zipf } from './chance';
import { dayAt, DAYS, HASH, headOf, type Head } from './head';

/**
 * Dossiers of any size, seeded, shaped as an archive of a war is:
 *
 * - ten years; of 10 reports 4 claims, of 10 reports 1 place: 1,000,000 reports are 400,000 claims about 100,000 places
 * - places cluster: villages around towns around cities; claims fall on them by Zipf's law (exponent 0.8), each place has one at least
 * - 60 % control, 28 % incidents, 6 % movements, 4 % flows, 2 % figures
 * - a control claim in four says that its party took the place; one in twelve contradicts who is on record, by another source
 * - 2.5 reports a claim on average, most have one, some dozens; published up to five days after, a few much later
 * - of the reports 67 % assert, 11 % observe, 13 % are a party's own claim, 7 % deny, 1.5 % retract
 * - a quarter of the texts is made from another
 * - dates: 80 % a day, the rest days `a/b`, open ends `a/..`, `[a..b]`, `a~`, months; three places in ten have a background `../a`
 *
 * The worst cases keep all that but put every claim on one place, or on one day.
 */
export type Shape = 'usual' | 'one place' | 'one day';

/** A dossier's head and a way to run through its claims, in no order of ids; the same on every call. */
export interface Generated {
  readonly head: Head;
  readonly claims: () => Generator<Claim>;
}

export function generated(reports: number, shape: Shape = 'usual'): Generated {
  const head = headOf(Math.max(10, Math.round(reports / 10)), reports);
  return { head, claims: () => claimsIn(head, reports, shape) };
}

/** Of what is no place's first claim; with those, the shares above. */
const kinds = [0.467, 0.373, 0.08, 0.053, 0.027];
const modes = ['asserts', 'observes', 'claims', 'denies', 'retracts'] as const;
const modeWeights = [0.67, 0.115, 0.13, 0.07, 0.015];
const MORE_REPORTS = 1.5;
const partyIds = ['north', 'south', 'east', 'west'];
const neutral = ['observatory', 'red-crescent', 'united-nations', 'mayor'];

function* claimsIn(head: Head, reports: number, shape: Shape): Generator<Claim> {
  const chance = new Chance(7);
  const rank = zipf(head.ranked.length, 0.8);
  const holders = new Map<string, string>();
  const textsFrom = firstTexts(head.textDays);
  const count = Math.round(reports * 0.4);
  // the ids' order is not that of places or days
  const stride = coprime(count);
  for (let i = 0; i < count; i++) {
    const first = i < head.ranked.length;
    const place = head.ranked[shape === 'one place' ? 0 : first ? i : rank(chance.share())]!.id;
    const day = shape === 'one day' ? DAYS >> 1 : chance.below(DAYS - 10);
    const other = () => head.ranked[rank(chance.share())]!.id;
    const base = {
      id: `claim-${String((i * stride) % count).padStart(7, '0')}`,
      geometry: null,
      happened: happened(day, chance),
      recorded: '2025-01-05',
      summary: `What was said of ${place} on ${dayAt(day)}, in one sentence of the usual length.`,
    };
    // the first claim about a place is about who holds it, so that each has a history
    const kind = first ? 0 : chance.weighted(kinds);
    if (kind === 0) yield control(base, place, first && chance.of(0.3), day);
    else if (kind === 1)
      yield {
        ...base,
        kind: 'incident',
        place,
        incident: chance.pick(incidents),
        ...(chance.of(0.4) ? { party: chance.pick(partyIds) } : {}),
        ...(chance.of(0.2) ? { event: `event-${chance.below(count / 40)}` } : {}),
        reports: reportsOf(day, null),
      };
    else if (kind === 2) {
      const party = chance.pick(partyIds);
      const movement = chance.pick(['advance', 'reinforcement', 'withdrawal'] as const);
      const ends = chance.below(8);
      yield {
        ...base,
        kind: 'movement',
        happened: `${dayAt(day)}/${chance.of(0.1) ? '..' : dayAt(day + chance.geometric(4))}`,
        party,
        movement,
        ...(ends > 0 ? { from: other() } : {}),
        ...(ends !== 1 ? { to: place } : {}),
        reports: reportsOf(day, party),
      };
    } else if (kind === 3)
      yield {
        ...base,
        kind: 'displacement',
        displacement: 'flow',
        from: place,
        to: [other()],
        people: { min: 100 * (1 + chance.geometric(30)), max: null, words: 'hundreds' },
        reports: reportsOf(day, null),
      };
    else
      yield {
        ...base,
        kind: 'displacement',
        displacement: 'figure',
        area: place,
        amount: { min: chance.below(1e6), max: null, words: 'so many' },
        counts: 'people',
        measure: chance.pick(['cumulative', 'stock'] as const),
        asOf: dayAt(day),
        reports: reportsOf(day, null),
      };
  }

  function control(
    base: Pick<Claim, 'id' | 'geometry' | 'happened' | 'recorded' | 'summary'>,
    place: string,
    background: boolean,
    day: number,
  ): Claim {
    const known = holders.get(place);
    const took = known !== undefined && chance.of(0.3);
    const contradicts = known !== undefined && !took && chance.of(0.12);
    const holder = took || contradicts || known === undefined ? chance.pick(partyIds.filter((id) => id !== known)) : known;
    if (!contradicts) holders.set(place, holder);
    return {
      ...base,
      kind: 'control',
      place,
      holder,
      says: took ? 'took' : 'holds',
      extent: chance.of(0.85) ? 'held' : chance.pick(extents),
      ...(background ? { happened: `../${dayAt(day)}` } : {}),
      ...(chance.of(0.01) ? { withdrawn: { on: '2025-01-05', reason: 'read again' } } : {}),
      reports: reportsOf(day, holder),
    };
  }

  function reportsOf(day: number, party: string | null): Report[] {
    return Array.from({ length: 1 + chance.geometric(MORE_REPORTS) }, () => {
      const late = chance.of(0.02) ? chance.below(600) : chance.below(6);
      const from = textsFrom[Math.min(DAYS - 1, day + late)]!;
      const text = head.texts[Math.min(head.texts.length - 1, from + chance.below(12))]!;
      const drawn = modes[chance.weighted(modeWeights)]!;
      // only a party can claim for itself
      const mode = drawn === 'claims' && party === null ? 'asserts' : drawn;
      const by =
        mode === 'claims'
          ? `${party}-${chance.pick(['ministry', 'commander'])}`
          : mode === 'denies'
            ? `${chance.pick(partyIds.filter((id) => id !== party))}-ministry`
            : chance.of(0.3)
              ? chance.pick(neutral)
              : null;
      const start = chance.below(5000);
      return {
        source: text.id,
        ...(by ? { by } : {}),
        mode,
        anchor: { paragraph: 1 + chance.below(20), start, end: start + 90, sha256: HASH },
      };
    });
  }
}

function happened(index: number, chance: Chance): string {
  const [day, later] = [dayAt(index), dayAt(index + 1 + chance.below(4))];
  const drawn = chance.share();
  if (drawn < 0.8) return day;
  if (drawn < 0.87) return `${day}/${later}`;
  if (drawn < 0.93) return `${day}/..`;
  if (drawn < 0.96) return `[${day}..${later}]`;
  return drawn < 0.98 ? `${day}~` : day.slice(0, 7);
}

/** For each day the first text published then or later. */
function firstTexts(days: Int32Array): Int32Array {
  const first = new Int32Array(DAYS);
  for (let day = 0, text = 0; day < DAYS; day++) {
    while (text < days.length && days[text]! < day) text++;
    first[day] = Math.min(text, days.length - 1);
  }
  return first;
}

/** A number that runs through all below `count` in steps. */
function coprime(count: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let stride = Math.floor(count * 0.618) || 1;
  while (divisor(stride, count) > 1) stride++;
  return stride;
}
