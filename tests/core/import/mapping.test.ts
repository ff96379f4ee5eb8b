import { expect, test } from 'vitest';
import { guessMapping } from '../../../src/core/import/mapping';

const guess = (headings: string, rows: readonly string[] = [], hashtags: string | null = null) =>
  guessMapping(
    headings.split(','),
    hashtags?.split(',') ?? null,
    rows.map((row) => row.split(',')),
    null,
  );

test('an ACLED table is known by its headings, and each column by its own', () => {
  const { mapping, reasons, asks } = guess(
    'event_id_cnty,event_date,event_type,sub_event_type,actor1,location,latitude,longitude,source,notes,fatalities',
    ['SYR1,05 December 2024,Battles,Armed clash,X,Homs,34.7,36.7,SOHR,text,3'],
  );
  expect(mapping).toMatchObject({
    table: 'events',
    columns: {
      id: { column: 'event_id_cnty' },
      date: { column: 'event_date' },
      event: { column: 'sub_event_type' },
      party: { column: 'actor1' },
      killed: { column: 'fatalities' },
    },
  });
  expect(reasons[0]).toBe('it has the headings of an ACLED event table');
  expect(asks).toEqual([]);
});

test.each([
  ['id,date_start,date_end,side_a,side_b,where_coordinates,latitude,longitude,best,source_article', 'events'],
  ['Country of origin,Country of asylum,Year,Refugees', 'flows'],
  ['Survey Date,Admin1 Name,Site Name,Number of IDPs', 'figures'],
  ['place,date,source,holder,status', 'control'],
  ['district,as of,displaced', 'figures'],
])('%s is a table of %s', (headings, table) => {
  expect(guess(headings).mapping.table).toBe(table);
});

test('hashtags of HXL say what headings in another language do not', () => {
  const { mapping, reasons } = guess('Lieu,Jour,Combien', [], '#loc+name,#date+occurred,#affected+displaced');
  expect(mapping.columns).toMatchObject({ place: { column: 'Lieu' }, date: { column: 'Jour' }, people: { column: 'Combien' } });
  expect(reasons).toContain('place: “Lieu”, tagged #loc+name');
});

test('a person is asked what headings and dates do not say', () => {
  expect(guess('alpha,beta').asks).toEqual([expect.stringContaining('--table')]);
  expect(guess('place,date,holder,holder').asks).toEqual([expect.stringContaining('“holder” stands twice')]);
  expect(guess('place,date,holder', ['Homs,05/12/2024,HTS']).asks).toEqual([
    expect.stringContaining('“05/12/2024” can be read in both ways'),
  ]);
});

test('a date that can be read in one way alone decides nothing for the others: it may be a slip, and is told', () => {
  const { mapping, asks } = guess('place,date,holder', ['Homs,05/12/2024,HTS', 'Hama,25/12/2024,HTS']);
  expect(mapping.dateOrder).toBeNull();
  expect(asks).toEqual([expect.stringContaining('there are 1 that can only be day-first, such as “25/12/2024”')]);
  expect(guess('place,date,holder', ['Hama,25/12/2024,HTS']).asks).toEqual([]);
});
