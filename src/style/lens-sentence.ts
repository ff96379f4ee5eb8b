import type { Lens } from '../core/ledger';
import { dayOf } from '../core/time';
import { formatDay } from './dates';
import { counted, fill, strings, type Language } from './strings';

/** A lens as a reader is told it who sees `day`. */
export function lensSentence(lens: Lens, day: string, timeZone: string, language: Language): string {
  return partsOf(lens, day, timeZone, language, true).join(' · ');
}

/** The same in short, for where there is little room: that origins are counted, as is usual, goes without saying. */
export function lensCaption(lens: Lens, day: string, timeZone: string, language: Language): string {
  return partsOf(lens, day, timeZone, language, lens.counting !== 'origins').join(' · ');
}

function partsOf({ knownBy, ...lens }: Lens, day: string, timeZone: string, language: Language, tellsCounting: boolean): string[] {
  const say = strings(language);
  const knownDay = typeof knownBy === 'number' ? dayOf(knownBy, timeZone) : day;
  const known =
    knownBy === 'now' ? say['ui.day.known.now'] : fill(say['ui.day.known.then'], { day: formatDay(knownDay, language, 'short') });
  return [
    known,
    ...(tellsCounting ? [say[`ui.day.counting.${lens.counting}`]] : []),
    ...(lens.without.length > 0 ? [counted(language, say['ui.day.without'], lens.without.length)] : []),
    ...(lens.partyClaims ? [] : [say['ui.day.noParty']]),
  ];
}
