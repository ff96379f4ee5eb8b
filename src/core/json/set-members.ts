import { Walk, type FoundObject, type Span } from './walk';

/** Members to be set, by name. */
export type Members = Readonly<Record<string, string | number>>;

/** A piece of text in place of a span. */
export interface Edit extends Span {
  readonly text: string;
}

/**
 * Sets members of the objects at JSON pointers, and leaves everything else as it is, white space and the writing of numbers included. A member that is not there
 * is put behind the last one, parted from it as the first is from its brace. The text must be JSON; a byte-order mark stays. Throws where a pointer leads to no object.
 */
export function setMembers(text: string, changes: ReadonlyMap<string, Members>): string {
  const edits: Edit[] = [];
  const left = new Set(changes.keys());
  new Walk(text, (at, object) => {
    const members = changes.get(at);
    if (!members) return;
    left.delete(at);
    edits.push(...editsOf(text, object, members));
  }).value('');
  if (left.size > 0) throw new Error(`There is no object at ${[...left].join(', ')}.`);
  return edited(text, edits);
}

/** A text with pieces of it replaced; no two of them may overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let [result, from] = ['', 0];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

function editsOf(text: string, { members, gap, lastEnd }: FoundObject, wanted: Members): Edit[] {
  const added: string[] = [];
  const edits: Edit[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const span = members.get(name);
    if (!span) added.push(`${JSON.stringify(name)}: ${JSON.stringify(value)}`);
    else if (JSON.parse(text.slice(span.start, span.end)) !== value) edits.push({ ...span, text: JSON.stringify(value) });
  }
  if (added.length === 0) return edits;
  const parted = added.map((member, i) => `${members.size > 0 || i > 0 ? `,${gap || ' '}` : ''}${member}`).join('');
  return [...edits, { start: lastEnd, end: lastEnd, text: parted }];
}
