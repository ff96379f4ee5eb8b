import { threshold, type Compared, type Kinship, type Lineage, type Pair } from '../core/lineage/copies';

/** What texts share, told; for `lineage` and `validate`. */

/** What was compared as JSON data. */
export function lineageJson({ pairs, nearest, compared }: Lineage) {
  return {
    compared,
    threshold,
    pairs: pairs.map(({ overlap, passages, ...pair }) => ({ ...pair, ...overlap, passages })),
    nearest: nearest && { first: nearest.first, second: nearest.second, ...nearest.overlap },
  };
}

/** What was compared, in lines. */
export function lineageText({ pairs, nearest, compared }: Lineage, texts: readonly Compared[]): string[] {
  const byName = new Map(texts.map((each) => [each.name, each]));
  const lines = pairs.flatMap((pair) => pairText(pair, byName));
  const count = (kinship: Kinship) => pairs.filter((pair) => pair.kinship === kinship).length;
  const counts = (['confirmed', 'not-seen', 'proposed'] as const).flatMap((kinship) =>
    count(kinship) > 0 ? [`${count(kinship)} ${headings[kinship]}`] : [],
  );
  const rest = compared - pairs.length;
  const others = rest === 0 ? [] : [`${rest} with less in common${nearest ? `: at most ${measure(nearest)}` : ', nothing at all'}`];
  return [...lines, `${texts.length} texts, ${compared} pair${compared === 1 ? '' : 's'}: ${[...counts, ...others].join(', ')}`];
}

const headings: Readonly<Record<Kinship, string>> = {
  confirmed: 'declared and confirmed',
  'not-seen': 'declared and not seen in the texts',
  proposed: 'proposed',
};

/** So many of a pair's passages are shown, the longest, and so many characters of each. */
const SHOWN = { passages: 3, characters: 120 };

/** A pair in words, its longest passages below. */
export function pairText(pair: Pair, texts: ReadonlyMap<string, Compared>): string[] {
  const { first, second, kinship, passages } = pair;
  const longest = [...passages].sort((a, b) => b.words - a.words).slice(0, SHOWN.passages);
  const text = texts.get(first)!.text;
  const lines = [`${first} ~ ${second}: ${headings[kinship]}; ${measure(pair)}`];
  for (const { first: a, second: b, words } of longest)
    lines.push(`  ${a.start} to ${a.end} ~ ${b.start} to ${b.end}, ${words} words: “${cut(text.slice(a.start, a.end))}”`);
  if (passages.length > longest.length) lines.push(`  and ${passages.length - longest.length} more`);
  if (kinship === 'not-seen' && languageOf(texts, first) !== languageOf(texts, second))
    lines.push('  their languages differ: a translation shares no words with its original');
  if (kinship === 'proposed')
    lines.push(`  read both; if one was made from the other, or both from a third, say so in sources.json (derivedFrom)`);
  return lines;
}

function languageOf(texts: ReadonlyMap<string, Compared>, name: string): string | undefined {
  return texts.get(name)?.source?.language;
}

function measure({ first, second, overlap }: Pick<Pair, 'first' | 'second' | 'overlap'>): string {
  const { shared, firstInSecond, secondInFirst } = overlap;
  return `${shared} run${shared === 1 ? '' : 's'} of five words, ${percent(firstInSecond)} of ${first} and ${percent(secondInFirst)} of ${second}`;
}

/** A share of 1, such as 12.9 %. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > SHOWN.characters ? `${line.slice(0, SHOWN.characters).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}
