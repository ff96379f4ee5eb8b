import type { RawClaim } from '../check/claim-check';
import { pointer } from '../issue';

/** An anchor as a file has it, not yet checked: whatever is not of its form is undefined. */
export interface LooseAnchor {
  readonly paragraph: number | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** In lower case. */
  readonly sha256: string | undefined;
  /** Whether the file has a hash in the form that the schema wants. */
  readonly isHashWellFormed: boolean;
  /** Undefined where it is blank, as the next two are. */
  readonly exact: string | undefined;
  readonly prefix: string | undefined;
  readonly suffix: string | undefined;
}

/** An anchor and where it stands. */
export interface PlacedAnchor {
  readonly file: string;
  /** As messages name it: a JSON pointer, or a table's row. */
  readonly at: string;
  /** The claim's. */
  readonly id: string | null;
  /** The id of the source into whose text it points. */
  readonly source: string;
  readonly anchor: LooseAnchor;
}

/** The anchors of a claim as a file has it; none of a report that names no source or has no object as its anchor. */
export function anchorsOf(file: string, { feature, locate }: RawClaim): PlacedAnchor[] {
  const { id, properties } = Object(feature) as { id?: unknown; properties?: unknown };
  const { reports } = Object(properties) as { reports?: unknown };
  if (!Array.isArray(reports)) return [];
  return (reports as unknown[]).flatMap((report, i) => {
    const { source, anchor } = Object(report) as { source?: unknown; anchor?: unknown };
    if (typeof source !== 'string' || typeof anchor !== 'object' || anchor === null || Array.isArray(anchor)) return [];
    const at = locate(`/properties${pointer('reports', i, 'anchor')}`);
    return [{ file, at, id: typeof id === 'string' ? id : null, source, anchor: looseAnchor(anchor) }];
  });
}

/** What can be used of an anchor. */
export function looseAnchor(anchor: object): LooseAnchor {
  const { paragraph, start, end, sha256, exact, prefix, suffix } = anchor as Readonly<Record<string, unknown>>;
  const isHash = typeof sha256 === 'string' && /^[0-9a-f]{64}$/i.test(sha256);
  return {
    paragraph: whole(paragraph),
    start: whole(start),
    end: whole(end),
    sha256: isHash ? sha256.toLowerCase() : undefined,
    isHashWellFormed: isHash && sha256 === sha256.toLowerCase(),
    exact: text(exact),
    prefix: text(prefix),
    suffix: text(suffix),
  };
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
