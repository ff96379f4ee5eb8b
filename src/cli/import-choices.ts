import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { foldHeading } from '../core/import/fields';
import { mappingSchema, type Mapping } from '../core/import/mapping';
import { Misuse } from './misuse';

/** What a person chose when tables were brought into a dossier, kept for the next one in its `import/choices.json`. */

const schema = v.strictObject({
  version: v.literal(1),
  /** Ids of places by names or codes, of parties and speakers by their names. */
  places: v.record(v.string(), v.string()),
  names: v.record(v.string(), v.string()),
  /** By the table's headings, folded and joined. */
  mappings: v.record(v.string(), mappingSchema),
});
export type Choices = v.InferOutput<typeof schema>;

/** Throws Misuse where the file is not what it should be. */
export function readChoices(dossier: string): Choices {
  const path = join(dossier, 'import', 'choices.json');
  if (!existsSync(path)) return { version: 1, places: {}, names: {}, mappings: {} };
  try {
    return v.parse(schema, JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new Misuse(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}. Correct it, or take it away.`);
  }
}

/** By which headings a mapping is found again. */
export function signatureOf(headings: readonly string[]): string {
  return headings.map(foldHeading).join(' ');
}

/** A mapping as a person wrote it into a file. Throws Misuse. */
export function readMapping(path: string): Mapping {
  if (!existsSync(path)) throw new Misuse(`There is no mapping ${path}.`);
  try {
    return v.parse(mappingSchema, JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const issue = v.isValiError(error) ? error.issues[0] : null;
    const where = issue ? ` at ${v.getDotPath(issue) ?? 'its top'}` : '';
    throw new Misuse(`The mapping ${path} cannot be read${where}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
