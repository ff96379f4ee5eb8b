import type { Dossier, Place, Source } from '../../../src/core/model';
import { addDays, lastInstant, startOfDay } from '../../../src/core/time';
import { Chance } from './chance';

/** A generated dossier but for its claims: ten years, towns around cities, texts and their copies. */

export const TIME_ZONE = 'Asia/Damascus';
export const FIRST_DAY = '2015-01-01';
/** Ten years. */
export const DAYS = 3653;
/** [west, south, east, north] of everything that is generated. */
export const BOUNDS = [35.8, 32.4, 42.2, 37.2] as const;
/** Texts that are made from another: agency copy, translations, round-ups. */
const COPIED = 0.25;

const parties = ['north', 'south', 'east', 'west'].map((id, i) => ({
  id,
  name: { en: `Party of the ${id}` },
  initials: id.slice(0, 2).toUpperCase(),
  ...(i === 3 ? { alliedWith: 'south' } : {}),
}));
/** Two spokespersons a party, and four who are of none. */
const speakers = [
  ...parties.flatMap(({ id }) =>
    ['ministry', 'commander'].map((role) => ({ id: `${id}-${role}`, name: { en: `${role}, ${id}` }, party: id })),
  ),
  ...['observatory', 'red-crescent', 'united-nations', 'mayor'].map((id) => ({ id, name: { en: id } })),
];

/** Of no text. */
export const HASH = 'd19bfb520c611cf588df0b1022cb58a9ec6cec1988d1a354f6fe804e6bd37a71';

/** The calendar day, `index` days after the first. */
export function dayAt(index: number): string {
  return (days[index] ??= addDays(FIRST_DAY, index));
}
const days: string[] = [];

export type Head = Omit<Dossier, 'claims'> & {
  /** In the order of publication. */
  readonly texts: readonly Source[];
  /** The day, as an index, on which each text was published. */
  readonly textDays: Int32Array;
  /** Places in the order of their rank: cities, then towns, then villages. */
  readonly ranked: readonly Place[];
};

/** Everything but the claims; a fifth as many texts as reports. */
export function headOf(places: number, reports: number): Head {
  const chance = new Chance(31);
  const ranked = placesOf(places, chance);
  const texts = textsOf(Math.max(200, Math.round(reports / 5)), chance);
  return {
    id: 'generated',
    title: { en: 'A generated dossier' },
    standfirst: null,
    span: { start: startOfDay(FIRST_DAY, TIME_ZONE), end: lastInstant(dayAt(DAYS - 1), TIME_ZONE) + 1 },
    timeZone: TIME_ZONE,
    opening: { day: dayAt(DAYS - 1), bounds: [...BOUNDS] },
    parties: new Map(parties.map((party) => [party.id, party])),
    speakers: new Map(speakers.map((speaker) => [speaker.id, speaker])),
    sources: new Map(texts.sources.map((source) => [source.id, source])),
    places: new Map(ranked.map((place) => [place.id, place])),
    credits: [],
    disclaimer: { en: 'Nothing of this is true.' },
    texts: texts.sources,
    textDays: texts.days,
    ranked,
  };
}

/** One place in 400 is a city and one in 20 a town near one; villages lie around towns. */
function placesOf(count: number, chance: Chance): Place[] {
  const [west, south, east, north] = BOUNDS;
  const cities = Math.max(1, Math.round(count / 400));
  const towns = Math.max(1, Math.round(count / 20));
  const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  const around = (middle: readonly [number, number], spread: number): [number, number] => [
    within(middle[0] + chance.normal() * spread, west, east),
    within(middle[1] + chance.normal() * spread * 0.8, south, north),
  ];
  const points: [number, number][] = [];
  return Array.from({ length: count }, (_, i) => {
    const kind = i < cities ? 'city' : i < cities + towns ? 'town' : 'village';
    if (kind === 'city') points.push([west + chance.share() * (east - west), south + chance.share() * (north - south)]);
    else if (kind === 'town') points.push(around(points[Math.floor(cities * chance.share() ** 2)]!, 0.25));
    else points.push(around(points[cities + chance.below(towns)]!, 0.06));
    const title = `Place ${i}`;
    return {
      id: `place-${String(i).padStart(6, '0')}`,
      title,
      titleAr: null,
      spellings: [title],
      featureClass: 'P',
      kind,
      countries: ['SY'],
      geometry: { type: 'Point', coordinates: points[i]! },
      point: points[i]!,
      precisionM: 500,
      population: kind === 'city' ? 1_000_000 - i : kind === 'town' ? 30_000 - (i % 20_000) : 40 + (i % 2000),
      geonames: null,
      pcode: null,
      sensitive: false,
    };
  });
}

/** Texts in the order of publication, more of them in the worse months; a quarter is made from one of the days before. */
function textsOf(count: number, chance: Chance): { sources: Source[]; days: Int32Array } {
  const published = Int32Array.from({ length: count }, () => {
    const day = chance.below(DAYS);
    return Math.sin(day / 90) > 0 || chance.of(0.5) ? day : Math.floor((day + chance.below(DAYS)) / 2);
  }).sort();
  const sources = Array.from(published, (day, i): Source => {
    const copied = i > 50 && chance.of(COPIED);
    return {
      id: `text-${String(i).padStart(6, '0')}`,
      title: `Text ${i}`,
      publisher: `Publisher ${chance.below(400)}`,
      published: dayAt(day),
      language: 'en',
      text: { file: `texts/${i}.txt`, sha256: HASH },
      ...(copied ? { derivedFrom: `text-${String(i - 1 - chance.below(50)).padStart(6, '0')}` } : {}),
    };
  });
  return { sources, days: published };
}
