import type { Source } from '../model';
import { Haystack, isSpan, spansByHash, type HashOf } from './by-hash';
import type { LooseAnchor } from './loose-anchor';
import type { RowText } from './rows';
import type { SourceText } from './source-text';

/** A text that lies at hand. */
export interface TextFile {
  /** Without its folder. */
  readonly name: string;
  readonly text: SourceText;
  /** Of the file's bytes. */
  readonly sha256: string;
  /** Of a table, as an import reads it. */
  readonly rows?: readonly RowText[];
  /** The file is no text: `text` is what its rows say, and no anchor points into that. */
  readonly isRowsAlone?: boolean;
  /** The file is of areas: an import anchors into the table that it makes of them, which nothing keeps. */
  readonly isOfAreas?: boolean;
}

/** How a file is known to be a source's text: it is called by the source's id, or as sources.json names it; it has the hash that stands there; the source's anchors fit it and no other. */
export type KnownBy = 'id' | 'name' | 'hash' | 'anchors';

/** Which file is the text of a source. */
export interface Belonging {
  readonly source: string;
  /** Null where none is at hand. */
  readonly file: TextFile | null;
  readonly by: KnownBy | null;
  /** Files that could be it, where there is no telling which. */
  readonly rivals: readonly string[];
}

/** Which file is the text of which source; of a source for which nothing speaks, none. */
export function belongings(
  sources: Iterable<Source>,
  files: readonly TextFile[],
  anchors: ReadonlyMap<string, readonly LooseAnchor[]>,
  hashOf: HashOf,
): Belonging[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  const taken = new Set<TextFile>();
  const haystacks = new Map(files.map((file) => [file, new Haystack(file.text.text)]));
  const named = [...sources].map((source): Belonging & { readonly of: Source } => {
    const byId = byName.get(`${source.id}.txt`);
    const asNamed = source.text && byName.get(source.text.file);
    const sameHash = files.find(({ sha256 }) => sha256 === source.text?.sha256);
    const file = byId ?? asNamed ?? sameHash ?? null;
    if (file) taken.add(file);
    return { of: source, source: source.id, file, by: file && (byId ? 'id' : asNamed ? 'name' : 'hash'), rivals: [] };
  });
  return named.map(({ of, ...known }) => {
    if (known.file) return known;
    const own = anchors.get(of.id) ?? [];
    const free = files.filter((file) => !taken.has(file));
    const inPlace = free.filter(({ text }) => fitInPlace(text, own, hashOf));
    const fitting = inPlace.length > 0 ? inPlace : free.filter((file) => fitSomewhere(haystacks.get(file)!, own, hashOf));
    if (fitting.length !== 1) return { ...known, rivals: fitting.map(({ name }) => name) };
    return { ...known, file: fitting[0]!, by: 'anchors' };
  });
}

function fitInPlace({ text }: SourceText, anchors: readonly LooseAnchor[], hashOf: HashOf): boolean {
  const hashed = anchors.filter(({ sha256 }) => sha256 !== undefined);
  return (
    hashed.length > 0 &&
    hashed.every(
      ({ start, end, sha256 }) =>
        start !== undefined && end !== undefined && isSpan(text, start, end - start) && hashOf(text.slice(start, end)) === sha256,
    )
  );
}

/** Whether every hash is one of words that stand somewhere in the text, beginning and ending between words. */
function fitSomewhere(haystack: Haystack, anchors: readonly LooseAnchor[], hashOf: HashOf): boolean {
  const hashed = anchors.flatMap(({ start, end, sha256 }) =>
    sha256 === undefined ? [] : [{ sha256, start, length: start === undefined || end === undefined ? 0 : end - start }],
  );
  // one by one, so that the first that is missing ends it
  return hashed.length > 0 && hashed.every((each) => spansByHash(haystack, [each], hashOf, false).size === 1);
}
