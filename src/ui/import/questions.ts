import type { Added, CandidatePlace, Outcome, UnknownWord } from '../../formats/import/outcome';
import type { Meant } from '../../formats/import/plan';

/** What a person may choose in an import. Whatever was chosen stays in the list, so that it can be chosen otherwise. */

/** A place that the table names. */
export interface PlaceQuestion {
  /** By what a choice is kept; empty: nothing can be chosen. */
  readonly key: string;
  readonly text: string;
  readonly rows: number;
  readonly why: string;
  readonly candidates: readonly CandidatePlace[];
  /** What it is taken for where nothing is chosen; null: its rows are rejected. */
  readonly guess: string | null;
}

/** A party or a speaker that the dossier does not have. */
export interface NameQuestion {
  readonly key: string;
  readonly kind: 'party' | 'speaker';
  /** Id of the party whose name a speaker has, and for which it speaks; null: nobody's. */
  readonly side: string | null;
}

/** Ids by what the table calls places, parties and speakers. */
export type Chosen = ReadonlyMap<string, string>;
export const nothingChosen: Chosen = new Map();

/** `id` null: it is left open. */
export function withChoice(chosen: Chosen, key: string, id: string | null): Chosen {
  const others = [...chosen].filter(([each]) => each !== key);
  return new Map(id === null ? others : [...others, [key, id]]);
}

/** The questions about places; those of one key are one. */
export function placeQuestions(
  before: readonly PlaceQuestion[],
  { open, guessed }: Pick<Outcome, 'open' | 'guessed'>,
  chosen: Chosen,
): PlaceQuestion[] {
  const all = [
    ...open.map((each) => ({ ...each, guess: null })),
    ...guessed.map(({ title, ...each }) => ({ ...each, candidates: [], guess: title ?? each.text })),
  ];
  const now = new Map<string, PlaceQuestion>();
  for (const { key, text, rows, why, candidates, guess } of all) {
    const known = now.get(key);
    const ids = new Set(known?.candidates.map(({ id }) => id));
    const joined = [...(known?.candidates ?? []), ...candidates.filter(({ id }) => !ids.has(id))];
    now.set(key, {
      key,
      text,
      why: known?.why ?? why,
      rows: (known?.rows ?? 0) + rows,
      candidates: joined,
      guess: known ? known.guess : guess,
    });
  }
  return merged(before, now, chosen);
}

export function nameQuestions(
  before: readonly NameQuestion[],
  { parties, speakers }: Pick<Added, 'parties' | 'speakers'>,
  chosen: Chosen,
): NameQuestion[] {
  const all = [
    ...parties.map(({ name }) => ({ key: name, kind: 'party', side: null }) as const),
    ...speakers.map(({ name, party }) => ({ key: name, kind: 'speaker', side: party }) as const),
  ];
  return merged(before, new Map(all.map((each) => [`${each.kind} ${each.key}`, each])), chosen, ({ kind, key }) => `${kind} ${key}`);
}

/** The questions about words: what was said of one stays in the list. */
export function wordQuestions(before: readonly UnknownWord[], now: readonly UnknownWord[], meant: readonly Meant[]): UnknownWord[] {
  const isIn = (all: readonly UnknownWord[], { about, text }: UnknownWord): boolean =>
    all.some((each) => each.about === about && each.text === text);
  const kept = before.filter((each) => isIn(now, each) || meant.some(([about, text]) => about === each.about && text === each.text));
  return [...kept, ...now.filter((each) => !isIn(kept, each))];
}

/** Those of before that are asked still, or were answered, in their order; then the new ones. */
function merged<Q extends { readonly key: string }>(
  before: readonly Q[],
  now: ReadonlyMap<string, Q>,
  chosen: Chosen,
  keyOf: (question: Q) => string = ({ key }) => key,
): Q[] {
  const kept = before.flatMap((each) => now.get(keyOf(each)) ?? (chosen.has(each.key) ? each : []));
  const known = new Set(kept.map(keyOf));
  return [...kept, ...[...now].flatMap(([key, each]) => (known.has(key) ? [] : each))];
}
