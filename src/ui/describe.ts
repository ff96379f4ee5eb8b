import { copiesIn } from '../core/weigh/evidence';
import type { Evidence, Lens, Look, Support } from '../core/ledger';
import type { Dossier, Report } from '../core/model';
import { listOf, originName, partyName } from '../style/naming';
import { counted, fill, type Language, type Strings } from '../style/strings';

/** Short phrases out of the dossier, in the reader's language. Pure. */

/** The holder of a position; where it is null, somebody denies the claim and names nobody else. */
export function holderName(dossier: Dossier, holder: string | null, say: Strings, language: Language): string {
  return holder === null ? say['ui.holder.nobody'] : partyName(dossier, holder, language);
}

/** How a place looks, in a few words: “In dispute: the Government; HTS, entered”. Null where nothing is said of it. */
export function lookInWords(look: Look | null, dossier: Dossier, say: Strings, language: Language): string {
  if (!look) return say['ui.compare.nothing'];
  const positions = look.positions.map(({ holder, extent, denied }) =>
    [
      holderName(dossier, holder, say, language),
      ...(extent === 'held' ? [] : [say[`ui.extent.${extent}`]]),
      ...(denied ? [say['ui.compare.denied']] : []),
    ].reduce((a, b) => fill(say['ui.listJoin'], { a, b })),
  );
  return fill(say['ui.compare.look'], { state: say[`ui.state.${look.state}`], positions: positions.join(say['words.semicolon']) });
}

/** The short line of support: “1 origin, 3 copies · denied by …”; articles where these are counted. */
export function supportLine(dossier: Dossier, support: Support, counting: Lens['counting'], say: Strings, language: Language): string {
  const names = (origins: readonly string[]): string =>
    listOf(
      origins.map((origin) => originName(dossier, origin, language)),
      language,
    );
  const parts: string[] = [];
  if (support.origins.length > 0) {
    parts.push(counted(language, say[`ui.${counting}`], support.origins.length));
    if (support.copies > 0) parts[0] = fill(say['ui.listJoin'], { a: parts[0]!, b: counted(language, say['ui.copies'], support.copies) });
  } else parts.push(say['ui.noOrigin']);
  if (support.claimedBy.length > 0) parts.push(fill(say['ui.claimedBy'], { names: names(support.claimedBy) }));
  if (support.deniedBy.length > 0) parts.push(fill(say['ui.deniedBy'], { names: names(support.deniedBy) }));
  return parts.join(' · ');
}

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
