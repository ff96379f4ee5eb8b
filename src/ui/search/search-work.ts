import { find, gazetteerOf, readingGazetteer, type Gazetteer } from '../../core/gazetteer/gazetteer';
import type { Place } from '../../core/model';
import { entriesOf } from '../../core/lists/text-map';
import type { Answer, Question } from './search-messages';

/** The worker's side of the search: the dossier's places are found as soon as they are there, and the wider gazetteer's once it is read. */

/** What the work needs of where it is done. */
export interface SearchPlace {
  readonly post: (answer: Answer) => void;
  /** Lets messages in. */
  readonly turn: () => Promise<void>;
  /** The text of a file; null where it does not arrive. */
  readonly fetch: (address: string) => Promise<string | null>;
}

export class SearchWork {
  readonly #place: SearchPlace;
  readonly #own: Place[] = [];
  #wider: readonly Place[] = [];
  #gazetteer: Gazetteer | null = null;
  /** What was asked for before there was anything to find. */
  #waiting: (Question & { readonly kind: 'find' })[] = [];

  constructor(place: SearchPlace) {
    this.#place = place;
  }

  take(question: Question): void {
    switch (question.kind) {
      case 'places':
        this.#own.push(...entriesOf<Place>(question.piece));
        return;
      case 'whole':
        return this.#index();
      case 'gazetteer':
        return void this.#widen(question.address);
      case 'find':
        return this.#find(question);
    }
  }

  /** Makes everything there is ready to be found. */
  #index(): void {
    const ids = new Set(this.#own.map((place) => place.id));
    const codes = new Set(this.#own.map((place) => place.geonames).filter((code) => code !== null));
    const others = this.#wider.filter((place) => !ids.has(place.id) && !codes.has(place.geonames ?? -1));
    // they came as they were read, and are listed in the order of ids
    this.#own.sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#gazetteer = gazetteerOf([...this.#own, ...others]);
    this.#place.post({ kind: 'reach', reach: this.#wider.length > 0 ? 'wider' : 'own' });
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const question of waiting) this.#find(question);
  }

  /** Adds a gazetteer's places; what is asked meanwhile is answered between two parts of it. */
  async #widen(address: string): Promise<void> {
    const text = await this.#place.fetch(address);
    if (text === null) return this.#place.post({ kind: 'reach', reach: 'failed' });
    const reading = readingGazetteer(text, 'levant.geojson');
    let step = reading.next();
    for (; !step.done; step = reading.next()) await this.#place.turn();
    this.#wider = step.value.places;
    this.#index();
  }

  #find(question: Question & { readonly kind: 'find' }): void {
    const { ticket, text, most } = question;
    if (!this.#gazetteer) this.#waiting.push(question);
    else this.#place.post({ kind: 'found', ticket, found: find(this.#gazetteer, text).slice(0, most) });
  }
}
