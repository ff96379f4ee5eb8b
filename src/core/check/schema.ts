import * as v from 'valibot';
import { nearest } from '../gazetteer/suggest';
import { pointer, quoted, type Issue } from '../issue';
import { jsonFault } from '../json/fault';
import { Lines } from '../json/position';

/** Reads JSON and holds it against a schema; every fault becomes an issue. */

/** Deeper than any file of ours needs, and shallow enough for every program that reads it on. */
export const DEEPEST = 100;

/** Parses a file's text; undefined, with one issue, where it is no JSON, or nests too deep. A byte-order mark is passed over. */
export function parseJson(text: string, file: string, issues: Issue[]): unknown {
  const fault = (found: string, expected: string, mend: string) =>
    void issues.push({ file, at: '', id: null, code: 'json', found, expected, mend });
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (depthOf(value) <= DEEPEST) return value;
    return fault('deeper nesting', `lists and objects in at most ${DEEPEST} levels`, 'flatten what nests so deep');
  } catch (error) {
    const broken = jsonFault(text);
    if (!broken) return fault(String((error as Error).message), 'JSON', 'correct the file’s JSON');
    const { line, column } = new Lines(text).position(broken.offset);
    return fault(`${broken.found} in line ${line}, column ${column}`, `JSON: ${broken.expected}`, broken.mend);
  }
}

/** How many levels of lists and objects a value has; counts no further than one too many. */
export function depthOf(value: unknown, most = DEEPEST + 1): number {
  if (typeof value !== 'object' || value === null || most === 0) return 0;
  let deepest = 0;
  for (const inner of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    const depth = depthOf(inner, most - 1);
    if (depth > deepest) deepest = depth;
  }
  return deepest + 1;
}

/** Where a checked value stands: its file, the pointer to it, and the id that a message should name. */
export interface Context {
  readonly file: string;
  readonly at: string;
  readonly id: string | null;
}

/** The value as the schema reads it, or null with one issue for each fault. */
export function checkAgainst<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  { file, at, id }: Context,
  issues: Issue[],
): v.InferOutput<S> | null {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) issues.push(asIssue(issue, { file, at, id }));
  return null;
}

function asIssue(issue: v.BaseIssue<unknown>, { file, at, id }: Context): Issue {
  const steps = (issue.path ?? []).map((item) => item.key as string | number);
  const member = steps.at(-1) ?? '';
  const missing = issue.received === 'undefined';
  // a choice says in its own words what may stand there
  const expected =
    issue.kind === 'schema' && issue.type !== 'union' ? (issue.expected ?? issue.message).replace(/^"(.*)"$/, '$1') : issue.message;
  return {
    file,
    at: at + pointer(...steps),
    id,
    code: missing ? 'missing' : 'value',
    found: missing ? 'nothing' : quoted(issue.input),
    expected: missing && issue.expected?.startsWith('"') ? `the member ${issue.expected}` : expected,
    mend: missing ? mendOfMissing(String(member), issue.path?.at(-1)?.input) : mendOfValue(String(member), issue),
  };
}

/** Another member of the object that may be a slip for the one that is missing. */
function mendOfMissing(member: string, among: unknown): string {
  const slip = nearest(member, Object.keys(Object(among) as object));
  return slip === null ? `add the member ${JSON.stringify(member)}` : `is ${JSON.stringify(slip)} meant to be ${JSON.stringify(member)}?`;
}

/** The choice that may be meant, where there are choices. */
function mendOfValue(member: string, { input, expected }: v.BaseIssue<unknown>): string {
  if (member === 'schemaVersion') return mendOfVersion(input);
  const choices = [...(expected ?? '').matchAll(/"([^"]+)"/g)].map(([, choice]) => choice!);
  const near = typeof input === 'string' && choices.length > 1 ? nearest(input, choices) : null;
  return near === null ? `correct ${JSON.stringify(member)}` : `did you mean ${JSON.stringify(near)}?`;
}

/** A later version is no slip: the dossier may be made with a program that this one knows nothing of. */
function mendOfVersion(stated: unknown): string {
  const reads = 'this program reads version 1';
  return typeof stated === 'number' && stated > 1
    ? `${reads}, and the dossier may be made for a newer Claimline: open it with that one`
    : `${reads}: write the number 1 if that is what it is`;
}
