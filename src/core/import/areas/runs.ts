import type { Place } from '../../model';
import { addDays } from '../../time';
import type { Answer } from './ground';

/**
 * An archive's pictures of several days as rows, changes only: a place has a row where its holder changes, where a run of days with one holder ends, and
 * for every picture where somebody else is said to be there too. The end of a run is a row because what nobody repeats contradicts nothing that others say later.
 */

/** One picture of one day. */
export interface Picture {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** By the place's id. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/** What the archive said last before its first picture. */
export interface Last {
  readonly holder: string;
  readonly day: string;
}

export interface AreaRow {
  readonly place: Place;
  /** EDTF: the day, or for a change one of the days since the picture before. */
  readonly date: string;
  readonly holder: string;
  readonly status: 'held' | 'captured' | '';
  readonly answer: Answer;
  /** Why nothing is claimed of the place. */
  readonly fault: string | null;
}

export interface PictureRows {
  readonly rows: readonly AreaRow[];
  /** Places that were in an area of the picture before, and are in none. */
  readonly gone: readonly Place[];
}

/**
 * The rows of each picture; they must come in the order of their days. `before`: what the archive said last of a place; `others`: holders that anybody
 * names for it; both by its id, holders by what they are called in the answers.
 */
export function rowsOfPictures(
  pictures: readonly Picture[],
  places: readonly Place[],
  before: ReadonlyMap<string, Last>,
  others: ReadonlyMap<string, ReadonlySet<string>>,
): PictureRows[] {
  const all = pictures.map(() => ({ rows: [] as AreaRow[], gone: [] as Place[] }));
  for (const place of places) {
    let last = before.get(place.id) ?? null;
    let key = last ? keyOf({ holder: last.holder }) : '';
    pictures.forEach(({ day, answers }, i) => {
      const answer = answers.get(place.id)!;
      const now = keyOfAnswer(answer);
      const { rows, gone } = all[i]!;
      if (answer.is === 'held') {
        const { holder } = answer;
        const next = pictures[i + 1]?.answers.get(place.id);
        const isContradicted = [...(others.get(place.id) ?? [])].some((other) => other !== holder);
        if (last && last.holder !== holder)
          rows.push({ place, date: since(last.day, day), holder, status: 'captured', answer, fault: null });
        else if (key !== now || !next || keyOfAnswer(next) !== now || isContradicted)
          rows.push({ place, date: day, holder, status: 'held', answer, fault: null });
        last = { holder, day };
      } else if (answer.is === 'none') {
        if (key !== '' && key !== now) gone.push(place);
      } else if (key !== now) rows.push({ place, date: day, holder: holderOf(answer), status: '', answer, fault: faultOf(answer, place) });
      key = now;
    });
  }
  return all;
}

/** A change is seen on a day; it came on that day, or on one of those since the picture before. */
function since(before: string, day: string): string {
  const first = addDays(before, 1);
  return first < day ? `[${first}..${day}]` : day;
}

function keyOf({ holder }: { holder: string }): string {
  return `held ${holder}`;
}

function keyOfAnswer(answer: Answer): string {
  return answer.is === 'held' ? keyOf(answer) : answer.is;
}

function holderOf(answer: Answer): string {
  if (answer.is === 'several') return [...new Set(answer.areas.map(({ words }) => words))].join(' and ');
  return answer.is === 'edge' ? (answer.area?.words ?? '') : '';
}

function faultOf(answer: Answer, place: Place): string {
  if (answer.is === 'edge')
    return `${place.title} lies ${metres(answer.metres)} from the edge${answer.area ? ` of “${answer.area.words}”` : ''}; the place is known to within ${metres(place.precisionM)}`;
  const words = holderOf(answer);
  return answer.is === 'several' && answer.areas.length > 1
    ? `${place.title} lies in areas of several: ${words}`
    : `“${words}” names no single holder: write a row for each who is said to be there`;
}

export function metres(length: number): string {
  return `${Math.round(length).toLocaleString('en')} m`;
}
