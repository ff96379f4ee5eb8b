import fc from 'fast-check';

/** Random files of claims for the dossier in `tests/good`, with members and texts that are easily taken for something else. */

const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== ''),
  fc.constantFrom('=1+1', "'=1", "''-x", '@sum', '-5', '+44', 'toString', '_x0041_', 'a\r\nb', '\u0007bell', '＋x'),
);
const value = fc.oneof(
  words,
  fc.constantFrom(
    '',
    '"',
    '""',
    '12',
    '0012',
    'true',
    'null',
    '[1]',
    '{',
    '; ',
    '=1+1',
    "'=1+1",
    "''@x",
    '-5',
    '+',
    "'",
    '\t',
    '\rx',
    '＝1',
    'constructor',
    '_x000D_',
    '_x005F_x0041_',
    '\u0001\u007f\ufffd',
    '\ud83d\ude00',
    ' padded ',
    '1e400',
    '12345678901234567890',
  ),
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
    '=x',
    "'=x",
    'shown.x',
    'shown.geometry',
    'claim.shown.x',
    'name',
    'description',
    'toString',
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
/** Features by file, without ids. */
const collections = fc.record({
  'control.geojson': fc.array(feature({ kind: 'control' }, control, []), { maxLength: 3 }),
  'movements.geojson': fc.array(feature({ kind: 'movement' }, movement, ['from', 'via', 'to', 'axis']), { maxLength: 3 }),
  'displacement.geojson': fc.array(feature({ kind: 'displacement', displacement: 'flow' }, flow, ['to', 'who']), { maxLength: 3 }),
  'incidents.geojson': fc.array(feature({ kind: 'incident' }, incident, ['party', 'killed', 'media']), { maxLength: 3 }),
});

/** The good dossier's files with other claims in them. */
export function randomDossier(good: ReadonlyMap<string, string>): fc.Arbitrary<Map<string, string>> {
  return collections.map((made) => {
    const files = new Map(good);
    for (const [name, features] of Object.entries(made)) {
      const named = features.map((each, i) => ({ ...each, id: `${name.split('.')[0]}-${i}` }));
      files.set(name, JSON.stringify({ type: 'FeatureCollection', features: named }));
    }
    return files;
  });
}
