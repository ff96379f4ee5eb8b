import type { LegendEntry } from './legend';

/** The entries of a legend under the questions that they answer: who, what is said of a place, what moves, who flees, what happened. */

export const legendGroups = ['party', 'place', 'movement', 'flow', 'event'] as const;
export type LegendGroup = (typeof legendGroups)[number];

/** The entries of a group, in the legend's order. */
export interface GroupedEntries {
  readonly group: LegendGroup;
  readonly entries: readonly LegendEntry[];
}

/** A legend in groups; a group without entries is left out. Every entry is in exactly one. */
export function groupLegend(entries: readonly LegendEntry[]): GroupedEntries[] {
  return legendGroups
    .map((group) => ({ group, entries: entries.filter(({ id }) => groupOf(id) === group) }))
    .filter((each) => each.entries.length > 0);
}

/** By what an entry's id begins with; what has no word before a colon is said of a place. A fading trace is of a movement. */
function groupOf(id: string): LegendGroup {
  return byKind[id.split(':')[0]!] ?? 'place';
}

const byKind: Readonly<Record<string, LegendGroup>> = {
  party: 'party',
  arrow: 'movement',
  past: 'movement',
  flow: 'flow',
  event: 'event',
};
