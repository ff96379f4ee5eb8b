import type { Ask } from '../ask';
import { readDate, type DateOrder } from '../dates';
import { fields, foldHeading } from '../fields';
import { namesNobody } from '../unsure';

/** What the areas of a file say of themselves: the day of their picture, and whose each is; guessed with reasons, asked where two readings are left. */

/** An area's properties as texts, in their order. */
export type Properties = ReadonlyMap<string, string>;

const dayHeadings: readonly string[] = [...fields.date, 'timestamp', 'time', 'when', 'begin', 'datum'];

/** Properties that say whose an area is, folded, the surest first; the last say it by a colour or a style alone. */
const holderHeadings = [
  ...fields.party,
  'side',
  'controlling',
  'controller',
  'owner',
  'occupier',
  'group',
  'status',
  'name',
  'title',
  'label',
  'folder',
];
const styleHeadings = ['styleurl', 'fill', 'color', 'colour', 'stroke'];

export type DayRead = { readonly day: string; readonly why: string } | { readonly ask: Ask };

/** The day of a picture: from its areas' own property where they agree, else from the file's name. Two readings are a question. */
export function dayOf(areas: readonly Properties[], file: string, order: DateOrder | null): DayRead {
  const column = propertyOf(
    areas,
    dayHeadings.filter((heading) => !heading.startsWith('#')),
  );
  const cells = column === null ? [] : [...new Set(areas.map((each) => each.get(column) ?? '').filter((cell) => cell !== ''))];
  const told = [...new Set(cells.map((cell) => readOne(cell, order)))];
  if (told.includes('asks')) return { ask: { about: 'dates', why: `“${cells[0]!}” can be read in both ways` } };
  const days = told.filter((day) => day !== null);
  const named = daysInName(file, order);
  if (named === 'asks') return { ask: { about: 'dates', why: `the day in the name ${file} can be read in both ways` } };
  const [own, fromName] = [days.length === 1 ? days[0]! : null, named.length === 1 ? named[0]! : null];
  if (own && (fromName ?? own) === own && named.length < 2) return { day: own, why: `the day ${own}, by the areas’ “${column!}”` };
  if (fromName && days.length === 0) return { day: fromName, why: `the day ${fromName}, by the file’s name` };
  const readings = [...days.slice(0, 3), ...named.filter((day) => !days.includes(day)).slice(0, 3)];
  const why =
    readings.length === 0 ? `nothing says of which day ${file} is; the file’s name can` : `${file} may be of ${readings.join(' or ')}`;
  return { ask: { about: 'day', why } };
}

/** A day of eight digits or in a form that a table may have; null for none. */
function readOne(cell: string, order: DateOrder | null): string | 'asks' | null {
  const read = readDate(cell, order);
  if ('asks' in read) return 'asks';
  return 'day' in read && /^\d{4}-\d\d-\d\d$/.test(read.day) ? read.day : null;
}

function daysInName(file: string, order: DateOrder | null): string[] | 'asks' {
  const found = [...file.matchAll(/(?<!\d)(\d{4}([-_. ]?)\d{2}\2\d{2}|\d{1,2}([-_. ])\d{1,2}\3\d{4})(?!\d)/g)].map(([text]) =>
    readOne(text.replaceAll('_', '-'), order),
  );
  if (found.includes('asks')) return 'asks';
  return [...new Set(found.filter((day) => day !== null))];
}

/** Which property says whose an area is, and whether only by its look; null where none does. */
export function holderProperty(areas: readonly Properties[]): { readonly name: string; readonly isStyle: boolean } | null {
  const name = propertyOf(
    areas,
    holderHeadings.filter((heading) => !heading.startsWith('#')),
  );
  if (name !== null) return { name, isStyle: false };
  const style = propertyOf(areas, styleHeadings);
  return style === null ? null : { name: style, isStyle: true };
}

/** An area's holder in the file's words; null where they name nobody, or several. */
export function holderIn(area: Properties, property: string): string | null {
  const text = (area.get(property) ?? '').trim();
  const status = [...area].find(([name]) => /^(control)?status$/.test(foldHeading(name)))?.[1] ?? '';
  return namesNobody(text) || (status.trim() !== '' && namesNobody(status)) ? null : text;
}

/** The first of some headings that every area has, else that some have. */
function propertyOf(areas: readonly Properties[], headings: readonly string[]): string | null {
  const names = [...new Set(areas.flatMap((each) => [...each.keys()]))];
  const having = (name: string): number => areas.filter((each) => (each.get(name) ?? '').trim() !== '').length;
  const known = headings.flatMap((heading) => names.filter((name) => foldHeading(name) === heading && having(name) > 0));
  return known.find((name) => having(name) === areas.length) ?? known[0] ?? null;
}
