import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Where } from '../../../src/ui/desk/arrival';
import type { Answers, FromImport, Shown } from '../../../src/ui/import/import-messages';
import { ImportWork } from '../../../src/ui/import/import-work';
import { memoryFile } from '../../../src/ui/import/memory-file';

/** The worker's side of an import in Node, with the packaged dossier. */

export const root = resolve(import.meta.dirname, '../../..');
const syria = join(root, 'geo/syria-2024');
const blobAt = (path: string): Blob => new Blob([readFileSync(path)]);

/** The packaged dossier's files, by name. */
export const files: ReadonlyMap<string, Blob> = new Map(
  readdirSync(syria)
    .filter((name) => /json$/.test(name))
    .map((name) => [name, blobAt(join(syria, name))]),
);

export const nothingSaid: Answers = {
  table: null,
  order: null,
  measure: null,
  columns: null,
  chosen: [],
  meant: [],
  about: {},
  day: null,
  wide: false,
};

/** Opens a table, and gives a way to answer and all that was posted. */
export function importing(
  name: string,
  table: string,
  others: readonly (readonly [string, Where])[] = [],
  data: ReadonlyMap<string, Blob> = files,
) {
  const posted: FromImport[] = [];
  let heard: () => void = () => {};
  const work = new ImportWork({
    post: (message) => {
      posted.push(message);
      heard();
    },
    turn: () => new Promise((done) => void setImmediate(done)),
    now: () => performance.now(),
    fetch: (name, where) => Promise.resolve(memoryFile(name, where instanceof Blob ? where : blobAt(join(root, where)))),
  });
  work.take({
    type: 'open',
    files: [...data],
    optional: [],
    others,
    table: new File([table], name),
    gazetteer: 'geo/gazetteer/places.geojson',
    larger: 'geo/gazetteer/levant.geojson',
    today: '2025-01-02',
  });
  let number = 0;
  const until = async (is: (message: FromImport) => boolean): Promise<FromImport> => {
    for (;;) {
      const found = posted.find(is);
      if (found) return found;
      await new Promise<void>((done) => (heard = done));
    }
  };
  /** Answers, and waits for nothing. */
  const say = (answers: Partial<Answers>): number => {
    work.take({ type: 'answers', number, answers: { ...nothingSaid, ...answers } });
    return number++;
  };
  /** What the table comes to by these answers. Throws where nothing can be read. */
  const shown = async (answers: Partial<Answers>): Promise<Shown> => {
    const mine = say(answers);
    const message = await until((each) => each.type === 'refused' || (each.type === 'shown' && each.number === mine));
    if (message.type !== 'shown') throw new Error(JSON.stringify(message));
    return message.shown;
  };
  const find = async (text: string) => {
    work.take({ type: 'find', number: number++, text });
    const message = await until((each) => each.type === 'found');
    return message.type === 'found' ? message.places : [];
  };
  return { posted, until, say, shown, find };
}
