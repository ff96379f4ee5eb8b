import type { Dossier } from '../core/model';
import { formatDay } from '../style/dates';
import { apart } from '../style/naming';
import { fill, type Language } from '../style/strings';
import { laterStrings } from '../style/strings/later';
import type { Correction, Reopened } from './corrections';

/** What has become of a picture's claims, as sentences. */

/** One correction: what became of which claim, when, and why. */
export function correctionSentence({ what, claim, summary, on, reason, by }: Correction, dossier: Dossier, language: Language): string {
  return fill(laterStrings(language)[`corrected.${what}`], {
    claim: summary === null ? claim : apart(summary, language),
    on: on === null ? '' : formatDay(on, language),
    reason: apart(reason ?? '', language),
    by: by.map((id) => apart(dossier.claims.get(id)?.summary ?? id, language)).join(' '),
  });
}

/** How a dossier stands to the one that a picture was made of: one or two sentences, before the corrections. */
export function standing({ then, now, isSame, isKnown, corrections }: Reopened, language: Language): string {
  const say = laterStrings(language);
  if (isSame) return say['reopen.same'];
  if (then.day === '') return say['reopen.unknown'];
  const changed = fill(say['reopen.changed'], { then: formatDay(then.day, language), now: formatDay(now.day, language) });
  const known = isKnown ? [] : [say['reopen.byCode']];
  return [changed, ...known, ...(corrections.length === 0 ? [say['reopen.none']] : [])].join(' ');
}
