import type { XY } from '../../../src/core/geometry/plane';
import type { Exercise, Kind, Texts } from './exercise';

/** Every state of a place, as claims about it. */

const [EARLY, LATER, TODAY] = ['2031-05-02', '2031-05-04', '2031-05-08'];
const [FIRST, SECOND, THIRD, FOURTH] = [{ text: 'almanac' }, { text: 'broadsheet' }, { text: 'chronicle' }, { text: 'dispatch' }] as const;

interface State {
  readonly id: string;
  readonly name: Texts;
  readonly claim: (exercise: Exercise, place: string) => void;
}

export const states: readonly State[] = [
  { id: 'held', name: ['held', 'مسيطَر عليه'], claim: (it, at) => it.took(at, 'orange', EARLY!) },
  {
    id: 'changed',
    name: ['changed', 'تغيّر اليوم'],
    claim(it, at) {
      it.took(at, 'orange', EARLY!);
      it.took(at, 'blue', TODAY!, { text: 'today' });
    },
  },
  {
    id: 'two',
    name: ['two', 'اثنان'],
    claim(it, at) {
      it.holds(at, 'orange', LATER!, 'held', FIRST);
      it.holds(at, 'blue', LATER!, 'held', SECOND);
    },
  },
  {
    id: 'three',
    name: ['three', 'ثلاثة'],
    claim(it, at) {
      it.holds(at, 'sky', LATER!, 'held', FIRST);
      it.holds(at, 'black', LATER!, 'held', SECOND);
      it.holds(at, 'yellow', LATER!, 'held', THIRD);
    },
  },
  {
    id: 'four',
    name: ['four', 'أربعة'],
    claim(it, at) {
      it.holds(at, 'orange', LATER!, 'held', FIRST);
      it.holds(at, 'blue', LATER!, 'held', SECOND);
      it.holds(at, 'yellow', LATER!, 'held', THIRD);
      it.holds(at, 'taupe', LATER!, 'held', FOURTH);
    },
  },
  {
    id: 'side-denied',
    name: ['one denied', 'أحدهما منفي'],
    claim(it, at) {
      it.took(at, 'orange', EARLY!);
      it.took(at, 'blue', LATER!, FIRST, { text: 'broadsheet', mode: 'denies' });
    },
  },
  {
    id: 'claimed',
    name: ['claimed', 'مدّعى'],
    claim(it, at) {
      it.took(at, 'yellow', EARLY!);
      it.took(at, 'black', LATER!, { mode: 'claims', by: 'black' });
    },
  },
  {
    id: 'claimed-of-nobody',
    name: ['only claimed', 'ادعاء فقط'],
    claim: (it, at) => it.took(at, 'blue', LATER!, { mode: 'claims', by: 'blue' }),
  },
  {
    id: 'entered',
    name: ['entered', 'دخلوه'],
    claim(it, at) {
      it.took(at, 'orange', EARLY!);
      it.holds(at, 'blue', LATER!, 'entered', SECOND);
    },
  },
  {
    id: 'parts',
    name: ['parts', 'أجزاء'],
    claim(it, at) {
      it.took(at, 'taupe', EARLY!);
      it.holds(at, 'sky', LATER!, 'parts', SECOND);
    },
  },
  {
    id: 'outskirts',
    name: ['outskirts', 'الأطراف'],
    claim(it, at) {
      it.took(at, 'yellow', EARLY!);
      it.holds(at, 'orange', LATER!, 'outskirts', SECOND);
    },
  },
  {
    id: 'denied',
    name: ['denied', 'منفي'],
    claim(it, at) {
      it.took(at, 'orange', EARLY!);
      it.took(at, 'blue', LATER!, FIRST, SECOND, { text: 'chronicle', mode: 'denies', by: 'orange' });
    },
  },
  {
    id: 'unknown',
    name: ['unknown', 'مجهول'],
    claim: (it, at) => it.took(at, 'blue', EARLY!, FIRST, { ...FIRST, mode: 'retracts', published: '2031-05-06' }),
  },
];

export const kinds: readonly Kind[] = ['city', 'town', 'village', 'area'];
/** From mark to mark and from rank to rank, in pixels. */
const [COLUMN, ROW] = [86, 58];

/** Every state for every rank, a row each, the first at `top` pixels. */
export function drawMarks(exercise: Exercise, [left, top]: XY): void {
  for (const [row, kind] of kinds.entries())
    for (const [column, { id, name, claim }] of states.entries()) {
      const place = exercise.place(`${id}-${kind}`, name, [left + column * COLUMN, top + row * ROW], kind);
      claim(exercise, place);
    }
}
