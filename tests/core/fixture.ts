import { deepFreeze } from '../../src/core/lists/freeze';
import { claimsOf } from './claims-of';
import { situationAt, type Situation } from '../../src/core/situation';
import type { Holding, Lens } from '../../src/core/ledger';
import type { Claim, ControlClaim, Dossier, Party, Place, Source, Speaker } from '../../src/core/model';
import { lastInstant, startOfDay } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';

/** A small frozen world for tests of the rule: two armies and an ally, three independent papers, and three copies of an unseen wire. */

export const ZONE = 'Asia/Damascus';
const anchor = { paragraph: 1, start: 0, end: 1, sha256: '0'.repeat(64) };

const party = (id: string, alliedWith?: string): [string, Party] => [
  id,
  { id, name: { en: id }, initials: id, ...(alliedWith && { alliedWith }) },
];
const speaker = (id: string, side?: string): [string, Speaker] => [id, { id, name: { en: id }, ...(side && { party: side }) }];
const source = (id: string, published: string, derivedFrom?: string): [string, Source] => [
  id,
  {
    id,
    title: id,
    publisher: id,
    published,
    language: 'en',
    ...(derivedFrom && { derivedFrom }),
    text: { file: `${id}.txt`, sha256: '0'.repeat(64) },
  },
];
/** A town in the middle of Syria. */
export const placeOf = (id: string): Place => ({
  id,
  title: id,
  titleAr: null,
  spellings: [id],
  featureClass: 'P',
  kind: 'town',
  countries: ['SY'],
  geometry: { type: 'Point', coordinates: [36, 35] },
  point: [36, 35],
  precisionM: 100,
  population: null,
  geonames: null,
  pcode: null,
  sensitive: false,
});

/** Sources are published on 5 December (`wire` and its first copy, `monday`) and 6 December (the others). */
export const sources = new Map([
  source('wire', '2024-12-05'),
  source('copy1', '2024-12-05', 'wire'),
  source('copy2', '2024-12-06', 'wire'),
  source('copy3', '2024-12-06T07:40', 'copy2'),
  source('paper5', '2024-12-05'),
  source('paper6', '2024-12-06'),
  source('herald6', '2024-12-06'),
]);

/** A frozen dossier of these claims, whose span is 26 November to 7 December 2024. */
export function dossierOf(claims: readonly Claim[]): Dossier {
  const head = {
    id: 'test',
    title: { en: 'Test' },
    standfirst: null,
    span: { start: startOfDay('2024-11-26', ZONE), end: lastInstant('2024-12-07', ZONE) + 1 },
    timeZone: ZONE,
    opening: { day: '2024-12-06', bounds: [35, 33, 41, 37] as const },
    parties: new Map([party('gov'), party('hts'), party('sna'), party('ally', 'gov')]),
    speakers: new Map([
      speaker('army', 'gov'),
      speaker('rebels', 'hts'),
      speaker('friend', 'ally'),
      speaker('third', 'sna'),
      speaker('resident'),
      speaker('monitor'),
    ]),
    sources,
    places: new Map(['homs', 'hama'].map((id) => [id, placeOf(id)])),
    credits: [],
    disclaimer: { en: 'None.' },
  };
  return deepFreeze({ ...head, claims: claimsOf(claims, head) });
}

/** A report by its source, mode, speaker and own date: `paper6`, `paper6 claims/army`, `copy1 retracts@2024-12-06`. */
export function report(text: string): ControlClaim['reports'][number] {
  const [words, published] = text.split('@') as [string, string?];
  const [of, how = 'asserts'] = words.split(' ') as [string, string?];
  const [mode, by] = how.split('/') as [ControlClaim['reports'][number]['mode'], string?];
  return { source: of, mode, ...(by && { by }), ...(published && { published }), anchor };
}

let counter = 0;

/** A control claim: `took('hts', '2024-12-05', ['copy1'])`; its id is its number unless given. */
function control(
  says: ControlClaim['says'],
  holder: string,
  happened: string,
  reports: readonly string[],
  more: Partial<ControlClaim> = {},
): ControlClaim {
  counter++;
  const id = `c${String(counter).padStart(4, '0')}`;
  const fields = {
    id,
    kind: 'control',
    geometry: null,
    place: 'homs',
    holder,
    says,
    extent: 'held',
    happened,
    recorded: '2024-12-07',
    summary: id,
  } as const;
  return { ...fields, reports: reports.map(report), ...more };
}
export const took = control.bind(null, 'took');
export const holds = control.bind(null, 'holds');

/** The situation at the end of a day, as known then unless the lens says otherwise. */
export function situationOf(claims: readonly Claim[], day: string, lens: Partial<Lens> = {}): Situation {
  return situationsOf(claims, [day], lens)[0]!;
}

/** The situations at the ends of some days, of one ledger. */
export function situationsOf(claims: readonly Claim[], days: readonly string[], lens: Partial<Lens> = {}): Situation[] {
  const ledger = weigh(dossierOf(claims), { ...defaultLens, ...lens });
  return days.map((day) => situationAt(ledger, lastInstant(day, ZONE)));
}

/** A situation's lists in full, without the ledger that it was made from. */
export function partsOf({ at, knownBy, counts, holdings, movements, flows, incidents, figures, disputes }: Situation) {
  return { at, knownBy, counts, holdings, movements, flows, incidents, figures, disputes };
}

/** What is said of Homs at the end of a day; undefined where nothing is. */
export function homs(claims: readonly Claim[], day: string, lens: Partial<Lens> = {}): Holding | undefined {
  return situationOf(claims, day, lens).holdings.find((holding) => holding.place === 'homs');
}

/** A holding in short: its state, then each position as holder, extent where it is not held, and number of origins. */
export function short(holding: Holding | undefined): string {
  if (!holding) return 'nothing';
  const positions = holding.positions.map(
    ({ holder, extent, origins }) => `${holder}${extent === 'held' ? '' : ` ${extent}`} ${origins.length}`,
  );
  return `${holding.state}: ${positions.join(', ')}`;
}
