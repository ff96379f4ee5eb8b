import type { Dossier, Source } from '../core/model';
import type { Listed } from '../style/subject';

/** A source, and how many reports it carries. */
export interface CarriedReports {
  readonly source: Source;
  readonly reports: number;
}

/** The sources that carry reports, those with the most first, equals in the order of ids. Counted by number; only what is listed is read. */
export function carriedBy({ sources, claims: { columns } }: Dossier): Listed<CarriedReports> {
  const counts = new Uint32Array(columns.sources.length);
  for (const source of columns.source) counts[source]!++;
  const carrying = Uint32Array.from(counts.keys()).filter((index) => counts[index]! > 0);
  carrying.sort((a, b) => counts[b]! - counts[a]! || a - b);
  return {
    count: carrying.length,
    part: (from, to) =>
      Array.from(carrying.subarray(from, to)).flatMap((index) => {
        const source = sources.get(columns.sources[index]!);
        return source ? [{ source, reports: counts[index]! }] : [];
      }),
  };
}
