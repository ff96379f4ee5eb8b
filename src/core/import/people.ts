import type { Ask } from './ask';
import { amountOf } from './cells';
import { fields, foldHeading } from './fields';
import type { Mapping } from './mapping';
import type { TableHead } from './table';

/** Columns that count people: where there are several, each counts others, and a person says which is meant. */

/** Kinds of people that a humanitarian table counts in a column of their own. */
const KINDS =
  /refugee|asylum.?seeker|\bidps?\b|internally displaced|returnee|\breturned\b|stateless|displaced abroad|international protection|of concern|host communit|لاجئ|نازح|عائد/iu;
/** As UNHCR shortens them. */
const SHORT = /^(ooc|oip|hst|vda)$/i;
/** What is counted is not people, or nothing is. */
const NOT =
  /household|famil|%|percent|\b(hhs?|share|rate|date|year|month|day|since|p?code|id|name|country|place|site|camp|type|status|origin|source)\b|\b(from|to)$/iu;
/** Of hashtags: kinds of people, and all of them, but not households or girls. */
const TAG = /^#affected(\+(idps|refugees|returnees|displaced|asylumseekers|stateless))?$/;
/** Folded headings of people of whatever kind. */
const anybody = new Set<string>([...fields.people, 'totalpopulation', 'population', 'personsofconcern']);
// of these two it is not said what they count
for (const word of ['count', 'number']) anybody.delete(word);

/** The kind of people that a heading names, in its words: “refugees” of “Number of refugees”. Null where it names none. */
export function kindOfPeople(heading: string): string | null {
  const words = heading.trim().replaceAll('_', ' ');
  const isKind = (KINDS.test(words) || SHORT.test(words)) && !NOT.test(words);
  return isKind ? words.replace(/^number of /i, '') : null;
}

/** Indexes of the columns that count people. */
export function countingColumns({ headings, hashtags }: Pick<TableHead, 'headings' | 'hashtags'>): number[] {
  return headings.flatMap((heading, i) => {
    const tag = foldHeading(hashtags?.[i] ?? '');
    const counts = tag.startsWith('#') ? TAG.test(tag) : anybody.has(foldHeading(heading)) || kindOfPeople(heading) !== null;
    return counts ? [i] : [];
  });
}

/** The column that counts people where it is the only one; of several none, with the question which. `rows`: the first. */
export function guessPeople(
  columns: Mapping['columns'],
  head: Pick<TableHead, 'headings' | 'hashtags'>,
  rows: readonly (readonly string[])[],
  reasons: string[],
): Ask | null {
  const { headings } = head;
  const others = new Set(Object.entries(columns).flatMap(([field, from]) => (field !== 'people' && 'column' in from ? [from.column] : [])));
  const counting = countingColumns(head).filter((i) => !others.has(headings[i]!) && (rows.length === 0 || isOfNumbers(rows, i)));
  if (counting.length > 1) {
    delete columns.people;
    const at = reasons.findIndex((reason) => reason.startsWith('people: '));
    if (at >= 0) reasons.splice(at, 1);
    return askWhich(counting.map((i) => headings[i]!));
  }
  const [only] = counting;
  if (only !== undefined && !columns.people) {
    columns.people = { column: headings[only]! };
    reasons.push(`people: “${headings[only]!}”, the only column that counts people`);
  }
  return null;
}

function askWhich(among: readonly string[]): Ask {
  const named = among.map((heading) => `“${heading}”`).join(', ');
  return {
    about: 'people',
    why: `${among.length} columns count people: ${named}; name one, and bring the table in again for each of the others`,
    among,
  };
}

function isOfNumbers(rows: readonly (readonly string[])[], at: number): boolean {
  const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => /[\p{L}\p{N}]/u.test(cell));
  return cells.length === 0 || cells.filter((cell) => typeof amountOf(cell) === 'object').length > cells.length / 2;
}

/** Whom the column of people counts, by its heading, where no column says who. `isOneOf`: others count other people in the same rows. */
export function countedBy(
  { columns }: Pick<Mapping, 'columns'>,
  head: Pick<TableHead, 'headings' | 'hashtags'>,
): { readonly who: string; readonly isOneOf: boolean } | null {
  const { people, who } = columns;
  if (who || !people || !('column' in people)) return null;
  const counting = countingColumns(head).map((i) => head.headings[i]!);
  const isOneOf = counting.length > 1 && counting.includes(people.column);
  const kind = kindOfPeople(people.column);
  if (isOneOf) return { who: kind ?? people.column, isOneOf };
  // tables of sites count those who are displaced, and say so
  const isOfSites = head.hashtags !== null || head.headings.some((heading) => foldHeading(heading) === 'surveydate');
  return kind === null || isOfSites ? null : { who: kind, isOneOf };
}
