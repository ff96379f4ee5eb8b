/** The layer `places`: towns to label, by rank from 1 (capital) to 5 (village). */
import * as turf from '@turf/turf';
import { inBox } from './shapes.mjs';

const LABELLED = [32, 29.8, 45, 39.2];

/** Towns of rank 4 and above, and every place of Syria. Rows as `readRow` of the gazetteer gives them. */
export function towns(rows) {
  return rows
    .filter((row) => row.code !== 'PPLX' && inBox(row.point, LABELLED))
    .map((row) => {
      const { id, name, nameAr, country, population, point } = row;
      return turf.point(point, { id, name, name_ar: nameAr, country, population, rank: rankOf(row) });
    })
    .filter((town) => town.properties.rank < 5 || town.properties.country === 'SY');
}

function rankOf({ code, population, country }) {
  const seat = country === 'SY' && code === 'PPLA';
  if (code === 'PPLC') return 1;
  if (population > 450_000 || (seat && population > 90_000)) return 2;
  if (population > 90_000 || seat) return 3;
  return population > 25_000 || (country === 'SY' && code === 'PPLA2') ? 4 : 5;
}
