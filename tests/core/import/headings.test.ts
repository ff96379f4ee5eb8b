import { expect, test } from 'vitest';
import { guessMapping } from '../../../src/core/import/mapping';
import { unreadIn } from '../../../src/core/import/unread';

const guess = (headings: readonly string[], rows: readonly (readonly string[])[] = []) => guessMapping(headings, null, rows, null);
const control = (place: string, date: string, party: string) => ({
  table: 'control',
  columns: { place: { column: place }, date: { column: date }, party: { column: party } },
});

test.each([
  ['Town', 'When', 'Controlled by'],
  ['Village', 'Day', 'Held by'],
  ['City', 'Date', 'Holder'],
  ['Locality', 'When', 'In control'],
  ['Where', 'When', 'Holder'],
  ['المكان', 'التاريخ', 'الجهة المسيطرة'],
  ['المدينة', 'اليوم', 'المسيطر'],
  ['البلدة', 'تاريخ', 'الطرف'],
  ['القريه', 'الـتاريخ', 'طرف'],
])('%s, %s and %s are a place, a date and a party', (place, date, party) => {
  expect(guess([place, date, party]).mapping).toMatchObject(control(place, date, party));
});

test('other headings in people’s own words are known too', () => {
  expect(guess(['Reported by', 'Remarks']).mapping.columns).toEqual({ source: { column: 'Reported by' }, note: { column: 'Remarks' } });
  expect(guess(['Comment']).mapping.columns).toEqual({ note: { column: 'Comment' } });
  const arabic = ['الحالة', 'المصدر', 'ملاحظات', 'خط العرض', 'خط الطول', 'العدد'];
  const fields = ['status', 'source', 'note', 'latitude', 'longitude', 'people'];
  expect(guess(arabic).mapping.columns).toEqual(Object.fromEntries(fields.map((field, i) => [field, { column: arabic[i] }])));
});

test('columns of which nothing comes into a claim are named; codes and names of districts, and what is read in their stead, are not', () => {
  const unread = (headings: readonly string[], rows: readonly (readonly string[])[] = []) =>
    unreadIn(guess(headings, rows).mapping, { headings, hashtags: null }, rows);
  expect(unread(['Town', 'Date', 'Holder', 'Link', 'adm2_pcode', 'ADM1_EN', 'Fatalities'])).toBe('not read: “Link”, “Fatalities”');
  expect(unread(['Town', 'Date', 'Holder', 'Source'])).toBeNull();
  // a spreadsheet's empty columns
  expect(unread(['Town', 'Date', 'Holder', '', ''], [['Homs', '2024-12-05', 'HTS', '', 'seen']])).toBe('not read: column 5');
  const { reasons } = guess(['Town', 'District', 'Date', 'Holder', 'Fatalities']);
  expect(reasons).toContain('area: “District”, where “Town” is empty');
  expect(reasons.filter((reason) => reason.includes('Fatalities'))).toEqual([]);
});
