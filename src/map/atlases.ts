import type { Drawing } from '../style/svg';
import { makeAtlas, type Atlas } from './atlas';

export type { Atlas } from './atlas';

interface Entry {
  readonly drawings: readonly Drawing[];
  readonly ratio: number;
  readonly made: Promise<Atlas>;
  atlas: Atlas | null;
}

/** Atlases by the drawings that they hold and their pixel ratio: each is made once, and stays as long as it is kept. */
export class Atlases {
  #entries: Entry[] = [];

  /** The atlas of these drawings, if it is made. */
  get(drawings: readonly Drawing[], ratio: number): Atlas | null {
    return this.#find(drawings, ratio)?.atlas ?? null;
  }

  make(drawings: readonly Drawing[], ratio: number): Promise<Atlas> {
    const found = this.#find(drawings, ratio);
    if (found) return found.made;
    const entry: Entry = { drawings, ratio, made: makeAtlas(drawings, ratio), atlas: null };
    this.#entries.push(entry);
    entry.made.then(
      (atlas) => (entry.atlas = atlas),
      // another call tries again
      () => (this.#entries = this.#entries.filter((each) => each !== entry)),
    );
    return entry.made;
  }

  /** Gives up those that are made and not among these. */
  keep(atlases: ReadonlySet<Atlas>): void {
    if (this.#entries.some(({ atlas }) => atlas && !atlases.has(atlas)))
      this.#entries = this.#entries.filter(({ atlas }) => !atlas || atlases.has(atlas));
  }

  #find(drawings: readonly Drawing[], ratio: number): Entry | undefined {
    return this.#entries.find(
      (entry) =>
        entry.ratio === ratio &&
        (entry.drawings === drawings ||
          (drawings.length === 1 && entry.drawings.length === 1 && entry.drawings[0]!.svg === drawings[0]!.svg)),
    );
  }
}
