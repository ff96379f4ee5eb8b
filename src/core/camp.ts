import type { Party } from './model';

/** The party at the end of a line of allies, whose side somebody is on: the party itself where it has no ally; a circle ends the line. */
export function campOf(party: string, parties: ReadonlyMap<string, Party>): string {
  const seen = new Set([party]);
  let last = party;
  for (let ally = parties.get(last)?.alliedWith; ally; ally = parties.get(last)?.alliedWith) {
    // of a circle the first in the alphabet stands for all
    if (seen.has(ally)) return [...seen].sort()[0]!;
    seen.add(ally);
    last = ally;
  }
  return last;
}
