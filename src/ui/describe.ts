import { copiesIn } from '../core/evidence';
import type { Evidence, Lens, Support } from '../core/ledger';
import type { Dossier, Names, Report } from '../core/model';
import { counted, fill, type Language, type Strings } from '../style/strings';

/** Names and short phrases out of the dossier, in the reader's language. Pure. */

/** A text in the reader's language; English where the dossier has no other. */
export function nameIn(names: Names, language: Language): string {
  return names[language] ?? names.en;
}

/** A party's name; its id where the dossier does not list it. */
export function partyName(dossier: Dossier, id: string, language: Language): string {
  const party = dossier.parties.get(id);
  return party ? nameIn(party.name, language) : id;
}

/** The holder of a position; where it is null, somebody denies the claim and names nobody else. */
export function holderName(dossier: Dossier, holder: string | null, say: Strings, language: Language): string {
  return holder === null ? say['ui.holder.nobody'] : partyName(dossier, holder, language);
}

/** A place's name; its id where the dossier does not know it. */
export function placeName(dossier: Dossier, id: string, language: Language): string {
  const place = dossier.places.get(id);
  return (language === 'ar' && place?.titleAr) || place?.title || id;
}

/** A speaker's name, or null for a text that speaks for itself. */
export function speakerName(dossier: Dossier, id: string | null, language: Language): string | null {
  if (id === null) return null;
  const speaker = dossier.speakers.get(id);
  return speaker ? nameIn(speaker.name, language) : partyName(dossier, id, language);
}

/** Who an origin is: the speaker's name, or the title of the root text. */
export function originName(dossier: Dossier, origin: string, language: Language): string {
  const id = origin.slice(origin.indexOf(':') + 1);
  if (origin.startsWith('speaker:')) return speakerName(dossier, id, language) ?? id;
  const source = dossier.sources.get(id);
  return source?.publisher ?? (source ? `“${source.title}”` : id);
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

/** Names joined as the language joins them: “A, B and C”. */
export function listOf(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'ar' ? 'ar-SY' : 'en-GB', { type: 'conjunction' }).format(names);
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
  const claims = new Map(dossier.claims.map((claim) => [claim.id, claim]));
  const copies = copiesIn(evidence);
  return evidence.flatMap((each) => {
    const report = claims.get(each.claim)?.reports[each.report];
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
