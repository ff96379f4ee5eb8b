import { pointer } from '../issue';

/** Where the values of a text that is JSON stand. */

/** UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface FoundObject extends Span {
  readonly members: ReadonlyMap<string, Span>;
  /** Between the brace and the first member, or the closing brace. */
  readonly gap: string;
  /** Where the last member ends; behind the brace where there is none. */
  readonly lastEnd: number;
}

/** Goes through a text that is JSON and tells of every object, or of every value. */
export class Walk {
  #at = 0;
  readonly #text: string;
  readonly #onObject: (at: string, object: FoundObject) => void;
  readonly #onValue: (at: string, start: number) => void;

  constructor(text: string, onObject: (at: string, object: FoundObject) => void, onValue: (at: string, start: number) => void = () => {}) {
    this.#text = text;
    this.#onObject = onObject;
    this.#onValue = onValue;
  }

  /** Passes over the next value, which stands at a pointer. */
  value(at: string): Span {
    this.#space();
    const start = this.#at;
    this.#onValue(at, start);
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
