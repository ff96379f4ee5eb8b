import type { XY } from '../../../src/core/geometry/plane';
import { SHOWN, type Exercise, type PartyId, type Texts } from './exercise';

/** Every kind and age of arrow, every form of a flow, and incidents in a row, as claims. */

/** From sample to sample, and how long a way is, in pixels. */
const [COLUMN, ROW, LENGTH] = [160, 62, 100];

type Draw = (exercise: Exercise, id: string, at: XY) => void;

/** Two towns so far apart, of which the first is named after what is drawn. */
function ends(it: Exercise, id: string, name: Texts, [x, y]: XY, length = LENGTH): [from: string, to: string] {
  return [it.place(`${id}-from`, name, [x, y]), it.place(`${id}-to`, ['–', '–'], [x + length, y - 8])];
}

function arrow(name: Texts, party: PartyId, movement: string, happened: string, isIntended = false): Draw {
  return (it, id, at) => {
    const [from, to] = ends(it, id, name, at);
    it.moves(id, party, movement, { from, to }, happened, isIntended ? { mode: 'intends' } : {});
  };
}

function flow(name: Texts, min: number | null, max: number | null, words: string): Draw {
  return (it, id, at) => {
    const [from, to] = ends(it, id, name, at);
    it.flees(id, from, [to], { min, max, words });
  };
}

export const samples: Readonly<Record<string, Draw>> = {
  'advance-25': arrow(['25 %', '25 ٪'], 'blue', 'advance', '2031-05-08/2031-05-11'),
  'advance-50': arrow(['50 %', '50 ٪'], 'blue', 'advance', '2031-05-07/2031-05-10'),
  'advance-100': arrow(['advance', 'تقدم'], 'blue', 'advance', SHOWN),
  intended: arrow(['intended', 'نية'], 'orange', 'advance', SHOWN, true),
  reinforcement: arrow(['support', 'تعزيز'], 'orange', 'reinforcement', SHOWN),
  withdrawal: arrow(['withdrawal', 'انسحاب'], 'orange', 'withdrawal', SHOWN),
  'advance-yellow': arrow(['yellow', 'أصفر'], 'yellow', 'advance', SHOWN),

  'past-1': arrow(['1 day ago', 'قبل يوم'], 'blue', 'advance', '2031-05-07'),
  'past-2': arrow(['2 days ago', 'قبل يومين'], 'blue', 'advance', '2031-05-06'),
  'past-3': arrow(['3 days ago', 'قبل 3 أيام'], 'blue', 'advance', '2031-05-05'),
  via(it, id, [x, y]) {
    const [from, to] = ends(it, id, ['by way of', 'عبر'], [x, y]);
    const via = it.place(`${id}-via`, ['–', '–'], [x + LENGTH / 2, y - 30]);
    it.moves(id, 'black', 'advance', { from, via: [via], to }, SHOWN);
  },
  pincer(it, id, [x, y]) {
    const to = it.place(`${id}-to`, ['pincer', 'كماشة'], [x + LENGTH - 25, y]);
    const from = [-20, 20].map((down, i) => it.place(`${id}-from-${i}`, ['–', '–'], [x - 10, y + down]));
    for (const [i, each] of from.entries()) it.moves(`${id}-${i}`, 'sky', 'advance', { from: each, to }, SHOWN);
    it.took(to, 'orange', '2031-05-02');
  },
  'to-and-fro'(it, id, at) {
    const [a, b] = ends(it, id, ['back', 'عودة'], at);
    it.moves(`${id}-1`, 'blue', 'advance', { from: a, to: b }, SHOWN);
    it.moves(`${id}-2`, 'taupe', 'withdrawal', { from: b, to: a }, SHOWN);
  },
  'only-one-end'(it, id, [x, y]) {
    it.moves(`${id}-1`, 'blue', 'advance', { to: it.place(`${id}-coming`, ['coming', 'قادمون'], [x + 10, y]) }, SHOWN);
    it.moves(`${id}-2`, 'blue', 'withdrawal', { from: it.place(`${id}-leaving`, ['leaving', 'مغادرون'], [x + LENGTH, y]) }, SHOWN);
  },

  number: flow(['number', 'عدد'], 20_000, 20_000, '20,000'),
  small: flow(['small', 'صغير'], 500, 500, '500'),
  range: flow(['range', 'مدى'], 8_000, 20_000, '8,000 to 20,000'),
  least: flow(['at least', 'على الأقل'], 8_000, null, 'at least 8,000'),
  most: flow(['at most', 'على الأكثر'], null, 16_000, 'up to 16,000'),
  words: flow(['in words', 'بالكلمات'], null, null, 'thousands'),
  fan(it, id, [x, y]) {
    it.flees(id, it.place(`${id}-from`, ['fan', 'مروحة'], [x + 40, y]), [], { min: null, max: null, words: 'many' });
  },

  'two-ends'(it, id, [x, y]) {
    const from = it.place(`${id}-from`, ['two ends', 'وجهتان'], [x, y]);
    const to = [-20, 20].map((down, i) => it.place(`${id}-to-${i}`, ['–', '–'], [x + LENGTH, y + down]));
    it.flees(id, from, to, { min: 9_000, max: 9_000, words: '9,000' });
  },
  'past-flow'(it, id, at) {
    const [from, to] = ends(it, id, ['past flow', 'نزوح سابق'], at);
    it.flees(id, from, [to], { min: 9_000, max: 9_000, words: '9,000' }, '2031-05-07');
  },
  'incident-alone'(it, id, [x, y]) {
    it.happens(id, it.place(`${id}-place`, ['alone', 'منفرد'], [x + 30, y]), 'strike');
  },
  incidents(it, id, [x, y]) {
    const at = it.place(`${id}-town`, ['incidents', 'أحداث'], [x, y], 'town');
    it.took(at, 'orange', '2031-05-02');
    for (const incident of ['strike', 'damage', 'casualties', 'statement', 'arrival'])
      it.happens(`${id}-${incident}`, at, incident, 'blue');
  },
  'short-flow'(it, id, at) {
    const [from, to] = ends(it, id, ['short', 'قصير'], at, 34);
    it.flees(id, from, [to], { min: 20_000, max: 20_000, words: '20,000' });
  },
  'short-arrow'(it, id, at) {
    const [from, to] = ends(it, id, ['short', 'قصير'], at, 34);
    it.moves(id, 'yellow', 'advance', { from, to }, SHOWN);
  },
  'three-kilometres'(it, id, at) {
    const [from, to] = ends(it, id, ['3 km', '3 كم'], at, it.pixels(3000));
    it.moves(id, 'orange', 'advance', { from, to }, SHOWN);
  },
};

