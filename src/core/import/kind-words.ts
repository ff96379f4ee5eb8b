/** The word at the end of a place's name that says what it is: “Homs town”, “Homs governorate”. */

export interface OfKind {
  /** Without the word. */
  readonly name: string;
  readonly kind: 'governorate' | 'district' | 'village' | 'town';
}

const kinds: readonly (readonly [RegExp, OfKind['kind']])[] = [
  [/\s+(governorate|province)$/i, 'governorate'],
  [/\s+(sub-? ?)?district$/i, 'district'],
  [/\s+village$/i, 'village'],
  [/\s+(town|city)$/i, 'town'],
];

/** Null where no such word is there, or nothing else. */
export function ofKind(name: string): OfKind | null {
  for (const [word, kind] of kinds) {
    const rest = name.trim().replace(word, '').trim();
    if (rest !== name.trim() && rest !== '') return { name: rest, kind };
  }
  return null;
}

/** A governorate's name, with the word that keeps it from being its city's. */
export function asGovernorate(name: string): string {
  return ofKind(name)?.kind === 'governorate' ? name : `${name} governorate`;
}
