import * as v from 'valibot';
import { foldHeading } from '../../core/import/fields';
import { mappingSchema, type Mapping } from '../../core/import/mapping';

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

export const NO_CHOICES: Choices = { version: 1, places: {}, names: {}, mappings: {} };

/** A text that is not what it should be: the message says where and why. */
export class NotWhatItShouldBe extends Error {}

/** Choices of a file's text. Throws NotWhatItShouldBe. */
export function parseChoices(text: string): Choices {
  return parsed(schema, text);
}

/** A mapping as a person wrote it. Throws NotWhatItShouldBe. */
export function parseMapping(text: string): Mapping {
  return parsed(mappingSchema, text);
}

function parsed<S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (error) {
    const issue = v.isValiError(error) ? error.issues[0] : null;
    const where = issue ? `at ${v.getDotPath(issue) ?? 'its top'}: ` : '';
    throw new NotWhatItShouldBe(`${where}${error instanceof Error ? error.message : String(error)}`);
  }
}

/** By which headings a mapping is found again. */
export function signatureOf(headings: readonly string[]): string {
  return headings.map(foldHeading).join(' ');
}

/** The mapping that was accepted for these headings before. */
export function keptFor({ mappings }: Choices, headings: readonly string[]): Mapping | undefined {
  const signature = signatureOf(headings);
  return Object.hasOwn(mappings, signature) ? mappings[signature] : undefined;
}

/** The choices with those of several, where they can be names. */
export function withAllChosen(choices: Choices, chosen: Iterable<readonly [text: string, id: string]>): Choices {
  let now = choices;
  for (const [text, id] of chosen) now = withChosen(now, text, id) ?? now;
  return now;
}

/** The choices with that of an id, of a place, party or speaker, for what a table calls it. Null where that can be no name. */
export function withChosen(choices: Choices, text: string, id: string): Choices | null {
  const key = text.trim().normalize('NFC');
  if (key === '' || key === '__proto__') return null;
  return { ...choices, places: { ...choices.places, [key]: id }, names: { ...choices.names, [key]: id } };
}
