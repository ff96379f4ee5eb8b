import { IssueTally } from '../../core/check/tally';
import type { ClaimPiece } from '../../core/claims/claims';
import { find, gazetteerOf, readGazetteer, type Gazetteer } from '../../core/gazetteer/gazetteer';
import { NoTable, type TableReading } from '../../core/import/table';
import type { Issue } from '../../core/issue';
import type { Dossier } from '../../core/model';
import { textOf, type DossierFile } from '../../formats/dossier-file';
import { CannotImport } from '../../formats/import/additions';
import { areaPlaces } from '../../formats/import/area-places';
import { areaTables, type AreaTable } from '../../formats/import/area-tables';
import { areasIn, BEGINNING, mayBeOfAreas } from '../../formats/import/areas-in';
import { bringIn, nothingRead } from '../../formats/import/bring-in';
import { NO_CHOICES, NotWhatItShouldBe, parseChoices, withAllChosen, type Choices } from '../../formats/import/choices';
import { planOf, type Plan } from '../../formats/import/plan';
import { readTable } from '../../formats/import/read-table';
import { sourceIdOf } from '../../formats/import/source-id';
import { candidateOf } from '../../formats/import/stage';
import type { AreaFile } from '../../formats/rows/area-files';
import { readingDossier } from '../../formats/read-dossier';
import type { Where } from '../desk/arrival';
import { NotArrived } from '../desk/load';
import { shownOf } from './shown';
import type { Answers, FromImport, ImportRequest, Refusal, ToImport } from './import-messages';
import { memoryFile, type MemoryFile } from './memory-file';
import { MemoryWorkplace } from './memory-workplace';

/** The worker's side of an import: the dossier is read once, and the table anew whenever an answer changes. */

/** What the work needs of where it is done. */
export interface ImportPlace {
  readonly post: (message: FromImport) => void;
  /** Lets messages in. */
  readonly turn: () => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
  /** A file at an address, or of the reader's own. Throws NotArrived. */
  readonly fetch: (name: string, where: Where) => Promise<DossierFile>;
}

/** How often to say how far the work is, in milliseconds. */
const TELLING = 100;
const MOST_FOUND = 6;
const CHOICES = 'import/choices.json';

/** What all readings of a table share. */
interface Opened {
  readonly dossier: Dossier;
  readonly files: readonly MemoryFile[];
  readonly table: MemoryFile;
  /** Null: it is a table. */
  readonly areas: AreaFile | null;
  readonly packaged: Gazetteer;
  readonly larger: { readonly gazetteer: Gazetteer; readonly text: string };
  readonly choices: Choices;
  readonly today: string;
}

/** Why no further word is needed: another answer came. */
class Overtaken extends Error {}
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.is);
  }
}

export class ImportWork {
  readonly #place: ImportPlace;
  #opened: Promise<Opened> | null = null;
  #working: Promise<void> = Promise.resolve();
  /** The last that were asked for. */
  #number = -1;
  #lastTold = 0;
  /** All places that can be chosen. */
  #everywhere: Gazetteer | null = null;

  constructor(place: ImportPlace) {
    this.#place = place;
  }

  take(message: ToImport): void {
    if (message.type === 'open') {
      this.#opened = this.#open(message);
      this.#opened.catch((error: unknown) => this.#place.post({ type: 'refused', refusal: refusalOf(error) }));
    } else if (message.type === 'find') void this.#find(message.number, message.text);
    else {
      this.#number = message.number;
      this.#working = this.#working.then(() => this.#answer(message.number, message.answers));
    }
  }

