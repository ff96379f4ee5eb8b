import { expect, test } from 'vitest';
import { guessMapping } from '../../../src/core/import/mapping';
import { countedBy, kindOfPeople } from '../../../src/core/import/people';

const guess = (headings: string, rows: readonly string[] = [], hashtags: string | null = null) =>
  guessMapping(
    headings.split(','),
    hashtags?.split(',') ?? null,
    rows.map((row) => row.split(',')),
    null,
  );
const UNHCR = 'Year,Country of Origin,Country of Asylum,Refugees,Asylum-seekers,IDPs,Total Population';
const API = 'year,coo_name,coa_name,refugees,asylum_seekers,returned_refugees,idps,returned_idps,stateless,ooc,oip,hst';

test.each([
  [UNHCR, '4 columns count people: “Refugees”, “Asylum-seekers”, “IDPs”, “Total Population”'],
  [API, '9 columns count people: “refugees”, “asylum_seekers”, “returned_refugees”'],
])('of several columns that count people none is guessed: %s', (headings, why) => {
  const { mapping, reasons, asks } = guess(headings, ['2024,Syria,Turkey,100,20,0,0,0,0,0,0,0']);
  expect(mapping).toMatchObject({ table: 'figures', columns: { from: {}, to: {}, date: {} } });
  expect(mapping.columns.people).toBeUndefined();
  expect(reasons.filter((reason) => reason.startsWith('people'))).toEqual([]);
  expect(asks).toMatchObject([{ about: 'people', why: expect.stringContaining(why) as string }]);
});

test('a table with one such column has it, whatever it is called; households, texts and girls count no people', () => {
  const { mapping, asks } = guess("Year,Country of Origin,Country of Asylum,Refugees under UNHCR's mandate", ['2024,Syria,Turkey,100']);
  expect([mapping.columns.people, asks]).toEqual([{ column: "Refugees under UNHCR's mandate" }, []]);
  const dtm = guess('Survey Date,Site Name,Number of IDPs,Number of IDP households,Refugees', ['2024-12-05,A,120,20,not asked']);
  expect([dtm.mapping.columns.people, dtm.asks]).toEqual([{ column: 'Number of IDPs' }, []]);
  const tags = '#loc+name,#date,#affected+f+idps,#affected+hh+idps,#affected+ind+idps';
  const hxl = guess('Site,Day,IDP girls,IDP families,IDPs', ['A,2024-12-05,50,20,120'], tags);
  expect([hxl.mapping.columns.people, hxl.asks]).toEqual([{ column: 'IDPs' }, []]);
});

test('two hashtags that count people are asked about like two headings', () => {
  const { mapping, asks } = guess('Lieu,Jour,A,B', [], '#loc+name,#date,#affected+idps,#affected+refugees');
  expect([mapping.columns.people, asks.map(({ about }) => about)]).toEqual([undefined, ['people']]);
});

test.each([
  ['Refugees', 'Refugees'],
  ['Number of refugees', 'refugees'],
  ['asylum_seekers', 'asylum seekers'],
  ['IDPs of concern to UNHCR', 'IDPs of concern to UNHCR'],
  ['لاجئون', 'لاجئون'],
  ['Refugee households', null],
  ['IDP site', null],
  ['Total', null],
  ['Separated', null],
])('the kind of people that “%s” names is %s', (heading, kind) => {
  expect(kindOfPeople(heading)).toBe(kind);
});

test('whom a column counts is said by its heading, unless a column says who or the table is one of sites', () => {
  const counted = (headings: string, column: string, more: object = {}, hashtags: readonly string[] | null = null) =>
    countedBy({ columns: { people: { column }, ...more } }, { headings: headings.split(','), hashtags });
  expect(counted(UNHCR, 'Asylum-seekers')).toEqual({ who: 'Asylum-seekers', isOneOf: true });
  expect(counted(UNHCR, 'Total Population')).toEqual({ who: 'Total Population', isOneOf: true });
  expect(counted('Country of asylum,Refugees', 'Refugees')).toEqual({ who: 'Refugees', isOneOf: false });
  expect(counted('Group,Refugees', 'Refugees', { who: { column: 'Group' } })).toBeNull();
  expect(counted('Site,Survey Date,Number of IDPs', 'Number of IDPs')).toBeNull();
  expect(counted('Site,IDPs', 'IDPs', {}, ['#loc', '#affected+idps'])).toBeNull();
  expect(counted('district,displaced', 'displaced')).toBeNull();
});
