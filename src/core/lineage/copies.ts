import { rootOf } from '../claims/lineage';
import type { Source } from '../model';
import { passagesOf, type Passage } from './passages';
import { overlapOf, shingled, sharedShingles, type Overlap, type Shingled } from './shingles';

/**
 * From where on two texts are proposed as copies. In the first dossier's ten pairs of articles on the same days, independent ones share at most 6 shingles, 1.3 % of the
 * shorter text: names, titles and stock phrases; copies share at least 27, or 5.7 %. The bounds lie between, at the geometric mean. A text too short to have so
 * many shingles is proposed where half of it stands in the other.
 */
export const threshold = {
  /** Number of distinct shingles that both have. */
  shared: 12,
  /** Share of either text's shingles. */
  containment: 0.025,
  short: { shared: 4, containment: 0.5 },
} as const;

/** Whether an overlap is more than independent texts have. */
export function isMuch({ firstInSecond, secondInFirst, shared }: Overlap): boolean {
  const most = Math.max(firstInSecond, secondInFirst);
  const { short } = threshold;
  return (shared >= threshold.shared && most >= threshold.containment) || (shared >= short.shared && most >= short.containment);
}

/** A text to be compared: of a source, or of none where it is only a file. */
export interface Compared {
  /** The source's id, or the file's name. */
  readonly name: string;
  readonly source: Source | null;
  readonly text: string;
}

/**
 * What the texts say to what sources.json declares: that both have one root, and it is seen; that they have, and it is not seen (which is no fault: a translation shares
 * no words); or that they have not, and a copy is proposed. A proposal declares nothing: which text was made from which, and whether both only quote somebody at
 * length, is for a reader to say.
 */
export type Kinship = 'confirmed' | 'not-seen' | 'proposed';

/** Two texts that are declared copies, or share enough to be proposed. */
export interface Pair {
  readonly first: string;
  readonly second: string;
  readonly kinship: Kinship;
  readonly overlap: Overlap;
  readonly passages: readonly Passage[];
}

/** All that was compared. */
export interface Lineage {
  /** The most shared first. */
  readonly pairs: readonly Pair[];
  /** The largest overlap of texts that are neither declared nor proposed, by containment; null where there is no such pair. */
  readonly nearest: Pick<Pair, 'first' | 'second' | 'overlap'> | null;
  readonly compared: number;
}

/** Compares every text with every other. */
export function lineageOf(texts: readonly Compared[], sources: ReadonlyMap<string, Source>): Lineage {
  const read = texts.map(({ text }) => shingled(text));
  const shared = sharedShingles(read);
  const roots = texts.map(({ source }) => (source ? rootOf(source.id, sources) : null));
  const pairs: Pair[] = [];
  let nearest: Lineage['nearest'] = null;
  for (let i = 0; i < texts.length; i++)
    for (let j = i + 1; j < texts.length; j++) {
      const [first, second] = [texts[i]!.name, texts[j]!.name];
      const overlap = overlapOf(read[i]!, read[j]!, shared.get(i)?.get(j) ?? 0);
      const isDeclared = roots[i] !== null && roots[i] === roots[j];
      if (!isDeclared && !isMuch(overlap)) {
        if (overlap.shared > 0 && (!nearest || most(overlap) > most(nearest.overlap))) nearest = { first, second, overlap };
        continue;
      }
      const kinship = !isDeclared ? 'proposed' : isMuch(overlap) ? 'confirmed' : 'not-seen';
      pairs.push({ first, second, kinship, overlap, passages: sharedPassages(read[i]!, read[j]!, overlap) });
    }
  pairs.sort((a, b) => most(b.overlap) - most(a.overlap) || b.overlap.shared - a.overlap.shared);
  return { pairs, nearest, compared: (texts.length * (texts.length - 1)) / 2 };
}

/** The larger of the two containments. */
export function most({ firstInSecond, secondInFirst }: Overlap): number {
  return Math.max(firstInSecond, secondInFirst);
}

function sharedPassages(first: Shingled, second: Shingled, { shared }: Overlap): Passage[] {
  return shared > 0 ? passagesOf(first, second) : [];
}
