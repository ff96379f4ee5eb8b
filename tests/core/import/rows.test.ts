import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gazetteerOf, readGazetteer } from '../../../src/core/gazetteer/gazetteer';
import { RowReader } from '../../../src/core/import/claims-of-rows';
import type { Draft, Rejected } from '../../../src/core/import/draft';
import { guessMapping, type Mapping } from '../../../src/core/import/mapping';
import { Namer } from '../../../src/core/import/naming';
import { PlaceResolver } from '../../../src/core/import/places';
import { syria } from '../../geo/dossier';

/** What rows of tables become, by the guess that is made of their headings. */

const packaged = gazetteerOf(readGazetteer(readFileSync('geo/gazetteer/places.geojson', 'utf8'), 'places').places);
const dossier = syria();

/** The first row below the headings as a draft, or why it is none; `columns`: as a person said. */
function readRow(headings: string, row: string, columns: Mapping['columns'] = {}): Draft | Rejected {
  const head = { headings: headings.split(','), hashtags: null };
  const cells = row.split(',');
  const { mapping } = guessMapping(head.headings, null, [cells], 'day-first');
  const reader = new RowReader(
    { ...mapping, columns: { ...mapping.columns, ...columns } },
    head,
    new PlaceResolver([packaged], new Map()),
    new Namer(dossier, packaged.places, new Map()),
  );
  return reader.read({ cells, number: 2, start: 0, end: 0 });
}

test('each column of people is claims of its own: whom it counts is its heading, and so is no line of another', () => {
  const read = (column: string) =>
    readRow('Year,Country of Origin,Country of Asylum,Refugees,Asylum-seekers', '2024,Syria,Turkey,100,20', { people: { column } });
  expect(read('Refugees')).toMatchObject({
    id: 'row-2-Refugees',
    claim: { who: 'Refugees from Syria', summary: '100 people (Refugees from Syria) in Turkey (stock).' },
  });
  expect(read('Asylum-seekers')).toMatchObject({
    id: 'row-2-Asylum-seekers',
    claim: { who: 'Asylum-seekers from Syria', amount: { min: 20 } },
  });
  const flows = readRow('origin,destination,date,refugees,returnees', 'Homs,Hama,2024-12-05,5,6', { people: { column: 'returnees' } });
  expect(flows).toMatchObject({ claim: { displacement: 'flow', who: 'returnees', people: { min: 6 } } });
});

test('of who they are, and from where, neither is left out', () => {
  expect(readRow('Year,Country of Origin,Country of Asylum,Individuals,Group', '2024,Syria,Turkey,100,Women')).toMatchObject({
    claim: { who: 'Women from Syria' },
  });
});

const GED = 'id,date_start,side_a,type_of_violence,where_prec,where_coordinates,adm_1,latitude,longitude,best,low,high,source_date';
const ged = (precision: string, killed: string, published = '', where = 'Hama city,Hama governorate') =>
  readRow(GED, `7,2024-12-05,HTS,3,${precision},${where},35.1318,36.7578,${killed},${published}`);

test.each([
  ['1', 'hama'],
  ['4', 'hama-governorate'],
  ['5', 'hama-governorate'],
])('a GED row whose precision is %s is at %s', (precision, place) => {
  expect(ged(precision, '10,10,10')).toMatchObject({ claim: { place } });
});

test('what is known by its country, at sea, or by a governorate that nobody names or knows is at no place', () => {
  expect(ged('6', '10,10,10')).toEqual({ code: 'place', why: 'only the country is known (where_prec 6), which is no place' });
  expect(ged('7', '10,10,10')).toEqual({ code: 'place', why: 'it was at sea or in the air (where_prec 7), which is no place' });
  expect(ged('3', '10,10,10')).toEqual(ged('4', '10,10,10'));
  expect(ged('4', '10,10,10', '', 'Hama city,')).toMatchObject({
    code: 'place',
    why: expect.stringContaining('no column of it says which') as string,
  });
  expect(ged('4', '10,10,10', '', 'Daraa city,Daraa')).toMatchObject({
    code: 'place',
    why: '“Daraa governorate”: no gazetteer has a governorate of that name',
  });
});

test('an ACLED row that is known by its governorate alone is not at the city of that name', () => {
  const acled = (precision: string) =>
    readRow(
      'event_id_cnty,event_date,geo_precision,sub_event_type,actor1,admin1,location,latitude,longitude,fatalities',
      `SYR1,2024-12-05,${precision},Air/drone strike,HTS,Homs,Homs,34.73,36.72,2`,
    );
  expect(['1', '2', '3'].map((precision) => (acled(precision) as Draft).claim['place'])).toEqual(['homs', 'homs', 'homs-governorate']);
});

test.each([
  ['10,8,13', { min: 8, max: 13, words: '8 to 13, best estimate 10' }, '8 to 13, best estimate 10, killed.'],
  ['10,10,10', { min: 10, max: 10, words: '10' }, ', 10 killed.'],
  ['0,0,5', { min: 0, max: 5, words: '0 to 5, best estimate 0' }, ', 0 to 5, best estimate 0, killed.'],
  ['10,,', { min: 10, max: 10, words: '10' }, ', 10 killed.'],
  [',8,13', { min: 8, max: 13, words: '8 to 13' }, ', 8 to 13 killed.'],
  ['10,,13', { min: 10, max: 13, words: '10 to 13, best estimate 10' }, 'killed.'],
])('best, low and high of %s are a range where they differ', (killed, amount, told) => {
  const { claim } = ged('1', killed) as Draft;
  expect(claim).toMatchObject({ incident: 'casualties', killed: amount });
  expect(claim['summary']).toEqual(expect.stringContaining(told));
});

test('estimates that contradict each other are no number; nobody killed is nobody', () => {
  expect(ged('1', '10,12,13')).toMatchObject({ code: 'number', why: 'of 12 to 13 killed the best estimate cannot be 10' });
  expect(ged('1', '0,0,0')).toMatchObject({ code: 'event', why: '“3” without anybody killed is no kind of claim' });
});

test('of several days of publication the first counts, as far as they can be read', () => {
  expect(ged('1', '10,10,10', '2024-12-07; 2024-12-06;soon')).toMatchObject({ published: '2024-12-06' });
  expect(ged('1', '10,10,10', 'soon;later')).toMatchObject({ code: 'published', why: '“soon” is no date' });
});

test('low and high are the killed only beside a best estimate', () => {
  expect(Object.keys(guessMapping(['date', 'place', 'event', 'low', 'high'], null, [], null).mapping.columns)).toEqual([
    'place',
    'date',
    'event',
  ]);
});

test('an event that its text denies is none', () => {
  expect(readRow('place,date,description,event', 'Homs,2024-12-05,x,No airstrike happened here')).toEqual({
    code: 'event',
    why: '“No airstrike happened here” seems to say that it did not happen: if it did, say what it means',
  });
});
