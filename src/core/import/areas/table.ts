import type { Place } from '../../model';
import type { Namer } from '../naming';
import { answerAt, areaOf, areasAt, type Answer, type Area } from './ground';
import { holderIn, type Properties } from './read';
import { metres, type AreaRow, type Picture } from './runs';
import type { MultiPolygon } from 'geojson';

/** Pictures of areas as rows of a table of control, and what is told of each. */

export const headings = ['id', 'place id', 'place', 'date', 'holder', 'status', 'source', 'notes'];

/** Whether a place is a point on the map that somebody can hold: of what is wide, its middle says nothing. */
export function isSpot({ featureClass, point, geometry }: Place): boolean {
  return (featureClass === 'P' || featureClass === 'S') && point !== null && geometry?.type === 'Point';
}

/** The areas of a file as a picture's; two words for one party are one. A colour or a style is no word for it: its name is. */
export function areasOf(
  all: readonly { readonly number: number; readonly properties: Properties; readonly ground: MultiPolygon }[],
  { name, isStyle }: { readonly name: string; readonly isStyle: boolean },
  namer: Pick<Namer, 'party' | 'known'>,
): Area[] {
  return all.map(({ number, properties, ground }) => {
    const words = holderIn(properties, name);
    if (words === null) return areaOf(null, (properties.get(name) ?? '') || `area ${number}, without a holder`, ground);
    const party = namer.party(words);
    return areaOf(party, isStyle ? namer.known.parties.get(party)!.name.en : words, ground);
  });
}

export function pictureOf(day: string, areas: readonly Area[], places: readonly Place[]): Picture {
  return {
    day,
    answers: new Map(places.map((place) => [place.id, answerAt(areas, { point: place.point!, precisionM: place.precisionM })])),
  };
}

/** Whether no place lies in the areas as they stand, and one does with longitude and latitude changed for each other. */
export function looksSwapped(areas: readonly Area[], places: readonly Place[], picture: Picture): boolean {
  if ([...picture.answers.values()].some(({ is }) => is !== 'none')) return false;
  return places.some(({ point }) => areasAt(areas, [point![1], point![0]]).length > 0);
}

/** A row's cells, below `headings`. `archive`: who says so. */
export function cellsOf({ place, date, holder, status, answer }: AreaRow, archive: string): string[] {
  const words = answer.is === 'held' ? answer.area.words : holder;
  const changed =
    status === 'captured' ? ', and in the picture before lay in another’s: a change of the map, of which it says no more' : '';
  const note = answer.is === 'held' ? `${place.title} lies in the area of “${words}”${changed}` : '';
  return [place.id, place.id, place.title, date, words, status, archive, note];
}

/** How many places a picture answers for, and of which it says nothing. */
export function toldOf({ answers }: Picture, gone: readonly Place[], places: readonly Place[]): string[] {
  const of = (is: Answer['is']): Place[] => places.filter(({ id }) => answers.get(id)!.is === is);
  const far = Math.max(...places.map(({ precisionM }) => precisionM), 0);
  return [
    `of ${places.length} places ${of('held').length} lie in an area of one holder, ${of('none').length} in none`,
    `in areas of several holders, or of nobody: ${named(of('several'))}`,
    `nearer to an edge than they are known, which is to within ${metres(far)} at most: ${named(of('edge'))}`,
    ...(gone.length > 0 ? [`in no area any more, which is no claim: ${named(gone)}`] : []),
  ];
}

/** How many places, and the first of them by name. */
export function named(all: readonly Place[]): string {
  const titles = all.slice(0, 12).map(({ title }) => title);
  return `${all.length}${all.length === 0 ? '' : ` (${titles.join(', ')}${all.length > 12 ? ', …' : ''})`}`;
}
