import type { Lens } from '../core/ledger';
import { dayOf } from '../core/time';
import { formatDay } from './dates';
import { counted, fill, strings, type Language } from './strings';

/** A lens as a reader is told it who sees `day`. */
export function lensSentence({ knownBy, ...lens }: Lens, day: string, timeZone: string, language: Language): string {
  const say = strings(language);
  const knownDay = typeof knownBy === 'number' ? dayOf(knownBy, timeZone) : day;
  const known =
    knownBy === 'now' ? say['ui.day.known.now'] : fill(say['ui.day.known.then'], { day: formatDay(knownDay, language, 'short') });
  return [
    known,
    say[`ui.day.counting.${lens.counting}`],
    ...(lens.without.length > 0 ? [counted(language, say['ui.day.without'], lens.without.length)] : []),
    ...(lens.partyClaims ? [] : [say['ui.day.noParty']]),
  ].join(' · ');
}
