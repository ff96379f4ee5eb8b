import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/core/check/check';
import { gazetteerOf } from '../../src/core/gazetteer/gazetteer';
import type { Claim, Dossier } from '../../src/core/model';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { claimsInView } from '../../src/formats/claims-in-view';
import { claimsAsCsv, csvColumns } from '../../src/formats/csv';
import { claimsAsGeojson } from '../../src/formats/geojson';
import { syria } from './dossier';

const dossier = syria();
const situation = situationAt(weigh(dossier, defaultLens), lastInstant('2024-12-06', dossier.timeZone));
const all = [...dossier.claims];
const inView = claimsInView(dossier, situation);
const rows = (text: string) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

describe('the claims in view', () => {
  test('are those behind the marks, each once, in the order of ids', () => {
    const ids = inView.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toEqual(
      expect.arrayContaining(situation.holdings.flatMap((holding) => holding.positions.flatMap((position) => [...position.claims]))),
    );
    expect(ids).toEqual(expect.arrayContaining(situation.flows.map((flow) => flow.claim)));
  });

  test('what is published later is not among them', () => {
    const early = situationAt(weigh(dossier, defaultLens), lastInstant('2024-12-01', dossier.timeZone));
    expect(claimsInView(dossier, early).length).toBeLessThan(inView.length);
  });
});

describe('as GeoJSON', () => {
  const collection = claimsAsGeojson(dossier, all);
  const of = (claim: string) => collection.features.find((feature) => feature.id === claim)!;
  const claimWith = <K extends Claim['kind']>(kind: K, test: (claim: Extract<Claim, { kind: K }>) => boolean) =>
    all.find((claim) => claim.kind === kind && test(claim as Extract<Claim, { kind: K }>))!;

  test('one feature a claim, longitude before latitude, geometry filled in from the place', () => {
    expect(collection.features.map((feature) => feature.id)).toEqual(all.map(({ id }) => id));
    const homs = claimWith('control', (claim) => claim.place === 'homs');
    const [longitude, latitude] = dossier.places.get('homs')!.point!;
    expect(of(homs.id).geometry).toEqual({ type: 'Point', coordinates: [longitude, latitude] });
    expect(longitude).toBeGreaterThan(latitude);
  });

  test('a movement is a line through its places, a flow one line a destination, an exodus to nowhere a point', () => {
    const advance = claimWith('movement', (claim) => Boolean(claim.from && claim.to && (claim.via?.length ?? 0) === 2));
    expect(of(advance.id).geometry).toMatchObject({ type: 'LineString', coordinates: { length: 4 } });
    const flows = all.filter((claim) => claim.kind === 'displacement' && claim.displacement === 'flow');
    const two = flows.find((claim) => 'to' in claim && Array.isArray(claim.to) && claim.to.length === 2)!;
    expect(of(two.id).geometry).toMatchObject({ type: 'MultiLineString', coordinates: { length: 2 } });
    const nowhere = flows.find((claim) => !('to' in claim))!;
    expect(of(nowhere.id).geometry?.type).not.toBe('LineString');
  });

  test('properties unknown to us are kept, and a geometry of the file’s own is not touched', () => {
    const claim = { ...inView[0]!, colleague: { note: 'ours' }, geometry: { type: 'Point', coordinates: [1, 2] } } as Claim;
    const [feature] = claimsAsGeojson(dossier, [claim]).features;
    expect(feature!.properties).toMatchObject({ colleague: { note: 'ours' }, kind: claim.kind });
    expect(feature!.geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
    expect(feature!.properties).not.toHaveProperty('geometry');
  });

  test('read back as a dossier’s file it has the same claims', () => {
    const files = new Map([
      ['dossier.json', JSON.stringify(headOf(dossier))],
      ['sources.json', JSON.stringify({ schemaVersion: 1, sources: [...dossier.sources.values()] })],
      [
        'control.geojson',
        JSON.stringify(
          claimsAsGeojson(
            dossier,
            all.filter((claim) => claim.kind === 'control'),
          ),
        ),
      ],
    ]);
    const back = checkDossier(files, gazetteerOf([...dossier.places.values()]));
    expect(back.issues).toEqual([]);
    const bare = (claims: Iterable<Claim>) =>
      [...claims].filter((claim) => claim.kind === 'control').map((claim) => ({ ...claim, geometry: null }));
    expect(bare(back.dossier!.claims)).toEqual(bare(all));
  });
});

function headOf({ id, title, timeZone, opening, parties, speakers, credits, disclaimer }: Dossier) {
  const span = { from: '2024-11-27', to: '2024-12-31' };
  return {
    schemaVersion: 1,
    id,
    title,
    span,
    timeZone,
    opening,
    parties: [...parties.values()],
    speakers: [...speakers.values()],
    credits,
    disclaimer,
  };
}

describe('as CSV', () => {
  test('has one row a report, under the columns that are written down', () => {
    const text = claimsAsCsv(dossier, inView);
    expect(text.split('\r\n')[0]).toBe(csvColumns.join(','));
    expect(rows(text).map((row) => row['claim'])).toEqual(inView.flatMap((claim) => claim.reports.map(() => claim.id)));
  });

  test('the header stands where there are no claims', () => {
    expect(claimsAsCsv(dossier, [])).toBe(`${csvColumns.join(',')}\r\n`);
  });

  test('a cell that a spreadsheet would run is escaped, and commas, quotes and line breaks survive', () => {
    const claim = { ...inView[0]!, summary: '=HYPERLINK("http://x"),\n"quoted"' } as Claim;
    expect(rows(claimsAsCsv(dossier, [claim]))[0]!['summary']).toBe('\'=HYPERLINK("http://x"),\n"quoted"');
  });

  test('an amount that was not said is empty, not zero', () => {
    const flow = all.find(
      (claim) => claim.kind === 'displacement' && claim.displacement === 'flow' && (claim.people as { max: number | null }).max === null,
    )!;
    expect(rows(claimsAsCsv(dossier, [flow]))[0]).toMatchObject({ max: '', kind: 'displacement' });
  });
});
