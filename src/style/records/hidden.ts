import { atOnce } from '../../core/at-once';
import { boxOf } from '../../core/geometry/box';
import type { Ledger } from '../../core/ledger';
import type { Situation } from '../../core/situation';
import { isDrawn } from './alive-records';
import { rankOf } from '../mark';
import { weights } from './marked-places';
import { minutesOf, type Records } from './records';
import { eachPlaceIn, holderAt } from './records-near';
import { cellsAcross, levelOf } from './thinning';

/** A mark that is drawn in a cell, and how many are not. */
interface Cell {
  /** Of `ledger.control.place`; -1 as long as none is found. */
  entry: number;
  weight: number;
  hidden: number;
}

/**
 * How many marks of who holds a place lie beneath the one that shows, by its entry in `ledger.control.place`, where any do; within a
 * frame (west, south, east, north), at a camera's zoom. Goes through the places in the frame: for when days and camera rest.
 */
export function hiddenAt(...given: Parameters<typeof hiding>): ReadonlyMap<number, number> {
  return atOnce(hiding(...given));
}

/** Places that are looked at in a step. */
const STEP = 2000;

/** The same in steps of some milliseconds. */
export function* hiding(
  situation: Situation,
  records: Records,
  zoom: number,
  frame: readonly [number, number, number, number],
): Generator<void, ReadonlyMap<number, number>> {
  const { ledger, at } = situation;
  const level = levelOf(zoom);
  const across = cellsAcross(level);
  if (across === null) return new Map();
  const { data, origin, subject, epoch, places: marked } = records;
  const minutes = minutesOf(at, epoch);
  const room = 1 / across;
  const [west, north, east, south] = boxOf(frame);
  const cells = new Map<number, Cell>();
  const places: number[] = [];
  eachPlaceIn(records, [west - room, north - room, east + room, south + room], (place) => void places.push(place));
  for (const [i, place] of places.entries()) {
    if (i % STEP === STEP - 1) yield;
    const record = holderAt(records, place, minutes);
    if (record < 0) continue;
    const column = Math.floor((marked.points[2 * place]! + origin[0]) * across);
    const key = column * 2 ** 20 + Math.floor((marked.points[2 * place + 1]! + origin[1]) * across);
    const cell = cells.get(key) ?? { entry: -1, weight: -1, hidden: 0 };
    cells.set(key, cell);
    if (!isDrawn(data, record, minutes, level)) {
      cell.hidden++;
      continue;
    }
    // beside the first of a cell, disputes and what changed show too
    const weight = weightOf(ledger, subject[record]!);
    if (weight > cell.weight) [cell.entry, cell.weight] = [subject[record]!, weight];
  }
  return new Map([...cells.values()].filter(({ entry, hidden }) => entry >= 0 && hidden > 0).map(({ entry, hidden }) => [entry, hidden]));
}

/** Greater for a place of higher rank, and of more people. */
function weightOf({ dossier, control }: Ledger, entry: number): number {
  const place = dossier.places.get(dossier.claims.columns.places[control.place[entry]!]!)!;
  return weights[rankOf(place)] * 1e10 + (place.population ?? 0);
}
