import type { Failure, NamedFigure } from './findings';
import { VIEWPORT } from './viewport';
import type { Figure, Sizes, Verdict } from './goals';
import type { Hot } from './profile';

/** What the bench prints: everything as one object, or a table to read. */
export interface Report {
  readonly bench: 'scale';
  readonly sizes: Sizes;
  readonly rounds: number;
  /** How long it all took. */
  readonly seconds: number;
  readonly machine: { readonly cpus: number; readonly model: string; readonly node: string; readonly platform: string };
  readonly method: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly misses: readonly { readonly id: string; readonly reason: string; readonly profile: readonly Hot[] }[];
  readonly failures: readonly Failure[];
  readonly figures: readonly NamedFigure[];
  readonly met: boolean;
}

export const method: readonly string[] = [
  `Headless Chromium, software rendering, ${VIEWPORT.width} × ${VIEWPORT.height}; the same map with a background and nothing else under every way of drawing.`,
  'Each way and round in a fresh browser; rounds in alternating order; seeded data, the same for all (tests/bench/scale/data.ts, points.ts, flows.ts).',
  'A step shows the next day and waits until the map rests. Processor time of threads is from Chromium’s trace; medians, intervals of 95 % by bootstrap.',
  'Above the empty map: our layer with and without records in turns on one map; a rival’s map before its data was loaded.',
  'The noise is half the distance between the quartiles of the empty map’s own steps.',
  'One frame: from the map’s frame to the end of its drawing, waited for by reading a pixel back.',
  'To the first frame: from the data in typed arrays to the end of the first frame that shows them; ours sorts and packs in a worker meanwhile.',
  'Memory: what the page’s and the graphics process have more than before loading, after a collection (proportional set size).',
  'Weighing: cold, once in a fresh worker or Node; reading and sorting the claims into columns is not part of it.',
];

/** A table of goals, figures, what failed, and how it was measured. */
export function tableOf({ verdicts, misses, failures, figures, machine, rounds, seconds, method, met }: Report): string {
  const lines = [`${machine.cpus} × ${machine.model}, Node ${machine.node}; ${rounds} rounds, ${seconds} s`, ''];
  for (const { goal, unit, bound, own, rivals, met } of verdicts) {
    lines.push(`${met ? 'met   ' : 'MISSED'}  ${goal}: at most ${number(bound)} ${unit}`.trimEnd());
    for (const figure of [...(own ? [own] : []), ...rivals]) lines.push(`          ${line(figure, unit)}`);
    if (!own) lines.push('          not measured');
  }
  for (const { id, reason, profile } of misses) {
    lines.push('', `Why ${id} is missed: ${reason}`);
    for (const { name, at, share } of profile) lines.push(`  ${(share * 100).toFixed(1).padStart(5)} %  ${name}  ${at}`);
  }
  if (failures.length > 0) lines.push('', 'What failed');
  for (const { part, way, count, reason } of failures) lines.push(`  ${part}, ${way}, ${count.toLocaleString('en')}: ${reason}`);
  lines.push('', 'All figures (median, interval, number of measurements)');
  for (const { part, way, count, quantity, ...figure } of figures)
    lines.push(`  ${`${part}, ${way}, ${count.toLocaleString('en')}: ${quantity}`.padEnd(58)}${interval(figure)}`);
  lines.push('', ...method, '', met ? 'All goals are met.' : 'Not all goals are met.');
  return lines.join('\n');
}

function line(figure: Figure, unit: string): string {
  return `${figure.way.padEnd(22)}${interval(figure)} ${unit}`.trimEnd();
}

function interval({ value, low, high, n }: Omit<Figure, 'way'>): string {
  return `${number(value).padStart(10)}  [${number(low)} … ${number(high)}]  n ${n}`;
}

function number(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}
