import type { Situation } from '../core/situation';
import { dayOf } from '../core/time';
import { formatDay } from './dates';
import { lensSentence } from './lens-sentence';
import { listOf, partyName, placeName } from './naming';
import { fill, strings, type Language } from './strings';

/**
 * A situation in a few words for those who share it: the day and by when it was known, then the places in dispute, then who is said to hold which, as
 * far as they fit into `most` letters. Three dots stand for those that do not.
 */
export function inShort(situation: Situation, language: Language, most: number): string {
  const { ledger, rows, at } = situation;
  const { dossier, lens, control, looks } = ledger;
  const say = strings(language);
  const disputed: string[] = [];
  const held = new Map<string, string[]>();
  rows.forEach((row, entry) => {
    if (row < 0) return;
    const { state, positions } = looks[control.look[row]!]!;
    const place = dossier.claims.columns.places[control.place[entry]!]!;
    const holder = positions[0]?.holder ?? null;
    if (state === 'disputed') disputed.push(place);
    else if (state === 'held' && holder !== null) held.set(holder, [...(held.get(holder) ?? []), place]);
  });
  const groups: (readonly [name: string, places: readonly string[]])[] = [
    [say['ui.state.disputed'], disputed],
    // whoever holds most comes first
    ...[...held]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([party, places]) => [partyName(dossier, party, language), places] as const),
  ];
  const day = dayOf(at, dossier.timeZone);
  let text = `${fill(say['ui.listJoin'], { a: formatDay(day, language), b: lensSentence(lens, day, dossier.timeZone, language) })}.`;
  for (const [state, places] of groups.filter(([, places]) => places.length > 0)) {
    const names = places.map((place) => placeName(dossier, place, language));
    const line = (positions: string) => ` ${fill(say['ui.compare.look'], { state, positions })}`;
    const whole = line(`${listOf(names, language)}.`);
    if (text.length + whole.length <= most) {
      text += whole;
      continue;
    }
    const fitting = names.findLastIndex((_, i) => text.length + line(names.slice(0, i + 1).join(', ')).length + 3 <= most);
    return `${text}${fitting < 0 ? '' : line(listOf(names.slice(0, fitting + 1), language))} …`;
  }
  return text;
}