  async #open({ files, optional, others, table, gazetteer, larger, today }: ImportRequest): Promise<Opened> {
    const { turn, fetch } = this.#place;
    const areas = await areasOf(table);
    const arrived = async (each: readonly (readonly [string, Where])[], isNeeded: (name: string) => boolean): Promise<MemoryFile[]> => {
      const all = each.map(async ([name, where]) => {
        try {
          return memoryFile(name, await blobOf(await fetch(name, where), where), turn);
        } catch (error) {
          if (!isNeeded(name) && error instanceof NotArrived) return null;
          throw error;
        }
      });
      return (await Promise.all(all)).filter((file) => file !== null);
    };
    // a logo that is missing is missed elsewhere
    const [data, rest] = [await arrived(files, (name) => !optional.includes(name)), await arrived(others, () => false)];
    const packaged = await this.#gazetteer('places.geojson', gazetteer);
    const wider = await this.#gazetteer('levant.geojson', larger);
    const dossier = await this.#dossier(data, packaged.gazetteer);
    const choices = rest.find(({ name }) => name === CHOICES);
    const opened: Opened = {
      dossier,
      files: data,
      table: memoryFile(table.name, table, turn),
      areas,
      packaged: packaged.gazetteer,
      larger: wider,
      choices: choices ? parseChoices(await textOf(choices)) : NO_CHOICES,
      today,
    };
    this.#place.post({ type: 'opened', files: new Map([...data, ...rest].map(({ name, content }) => [name, content])) });
    return opened;
  }

  async #gazetteer(name: string, address: string): Promise<Opened['larger']> {
    const text = await textOf(await this.#place.fetch(name, address));
    return { gazetteer: gazetteerOf(readGazetteer(text, name).places), text };
  }

  /** The dossier, in which nothing is wrong. Throws Refused. */
  async #dossier(files: readonly DossierFile[], packaged: Gazetteer): Promise<Dossier> {
    const [issues, tally, pieces] = [[] as Issue[], new IssueTally(), [] as ClaimPiece[]];
    const reading = readingDossier(files, packaged, issues);
    for (;;) {
      const { done, value } = await reading.next();
      tally.take(issues);
      if (!done) {
        if (value.reader) pieces.push(value.reader.piece());
        this.#tell({ doing: 'checking', done: value.done, rows: 0 });
        continue;
      }
      const dossier = value?.dossier([...pieces, value.piece()]).dossier;
      if (dossier && tally.count === 0) return dossier;
      throw new Refused({ is: 'dossier', read: { issues: tally.kept, issueCount: tally.count, issueCounts: tally.counts } });
    }
  }

  /** Reads the table by these answers, unless others came since. */
  async #answer(number: number, answers: Answers): Promise<void> {
    try {
      if (number === this.#number) await this.#read(number, answers, await this.#opened!);
    } catch (error) {
      // what could not be opened is told already
      const isTold = error instanceof Overtaken || (await this.#opened!.then(() => false).catch(() => true));
      if (!isTold) this.#place.post({ type: 'refused', refusal: refusalOf(error) });
    }
  }

  async #read(number: number, answers: Answers, opened: Opened): Promise<void> {
    const { table, order, measure, columns, chosen, meant, about } = answers;
    const { dossier, table: file, today } = opened;
    const choices = withAllChosen(opened.choices, chosen);
    const said = { table, order, measure, meant };
    const area = await areaTableOf(opened, choices, answers);
    const open = (): Promise<TableReading> => area?.open() ?? readTable(file);
    let plan: Plan = await planOf(await open(), choices, said);
    if (columns && !area) plan = await planOf(await open(), choices, { ...said, mapping: { ...plan.mapping, columns } });
    // of the columns that the areas' rows have nothing is to be said
    if (area) plan = { ...plan, reasons: plan.head.reasons, asks: [...area.asks, ...plan.asks] };
    const source = await sourceIdOf(file, dossier, area?.source);
    const workplace = new MemoryWorkplace({
      ...opened,
      turn: this.#place.turn,
      progress: (progress) => {
        if (number !== this.#number) throw new Overtaken();
        this.#tell(progress);
      },
    });
    const post = (shown: ReturnType<typeof shownOf>): void => this.#place.post({ type: 'shown', number, shown });
    try {
      const bringing = { dossier, plan, open, choices, source, recorded: today, about };
      post(shownOf(plan, await bringIn(bringing, workplace), area !== null));
    } catch (error) {
      if (!(error instanceof CannotImport)) throw error;
      post({ ...shownOf(plan, { outcome: nothingRead(plan), files: new Map() }, area !== null), objection: error.message });
    }
  }

  async #find(number: number, text: string): Promise<void> {
    const found = find((this.#everywhere ??= everywhere(await this.#opened!)), text);
    this.#place.post({ type: 'found', number, places: found.slice(0, MOST_FOUND).map(({ place }) => candidateOf(place)) });
  }

  #tell(progress: (FromImport & { readonly type: 'progress' })['progress']): void {
    const now = this.#place.now();
    if (now - this.#lastTold < TELLING) return;
    this.#lastTold = now;
    this.#place.post({ type: 'progress', progress });
  }
}

/** The places of all gazetteers, each once. */
function everywhere({ dossier, packaged, larger }: Opened): Gazetteer {
  const near = new Map([...packaged.places, ...dossier.places]);
  const numbers = new Set(Array.from(near.values(), ({ geonames }) => geonames));
  const others = [...larger.gazetteer.places.values()].filter(({ id, geonames }) => !near.has(id) && !numbers.has(geonames ?? -1));
  return gazetteerOf([...near.values(), ...others]);
}

/** The rows that a file of areas makes, or what has to be said first; null of a table. Throws CannotImport. */
async function areaTableOf(
  { areas, table: { name }, dossier, packaged, larger, files }: Opened,
  choices: Choices,
  { day, order, about, wide }: Answers,
): Promise<AreaTable | null> {
  if (!areas) return null;
  const own = files.find((file) => file.name === 'places.geojson');
  const others = [...packaged.places.values(), ...(wide ? larger.gazetteer.places.values() : [])];
  const places = areaPlaces(own ? await textOf(own) : null, dossier, others);
  const options = { dossier, places, packaged: packaged.places, choices, order, day: day ?? undefined, publisher: about.publisher };
  return areaTables([{ path: name, name, read: areas }], options).get(name)!;
}

/** The areas of a file; null of a table of a place a row. Throws NoTable where it is of areas that cannot be read. */
async function areasOf(file: Blob): Promise<AreaFile | null> {
  const beginning = new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer());
  return mayBeOfAreas(String.fromCharCode(...beginning)) ? areasIn(new Uint8Array(await file.arrayBuffer())) : null;
}

async function blobOf(file: DossierFile, where: Where): Promise<Blob> {
  if (where instanceof Blob) return where;
  const pieces: BlobPart[] = [];
  for await (const piece of file.bytes()) pieces.push(piece as Uint8Array<ArrayBuffer>);
  return new Blob(pieces);
}

function refusalOf(error: unknown): Refusal {
  const why = error instanceof Error ? error.message : String(error);
  if (error instanceof Refused) return error.refusal;
  if (error instanceof NotArrived) return { is: 'arrival', file: error.file, why: error.reason };
  return { is: error instanceof NoTable ? 'table' : error instanceof NotWhatItShouldBe ? 'choices' : 'failed', why };
}
