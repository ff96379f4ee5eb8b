import type { Ledger } from '../core/ledger';
import { styleAt, type Records } from './records/records';

/** The id of the mark that a record draws, by which it is selected: `control:PLACE`, or `incident:` or `movement:` and a claim. */
export function markIdOf(records: Records, record: number, { dossier, control, dated }: Ledger): string {
  const { claims } = dossier;
  const style = records.styles[styleAt(records.data, record)]!;
  const subject = records.subject[record]!;
  if (style.kind === 'control') return `control:${claims.columns.places[control.place[subject]!]!}`;
  const kind = style.event === 'coming' || style.event === 'leaving' ? 'movement' : 'incident';
  return `${kind}:${claims.idOf(dated.claim[subject]!)}`;
}
