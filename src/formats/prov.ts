import type { Claim, Dossier, Report, Source } from '../core/model';
import { identifierOf, oneOrMore, reportIdentifier, said } from './identifiers';
import { english, titleOf } from './titles';

/**
 * Where claims come from, as PROV-O (JSON-LD): a claim derives from passages, a passage is quoted from a text, a text derives from the one that it was made
 * from. A passage that denies or takes back a claim has influenced it, and is nothing that it derives from.
 */

export const PROV_CONTEXT = {
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
} as const;

type Node = Record<string, unknown>;

/** The graph. */
export function lineageAsProv(dossier: Dossier, claims: readonly Claim[]): { '@context': typeof PROV_CONTEXT; '@graph': Node[] } {
  const sources = [...dossier.sources.values()];
  const publishers = [...new Set(sources.flatMap(({ publisher }) => publisher ?? []))];
  return {
    '@context': PROV_CONTEXT,
    '@graph': [
      about(dossier),
      ...publishers.map((name) => ({ '@id': identifierOf('publisher', name), '@type': 'prov:Agent', 'rdfs:label': name })),
      ...[...dossier.speakers.values()].map(({ id, name }) => ({
        '@id': identifierOf('speaker', id),
        '@type': 'prov:Agent',
        'rdfs:label': texts(name),
      })),
      ...sources.map((source) => text(dossier, source)),
      ...claims.flatMap((claim) => [entity(claim), ...withdrawal(claim), ...claim.reports.map((report, i) => passage(claim, report, i))]),
    ],
  };
}

function about({ title, credits, disclaimer, license }: Dossier): Node {
  return said({
    '@id': '#dossier',
    '@type': 'prov:Entity',
    'dcterms:title': texts(title),
    'dcterms:rights': [...credits.map(english), disclaimer.en],
    'dcterms:license': license && english(license),
  });
}

function text(
  dossier: Dossier,
  { id, title, language, published, publisher, address, archived, derivedFrom, derivedReason }: Source,
): Node {
  return said({
    '@id': identifierOf('source', id),
    '@type': 'prov:Entity',
    'dcterms:title': typeof title === 'string' ? titleOf(dossier, id) : texts(title),
    'dcterms:language': language === 'und' ? undefined : language,
    // EDTF
    'dcterms:issued': published,
    'rdfs:seeAlso': references([address, archived?.address]),
    'prov:wasAttributedTo': publisher === null ? undefined : reference(identifierOf('publisher', publisher)),
    'prov:wasDerivedFrom': derivedFrom === undefined ? undefined : reference(identifierOf('source', derivedFrom)),
    'rdfs:comment': derivedReason,
  });
}

const contradicts = (mode: Report['mode']): boolean => mode === 'denies' || mode === 'retracts';

function entity(claim: Claim): Node {
  const { id, summary, happened, recorded, reports, withdrawn } = claim;
  const passages = (against: boolean) =>
    oneOrMore(reports.flatMap(({ mode }, i) => (contradicts(mode) === against ? [reference(reportIdentifier(id, i))] : [])));
  return said({
    '@id': identifierOf('claim', id),
    '@type': 'prov:Entity',
    'prov:value': summary,
    'dcterms:temporal': happened,
    'dcterms:dateSubmitted': recorded,
    'prov:wasDerivedFrom': passages(false),
    'prov:wasInfluencedBy': passages(true),
    'prov:wasInvalidatedBy': withdrawn && reference(withdrawalIdentifier(id)),
  });
}

function withdrawal({ id, withdrawn }: Claim): Node[] {
  return withdrawn
    ? [{ '@id': withdrawalIdentifier(id), '@type': 'prov:Activity', 'rdfs:label': withdrawn.reason, 'dcterms:date': withdrawn.on }]
    : [];
}

function withdrawalIdentifier(claim: string): string {
  return `${identifierOf('claim', claim)}/withdrawal`;
}

function passage({ id }: Claim, { source, by, mode, published, anchor, note }: Report, index: number): Node {
  return said({
    '@id': reportIdentifier(id, index),
    '@type': 'prov:Entity',
    'prov:wasQuotedFrom': reference(identifierOf('source', source)),
    'prov:wasAttributedTo': by === undefined ? undefined : reference(identifierOf('speaker', by)),
    'prov:value': anchor.exact,
    // how the passage states the claim
    'dcterms:type': mode,
    'dcterms:issued': published,
    'dcterms:identifier': `sha256:${anchor.sha256}`,
    'rdfs:comment': note,
  });
}

function reference(id: string): Node {
  return { '@id': id };
}

function references(addresses: readonly (string | undefined)[]): Node | readonly Node[] | undefined {
  return oneOrMore(addresses.flatMap((address) => (address === undefined ? [] : [reference(address)])));
}

/** A text by language. */
function texts(names: Readonly<Record<string, string>>): Node | readonly Node[] | undefined {
  return oneOrMore(Object.entries(names).map(([language, value]) => ({ '@value': value, '@language': language })));
}
