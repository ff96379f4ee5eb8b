import { fold } from '../gazetteer/fold';
import type { Field } from './fields';

/** Headings in Arabic, with the article or without, in any spelling that the gazetteer would know a name in. */

const words: Readonly<Partial<Record<Field, readonly string[]>>> = {
  place: ['المكان', 'الموقع', 'المدينة', 'البلدة', 'القرية'],
  area: ['المنطقة', 'المحافظة'],
  latitude: ['خط العرض'],
  longitude: ['خط الطول'],
  date: ['التاريخ', 'اليوم'],
  source: ['المصدر'],
  party: ['الجهة المسيطرة', 'المسيطر', 'الطرف المسيطر', 'الطرف'],
  status: ['الحالة'],
  event: ['نوع الحدث', 'الحدث'],
  killed: ['عدد القتلى', 'القتلى'],
  note: ['ملاحظات', 'ملاحظة'],
  people: ['العدد'],
};

const folded: Readonly<Partial<Record<Field, readonly string[]>>> = Object.fromEntries(
  Object.entries(words).map(([field, all]) => [field, all.map(fold)]),
);

/** How sure a heading in Arabic is to mean a field, 0 for the surest; -1 where it does not. */
export function arabicRank(field: Field, heading: string): number {
  return /\p{Script=Arabic}/u.test(heading) ? (folded[field]?.indexOf(fold(heading)) ?? -1) : -1;
}
