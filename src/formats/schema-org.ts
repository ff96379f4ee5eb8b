import { placesOf } from '../core/check/references';
import { rootOf } from '../core/claims/lineage';
import { intervalOf } from '../core/edtf';
import type { Claim, Dossier, Place, Report, Source } from '../core/model';
import { identifierOf, oneOrMore, reportIdentifier, said } from './identifiers';
import { english, titleOf } from './titles';

/**
 * Claims as schema.org has them (JSON-LD): who made each, and where it appears. Nothing is rated, so there is no ClaimReview. A report that denies or takes
 * back a claim is no appearance of it, and is listed as being about it (`subjectOf`).
 */

export const SCHEMA_CONTEXT = 'https://schema.org';

type Node = Record<string, unknown>;

/** The graph. */
export function claimsAsSchemaOrg(dossier: Dossier, claims: readonly Claim[]): { '@context': string; '@graph': Node[] } {
  return {
    '@context': SCHEMA_CONTEXT,
    '@graph': [
      about(dossier),
      ...[...dossier.speakers.values()].map(({ id, name }) => ({ '@id': identifierOf('speaker', id), name: texts(name) })),
      ...[...dossier.sources.values()].map((source) => work(dossier, source)),
      ...[...dossier.places.values()].map(placeNode),
      ...claims.map((claim) => claimNode(dossier, claim)),
    ],
  };
}

function about({ title, standfirst, credits, disclaimer, license }: Dossier): Node {
  return said({
    '@id': '#dossier',
    '@type': 'Dataset',
    name: texts(title),
    description: standfirst === null ? undefined : texts(standfirst),
    creditText: [...credits.map(english), disclaimer.en].join('\n'),
    license: license && english(license),
  });
}

function work(dossier: Dossier, { id, title, language, published, publisher, address, archived, derivedFrom }: Source): Node {
  return said({
    '@id': identifierOf('source', id),
    '@type': 'CreativeWork',
    name: typeof title === 'string' ? titleOf(dossier, id) : texts(title),
    inLanguage: language === 'und' ? undefined : language,
    datePublished: plainDate(published),
    publisher: publisher === null ? undefined : { '@type': 'Organization', name: publisher },
    url: address,
    archivedAt: archived?.address,
    isBasedOn: derivedFrom === undefined ? undefined : reference(identifierOf('source', derivedFrom)),
  });
}

function placeNode({ id, title, titleAr, point, pcode }: Place): Node {
  return said({
    '@id': identifierOf('place', id),
    '@type': 'Place',
    name: texts({ en: title, ...(titleAr !== null && { ar: titleAr }) }),
    identifier: pcode,
    geo: point && { '@type': 'GeoCoordinates', latitude: point[1], longitude: point[0] },
  });
}

const contradicts = ({ mode }: Report): boolean => mode === 'denies' || mode === 'retracts';

function claimNode(dossier: Dossier, claim: Claim): Node {
  const { id, summary, happened, reports, withdrawn } = claim;
  const nodes = reports.map((report, i) => ({ report, node: appearance(dossier, claim, report, i) }));
  const places = [...new Set(placesOf(claim).map(([, place]) => place))];
  const first = firstOf(dossier, reports);
  return said({
    '@id': identifierOf('claim', id),
    '@type': 'Claim',
    text: summary,
    temporalCoverage: happened,
    contentLocation: oneOrMore(places.map((place) => reference(identifierOf('place', place)))),
    author: oneOrMore(authorsOf(dossier, reports)),
    appearance: oneOrMore(nodes.flatMap(({ report, node }) => (contradicts(report) ? [] : [node]))),
    firstAppearance: first === null ? undefined : reference(reportIdentifier(id, first)),
    subjectOf: oneOrMore(nodes.flatMap(({ report, node }) => (contradicts(report) ? [node] : []))),
    creativeWorkStatus: withdrawn && `Withdrawn on ${withdrawn.on}: ${withdrawn.reason}`,
    isPartOf: reference('#dossier'),
  });
}

/** The passage of a source that carries a report. */
function appearance({ speakers }: Dossier, { id }: Claim, { source, by, mode, published, anchor }: Report, index: number): Node {
  return said({
    '@id': reportIdentifier(id, index),
    '@type': 'CreativeWork',
    isPartOf: reference(identifierOf('source', source)),
    // how the passage states the claim
    description: mode,
    author: by !== undefined && speakers.has(by) ? reference(identifierOf('speaker', by)) : undefined,
    datePublished: published && plainDate(published),
    text: anchor.exact,
  });
}

/** Who makes a claim: the speakers that are quoted with it, and of texts that quote nobody the publisher of the text that they are copies of; each once. */
function authorsOf({ sources }: Dossier, reports: readonly Report[]): Node[] {
  const authors = reports
    .filter((report) => !contradicts(report))
    .flatMap(({ by, source }): [string, Node][] => {
      const publisher = sources.get(rootOf(source, sources))?.publisher;
      if (by !== undefined) return [[`speaker ${by}`, reference(identifierOf('speaker', by))]];
      return publisher ? [[`publisher ${publisher}`, { '@type': 'Organization', name: publisher }]] : [];
    });
  return [...new Map(authors).values()];
}

/** Which report is known to be the first: all others are certainly later, and its text is no copy of an earlier one. Null where none is. */
function firstOf({ sources, timeZone }: Dossier, reports: readonly Report[]): number | null {
  const times = reports.flatMap((report, index) => {
    const published = report.published ?? sources.get(report.source)?.published;
    return contradicts(report) || published === undefined ? [] : [{ index, source: report.source, ...intervalOf(published, timeZone) }];
  });
  const first = times.find(({ index, end }) => times.every((other) => other.index === index || end <= other.start));
  return first && rootOf(first.source, sources) === first.source ? first.index : null;
}

/** An ISO date as schema.org wants one; nothing of a date that is wider or less certain. */
function plainDate(edtf: string): string | undefined {
  return /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?$/.test(edtf) ? edtf : undefined;
}

function reference(id: string): Node {
  return { '@id': id };
}

function texts(names: Readonly<Record<string, string>>): Node | readonly Node[] | undefined {
  return oneOrMore(Object.entries(names).map(([language, value]) => ({ '@value': value, '@language': language })));
}
