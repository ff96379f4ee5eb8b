import type { Situation } from '../core/situation';
import { groundAt, groundPoint, type GroundAt } from './areas';
import { formatDay } from './dates';
import type { Home } from './home';
import type { Layer } from './layer';
import { listOf, nameIn, partyName, placeName } from './naming';
import { quietTown, type Quiet, type QuietTown } from './silence';
import { fill, formatNumber, strings, type Language } from './strings';

/** What is said of what nobody reports: inferred ground, and silence. */

/** What a reader has switched on, and of which country. */
export interface Unreported {
  readonly home?: Home | null | undefined;
  readonly off: readonly Layer[];
  readonly language: Language;
}

/** What a layer that is on says of a mark, a ring or a point of ground; empty where it says nothing. */
export function unreportedSentence(id: string, situation: Situation, { home, off, language }: Unreported): string {
  if (!home) return '';
  const point = groundPoint(id);
  if (point) {
    const ground = off.includes('inferred') ? null : groundAt(situation, home, point);
    return ground ? groundSentence(ground, situation, language) : '';
  }
  const town = off.includes('silence') ? null : quietTown(situation, home, id);
  return town ? townSentence(town, language) : '';
}

/** What is said of a mark, if anything, and after it what a layer that is on adds. */
export function allSaid(told: string | undefined, id: string, situation: Situation, unreported: Unreported): string {
  return [told, unreportedSentence(id, situation, unreported)].filter(Boolean).join(' ');
}

/** From which place ground is inferred, how far away that is, and who is reported to hold it. */
export function groundSentence({ place, holders, km }: GroundAt, { ledger: { dossier } }: Situation, language: Language): string {
  const names = listOf(
    holders.map((holder) => partyName(dossier, holder, language)),
    language,
  );
  const values = { place: placeName(dossier, place, language), km: formatNumber(language, Math.round(km)), holders: names };
  return fill(strings(language)[holders.length > 1 ? 'words.inferred.disputed' : 'words.inferred'], values);
}

/** When a silent town was last spoken of. */
export function townSentence({ name, lastSpoken }: QuietTown, language: Language): string {
  const say = strings(language);
  const place = nameIn(name, language);
  return lastSpoken === null
    ? fill(say['words.silence.never'], { place })
    : fill(say['words.silence.last'], { place, day: formatDay(lastSpoken, language) });
}

/** Of how many towns nobody speaks. */
export function silenceSentence({ towns, of }: Quiet, language: Language): string {
  const say = strings(language)[towns.length === 0 ? 'words.silence.none' : 'words.silence'];
  return fill(say, { n: formatNumber(language, towns.length), of: formatNumber(language, of) });
}

/** The names of the towns that nobody has spoken of yet; null where there are none. */
export function neverSentence({ towns }: Quiet, language: Language): string | null {
  const names = towns.flatMap(({ id, name, lastSpoken }) =>
    id.startsWith('silent:') && lastSpoken === null ? [nameIn(name, language)] : [],
  );
  return names.length === 0 ? null : fill(strings(language)['words.silence.others'], { places: listOf(names, language) });
}
