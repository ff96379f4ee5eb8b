import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Memory } from '../view/memory';
import { readMemory } from '../view/memory';
import { Misuse } from './misuse';

/** What a run of pictures was made of, and what came out: so that it can be made again and compared, and asked later what it showed. */

const entry = v.object({
  /** Beside the manifest. */
  file: v.string(),
  /** Of its bytes. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  format: v.string(),
  scale: v.number(),
  /** The first and the last day of what shows several. */
  span: v.optional(v.tuple([v.string(), v.string()])),
  /** What was asked for, behind the `#` of the page's address. */
  view: v.string(),
  /** The picture in words. */
  description: v.string(),
  /** As the picture holds it. */
  memory: v.looseObject({}),
});
const manifest = v.object({
  claimlineManifest: v.literal(1),
  program: v.string(),
  browser: v.string(),
  pictures: v.array(entry),
});

export type ManifestEntry = Omit<v.InferOutput<typeof entry>, 'memory'> & { readonly memory: Memory };
export type Manifest = Omit<v.InferOutput<typeof manifest>, 'pictures'> & { readonly pictures: readonly ManifestEntry[] };

/** Whether a text is meant as a manifest. */
export function isManifest(text: string): boolean {
  return /^\s*\{\s*"claimlineManifest"/.test(text);
}

/** The manifest that a file holds. Throws Misuse, which names what is wrong with it, and NoMemory. */
export function readManifest(path: string, text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Misuse(`${path} is no JSON: ${(error as Error).message}`);
  }
  const read = v.safeParse(manifest, value);
  if (!read.success)
    throw new Misuse(`${path} is no manifest of pictures: ${v.getDotPath(read.issues[0]) ?? 'its beginning'} is not as it should be.`);
  return { ...read.output, pictures: read.output.pictures.map((each) => ({ ...each, memory: readMemory(JSON.stringify(each.memory)) })) };
}

export function writeManifest(written: Manifest): string {
  return `${JSON.stringify(written, null, 1)}\n`;
}

/** SHA-256, 64 hexadecimal digits. */
export function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
