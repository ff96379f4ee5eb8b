import type { Ledger } from '../core/ledger';
import { changesBetween, situationAt, type Change, type Situation } from '../core/situation';
import { lastInstant } from '../core/time';

/** One day of a ledger: its situation, and what changed since the day before. */
export interface Step {
  readonly situation: Situation;
  /** A day earlier; null on the first day. */
  readonly before: Situation | null;
  readonly changes: readonly Change[];
}

/** The days of each ledger, which are made once. `days` are consecutive: the dossier's. */
export function stepsOf(ledger: Ledger, days: readonly string[]): Steps {
  let steps = made.get(ledger);
  if (!steps) made.set(ledger, (steps = new Steps(ledger, days)));
  return steps;
}
const made = new WeakMap<Ledger, Steps>();

/** How many situations are kept: those of a step and of the day before, before and after the step. */
const KEPT = 4;

/** The days of a ledger. A step on needs one situation and not two: the day before has just been shown. */
export class Steps {
  readonly #ledger: Ledger;
  readonly #days: readonly string[];
  readonly #situations = new Map<string, Situation>();
  readonly #steps = new WeakMap<Situation, Step>();

  /** `days` are consecutive: the dossier's. */
  constructor(ledger: Ledger, days: readonly string[]) {
    this.#ledger = ledger;
    this.#days = days;
  }

  /** Makes what a day shows, and stops before each part of it that may take long. */
  *towards(day: string): Generator<void, Step> {
    const dayBefore = this.#days[this.#days.indexOf(day) - 1];
    for (const each of [dayBefore, day]) {
      yield;
      if (each !== undefined) this.#situationOn(each);
    }
    yield;
    return this.on(day);
  }

  on(day: string): Step {
    const situation = this.#situationOn(day);
    let step = this.#steps.get(situation);
    if (!step) {
      const dayBefore = this.#days[this.#days.indexOf(day) - 1];
      const before = dayBefore === undefined ? null : this.#situationOn(dayBefore, situation);
      step = { situation, before, changes: before ? changesBetween(before, situation) : [] };
      this.#steps.set(situation, step);
    }
    return step;
  }

  #situationOn(day: string, near: Situation | null = null): Situation {
    const known = this.#situations.get(day);
    // what was asked for last is forgotten last
    this.#situations.delete(day);
    const situation = known ?? situationAt(this.#ledger, lastInstant(day, this.#ledger.dossier.timeZone), near);
    this.#situations.set(day, situation);
    const [oldest] = this.#situations.keys();
    if (this.#situations.size > KEPT && oldest !== undefined) this.#situations.delete(oldest);
    return situation;
  }
}
