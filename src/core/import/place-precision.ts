import type { Rejected } from './draft';
import { foldHeading, type Field } from './fields';
import { asGovernorate } from './kind-words';

/** How precisely a row knows its place, as ACLED and UCDP number it: what is only known by governorate stands at no point. */

type Known = 'place' | 'governorate' | { readonly why: string };

/** By the folded heading, and by its numbers; any other number is a place's. */
const scales: Readonly<Record<string, Readonly<Record<string, Known>>>> = {
  geoprecision: { '3': 'governorate' },
  whereprec: {
    // of districts no gazetteer here has the ground, and the point is their town
    '3': 'governorate',
    '4': 'governorate',
    // a road or an area, of which the point is only somewhere
    '5': 'governorate',
    '6': { why: 'only the country is known' },
    '7': { why: 'it was at sea or in the air' },
  },
};

/** What is asked of a row about its place, each by its field; `governorate`: its name in the row. */
export type Get = (field: Field) => string;

const place = new Set<Field>(['placeId', 'place', 'area', 'pcode', 'areaPcode', 'geonames', 'latitude', 'longitude']);

/** The row as it says where it was: as it is, with its governorate for the place, or why it has none. `heading`: of the column of precision. */
export function asPreciseAs(heading: string | null, get: Get, governorate: string): Get | Rejected {
  const said = get('placePrecision');
  const scale = heading === null ? undefined : scales[foldHeading(heading)];
  const known = (scale && Object.hasOwn(scale, said) && scale[said]) || 'place';
  if (known === 'place') return get;
  if (known !== 'governorate') return { code: 'place', why: `${known.why} (${heading} ${said}), which is no place` };
  if (governorate === '')
    return { code: 'place', why: `only the governorate is known (${heading} ${said}), and no column of it says which` };
  return (field) => (field === 'place' ? asGovernorate(governorate) : place.has(field) ? '' : get(field));
}
