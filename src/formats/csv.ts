import { unparse } from 'papaparse';
import type { Claim, Dossier, Report } from '../core/model';
import { formulaStart } from '../core/table/formula';

/**
 * The columns, in this order. `party` is who holds, moves or acts; `from`, `via`, `to` and `place` are names in English,
 * several joined by `; `; `min` and `max` are whole people, empty where no number was said; `longitude` and `latitude` are
 * those of the place, or of `from`; `published` is the report's own date, else its source's; `paragraph`, `start` and `end`
 * are the anchor in the source's text.
 */
export const csvColumns = [
  'claim',
  'kind',
  'summary',
  'happened',
  'until',
  'place',
  'from',
  'via',
  'to',
  'longitude',
  'latitude',
  'party',
  'detail',
  'min',
  'max',
  'words',
  'source',
  'publisher',
  'title',
  'published',
  'speaker',
  'mode',
  'paragraph',
  'start',
  'end',
  'address',
] as const;

type Row = Record<(typeof csvColumns)[number], string | number>;

/** Claims as CSV (RFC 4180), one row a report; a cell that a spreadsheet would run as a formula is `guarded`. The header stands even where there are no claims. */
export function claimsAsCsv(dossier: Dossier, claims: readonly Claim[]): string {
  const rows = claims.flatMap((claim) =>
    claim.reports.map((report): Row => ({ ...ofClaim(dossier, claim), ...ofReport(dossier, report) })),
  );
  const cells = rows.map((row) => csvColumns.map((column) => row[column]));
  return `${unparse([[...csvColumns], ...cells], { escapeFormulae: formulaStart })}\r\n`;
}

type ReportColumn = 'source' | 'publisher' | 'title' | 'published' | 'speaker' | 'mode' | 'paragraph' | 'start' | 'end' | 'address';

function ofReport(dossier: Dossier, report: Report): Pick<Row, ReportColumn> {
  const source = dossier.sources.get(report.source);
  return {
    source: report.source,
    publisher: source?.publisher ?? '',
    title: source ? (typeof source.title === 'string' ? source.title : source.title.en) : '',
    published: report.published ?? source?.published ?? '',
    speaker: (report.by && dossier.speakers.get(report.by)?.name.en) ?? report.by ?? '',
    mode: report.mode,
    paragraph: report.anchor.paragraph,
    start: report.anchor.start,
    end: report.anchor.end,
    address: source?.address ?? '',
  };
}

function ofClaim(dossier: Dossier, claim: Claim): Omit<Row, ReportColumn> {
  const own = details(claim);
  const name = (place: string | undefined) => (place === undefined ? '' : (dossier.places.get(place)?.title ?? place));
  const names = (places: readonly string[]) => places.map(name).join('; ');
  const [longitude = '', latitude = ''] = dossier.places.get(own.place ?? own.from ?? '')?.point ?? [];
  return {
    claim: claim.id,
    kind: claim.kind,
    summary: claim.summary,
    happened: claim.happened,
    until: claim.until ?? '',
    place: name(own.place),
    from: name(own.from),
    via: names(own.via ?? []),
    to: names(own.to ?? []),
    longitude,
    latitude,
    party: own.party === undefined ? '' : (dossier.parties.get(own.party)?.name.en ?? own.party),
    detail: own.detail,
    min: own.amount?.min ?? '',
    max: own.amount?.max ?? '',
    words: own.amount?.words ?? '',
  };
}

interface Details {
  readonly place?: string;
  readonly from?: string | undefined;
  readonly via?: readonly string[] | undefined;
  readonly to?: readonly string[];
  readonly party?: string | undefined;
  readonly detail: string;
  readonly amount?: { readonly min: number | null; readonly max: number | null; readonly words: string } | undefined;
}

function details(claim: Claim): Details {
  switch (claim.kind) {
    case 'control':
      return { place: claim.place, party: claim.holder, detail: `${claim.says}, ${claim.extent}` };
    case 'movement':
      return { from: claim.from, via: claim.via, to: claim.to === undefined ? [] : [claim.to], party: claim.party, detail: claim.movement };
    case 'incident':
      return { place: claim.place, party: claim.party, detail: claim.incident, amount: claim.killed };
    case 'displacement':
      return claim.displacement === 'flow'
        ? { from: claim.from, to: claim.to ?? [], detail: 'flow', amount: claim.people }
        : { place: claim.area, detail: `${claim.measure} of ${claim.counts}, as of ${claim.asOf}`, amount: claim.amount };
  }
}
