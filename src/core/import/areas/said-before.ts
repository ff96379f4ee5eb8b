import { intervalOf } from '../../edtf';
import type { Dossier } from '../../model';
import { dayOf, startOfDay } from '../../time';
import type { Last } from './runs';

/** What an archive, by its speaker's id, said last of each place before a day, and which holders others name from that day on. */
export function saidBefore(
  dossier: Dossier,
  archive: string,
  day: string,
): { readonly last: ReadonlyMap<string, Last>; readonly others: ReadonlyMap<string, ReadonlySet<string>> } {
  const last = new Map<string, Last>();
  const others = new Map<string, Set<string>>();
  const start = startOfDay(day, dossier.timeZone);
  for (const claim of dossier.claims) {
    if (claim.kind !== 'control' || claim.withdrawn) continue;
    const { end } = intervalOf(claim.happened, dossier.timeZone);
    const own = claim.reports.some(({ by, mode }) => by === archive && mode !== 'denies' && mode !== 'retracts');
    if (own && claim.extent === 'held' && end <= start) {
      const said = dayOf(end - 1, dossier.timeZone);
      if (said > (last.get(claim.place)?.day ?? '')) last.set(claim.place, { holder: claim.holder, day: said });
    }
    if (end > start && claim.reports.some(({ by }) => by !== archive))
      others.set(claim.place, (others.get(claim.place) ?? new Set()).add(claim.holder));
  }
  return { last, others };
}
