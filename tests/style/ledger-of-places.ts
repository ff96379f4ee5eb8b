import type { Columns } from '../../src/core/claims/columns';
import type { Ledger, Look } from '../../src/core/ledger';
import type { Dossier, Place } from '../../src/core/model';
import { chanceOf } from '../e2e/harness/generated';

/** A ledger with nothing but places and their histories, from chance alone: many places close together, some of them in dispute. */

const DAY_MS = 86_400_000;
export const DAYS = 30;
const FIRST = Date.parse('2024-01-01T00:00:00Z');
const kinds = ['city', 'town', 'village', 'village', 'village', 'area'] as const;

const look = (state: Look['state'], holders: readonly string[]): Look => ({
  state,
  contenders: state === 'disputed' ? holders.length : 0,
  positions: holders.map((holder) => ({ holder, extent: 'held', supported: true, denied: false, taken: true })),
});

/** The last instant of a day, from 0. */
export function endOf(day: number): number {
  return FIRST + (day + 1) * DAY_MS - 1;
}

export function ledgerOfPlaces(count: number, seed: number): Ledger {
  const chance = chanceOf(seed);
  const below = (n: number) => Math.floor(chance() * n);
  const ids = Array.from({ length: count }, (_, i) => `p${String(i).padStart(6, '0')}`);
  const places = new Map(
    ids.map((id): [string, Place] => {
      // half of them in one crowd
      const spread = chance() < 0.5 ? 0.05 : 4;
      const point = [36 + chance() * spread, 34 + chance() * spread] as const;
      return [
        id,
        { id, kind: kinds[below(kinds.length)]!, population: chance() < 0.3 ? below(1e6) : null, point, title: id } as unknown as Place,
      ];
    }),
  );
  const first = [0];
  const starts: number[] = [];
  const looks: number[] = [];
  for (let i = 0; i < count; i++) {
    let at = chance() < 0.4 ? -Infinity : FIRST + below(DAYS) * DAY_MS + below(DAY_MS);
    let before = -1;
    for (let row = 0; row < 1 + below(4); row++) {
      const next = (before + 1 + below(3)) % 4;
      starts.push(at);
      looks.push((before = next));
      at = Math.max(FIRST, at) + 1 + below(8 * DAY_MS);
    }
    first.push(starts.length);
  }
  const none = new Int32Array(0);
  const columns = {
    places: ids,
    parties: ['a', 'b'],
    kind: new Uint8Array(0),
    place: none,
    from: none,
    to: none,
    party: none,
  } as unknown as Columns;
  const empty = {
    claim: new Uint32Array(0),
    start: new Float64Array(0),
    end: new Float64Array(0),
    alive: { order: new Uint32Array(0), classes: [] },
  };
  return {
    dossier: {
      places,
      parties: new Map(),
      span: { start: FIRST, end: FIRST + DAYS * DAY_MS },
      timeZone: 'UTC',
      claims: { columns },
    } as unknown as Dossier,
    lens: { knownBy: 'now', counting: 'origins', without: [], partyClaims: true },
    kept: new Uint8Array(0),
    looks: [look('held', ['a']), look('disputed', ['a', 'b']), look('held', ['b']), look('unknown', [])],
    control: {
      place: Uint32Array.from(ids.keys()),
      first: Uint32Array.from(first),
      start: Float64Array.from(starts),
      look: Uint32Array.from(looks),
    },
    dated: { ...empty, began: new Float64Array(0), ended: new Float64Array(0), intended: new Uint8Array(0) },
    figures: empty,
    events: { ...empty, event: new Uint32Array(0) },
  };
}
