import { toPlane, type Points } from '../../../src/core/geometry/plane';
import type { Dossier, Party } from '../../../src/core/model';
import type { ControlMark, EventMark, Rank } from '../../../src/style/mark';
import { markSvg } from '../../../src/style/marks';
import { LooseRecords, packRecords, type Group } from '../../../src/style/records/pack-records';
import { looks } from '../../../src/style/palette';
import { tintOf } from '../../../src/style/party';
import {
  fadeFromAt,
  field,
  minutesOf,
  minZoomAt,
  RECORD,
  slotAt,
  type Records,
  type RecordStyle,
} from '../../../src/style/records/records';
import type { Drawing } from '../../../src/style/svg';

/** Marks from chance alone, the same for the same seed. */

const DAY_MS = 86_400_000;
export const days = 400;
const ranks: readonly Rank[] = ['area', 'village', 'town', 'city'];
const events: readonly EventMark['event'][] = ['strike', 'damage', 'casualties', 'statement', 'arrival', 'coming', 'leaving'];
const parties = ['#D55E00', '#0072B2', '#56B4E9', '#F0E442'].map((colour, i): [string, Party] => [
  `p${i}`,
  { id: `p${i}`, name: { en: `P${i}` }, initials: `P${i}`, colour } as Party,
]);
const dossier = { parties: new Map(parties) } as unknown as Dossier;

/** Numbers from 0 to 1 (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Bounds of the points: west, south, east, north. */
export type Box = readonly [number, number, number, number];

/** About `count` records at a tenth as many places. */
export function generated(count: number, seed: number, [west, south, east, north]: Box): { records: Records; drawings: Drawing[] } {
  const chance = chanceOf(seed);
  const below = (n: number) => Math.floor(chance() * n);
  const places = Math.max(1, Math.round(count / 10));
  const points: Points = new Float64Array(places * 2);
  for (let i = 0; i < places; i++) points.set(toPlane([west + chance() * (east - west), south + chance() * (north - south)]), 2 * i);
  const { styles, drawings } = stylesOf(chance);
  const loose = new LooseRecords(0);
  for (let i = 0; i < count; i++) {
    const place = below(places);
    const start = below(days) * DAY_MS;
    const day = start + DAY_MS;
    const isEvent = chance() < 0.3;
    const style = isEvent ? styles.length - 1 - below(events.length) : below(styles.length - events.length);
    const minZoom = chance() < 0.5 ? 0 : 4 + below(8);
    if (isEvent) loose.add('incidents', place, start, start + 4 * DAY_MS, style, i, minZoom, below(14), day);
    else {
      const group = (['area', 'village', 'town', 'city', 'changed', 'disputed'] as const satisfies readonly Group[])[below(6)]!;
      const end = chance() < 0.1 ? Infinity : day + below(40) * DAY_MS;
      loose.add(group, place, chance() < 0.02 ? -Infinity : start, end, style, i, minZoom);
    }
  }
  return { records: packRecords(loose, points, styles, 0), drawings };
}

function stylesOf(chance: () => number): { styles: RecordStyle[]; drawings: Drawing[] } {
  const styles: RecordStyle[] = [];
  const drawings: Drawing[] = [];
  const tint = () => tintOf(`p${Math.floor(chance() * 4)}`, dossier, looks.light);
  for (let look = 0; look < 24; look++)
    for (const rank of ranks) {
      const sectors = look % 3 === 0 ? [tint(), tint()] : [look % 7 === 1 ? null : tint()];
      const mark: ControlMark = {
        kind: 'control',
        rank,
        sectors,
        claimants: look % 5 === 2 ? [tint()] : [],
        guests: look % 4 === 1 ? [{ tint: tint(), extent: 'entered' }] : [],
        denied: look % 6 === 3 ? [0] : [],
        changed: look % 8 === 4,
        selected: false,
      };
      styles.push({ kind: 'control', look, rank, changed: mark.changed });
      drawings.push(markSvg(mark, looks.light));
    }
  for (const event of events) {
    styles.push({ kind: 'event', event, party: null });
    drawings.push(markSvg({ kind: 'event', event, tint: chance() < 0.5 ? tint() : null, selected: false }, looks.light));
  }
  return { styles, drawings };
}

/** Only those records that show at a time and a whole zoom level, to be drawn in one go. */
export function plainOf(records: Records, time: number, level: number): Records {
  const minutes = minutesOf(time, records.epoch);
  const shown: number[] = [];
  for (let i = 0; i < records.count; i++) {
    const { data } = records;
    if (data[i * RECORD + field.start]! > minutes || data[i * RECORD + field.end]! <= minutes) continue;
    if (minZoomAt(data, i) > level && (slotAt(data, i) < 0 || minutes >= fadeFromAt(data, i))) continue;
    shown.push(i);
  }
  const data = new Int32Array(shown.length * RECORD);
  shown.forEach((position, i) => data.set(records.data.subarray(position * RECORD, (position + 1) * RECORD), i * RECORD));
  return { ...records, count: shown.length, data, groups: [{ layer: 'control', first: 0, count: shown.length, classes: [] }] };
}
