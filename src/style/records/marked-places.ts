import { endsOf, KIND } from '../../core/claims/columns';
import { toPlane, type Points } from '../../core/geometry/plane';
import type { Ledger } from '../../core/ledger';
import type { Place } from '../../core/model';
import { rankOf, type Rank } from '../mark';
import { Thinning } from './thinning';

/** The greater, the more a place matters where not all can show. */
export const weights: Readonly<Record<Rank, number>> = { area: 0, village: 1, town: 2, city: 3 };

/** The places with coordinates at which a ledger has marks: first those that have a history, then those where something only happened. */
export class MarkedPlaces {
  readonly #ledger: Ledger;
  /** By index into the columns' places: what the gazetteer says of it, and its index here, or -1. */
  readonly #known: readonly (Place | undefined)[];
  readonly #index: Int32Array;
  readonly #places: Place[] = [];
  readonly #since: number[] = [];
  readonly #rows: number[] = [];

  constructor(ledger: Ledger) {
    const { control, dated, dossier } = ledger;
    const { places } = dossier.claims.columns;
    this.#ledger = ledger;
    this.#known = places.map((id) => dossier.places.get(id));
    this.#index = new Int32Array(places.length).fill(-1);
    for (let entry = 0; entry < control.place.length; entry++) {
      const first = control.first[entry]!;
      this.#add(control.place[entry]!, control.start[first]!, control.first[entry + 1]! - first);
    }
    // where nobody is said to hold anything, nothing is hidden by what once happened
    for (const claim of dated.claim) {
      const place = this.#eventPlaceOf(claim);
      if (place >= 0) this.#add(place, Infinity, 0);
    }
  }

  get count(): number {
    return this.#places.length;
  }

  /** Of one of the columns' places; -1 where it has no coordinates or no marks. */
  indexOf(place: number): number {
    return this.#index[place]!;
  }

  /** Where the roundel of a claim stands: an incident's, or that of a movement without a way that can be drawn; -1 where there is none. */
  eventAt(claim: number): number {
    const place = this.#eventPlaceOf(claim);
    return place < 0 ? -1 : this.#index[place]!;
  }

  rankAt(index: number): Rank {
    return rankOf(this.#places[index]!);
  }

  /** x and y on the plane of each. */
  points(): Points {
    const points = new Float64Array(this.count * 2);
    this.#places.forEach(({ point }, i) => points.set(toPlane(point!), 2 * i));
    return points;
  }

  /** Those of the columns' places that have no coordinates. */
  nowhere(): Uint32Array {
    return Uint32Array.from(this.#known.keys()).filter((place) => !this.#known[place]?.point);
  }

  thinning(): Thinning {
    const weight = this.#places.map((place, i) => (this.#since[i] === Infinity ? -1 : weights[rankOf(place)]));
    const population = this.#places.map((place) => place.population ?? 0);
    const order = Uint32Array.from(this.#places.keys()).sort(
      (a, b) => weight[b]! - weight[a]! || population[b]! - population[a]! || this.#rows[b]! - this.#rows[a]! || a - b,
    );
    return new Thinning(this.points(), Float64Array.from(this.#since), order);
  }

  #add(place: number, since: number, rows: number): void {
    if (this.#index[place]! >= 0) return;
    const known = this.#known[place];
    if (!known?.point) return;
    this.#index[place] = this.#places.push(known) - 1;
    this.#since.push(since);
    this.#rows.push(rows);
  }

  #eventPlaceOf(claim: number): number {
    const { columns } = this.#ledger.dossier.claims;
    const { kind, place } = columns;
    if (kind[claim] === KIND.incident) return place[claim]!;
    if (kind[claim] !== KIND.movement) return -1;
    const [start, end] = endsOf(columns, claim);
    const hasWay = start !== end && this.#hasPoint(start) && this.#hasPoint(end);
    return hasWay ? -1 : end >= 0 ? end : start;
  }

  #hasPoint(place: number): boolean {
    return place >= 0 && !!this.#known[place]?.point;
  }
}
