import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/core/check/check';
import { claimFiles } from '../../src/core/claim-schema';
import type { Claims } from '../../src/core/claims/claims';
import type { Claim } from '../../src/core/model';
import { tableAsParquet } from '../../src/formats/parquet-out';
import { tableAsCsv } from '../../src/formats/table';
import { filesOf, gazetteer } from '../geo/dossier';
import { checkFolder } from './folder';

const places = gazetteer();
const good = filesOf('tests/good');
const csv = (claims: Iterable<Claim>) => [...tableAsCsv(claims)].join('');
const read = (files: ReadonlyMap<string, string>): Claims => {
  const { dossier, issues } = checkDossier(files, places);
  expect(issues).toEqual([]);
  return dossier!.claims;
};

/** The same dossier with its claims in a table. */
const withTable = (files: ReadonlyMap<string, string>, name: string, table: string | Uint8Array): Map<string, string | Uint8Array> =>
  new Map<string, string | Uint8Array>([...[...files].filter(([file]) => !Object.hasOwn(claimFiles, file)), [name, table]]);

async function expectSame(files: ReadonlyMap<string, string>, claims: Claims, chunk?: number): Promise<void> {
  for (const [name, table] of [['claims.csv', csv(claims)] as const, ['claims.parquet', tableAsParquet(claims)] as const]) {
    const { dossier, issues } = await checkFolder(withTable(files, name, table), chunk);
    expect(issues, name).toEqual([]);
    expect([...dossier!.claims], name).toEqual([...claims]);
  }
}

