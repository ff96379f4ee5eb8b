import { dayOf, holderProperty } from '../../core/import/areas/read';
import { rowsOfPictures } from '../../core/import/areas/runs';
import { saidBefore } from '../../core/import/areas/said-before';
import { areasOf, cellsOf, headings, looksSwapped, named, pictureOf, toldOf } from '../../core/import/areas/table';
import type { Ask } from '../../core/import/ask';
import type { DateOrder } from '../../core/import/dates';
import { Namer, slugOf } from '../../core/import/naming';
import type { TableReading } from '../../core/import/table';
import type { Dossier, Place } from '../../core/model';
import type { AreaFile, FileArea } from '../rows/area-files';
import { tableOfCells } from '../rows/cells-rows';
import { CannotImport } from './additions';
import type { Choices } from './choices';

/** Files of areas, one a day of an archive, as tables of who holds which place; what changed from one to the next is known when all are read. */

/** A file of areas. */
export interface AreaPicture {
  readonly path: string;
  readonly name: string;
  readonly read: AreaFile;
}

export interface AreaOptions {
  readonly dossier: Dossier;
  /** The places that the areas are asked for. */
  readonly places: readonly Place[];
  /** The places that every dossier can name. */
  readonly packaged: ReadonlyMap<string, Place>;
  readonly choices: Choices;
  readonly order: DateOrder | null;
  /** Of which day the one file is. */
  readonly day?: string | undefined;
  /** Whose pictures they are. */
  readonly publisher?: string | undefined;
}

/** One file's table, or what has to be said before there is one. */
export interface AreaTable {
  readonly open: () => Promise<TableReading>;
  readonly asks: readonly Ask[];
  /** YYYY-MM-DD; null where it is asked for. */
  readonly day: string | null;
  /** An id for the file as a source. */
  readonly source: string | undefined;
}

interface Dated {
  readonly picture: AreaPicture;
  readonly areas: readonly FileArea[];
  readonly day: string;
  readonly property: { readonly name: string; readonly isStyle: boolean };
  readonly reasons: readonly string[];
}

/** The table of each picture, by its path, in the order of their days. Throws CannotImport where they cannot be compared. */
export function areaTables(pictures: readonly AreaPicture[], options: AreaOptions): ReadonlyMap<string, AreaTable> {
  const asked = new Map(pictures.map((picture) => [picture, dated(picture, options)]));
  const all = [...asked.values()].flatMap((each) => ('asks' in each ? [] : [each])).sort((a, b) => (a.day < b.day ? -1 : 1));
  const twice = all.findIndex((each, i) => all[i - 1]?.day === each.day);
  if (twice > 0)
    throw new CannotImport(`Two pictures are of ${all[twice]!.day}: ${all[twice - 1]!.picture.name} and ${all[twice]!.picture.name}.`);
  if (all.length === pictures.length && options.publisher !== undefined) return tablesOf(all, options, options.publisher);
  const publisher: Ask[] =
    options.publisher === undefined ? [{ about: 'publisher', why: 'whose pictures these are, by which name they speak' }] : [];
  const others: Ask = { about: 'areas', why: 'first what is asked of the other files: what changed is known when all can be read' };
  return new Map(
    [...asked].map(([picture, each]) => {
      const own = [...('asks' in each ? each.asks : []), ...publisher];
      const asks = own.length > 0 ? own : [others];
      return [picture.path, { open: () => Promise.resolve(tableOfCells([headings], [])), asks, day: null, source: undefined }];
    }),
  );
}

function dated(picture: AreaPicture, { day, order, choices, dossier }: AreaOptions): Dated | { readonly asks: readonly Ask[] } {
  const {
    name,
    read: { areas, others },
  } = picture;
  const properties = areas.map((each) => each.properties);
  const read = day === undefined ? dayOf(properties, name, order) : { day, why: `the day ${day}, as you said` };
  const property = holderProperty(properties);
  if (!property) return { asks: [{ about: 'areas', why: `nothing in ${name} says whose its areas are: give them a property “holder”` }] };
  const words = [...new Set(properties.map((each) => each.get(property.name) ?? '').filter((each) => each !== ''))];
  const unknown = property.isStyle ? words.filter((each) => !Object.hasOwn(choices.names, each)) : [];
  const asks: Ask[] = [
    ...('ask' in read ? [read.ask] : []),
    ...unknown.map((words): Ask => ({
      about: 'holder',
      words,
      among: [...dossier.parties.keys()],
      why: `only their “${property.name}” tells the areas apart`,
    })),
  ];
  if (asks.length > 0 || 'ask' in read) return { asks };
  const shown = words.slice(0, 8).map((each) => `“${each}” (${properties.filter((one) => one.get(property.name) === each).length})`);
  const reasons = [
    `${areas.length} areas; a place is whose area it lies in`,
    ...(others > 0 ? [`${others} features that are no areas are left out`] : []),
    read.why,
    `holder: “${property.name}”: ${shown.join(', ')}${words.length > 8 ? ', …' : ''}`,
  ];
  return { picture, areas, day: read.day, property, reasons };
}

function tablesOf(
  all: readonly Dated[],
  { dossier, places, packaged, choices }: AreaOptions,
  archive: string,
): ReadonlyMap<string, AreaTable> {
  const namer = new Namer(dossier, packaged, new Map(Object.entries(choices.names)));
  const read = all.map((each) => {
    const areas = areasOf(each.areas, each.property, namer);
    const answers = pictureOf(each.day, areas, places);
    if (looksSwapped(areas, places, answers))
      throw new CannotImport(
        `${each.picture.name} cannot be read as areas: no place lies in them, but some do with latitude and longitude swapped.`,
      );
    return { ...each, answers };
  });
  const { last, others } = saidBefore(dossier, namer.speaker(archive), read[0]!.day);
  const rows = rowsOfPictures(
    read.map(({ answers }) => answers),
    places,
    last,
    others,
  );
  return new Map(
    read.map(({ picture, day, reasons, answers }, i) => {
      const compared = i > 0 ? read[i - 1]!.picture.name : last.size > 0 ? `what the dossier has of ${archive}` : null;
      const differing = places.filter(({ id }) => {
        const answer = answers.answers.get(id)!;
        return answer.is === 'held' && [...(others.get(id) ?? [])].some((holder) => holder !== answer.holder);
      });
      const told = [
        ...reasons,
        ...toldOf(answers, rows[i]!.gone, places),
        ...(differing.length > 0
          ? [
              `others name another holder, on that day or later, of ${named(differing)}; pictures that were brought in before should be once more, so that each of their days speaks there`,
            ]
          : []),
        compared
          ? `a row a change from ${compared}, an end of a run of days with one holder, and a place of which others say something else`
          : 'a row a place: it is the first picture',
      ];
      const cells = [headings, ...rows[i]!.rows.map((row) => cellsOf(row, archive))];
      const open = (): Promise<TableReading> =>
        Promise.resolve(
          tableOfCells(
            cells,
            told,
            rows[i]!.rows.map(({ fault }) => fault),
          ),
        );
      return [picture.path, { open, asks: [], day, source: `${slugOf(archive) || 'archive'}-${day}` }];
    }),
  );
}
