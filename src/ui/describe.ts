import type { Lens, Support } from '../core/ledger';
import type { Dossier } from '../core/model';
import { listOf, originName, partyName } from '../style/naming';
import { counted, fill, type Language, type Strings } from '../style/strings';

/** Short phrases out of the dossier, in the reader's language. Pure. */

/** The holder of a position; where it is null, somebody denies the claim and names nobody else. */
export function holderName(dossier: Dossier, holder: string | null, say: Strings, language: Language): string {
  return holder === null ? say['ui.holder.nobody'] : partyName(dossier, holder, language);
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
