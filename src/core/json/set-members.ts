import { pointer } from '../issue';

/** Members to be set, by name. */
export type Members = Readonly<Record<string, string | number>>;

interface Span {
  readonly start: number;
  readonly end: number;
}

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

interface FoundObject extends Span {
  readonly members: ReadonlyMap<string, Span>;
  /** Between the brace and the first member, or the closing brace. */
  readonly gap: string;
  /** Where the last member ends; behind the brace where there is none. */
  readonly lastEnd: number;
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

/** Goes through a text that is JSON and tells of every object. */
class Walk {
  #at = 0;
  readonly #text: string;
  readonly #onObject: (at: string, object: FoundObject) => void;

  constructor(text: string, onObject: (at: string, object: FoundObject) => void) {
    this.#text = text;
    this.#onObject = onObject;
  }

  /** Passes over the next value, which stands at a pointer. */
  value(at: string): Span {
    this.#space();
    const start = this.#at;
    const first = this.#text[start];
    if (first === '{') this.#object(at);
    else if (first === '[') this.#list(at);
    else if (first === '"') this.#string();
    else while (!/[\s,\]}]/.test(this.#text[this.#at] ?? ',')) this.#at++;
    return { start, end: this.#at };
  }

  #object(at: string): void {
    const start = this.#at++;
    const members = new Map<string, Span>();
    let lastEnd = this.#at;
    this.#space();
    const gap = this.#text.slice(lastEnd, this.#at);
    while (this.#text[this.#at] !== '}') {
      const name = JSON.parse(this.#string()) as string;
      this.#space();
      this.#at++;
      const span = this.value(at + pointer(name));
      members.set(name, span);
      lastEnd = span.end;
      this.#next();
    }
    this.#at++;
    this.#onObject(at, { start, end: this.#at, members, gap, lastEnd });
  }

  #list(at: string): void {
    this.#at++;
    this.#space();
    for (let i = 0; this.#text[this.#at] !== ']'; i++) {
      this.value(at + pointer(i));
      this.#next();
    }
    this.#at++;
  }

  #next(): void {
    this.#space();
    if (this.#text[this.#at] !== ',') return;
    this.#at++;
    this.#space();
  }

  #string(): string {
    const start = this.#at++;
    for (; this.#text[this.#at] !== '"'; this.#at++) if (this.#text[this.#at] === '\\') this.#at++;
    return this.#text.slice(start, ++this.#at);
  }

  #space(): void {
    while (/[\s\uFEFF]/.test(this.#text[this.#at] ?? '')) this.#at++;
  }
}
