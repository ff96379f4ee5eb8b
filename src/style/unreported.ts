import type { Situation } from '../core/situation';
import { groundPoint } from './areas';
import { formatDay } from './dates';
import type { Basemap } from './basemap';
import { homeOf, type Home } from './home';
import { groundAt, inferredIn, type GroundAt } from './inferred';
import type { Layer } from './layer';
import { listOf, nameIn, partyName, placeName } from './naming';
import { markLayers, type Beneath, type PictureOptions } from './picture';
import type { Records } from './records/records';
import { ringDrawings } from './rings';
import { quietIn, quietTown, ringsOf, type Quiet, type QuietTown } from './silence';
import { fill, formatNumber, type Language } from './strings';
import { laterStrings } from './strings/later';

/** What is drawn and said of what nobody reports: inferred ground, and silence. Loaded when one of its layers is wanted: who only hands it on names its type. */
export interface Unreported {
  readonly home: Home;
  /** What lies beneath the marks of a picture; `sideOf` is that of a style's drawing at mark scale 1. */
  beneath(situation: Situation, records: Records, options: PictureOptions, sideOf: (style: number) => number): Beneath;
  /** What a layer that is on says of a mark, a ring or a point of ground; empty where it says nothing. */
  sentence(id: string, situation: Situation, said: Said): string;
}

/** Which layers a reader has switched off, and in which language one speaks to them. */
interface Said {
  readonly off: readonly Layer[];
  readonly language: Language;
}

/** Of the country of a basemap; null where the basemap has none. */
export function unreportedOf(basemap: Basemap): Unreported | null {
  const home = homeOf(basemap);
  return (
    home && {
      home,
      beneath: (situation, records, options, sideOf) => beneathOf(situation, home, records, options, sideOf),
      sentence: (id, situation, said) => sentenceOf(id, situation, home, said),
    }
  );
}

function beneathOf(
  situation: Situation,
  home: Home,
  records: Records,
  { off = [], palette, zoom, frame }: PictureOptions,
  sideOf: (style: number) => number,
): Beneath {
  const bounds = frame ?? situation.ledger.dossier.opening.bounds;
  const inferred = off.includes('inferred') ? null : inferredIn(situation, home, palette, bounds);
  if (off.includes('silence')) return { inferred, silence: null };
  const quiet = quietIn(situation, home);
  const rings = ringsOf(quiet, situation, records, { zoom, off: markLayers.filter((layer) => off.includes(layer)), sideOf });
  return { inferred, silence: { rings, drawings: ringDrawings(rings, palette), of: quiet.of } };
}

function sentenceOf(id: string, situation: Situation, home: Home, { off, language }: Said): string {
  const point = groundPoint(id);
  if (point) {
    const ground = off.includes('inferred') ? null : groundAt(situation, home, point);
    return ground ? groundSentence(ground, situation, language) : '';
  }
  const town = off.includes('silence') ? null : quietTown(situation, home, id);
  return town ? townSentence(town, language) : '';
}

/** From which place ground is inferred, how far away that is, and who is reported to hold it. */
export function groundSentence({ place, holders, km }: GroundAt, { ledger: { dossier } }: Situation, language: Language): string {
  const names = listOf(
    holders.map((holder) => partyName(dossier, holder, language)),
    language,
  );
  const values = { place: placeName(dossier, place, language), km: formatNumber(language, Math.round(km)), holders: names };
  return fill(laterStrings(language)[holders.length > 1 ? 'words.inferred.disputed' : 'words.inferred'], values);
}

/** When a silent town was last spoken of. */
export function townSentence({ name, lastSpoken }: QuietTown, language: Language): string {
  const say = laterStrings(language);
  const place = nameIn(name, language);
  return lastSpoken === null
    ? fill(say['words.silence.never'], { place })
    : fill(say['words.silence.last'], { place, day: formatDay(lastSpoken, language) });
}

/** Of how many towns nobody speaks. */
export function silenceSentence({ towns, of }: Quiet, language: Language): string {
  const say = laterStrings(language)[towns.length === 0 ? 'words.silence.none' : 'words.silence'];
  return fill(say, { n: formatNumber(language, towns.length), of: formatNumber(language, of) });
}

/** The names of the towns that nobody has spoken of yet; null where there are none. */
export function neverSentence({ towns }: Quiet, language: Language): string | null {
  const names = towns.flatMap(({ id, name, lastSpoken }) =>
    id.startsWith('silent:') && lastSpoken === null ? [nameIn(name, language)] : [],
  );
  return names.length === 0 ? null : fill(laterStrings(language)['words.silence.others'], { places: listOf(names, language) });
}
