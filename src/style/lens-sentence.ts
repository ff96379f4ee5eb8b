import type { Lens } from '../core/ledger';
import { formatDay } from './dates';
import { counted, fill, strings, type Language } from './strings';

/** A lens as a reader is told it. `knownDay` is the last day whose reports are known; it is not read where the lens knows all. */
export function lensSentence(lens: Lens, knownDay: string, language: Language): string {
  const say = strings(language);
  const known =
    lens.knownBy === 'now' ? say['ui.day.known.now'] : fill(say['ui.day.known.then'], { day: formatDay(knownDay, language, 'short') });
  return [
    known,
    say[`ui.day.counting.${lens.counting}`],
    ...(lens.without.length > 0 ? [counted(language, say['ui.day.without'], lens.without.length)] : []),
    ...(lens.partyClaims ? [] : [say['ui.day.noParty']]),
  ].join(' · ');
}