describe('a table of a dossier is the same dossier', () => {
  test.each(['tests/good', 'geo/syria-2024'])('%s', async (folder) => {
    const files = filesOf(folder);
    await expectSame(files, read(files));
  });

  test('also in chunks that cut through characters, line ends and quotation marks', async () => {
    const files = filesOf('tests/good');
    const strange = JSON.parse(files.get('incidents.geojson')!) as { features: { properties: Record<string, unknown> }[] };
    strange.features[0]!.properties['summary'] = 'حمص: “a”, "b",\r\nand a line; \'c\'';
    files.set('incidents.geojson', JSON.stringify(strange));
    for (const chunk of [1, 7, 64]) await expectSame(files, read(files), chunk);
  });

  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text);
  const value = fc.oneof(
    words,
    fc.constantFrom('', '"', '""', '12', '0012', 'true', 'null', '[1]', '{', '; ', '=1+1', ' padded ', '1e400', '12345678901234567890'),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    fc.boolean(),
    fc.constant(null),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const strangeName = fc.oneof(
    fc.constantFrom(
      'note',
      'source',
      'start',
      'party',
      'people',
      'people.min',
      'claim.x',
      'report.x',
      'a.b',
      'anchor',
      'desk note',
      '',
      '.',
      'who',
    ),
    fc.string({ maxLength: 6 }),
  );
  // a name that a kind knows would have to be right
  const more = (...known: string[]) =>
    fc.dictionary(
      strangeName.filter((name) => !known.includes(name) && !['__proto__', 'constructor', 'prototype', 'id', 'geometry'].includes(name)),
      value,
      { maxKeys: 3 },
    );
  const amount = fc.tuple(fc.option(fc.nat()), fc.option(fc.nat()), words, more('min', 'max', 'words')).map(([a, b, said, rest]) => ({
    ...rest,
    min: a === null || b === null ? a : Math.min(a, b),
    max: a === null || b === null ? b : Math.max(a, b),
    words: said,
  }));
  const report = fc.record(
    {
      source: fc.constantFrom('gazette', 'digest'),
      mode: fc.constantFrom('asserts', 'denies', 'retracts'),
      note: words,
      by: fc.constant('doctor'),
      published: fc.constant('2024-12-05~'),
      anchor: fc
        .tuple(
          fc.nat(),
          more('paragraph', 'start', 'end', 'sha256', 'exact', 'prefix', 'suffix'),
          fc.record({ exact: fc.oneof(words, fc.constantFrom('', '"', '""')) }, { requiredKeys: [] }),
        )
        .map(([start, rest, exact]) => ({ ...rest, ...exact, paragraph: 1, start, end: start + 3, sha256: 'a'.repeat(64) })),
    },
    { requiredKeys: ['source', 'mode', 'anchor'] },
  );
  const common = {
    happened: fc.constantFrom('2024-12-05', '[2024-12-04..2024-12-05]', '2024-12-01/..'),
    recorded: fc.constant('2024-12-08'),
    summary: words,
    withdrawn: fc.record({ on: fc.constant('2024-12-09'), reason: words }),
    implied: fc.boolean(),
    event: fc.constant('an-event'),
  };
  const reports = fc
    .tuple(fc.array(fc.tuple(report, more('source', 'by', 'mode', 'published', 'anchor', 'note')), { minLength: 1, maxLength: 3 }))
    .map(([list]) => list.map(([own, rest]) => ({ ...rest, ...own })));
  const needed = ['happened', 'recorded', 'summary', 'reports'] as const;
  const all = (known: object, own: object) =>
    more(...Object.keys(common), 'reports', 'kind', 'displacement', ...Object.keys(own), ...Object.keys(known));
  const place = fc.constantFrom('homs', 'hama', 'rastan');
  const control = {
    place,
    holder: fc.constantFrom('north', 'south'),
    says: fc.constantFrom('took', 'holds'),
    extent: fc.constantFrom('held', 'parts'),
  };
  const movement = {
    party: fc.constant('north'),
    movement: fc.constant('advance'),
    from: place,
    via: fc.array(place),
    to: place,
    axis: words,
  };
  const flow = { from: place, to: fc.array(place, { maxLength: 2 }), people: amount, who: words };
  const incident = {
    place,
    incident: fc.constant('strike'),
    party: fc.constant('south'),
    killed: amount,
    media: fc.array(fc.constantFrom('https://a.example/;', 'http://b.example/c;d')),
  };
  const feature = (kind: object, own: Record<string, fc.Arbitrary<unknown>>, optional: string[]) =>
    fc
      .tuple(
        fc.record(
          { ...common, reports, ...own },
          { requiredKeys: [...needed, ...Object.keys(own).filter((name) => !optional.includes(name))] as never },
        ),
        all(kind, own),
        fc.constantFrom(null, { type: 'Point', coordinates: [36.5, 34.5] }),
      )
      .map(([properties, rest, geometry]) => ({ type: 'Feature', geometry, properties: { ...rest, ...properties, ...kind } }));
  const collections = fc.record({
    'control.geojson': fc.array(feature({ kind: 'control' }, control, []), { maxLength: 3 }),
    'movements.geojson': fc.array(feature({ kind: 'movement' }, movement, ['from', 'via', 'to', 'axis']), { maxLength: 3 }),
    'displacement.geojson': fc.array(feature({ kind: 'displacement', displacement: 'flow' }, flow, ['to', 'who']), { maxLength: 3 }),
    'incidents.geojson': fc.array(feature({ kind: 'incident' }, incident, ['party', 'killed', 'media']), { maxLength: 3 }),
  });
  test('any', async () => {
    await fc.assert(
      fc.asyncProperty(collections, fc.constantFrom(undefined, 5), async (made, chunk) => {
        const files = new Map(good);
        for (const [name, features] of Object.entries(made))
          files.set(
            name,
            JSON.stringify({
              type: 'FeatureCollection',
              features: features.map((each, i) => ({ ...each, id: `${name.split('.')[0]}-${i}` })),
            }),
          );
        await expectSame(files, read(files), chunk);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the table', () => {
  const rows = Papa.parse<Record<string, string>>(csv(read(good)), { header: true, skipEmptyLines: true }).data;

  test('has one row a report, the columns in order, and no column that nothing needs', () => {
    expect(rows.map(({ id }) => id)).toEqual(['flight', 'hama-taken', 'hama-taken', 'homs-held', 'march', 'strike', 'total']);
    const columns = Object.keys(rows[0]!);
    expect(columns.slice(0, 3)).toEqual(['id', 'kind', 'displacement']);
    expect(columns).toContain('people.min');
    expect(columns).not.toContain('killed.min');
    expect(columns.at(-1)).toBe('desk-note');
  });

  test('says what is of a claim in its first row alone', () => {
    expect(rows[1]).toMatchObject({ kind: 'control', holder: 'north', source: 'gazette' });
    expect(rows[2]).toMatchObject({ kind: '', holder: '', source: 'digest' });
  });

  test('of no claims is a header', async () => {
    expect(csv([])).toBe('id,kind,source,mode\r\n');
    const { issues, dossier } = await checkFolder(withTable(good, 'claims.parquet', tableAsParquet([])));
    expect([issues, dossier!.claims.size]).toEqual([[], 0]);
  });
});
