import { describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/core/check/check';
import { ANNOTATION_CONTEXT, reportsAsAnnotations } from '../../src/formats/annotations';
import { lineageAsProv, PROV_CONTEXT } from '../../src/formats/prov';
import { claimsAsSchemaOrg, SCHEMA_CONTEXT } from '../../src/formats/schema-org';
import { filesOf, gazetteer, syria } from '../geo/dossier';

/** JSON-LD, checked for its structure: contexts are constants, and nothing is fetched. */

const dossier = syria();
const claims = [...dossier.claims];
const reports = claims.flatMap((claim) => claim.reports.map((report, i) => ({ claim, report, id: `#claim/${claim.id}/report/${i + 1}` })));

type Node = Record<string, unknown>;

/** Every object within a value. */
function* nodesIn(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Node;
  for (const inner of Object.values(value)) yield* nodesIn(inner);
}

/** Ids that something is referred to by, and is not. */
function dangling(graph: unknown): string[] {
  const nodes = [...nodesIn(graph)];
  const defined = new Set(nodes.filter((node) => Object.keys(node).length > 1).map((node) => node['@id']));
  return nodes.flatMap((node) =>
    typeof node['@id'] === 'string' && node['@id'].startsWith('#') && !defined.has(node['@id']) ? [node['@id']] : [],
  );
}

/** The good dossier with the mode of one report changed, and something added to it. */
function withReport(from: string, to: string) {
  const files = filesOf('tests/good');
  const text = files.get('control.geojson')!;
  expect(text).toContain(from);
  files.set('control.geojson', text.replace(from, to));
  const checked = checkDossier(files, gazetteer());
  expect(checked.issues).toEqual([]);
  return { dossier: checked.dossier!, claims: [...checked.dossier!.claims] };
}

describe('Web Annotations', () => {
  interface Annotation {
    id: string;
    type: string;
    motivation: string;
    body: { type: string; purpose: string; value: string }[];
    target: { type: string; source: { id: string; via?: string }; selector: Node | Node[] };
  }
  const page = reportsAsAnnotations(dossier, claims) as { '@context': string; type: string; items: Annotation[] };

  test('are one a report, each on a range of its source’s text, with the claim as body', () => {
    expect([page['@context'], page.type]).toEqual([ANNOTATION_CONTEXT, 'AnnotationPage']);
    expect(page.items.map(({ id }) => id)).toEqual(reports.map(({ id }) => id));
    page.items.forEach(({ type, body, target }, i) => {
      const { claim, report } = reports[i]!;
      expect(type).toBe('Annotation');
      expect(body[0]).toMatchObject({ type: 'TextualBody', value: claim.summary });
      expect(body.filter(({ purpose }) => purpose === 'tagging')[0]?.value).toBe(report.mode);
      expect(target.source.id).toBe(`#text/${report.source}`);
      expect(target.selector).toEqual({ type: 'TextPositionSelector', start: report.anchor.start, end: report.anchor.end });
    });
  });

  test('quote the words where the dossier has them', () => {
    const quoted = withReport('"paragraph": 1,', '"exact": "took", "prefix": "army ", "paragraph": 1,');
    const { items } = reportsAsAnnotations(quoted.dossier, quoted.claims) as { items: Annotation[] };
    expect(items.find(({ id }) => id === '#claim/hama-taken/report/1')!.target.selector).toEqual([
      { type: 'TextPositionSelector', start: 0, end: 10 },
      { type: 'TextQuoteSelector', exact: 'took', prefix: 'army ' },
    ]);
  });
});

describe('PROV-O', () => {
  const graph = lineageAsProv(dossier, claims);
  const node = (id: string, of = graph) => of['@graph'].find((each) => each['@id'] === id)!;

  test('names only its own context, and nothing that is not there', () => {
    expect(graph['@context']).toBe(PROV_CONTEXT);
    const prefixes = Object.keys(PROV_CONTEXT);
    for (const each of graph['@graph'])
      for (const name of Object.keys(each)) expect(name.startsWith('@') || prefixes.includes(name.split(':')[0]!), name).toBe(true);
    expect(dangling(graph['@graph'])).toEqual([]);
    const ids = graph['@graph'].map((each) => each['@id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a text derives from the one that it was made from, a passage is quoted from its text and attributed to its speaker', () => {
    for (const { id, derivedFrom } of dossier.sources.values())
      expect(node(`#source/${id}`)['prov:wasDerivedFrom']).toEqual(
        derivedFrom === undefined ? undefined : { '@id': `#source/${derivedFrom}` },
      );
    for (const { id, report } of reports) {
      expect(node(id)['prov:wasQuotedFrom']).toEqual({ '@id': `#source/${report.source}` });
      expect(node(id)['prov:wasAttributedTo']).toEqual(report.by === undefined ? undefined : { '@id': `#speaker/${report.by}` });
    }
  });

  test('no claim derives from what denies it', () => {
    const denied = withReport('"mode": "asserts"', '"mode": "denies"');
    const claim = node('#claim/hama-taken', lineageAsProv(denied.dossier, denied.claims));
    expect(claim['prov:wasDerivedFrom']).toEqual({ '@id': '#claim/hama-taken/report/2' });
    expect(claim['prov:wasInfluencedBy']).toEqual({ '@id': '#claim/hama-taken/report/1' });
  });

  test('a withdrawal is an activity with its reason', () => {
    const gone = withReport('"kind": "control"', '"withdrawn": { "on": "2024-12-09", "reason": "misread" }, "kind": "control"');
    const withdrawn = lineageAsProv(gone.dossier, gone.claims);
    expect(node('#claim/hama-taken', withdrawn)['prov:wasInvalidatedBy']).toEqual({ '@id': '#claim/hama-taken/withdrawal' });
    expect(node('#claim/hama-taken/withdrawal', withdrawn)).toMatchObject({ 'rdfs:label': 'misread', 'dcterms:date': '2024-12-09' });
    expect(dangling(withdrawn['@graph'])).toEqual([]);
  });
});

describe('schema.org', () => {
  const graph = claimsAsSchemaOrg(dossier, claims);
  const node = (id: string, of = graph) => of['@graph'].find((each) => each['@id'] === id)!;

  test('has a Claim for each, rates nothing, and refers to nothing that is not there', () => {
    expect(graph['@context']).toBe(SCHEMA_CONTEXT);
    expect(graph['@graph'].filter((each) => each['@type'] === 'Claim')).toHaveLength(claims.length);
    expect(JSON.stringify(graph)).not.toMatch(/ClaimReview|reviewRating|claimReviewed/);
    expect(dangling(graph['@graph'])).toEqual([]);
  });

  test('a denial is about a claim, and is no appearance of it; who denies is not its author', () => {
    const denied = withReport('"mode": "asserts"', '"mode": "denies", "by": "doctor"');
    const claim = node('#claim/hama-taken', claimsAsSchemaOrg(denied.dossier, denied.claims));
    expect(claim['appearance']).toMatchObject({ '@id': '#claim/hama-taken/report/2' });
    expect(claim['subjectOf']).toMatchObject({ '@id': '#claim/hama-taken/report/1', description: 'denies' });
    expect(JSON.stringify(claim['author'])).not.toContain('doctor');
  });

  test('of copies the publisher of their root is the author, and where nobody knows who that is, nobody', () => {
    const { dossier: good, claims: ours } = withReport('"kind": "control"', '"kind": "control", "x": 1');
    expect(node('#claim/hama-taken', claimsAsSchemaOrg(good, ours))['author']).toEqual({ '@type': 'Organization', name: 'Gazette' });
    // three copies of a text that nobody has seen
    expect(node('#claim/homs-taken')).not.toHaveProperty('author');
  });

  test('what appeared first is said only where it is certain', () => {
    const { dossier: good, claims: ours } = withReport('"mode": "asserts"', '"mode": "asserts", "published": "2024-12-04"');
    expect(node('#claim/hama-taken', claimsAsSchemaOrg(good, ours))['firstAppearance']).toEqual({ '@id': '#claim/hama-taken/report/1' });
    // the copy's date spans the original's
    const { dossier: same, claims: theirs } = withReport('"kind": "control"', '"kind": "control", "x": 1');
    expect(node('#claim/hama-taken', claimsAsSchemaOrg(same, theirs))).not.toHaveProperty('firstAppearance');
    // a copy is later than what it was made from
    expect(node('#claim/flight', claimsAsSchemaOrg(same, theirs))).not.toHaveProperty('firstAppearance');
    expect(node('#claim/strike', claimsAsSchemaOrg(same, theirs))['firstAppearance']).toEqual({ '@id': '#claim/strike/report/1' });
  });

  test('a date that is no plain day is not given as one', () => {
    for (const each of nodesIn(graph)) if ('datePublished' in each) expect(each['datePublished']).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
