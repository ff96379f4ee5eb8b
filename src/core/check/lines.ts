import type { Issue } from '../issue';
import { jsonFault } from '../json/fault';
import { Lines, type Position } from '../json/position';
import { Walk } from '../json/walk';
import { DEEPEST, depthOf } from './schema';

/** The lines of a file at which issues stand, for editors and terminals. */

export type { Position };

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
    // what nests too deep is a fault of the whole file, and nothing goes down there
    if (depthOf(JSON.parse(text.replace(/^\uFEFF/, ''))) > DEEPEST) return wanted.has('') ? found.set('', 0) : found;
  } catch {
    // of what is no JSON nothing is found but where it breaks off
    const fault = wanted.has('') ? jsonFault(text) : null;
    return fault ? found.set('', fault.offset) : found;
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
