import type { Issue } from '../issue';
import { Walk } from '../json/walk';

/** The lines of a file at which issues stand, for editors and terminals. */

/** Both from 1; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the issues of one file stand in its text, by their `at`; the nearest that is there for a member that is missing. What cannot be found is left out. */
export function positionsOf(text: string, issues: readonly Issue[]): ReadonlyMap<string, Position> {
  const wanted = new Set(issues.map(({ at }) => at));
  const rows = [...wanted].flatMap((at) => {
    const row = /^row (\d+)/.exec(at)?.[1];
    return row === undefined ? [] : [[at, Number(row)] as const];
  });
  const offsets = rows.length > 0 ? rowOffsets(text, rows) : pointerOffsets(text, wanted);
  const lines = new Lines(text);
  return new Map([...offsets].map(([at, offset]) => [at, lines.position(offset)]));
}

function pointerOffsets(text: string, wanted: ReadonlySet<string>): Map<string, number> {
  const found = new Map<string, number>();
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return found;
  }
  // of a member that is not there, the object stands for it
  const nearest = new Map<string, string[]>();
  for (const at of wanted)
    for (let steps = at.split('/'); ; steps = steps.slice(0, -1)) {
      const prefix = steps.join('/');
      nearest.set(prefix, [...(nearest.get(prefix) ?? []), at]);
      if (prefix === '') break;
    }
  new Walk(
    text,
    () => {},
    // the outer comes before the inner, which then counts
    (at, start) => {
      for (const each of nearest.get(at) ?? []) found.set(each, start);
    },
  ).value('');
  return found;
}

/** Where rows of a CSV table begin, the header as row 1: a line end between quotation marks ends no row. */
function rowOffsets(text: string, rows: readonly (readonly [at: string, row: number])[]): Map<string, number> {
  const wanted = new Map<number, string[]>();
  for (const [at, row] of rows) wanted.set(row, [...(wanted.get(row) ?? []), at]);
  const found = new Map<string, number>();
  const begin = (row: number, offset: number): void => {
    for (const at of wanted.get(row) ?? []) found.set(at, offset);
  };
  begin(1, 0);
  let [row, isQuoted] = [1, false];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === '\n' || (letter === '\r' && text[i + 1] !== '\n'))) begin(++row, i + 1);
  }
  return found;
}

/** Lines of a text, by where they begin. */
class Lines {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) this.#starts.push(index + end.length);
  }

  position(offset: number): Position {
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }
}
