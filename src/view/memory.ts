import * as v from 'valibot';
import { hashOfClaim, type Revision } from '../core/revision';
import type { Dossier } from '../core/model';
import type { ShownClaim } from './shown-claims';

/** What a picture remembers of the view that it shows: the JSON that every export carries. It holds nothing of whoever made it. */

/** The name of the chunk, or the element, that holds it. */
export const MEMORY = 'claimline';

const digits = v.pipe(v.string(), v.regex(/^[0-9a-f]+$/));
const text = v.pipe(v.string(), v.maxLength(20_000));
const rememberedClaim = v.object({
  /** The first sixteen hexadecimal digits of its hash, which covers what it rests on. */
  hash: v.pipe(digits, v.length(16)),
  origins: v.array(text),
  disputed: v.optional(v.literal(true)),
});
const memorySchema = v.object({
  /** Of this format. */
  claimline: v.literal(1),
  /** The version of the program that drew it. */
  program: text,
  dossier: v.object({
    id: text,
    title: text,
    hash: v.pipe(digits, v.length(64)),
    /** The newest day, YYYY-MM-DD, on which it recorded or withdrew a claim. */
    recorded: text,
  }),
  /** As the page's address holds it behind its `#`, with everything that is as usual. */
  view: text,
  /** As it is printed. */
  code: text,
  /** Those behind the marks in view, by id. */
  claims: v.record(v.string(), rememberedClaim),
});

export type Memory = v.InferOutput<typeof memorySchema>;

/** A text that is no memory, or of a format that this program does not know; the message says what is wrong. */
export class NoMemory extends Error {}

/** What is to be remembered of a view. `shown` are the claims behind the marks of each of its sides. */
export function memoryOf(
  dossier: Dossier,
  revision: Revision,
  { program, view, code }: Pick<Memory, 'program' | 'view' | 'code'>,
  shown: readonly ReadonlyMap<string, ShownClaim>[],
): Memory {
  const claims: Memory['claims'] = {};
  for (const side of shown)
    for (const [id, { origins, disputed }] of side) {
      const before = claims[id];
      claims[id] = {
        hash: hashOfClaim(dossier.claims.get(id)!, dossier).slice(0, 16),
        origins: [...new Set([...(before?.origins ?? []), ...origins])].sort(),
        ...((disputed || before?.disputed) && { disputed: true }),
      };
    }
  const { id, title } = dossier;
  return {
    claimline: 1,
    program,
    dossier: { id, title: title.en, hash: revision.hash, recorded: revision.day },
    view,
    code,
    claims: Object.fromEntries(Object.entries(claims).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** What a picture of several moments remembers: the view of the last, and the claims of all. Throws RangeError where there are none. */
export function memoryOfAll(moments: readonly Memory[]): Memory {
  const last = moments.at(-1);
  if (!last) throw new RangeError('a memory of nothing');
  const claims: Memory['claims'] = {};
  for (const moment of moments)
    for (const [id, claim] of Object.entries(moment.claims)) {
      const before = claims[id];
      claims[id] = {
        ...claim,
        origins: [...new Set([...(before?.origins ?? []), ...claim.origins])].sort(),
        ...(before?.disputed && { disputed: true }),
      };
    }
  return { ...last, claims: Object.fromEntries(Object.entries(claims).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The memory that a text holds. Throws NoMemory. */
export function readMemory(json: string): Memory {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new NoMemory('what it remembers is no JSON');
  }
  const version = (value as { claimline?: unknown } | null)?.claimline;
  if (typeof version === 'number' && version > 1) throw new NoMemory(`it was made by a later version of Claimline (format ${version})`);
  const read = v.safeParse(memorySchema, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new NoMemory(`what it remembers is damaged at ${v.getDotPath(issue) ?? 'its beginning'}`);
}
