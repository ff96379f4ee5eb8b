import type { Evidence, Support } from '../core/ledger';
import type { Dossier, Report } from '../core/model';
import { copiesIn } from '../core/weigh/evidence';

/** The reports behind a statement, and where they are read. Pure. */

/** A report to be shown: its evidence, the report itself, and whether it only repeats an origin. */
export interface ShownReport {
  readonly key: string;
  readonly evidence: Evidence;
  readonly report: Report;
  readonly copy: boolean;
}

/** The reports behind a statement, by date of publication. */
export function reportsOf(dossier: Dossier, { evidence }: Support): ShownReport[] {
  const copies = copiesIn(evidence);
  return evidence.flatMap((each) => {
    const report = dossier.claims.get(each.claim)?.reports[each.report];
    return report ? [{ key: `${each.claim}/${each.report}`, evidence: each, report, copy: copies.has(each) }] : [];
  });
}

/** The address of a source at a report's words: a text fragment where the anchor may quote them; null where there is no address or it is not http. */
export function sourceAddress(address: string | undefined, exact: string | undefined): string | null {
  if (!address || !/^https?:\/\//.test(address)) return null;
  if (!exact) return address;
  // a hyphen divides the parts of a text directive, so it is written out too
  const words = encodeURIComponent(exact).replace(/-/g, '%2D');
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${words}`;
}
