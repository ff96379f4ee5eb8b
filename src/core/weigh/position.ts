import type { Claims } from '../claims/claims';
import { FLAG } from '../claims/columns';
import { evidenceOf, supportOf, supports } from './evidence';
import type { Evidence, Position } from '../ledger';
import { extents } from '../vocabulary';
import type { Stands } from './stands';

/** Makes a stand into a position in full: with its statements' evidence, and the denials that speak for it. `carrying`: the only origins whose support counts. */
export function positionOf(stands: Stands, stand: number, claims: Claims, carrying?: readonly string[]): Position {
  const { tables, parties, claim, first, countedEnd, counted, background } = stands.of;
  const { columns } = tables;
  const statements = [...new Set(stands.statements[stand])];
  const evidence: Evidence[] = [];
  for (const s of statements) {
    const id = claims.idOf(claim[s]!);
    for (let i = first[s]!; i < countedEnd[s]!; i++) evidence.push(evidenceOf(tables, counted[i]!, claim[s]!, id));
  }
  // a denial of somebody else's take-over is this party's own word, and no denial of this position
  const denials = [...new Set(stands.denials[stand])].map((report) => {
    const row = claimOf(columns.firstReport, report);
    return evidenceOf(tables, report, row, claims.idOf(row));
  });
  const support = supportOf(evidence);
  const carried = carrying ? supportOf(evidence.filter((each) => !supports(each) || carrying.includes(each.origin))) : support;
  const holder = stands.holder[stand]! < 0 ? null : columns.parties[parties[stands.holder[stand]!]!]!;
  return {
    ...support,
    origins: carried.origins,
    copies: carried.copies,
    claimedBy: [...new Set([...support.claimedBy, ...(holder === null ? [] : denials.map((d) => d.origin))])],
    claims: [...new Set([...support.claims, ...denials.map((d) => d.claim)])].sort(),
    evidence: [...support.evidence, ...denials],
    holder,
    extent: extents[stands.extent[stand]!]!,
    since: stands.since[stand]!,
    background: statements.length > 0 && statements.every((s) => background[s] === 1),
    implied: statements.length > 0 && statements.every((s) => (columns.flags[claim[s]!]! & FLAG.implied) !== 0),
  };
}

/** The row of the claim that a report is of. */
function claimOf(firstReport: Uint32Array, report: number): number {
  let [low, high] = [0, firstReport.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firstReport[middle + 1]! <= report) low = middle + 1;
    else high = middle;
  }
  return low;
}
