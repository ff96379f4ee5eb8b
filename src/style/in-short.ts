import type { Situation } from '../core/situation';
import { dayOf } from '../core/time';
import { formatDay } from './dates';
import { lensSentence } from './lens-sentence';
import { listOf, partyName, placeName } from './naming';
import { fill, strings, type Language } from './strings';
import { laterStrings } from './strings/later';

/** Stands for what does not fit. */
const MORE = ' …';

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
  const told = groups.filter(([, places]) => places.length > 0);
  for (const [i, [state, places]] of told.entries()) {
    const names = places.map((place) => placeName(dossier, place, language));
    const line = (count: number) =>
      ` ${fill(laterStrings(language)['ui.compare.look'], { state, positions: listOf(names.slice(0, count), language) })}`;
    const whole = `${line(names.length)}.`;
    if (text.length + whole.length + (i + 1 < told.length ? MORE.length : 0) <= most) {
      text += whole;
      continue;
    }
    const fits = (count: number) => text.length + line(count).length + MORE.length <= most;
    const fitting = names.findLastIndex((_, i) => fits(i + 1)) + 1;
    return text + (fitting > 0 ? line(fitting) : '') + MORE;
  }
  return text;
}