/** How many samples stand beside one another. */
const ACROSS = 7;

/** All of them, in rows from `top` pixels on. */
export function drawWays(exercise: Exercise, [left, top]: XY): void {
  for (const [i, [id, draw]] of Object.entries(samples).entries())
    draw(exercise, id, [left + (i % ACROSS) * COLUMN, top + Math.floor(i / ACROSS) * ROW]);
}

/** A way of 1,500 km across the whole sheet. */
export function drawFar(exercise: Exercise, y: number): void {
  const half = exercise.pixels(750_000);
  const from = exercise.place('far-from', ['1,500 km', '1500 كم'], [-half, y]);
  const to = exercise.place('far-to', ['–', '–'], [half, y]);
  exercise.moves('far', 'blue', 'advance', { from, to }, SHOWN);
}

/** Ways across the antimeridian, for a sheet whose middle lies on it. */
export function drawAntimeridian(exercise: Exercise): void {
  const [a, b] = ends(exercise, 'east', ['eastwards', 'شرقًا'], [-130, -40], 260);
  exercise.moves('east', 'blue', 'advance', { from: a, to: b }, SHOWN);
  const [c, d] = ends(exercise, 'west', ['westwards', 'غربًا'], [130, 10], -260);
  exercise.moves('west', 'orange', 'withdrawal', { from: c, to: d }, SHOWN);
  const [e, f] = ends(exercise, 'flow', ['flow', 'نزوح'], [-130, 60], 260);
  exercise.flees('flow', e, [f], { min: 8_000, max: 20_000, words: '8,000 to 20,000' });
}
