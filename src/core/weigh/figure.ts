import { aliveIndex } from '../lists/alive';
import { KIND } from '../claims/columns';
import { Growing } from '../lists/growing';
import { Heap } from '../lists/heap';
import type { FigureLine, FigureRows, Ledger } from '../ledger';
import { MODE, originOf, type LensTables } from './lens-tables';
import type { Instant } from '../model';
import { supportIn } from './occurrence';
import { Stages } from './stages';

/** Figures as they stand: of every series the newest that is known. */

/** When figures could stand, one row for each stretch in which its series is the same. */
interface Candidates {
  readonly claim: Uint32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** By series: its candidates, in the order of their beginnings. */
  readonly series: ReadonlyMap<number, number[]>;
}

interface Shown {
  readonly claim: number;
  readonly start: Instant;
  end: Instant;
}

/** When each figure is the newest of its series; gives from time to time the row that is done. */
export function* figureRows(tables: LensTables, kept: Uint8Array, step: number): Generator<number, FigureRows> {
  const candidates = yield* candidatesOf(tables, kept, step);
  const shown: Shown[] = [];
  for (const list of candidates.series.values()) showNewest(tables, kept, candidates, list, shown);
  shown.sort((a, b) => a.claim - b.claim || a.start - b.start);
  const start = Float64Array.from(shown, (row) => row.start);
  const end = Float64Array.from(shown, (row) => row.end);
  return { claim: Uint32Array.from(shown, (row) => row.claim), start, end, alive: aliveIndex(start, end) };
}

function* candidatesOf(tables: LensTables, kept: Uint8Array, step: number): Generator<number, Candidates> {
  const { kind, start: asOf, line, series: lines, speaker } = tables.columns;
  const stages = new Stages(tables, kept);
  const [claims, start, end] = [new Growing(Uint32Array), new Growing(Float64Array), new Growing(Float64Array)];
  const series = new Map<number, number[]>();
  // a figure is of whoever gives it, as an origin
  const seriesOf = (giver: number, claim: number) =>
    (speaker[giver]! >= 0 ? speaker[giver]! : originOf(tables, giver)) * lines.length + line[claim]!;
  for (let claim = 0; claim < kind.length; claim++) {
    if (claim % step === step - 1) yield claim;
    if (kind[claim] !== KIND.figure) continue;
    const count = stages.read(claim);
    for (let i = 0; i < count; i++) {
      if (!stages.known[i]) continue;
      const own = seriesOf(stages.giver[i]!, claim);
      const from = Math.max(stages.from[i]!, asOf[claim]!);
      while (i + 1 < count && stages.known[i + 1] && seriesOf(stages.giver[i + 1]!, claim) === own) i++;
      const to = i + 1 < count ? stages.from[i + 1]! : Infinity;
      if (from >= to) continue;
      const list = series.get(own);
      if (list) list.push(claims.length);
      else series.set(own, [claims.length]);
      claims.push(claim);
      start.push(from);
      end.push(to);
    }
  }
  return { claim: claims.all(), start: start.all(), end: end.all(), series };
}

/** Tells when each candidate of one series is the newest of them. */
function showNewest({ columns }: LensTables, kept: Uint8Array, { claim, start, end }: Candidates, list: number[], shown: Shown[]): void {
  const ends = list.filter((own) => end[own]! < Infinity).map((own) => end[own]!);
  const times = [...new Set([...list.map((own) => start[own]!), ...ends])].sort((a, b) => a - b);
  list.sort((a, b) => (start[a]! < start[b]! ? -1 : start[a]! > start[b]! ? 1 : a - b));
  // later dates are newer; of one date, the one that began later, then the one that was said later, which may correct the other, then the later id
  const saidFrom = (row: number): number => {
    let first = Infinity;
    for (let report = columns.firstReport[row]!; report < columns.firstReport[row + 1]!; report++)
      if (kept[report] && columns.mode[report] !== MODE.denies && columns.mode[report] !== MODE.retracts)
        first = Math.min(first, columns.knownFrom[report]!);
    return first;
  };
  const newer = (a: number, b: number) => {
    const [x, y] = [claim[a]!, claim[b]!];
    if (columns.end[x] !== columns.end[y]) return columns.end[x]! > columns.end[y]!;
    if (columns.start[x] !== columns.start[y]) return columns.start[x]! > columns.start[y]!;
    const [said, other] = [saidFrom(x), saidFrom(y)];
    return said !== other ? said > other : x > y;
  };
  const standing = new Heap(newer);
  let next = 0;
  let last: Shown | undefined;
  for (const time of times) {
    while (next < list.length && start[list[next]!]! <= time) standing.push(list[next++]!);
    while (standing.top !== undefined && end[standing.top]! <= time) standing.pop();
    const newest = standing.top === undefined ? undefined : claim[standing.top]!;
    if (newest === last?.claim) continue;
    if (last) last.end = time;
    last = newest === undefined ? undefined : { claim: newest, start: time, end: Infinity };
    if (last) shown.push(last);
  }
}

/** One of the figure rows in full, at a time at which it is shown. */
export function figureIn(ledger: Ledger, row: number, knownBy: Instant): FigureLine {
  const { claims } = ledger.dossier;
  const { columns } = claims;
  const claim = ledger.figures.claim[row]!;
  const support = supportIn(ledger, claim, knownBy);
  const givers = support.evidence.filter(({ mode }) => mode !== 'denies');
  const who = givers.find((e) => e.speaker)?.speaker ?? givers[0]!.origin;
  return { ...support, claim: claims.idOf(claim), series: `${who} ${columns.series[columns.line[claim]!]}` };
}
