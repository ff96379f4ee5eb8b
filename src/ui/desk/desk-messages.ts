import type { ClaimPiece } from '../../core/claims/claims';
import type { DossierHead } from '../../core/check/head';
import type { Columns } from '../../core/claims/columns';
import type { LedgerData, Lens } from '../../core/ledger';
import type { TextPiece } from '../../core/lists/text-map';
import type { Where } from './arrival';
import type { IssuesRead, Progress, Update, Weighed } from './desk-update';

/** What page and worker say to one another. A lens has a number; a later one overtakes an earlier one, and that of what is shown gives it up. */
export type ToWorker =
  | {
      readonly type: 'open';
      readonly files: readonly (readonly [name: string, where: Where])[];
      readonly optional: readonly string[];
      readonly gazetteer: string;
    }
  | { readonly type: 'weigh'; readonly lens: Lens; readonly number: number }
  /** For the right side of a comparison, as soon as nothing else is wanted; null gives it up. */
  | { readonly type: 'weigh beside'; readonly lens: Lens | null; readonly number: number }
  | { readonly type: 'stop' };

export type FromWorker =
  | { readonly type: 'progress'; readonly progress: Progress | null }
  | { readonly type: 'sources'; readonly piece: TextPiece }
  | { readonly type: 'head'; readonly head: Omit<DossierHead, 'sources'>; readonly sorted: Uint32Array; readonly days: readonly string[] }
  | { readonly type: 'places'; readonly piece: TextPiece }
  | { readonly type: 'claims'; readonly piece: ClaimPiece }
  /** A part of a long list of the update to come. */
  | { readonly type: 'list'; readonly list: number; readonly items: readonly unknown[] }
  | { readonly type: 'update'; readonly number: number; readonly packed: Packed }
  | { readonly type: 'beside'; readonly number: number; readonly packed: Packed }
  | {
      readonly type: 'not arrived';
      readonly file: string;
      readonly reason: string;
      readonly status: number | null;
      readonly address: string | null;
    }
  | ({ readonly type: 'unreadable' } & IssuesRead)
  | { readonly type: 'failed'; readonly message: string };

/** What an update carries beside the pieces that went before it. */
export interface UpdateParts extends BesideParts, IssuesRead, Pick<Update, 'partial'> {
  /** Null where the claims are those of the update before. */
  readonly claims: { readonly columns: Columns; readonly order: Uint32Array; readonly places: Uint32Array } | null;
}

/** What is sent of a dossier that was sent before, weighed through another lens. */
export interface BesideParts extends Omit<Weighed, 'ledger'> {
  readonly ledger: LedgerData;
}

/** A value without its long lists, and where each of those belongs. */
export interface Packed {
  readonly value: unknown;
  readonly holes: readonly { readonly path: readonly string[]; readonly list: number }[];
}

/** Longer lists travel on their own. */
const LONG = 200;

/** Takes plain data apart: typed arrays are copied, to be transferred, and long lists left out. */
export function pack(value: object): { packed: Packed; lists: (readonly unknown[])[]; transfer: ArrayBuffer[] } {
  const lists: (readonly unknown[])[] = [];
  const transfer: ArrayBuffer[] = [];
  const holes: Packed['holes'][number][] = [];
  const copyOf = (each: unknown, path: readonly string[]): unknown => {
    if (ArrayBuffer.isView(each) || each instanceof ArrayBuffer) {
      const copy = (each as Uint8Array<ArrayBuffer> | ArrayBuffer).slice(0);
      transfer.push(copy instanceof ArrayBuffer ? copy : copy.buffer);
      return copy;
    }
    if (Array.isArray(each)) {
      if (each.length <= LONG) return each;
      holes.push({ path, list: lists.push(each) - 1 });
      return null;
    }
    if (typeof each !== 'object' || each === null || each instanceof Map) return each;
    return Object.fromEntries(Object.entries(each).map(([name, inner]) => [name, copyOf(inner, [...path, name])]));
  };
  return { packed: { value: copyOf(value, []), holes }, lists, transfer };
}

/** A long list in parts, each taken over in no time: of texts and numbers more than of objects. */
export function* partsOf(list: readonly unknown[]): Generator<readonly unknown[]> {
  const size = typeof list[0] === 'object' ? LONG : 2000;
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

/** Puts a value together again, in place. */
export function unpack({ value, holes }: Packed, lists: readonly (readonly unknown[])[]): unknown {
  for (const { path, list } of holes) {
    let owner = value as Record<string, unknown>;
    for (const name of path.slice(0, -1)) owner = owner[name] as Record<string, unknown>;
    owner[path[path.length - 1]!] = lists[list];
  }
  return value;
}
