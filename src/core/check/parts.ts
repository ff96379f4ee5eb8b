import * as v from 'valibot';

/** What can be read of a file that is at fault: its sound members, and of its lists the sound entries, so that one fault hides no other. */

/**
 * Ids that a file has for entries at fault; null where an entry at fault has no id that can be read, and may be any. What names one of them
 * cannot be judged before the entry is mended.
 */
export type Hidden = ReadonlySet<string> | null;

/** Of a list in which nothing is at fault. */
export const NONE_HIDDEN: Hidden = new Set();

/** Whether an id that nothing sound has may be that of an entry at fault. */
export function isHidden(hidden: Hidden, id: string): boolean {
  return hidden === null || hidden.has(id);
}

/** A list of entries as a file has it. */
export interface Listed<T> {
  /** By their index in the file; null for those at fault. */
  readonly entries: readonly (T | null)[];
  /** Ids by the same index, also of entries at fault; null where none can be read. */
  readonly ids: readonly (string | null)[];
  readonly hidden: Hidden;
}

/** The members of a value that their own schemas let pass, whatever else is wrong with it. None of what is no object. */
export function soundMembers<E extends v.ObjectEntries>(entries: E, value: unknown): { readonly [M in keyof E]?: v.InferOutput<E[M]> } {
  const members = Object(value) as Record<string, unknown>;
  const sound = Object.keys(entries).flatMap((member) => {
    const read = Object.hasOwn(members, member) ? v.safeParse(entries[member]!, members[member]) : null;
    return read?.success ? [[member, read.output]] : [];
  });
  return Object.fromEntries(sound) as { readonly [M in keyof E]?: v.InferOutput<E[M]> };
}

/** The entries of a list that its schema lets pass. What is no list hides everything. */
export function soundEntries<S extends v.GenericSchema>(schema: S, value: unknown): Listed<v.InferOutput<S>> {
  if (!Array.isArray(value)) return { entries: [], ids: [], hidden: null };
  const entries = (value as unknown[]).map((entry) => {
    const read = v.safeParse(schema, entry);
    return read.success ? read.output : null;
  });
  const ids = (value as unknown[]).map(idOf);
  const atFault = ids.filter((_, i) => entries[i] === null);
  return { entries, ids, hidden: hiddenBy(atFault) };
}

/** The same of a list that is sound. */
export function wholeList<T extends { readonly id: string }>(entries: readonly T[]): Listed<T> {
  return { entries, ids: entries.map(({ id }) => id), hidden: NONE_HIDDEN };
}

/** What entries at fault hide, by their ids as the file has them. */
export function hiddenBy(ids: readonly (string | null)[]): Hidden {
  return ids.every((id) => id !== null && isId(id)) ? new Set(ids as readonly string[]) : null;
}

function idOf(entry: unknown): string | null {
  const { id } = Object(entry) as { id?: unknown };
  return typeof id === 'string' && isId(id) ? id : null;
}

/** Whether a text is an id as the schemas want it: another is a slip for one that nobody can know. */
export function isId(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/.test(text);
}
