import { seemsDenied } from './denial';
import { foldHeading } from './fields';
import type { Mapping } from './mapping';
import { isUnsureEvent } from './unsure';

/** What statuses and events mean where nobody said it. */

/** Of what a status says, by its folded text. */
const usualStatuses: Readonly<Record<string, string>> = {
  captured: 'took held',
  taken: 'took held',
  took: 'took held',
  seized: 'took held',
  recaptured: 'took held',
  liberated: 'took held',
  fell: 'took held',
  fellto: 'took held',
  takenover: 'took held',
  سيطرة: 'took held',
  سيطرعلى: 'took held',
  تحرير: 'took held',
  تمتالسيطرة: 'took held',
  held: 'holds held',
  holds: 'holds held',
  holding: 'holds held',
  stillholding: 'holds held',
  stillholds: 'holds held',
  stillheld: 'holds held',
  undercontrol: 'holds held',
  incontrol: 'holds held',
  تحتالسيطرة: 'holds held',
  controlled: 'holds held',
  control: 'holds held',
  fullcontrol: 'holds held',
  partial: 'holds parts',
  partly: 'holds parts',
  parts: 'holds parts',
  partialcontrol: 'holds parts',
  entered: 'took entered',
  outskirts: 'took outskirts',
};

/** What an event is, by words in its folded text, the first that fits. Of a clash it is not said who killed. */
const usualEvents: readonly (readonly [RegExp, string])[] = [
  [/(governmentregains|nonstateactorovertakes|overtakesterritory|regainsterritory)/, 'took'],
  [
    /(^strikes?$|(air|drone|missile|rocket|artillery)strike|shelling|artillery|missile|bomb|explosi|landmine|^ied$|grenade|remoteviolence)/,
    'strike',
  ],
  [/(damage|destruction|demolition)/, 'damage'],
  [/(clash|battle|statebased|nonstate)/, 'clash'],
  [/(attack|violenceagainst|killing|casualt|fatalit|onesided|massacre)/, 'casualties'],
  [/(statement|declaration|announcement)/, 'statement'],
  [/(arrival|deployment|reinforcement)/, 'arrival'],
];

/** What an event's text is taken for; null where nothing is known of it. */
export function eventOf(text: string, mapping: Pick<Mapping, 'statuses' | 'events'>): string | null {
  const folded = foldHeading(text);
  return own(mapping.events, folded) ?? usualEventOf(text)?.[0] ?? null;
}

/** Why an event's text, of which a person said nothing, does not say that it happened; null where it does. */
export function doubtOf(text: string, mapping: Pick<Mapping, 'statuses' | 'events'>): string | null {
  if (own(mapping.events, foldHeading(text)) !== undefined) return null;
  if (seemsDenied(text, usualEventOf)) return 'seems to say that it did not happen: if it did, say what it means';
  return isUnsureEvent(text) ? 'does not say for sure that it happened: if it did, say what it means' : null;
}

function usualEventOf(text: string): readonly [kind: string, by: string] | null {
  const folded = foldHeading(text);
  for (const [words, kind] of usualEvents) {
    const [by] = words.exec(folded) ?? [];
    if (by !== undefined) return [kind, by];
  }
  return null;
}

/** What a status means: `says extent`; null where nothing is known of it. */
export function statusOf(text: string, mapping: Pick<Mapping, 'statuses' | 'events'>): string | null {
  const folded = foldHeading(text);
  return own(mapping.statuses, folded) ?? own(usualStatuses, folded) ?? null;
}

function own(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}
