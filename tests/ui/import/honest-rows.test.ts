import { expect, test } from 'vitest';
import { broughtIn } from '../../../src/ui/import/brought-in';
import { files, importing } from './import-in-node';

/** What rows cannot say beside one another, beside the table's day of publication, and beside the table as it was before. */

const rejects = (table: string, shown: { readonly files: ReadonlyMap<string, Blob> }) =>
  shown.files.get(`import/${table}.rejects.csv`)?.text() ?? Promise.resolve('');

test('two figures of one place, day, speaker and people hide one another, so neither is taken; what is said once more is said once', async () => {
  const rows = [
    'Site,Date,IDPs,Source,Latitude,Longitude',
    'School A,2024-12-05,110,DTM,35.9,36.6',
    'School A,2024-12-05,200,DTM,35.9,36.6',
  ];
  const others = [
    'School B,2024-12-05,300,DTM,35.9,36.7',
    'School B,2024-12-05,300,DTM,35.9,36.7',
    'School A,2024-12-06,120,DTM,35.9,36.6',
  ];
  const shown = await importing('sites.csv', [...rows, ...others].join('\n')).shown({
    table: 'figures',
    about: { published: '2024-12-10' },
  });
  expect(shown.outcome).toMatchObject({ read: 5, accepted: 2, rejected: 3 });
  expect(shown.outcome.rejects.map(({ code, rows }) => [code, rows])).toEqual([
    ['twice', 2],
    ['duplicate', 1],
  ]);
  expect(await rejects('sites.csv', shown)).toContain('rows 2 and 3 are figures of one place');
  expect(await shown.files.get('claims.csv')!.text()).toContain('300');
});

test('what a table says of later than it was published is not taken, but for a forecast', async () => {
  const control = 'Place,Date,Holder,Source\nHoms,2024-12-11,HTS,SOHR\nHama,2024-12-05,HTS,SOHR\nAleppo,2024-12,HTS,SOHR';
  const shown = await importing('control.csv', control).shown({ about: { published: '2024-12-05' } });
  expect(shown.outcome).toMatchObject({ accepted: 2, rejects: [{ code: 'early', rows: 1, firstRow: 2 }] });
  const published = 'Place,Date,Holder,Published\nHoms,2024-12-05,HTS,2024-12-06\nHama,2024-12-05,HTS,2024-12-05';
  const rows = await importing('published.csv', published).shown({ about: { published: '2024-12-05' } });
  expect(rows.outcome).toMatchObject({ accepted: 1, rejects: [{ code: 'published', firstRow: 2 }] });
  const figures = 'Place,Date,IDPs,Source\nHoms,2024-12-11,100,DTM';
  const asked = { table: 'figures', about: { published: '2024-12-05' } } as const;
  expect((await importing('figures.csv', figures).shown(asked)).outcome.accepted).toBe(0);
  expect((await importing('figures.csv', figures).shown({ ...asked, measure: 'forecast' })).outcome.accepted).toBe(1);
});

test('a later version of a table, and its rejected rows once they are corrected, are one origin with it', async () => {
  const before = 'Place,Date,Holder\nHoms,2024-12-05,HTS\n';
  const said = { about: { published: '2024-12-06' } };
  const sourcesOf = async (shown: { readonly files: ReadonlyMap<string, Blob> }) =>
    (JSON.parse(await shown.files.get('sources.json')!.text()) as { sources: { id: string; derivedFrom?: string }[] }).sources;
  const first = await importing('towns.csv', before).shown(said);
  expect((await sourcesOf(first)).at(-1)).toMatchObject({ id: 'towns' });
  expect((await sourcesOf(first)).at(-1)).not.toHaveProperty('derivedFrom');
  const all = new Map([...broughtIn(files, first.files)].filter(([path]) => !path.includes('/')));
  for (const name of ['towns.csv', 'towns.csv.rejects.csv', 'towns.csv.rejects.2.csv', 'towns.csv.rejects.csv.rejects.csv']) {
    const next = await importing(name, `${before}Hama,2024-12-05,HTS\n`, [], all).shown(said);
    expect((await sourcesOf(next)).at(-1)).toMatchObject({ derivedFrom: 'towns' });
    expect(next.outcome.reasons).toContainEqual(expect.stringContaining('a later version of towns'));
  }
  // another publisher's table of that name, and another name, are others
  const other = await importing('towns.csv', `${before}\n`, [], all).shown({ about: { ...said.about, publisher: 'Somebody else' } });
  expect((await sourcesOf(other)).at(-1)).toMatchObject({ id: 'towns-2' });
  expect((await sourcesOf(other)).at(-1)).not.toHaveProperty('derivedFrom');
});

test('of a table of which no row is accepted only the rejected rows and the choices are kept', async () => {
  const shown = await importing('towns.csv', 'Place,Date,Holder\nAtlantis,2024-12-05,HTS\n').shown({ about: { published: '2024-12-06' } });
  expect([...shown.files.keys()]).toEqual(['import/towns.csv.rejects.csv', 'import/choices.json']);
});

test('words of which nothing is known are told, each with its rows, and mean what a person says', async () => {
  const statuses = ['clung on', 'clung on', 'slipped away', 'taken?', 'captured'];
  const table = [
    'Place,Date,Holder,Status',
    ...statuses.map((status, i) => `${['Homs', 'Hama', 'Aleppo', 'Idlib', 'Palmyra'][i]!},2024-12-05,HTS,${status}`),
  ];
  const work = importing('towns.csv', table.join('\n'));
  const said = { about: { published: '2024-12-06' } };
  const { outcome } = await work.shown(said);
  expect(outcome.words).toEqual([
    { about: 'status', text: 'clung on', rows: 2 },
    { about: 'status', text: 'slipped away', rows: 1 },
  ]);
  expect(outcome.rejects.map(({ code, rows, firstReason }) => [code, rows, firstReason])).toEqual([
    ['status', 2, 'what “clung on” means is not known'],
    ['status', 1, 'what “slipped away” means is not known'],
    ['status', 1, expect.stringContaining('“taken?” is a question')],
  ]);
  const meant = await work.shown({ ...said, meant: [['status', 'clung on', 'holds-parts'], ['status', 'slipped away', 'no']] }); // prettier-ignore
  expect(meant.outcome).toMatchObject({ accepted: 3, rejected: 2, words: [] });
  expect(await meant.files.get('claims.csv')!.text()).toContain('HTS holds parts of Homs.');
  expect(JSON.parse(await meant.files.get('import/choices.json')!.text())).toMatchObject({
    mappings: { 'place date holder status': { statuses: { clungon: 'holds parts', slippedaway: 'no' } } },
  });
  // and are known the next time
  const next = importing('next.csv', table.join('\n'), [['import/choices.json', meant.files.get('import/choices.json')!]]);
  expect((await next.shown(said)).outcome).toMatchObject({ accepted: 3, words: [] });
});
