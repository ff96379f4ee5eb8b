import type { Party } from '../model';

/** The party at the end of a line of allies, whose side somebody is on: the party itself where it has no ally; a circle ends the line. */
export function campOf(party: string, parties: ReadonlyMap<string, Party>): string {
  const line = [party];
  for (let ally = parties.get(party)?.alliedWith; ally; ally = parties.get(ally)?.alliedWith) {
    const back = line.indexOf(ally);
    // of a circle the first in the alphabet stands for all that are in it or lead to it
    if (back >= 0) return line.slice(back).sort()[0]!;
    line.push(ally);
  }
  return line.at(-1)!;
}
