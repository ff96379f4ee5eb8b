import { expect, test } from 'vitest';
import { foldHeading } from '../../../src/core/import/fields';
import { guessMapping } from '../../../src/core/import/mapping';
import { eventOf, statusOf } from '../../../src/core/import/usual-words';

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
  ['Country of origin,Country of asylum,Year,Refugees', 'figures'],
  ['origin,destination,people,date', 'flows'],
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
  expect(guess('alpha,beta').asks).toMatchObject([{ about: 'table' }]);
  expect(guess('place,date,holder,holder').asks).toEqual([{ about: 'headings', why: '“holder” stands twice' }]);
  expect(guess('place,date,holder,source_date', ['Homs,2024-12-05,HTS,06/12/2024;07/12/2024']).asks).toMatchObject([{ about: 'dates' }]);
  expect(guess('place,date,holder', ['Homs,05/12/2024,HTS']).asks).toEqual([
    { about: 'dates', why: '“05/12/2024” can be read in both ways' },
  ]);
});

test('a date that can be read in one way alone decides nothing for the others: it may be a slip, and is told', () => {
  const { mapping, asks } = guess('place,date,holder', ['Homs,05/12/2024,HTS', 'Hama,25/12/2024,HTS']);
  expect(mapping.dateOrder).toBeNull();
  expect(asks).toMatchObject([{ why: expect.stringContaining('others: 1 that can only be day-first, such as “25/12/2024”') as string }]);
  expect(guess('place,date,holder', ['Hama,25/12/2024,HTS']).asks).toEqual([]);
});

test.each([
  ['Air/drone strike', 'strike'],
  ['Shelling/artillery/missile attack', 'strike'],
  ['Armed clash', 'clash'],
  ['Attack', 'casualties'],
  ['denied', null],
  ['General strike', null],
  ['constructor', null],
  ['__proto__', null],
])('the event %s is %j', (text, kind) => {
  expect(eventOf(text, guess('event,place,date').mapping)).toBe(kind);
});

test('a status means what is known of it, and nothing of how objects are made', () => {
  const { mapping } = guess('place,date,holder,status');
  expect(['Captured', 'partly', 'advanced', 'besieged', 'constructor'].map((text) => statusOf(text, mapping))).toEqual([
    'took held',
    'holds parts',
    null,
    null,
    null,
  ]);
});

test('events that UCDP numbers are known by their column', () => {
  const { mapping } = guess('id,date_start,date_end,side_a,side_b,type_of_violence,where_coordinates,latitude,longitude,best');
  expect(['1', '2', '3', '4'].map((number) => eventOf(number, mapping))).toEqual(['clash', 'clash', 'casualties', null]);
});

test.each([
  ['#adm1+i_ar+name', '#adm1'],
  ['#adm1 +name +en', '#adm1'],
  ['#adm1+origin+code+v_pcode', '#adm1+code+origin'],
  ['#affected+ind+idps', '#affected+idps'],
  ['#affected+hh+idps', '#affected+hh+idps'],
])('of the hashtag %s counts %s: the order, languages and vocabularies of attributes say nothing', (tag, folded) => {
  expect(foldHeading(tag)).toBe(folded);
});

test('hashtags in any order are known, and households or girls are not people', () => {
  const { columns } = guess(
    'a,b,c,d,e',
    [],
    '#adm1+name+i_en+origin,#adm2+dest,#affected+f+idps,#affected+hh+idps,#affected+ind+displaced',
  ).mapping;
  expect(columns).toEqual({ from: { column: 'a' }, to: { column: 'b' }, people: { column: 'e' } });
});

test('of GeoConfirmed the description says what kind an incident is, and its faction not who acted', () => {
  const { mapping, reasons } = guess('Date,Name,Faction,Origin,Latitude,Longitude,PlusCode,Description,Source,Id');
  expect(mapping).toMatchObject({ table: 'events', columns: { event: { column: 'Description' }, place: { column: 'PlusCode' } } });
  expect(mapping.columns.party).toBeUndefined();
  expect(reasons).toContainEqual(expect.stringContaining('not who acted'));
});

test.each(['name,description,faction,sources,latitude,longitude,date', 'id,name,date,description,faction,sources,lat,lng'])(
  'of a list like GeoConfirmed’s neither its faction is who acted, nor its name where: %s',
  (headings) => {
    const row = headings.replace('name', 'Airstrike').replace('date', '2024-12-05');
    const { mapping, reasons } = guess(headings, [row]);
    expect(mapping.table).toBe('events');
    expect([mapping.columns.party, mapping.columns.place]).toEqual([undefined, undefined]);
    expect(mapping.columns.event).toEqual({ column: 'description' });
    expect(reasons).toContain('place: by coordinates alone, for “name” may be what happened there');
  },
);

test('a faction is who holds a place where the table says how it is held, and a name with coordinates is its place', () => {
  const { mapping } = guess('name,description,faction,sources,latitude,longitude,date,status', ['Homs,a,HTS,b,34.7,36.7,2024-12-05,held']);
  expect(mapping).toMatchObject({ table: 'control', columns: { party: { column: 'faction' }, place: { column: 'name' } } });
});

test('a name is the place where no other column names one, and the date where each is a date', () => {
  const columns = (...rows: string[]) => guess('name,holder,date', rows).mapping.columns;
  expect(columns('Homs,HTS,2024-12-05').place).toEqual({ column: 'name' });
  expect(columns('Strike 5 on the bridge,HTS,2024-12-05').place).toBeUndefined();
  expect(guess('name,holder', ['05 DEC 2024,HTS']).mapping.columns.date).toEqual({ column: 'name' });
});
