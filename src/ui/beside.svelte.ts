import type { Ledger, Lens } from '../core/ledger';
import type { Situation } from '../core/situation';
import type { PictureBeside } from '../map/seam';
import { picturesAsOne } from '../style/beside';
import { lensSentence } from '../style/lens-sentence';
import type { Picture } from '../style/picture';
import { tellingOf, type Telling } from '../style/words';
import type { Weighed } from './desk/desk';
import { parts } from './parts.svelte';
import { LastPicture } from './pictures';
import { inSlices } from './slices';
import { stepsOf, type Step } from './steps';
import type { SideName, SideState } from '../view/address';
import type { View } from './view.svelte';
import { besideOf, lensOf, sameLens, wantedOf } from '../view/wanted';

/**
 * The right side of a comparison: its own day and lens over the left side's dossier. Where both sides want one lens they share a ledger;
 * until another is weighed the right side is shown through the lens before, and says so.
 */
export class Beside {
  readonly #view: View;
  isOn = $state(false);
  #day = $state('');
  #at = $state(50);
  #side = $state<SideName>('left');
  /** Of the lens that is wanted; and so are the next three. */
  known = $state<SideState['known']>('now');
  without = $state.raw<readonly string[]>([]);
  partyClaims = $state(true);
  counting = $state<SideState['counting']>('origins');
  #weighed = $state.raw<Weighed | null>(null);
  readonly #lastPicture = new LastPicture();

  /** The lens that the controls ask for. */
  readonly wanted: Lens = $derived.by(() => lensOf(this, this.#view.dossier));
  /** What is shown through which lens. */
  readonly shown: Weighed = $derived.by(() => {
    const { update } = this.#view;
    if (sameLens(this.wanted, update.ledger.lens)) return update;
    return this.#weighed?.ledger.dossier === update.dossier ? this.#weighed : update;
  });
  readonly isWeighing: boolean = $derived.by(() => this.isOn && !sameLens(this.wanted, this.shown.ledger.lens));
  readonly ledger: Ledger = $derived.by(() => this.shown.ledger);
  readonly dated: Weighed['dated'] = $derived.by(() => this.shown.dated);
  readonly changeDays: readonly string[] = $derived.by(() => this.shown.changeDays);
  readonly current: Step = $derived.by(() => stepsOf(this.ledger, this.#view.days).on(this.day));
  readonly situation: Situation = $derived.by(() => this.current.situation);
  #lastRested: Step | null = null;
  /** The day that lists and words tell of. */
  readonly rested: Step = $derived.by(() => {
    if (this.#view.resting || this.#lastRested?.situation.ledger !== this.ledger) this.#lastRested = this.current;
    return this.#lastRested!;
  });
  readonly telling: Telling = $derived.by(() => tellingOf(this.rested.situation, this.#view.language));
  readonly picture: Picture = $derived.by(() => this.#lastPicture.of(this.situation, this.shown.records, this.#view.pictureOptions));
  /** What the map shows on its right; null where one situation fills it. */
  readonly onMap: PictureBeside | null = $derived.by(() =>
    this.isOn ? { picture: this.picture, from: this.#at / 100, isPending: this.isWeighing || parts.comparing.isAwaited } : null,
  );
  readonly knownDay: string = $derived.by(() => ({ then: this.day, now: this.#view.days.at(-1)! })[this.known] ?? this.known);
  /** The lens that is shown, as a reader is told it. */
  readonly lensSentence: string = $derived.by(() =>
    lensSentence(this.ledger.lens, this.day, this.#view.dossier.timeZone, this.#view.language),
  );
  readonly state: SideState | null = $derived.by(() => {
    const { isOn, day, known, without, partyClaims, counting } = this;
    return isOn ? { day, known, without, partyClaims, counting } : null;
  });

  constructor(view: View) {
    this.#view = view;
  }

  get day(): string {
    return this.#day;
  }
  set day(day: string) {
    if (day === this.#day) return;
    this.#day = day;
    this.#view.moved();
  }

  /** Where the right side begins, in percent of the map's width. */
  get at(): number {
    return this.#at;
  }
  set at(at: number) {
    const within = Math.round(Math.min(100, Math.max(0, at)) * 10) / 10;
    if (within === this.#at) return;
    this.#at = within;
    this.#view.moved();
  }

  /** Which side the controls act upon; the left where there is but one. */
  get side(): SideName {
    return this.isOn ? this.#side : 'left';
  }
  set side(side: SideName) {
    this.#side = side;
  }

  /** Compares with a side, which begins at a share of the map's width in percent; null ends the comparison. */
  set(side: SideState | null, at: number): void {
    this.isOn = side !== null;
    this.at = at;
    if (side) Object.assign(this, side);
    else this.#weighed = null;
  }

  /** What both sides show, as one picture, the left side's being `left`. */
  joined(left: Picture): Picture {
    const { frame, seen } = this.#view;
    return picturesAsOne(left, this.picture, frame, seen?.bearing || seen?.pitch ? null : this.#at / 100);
  }

  /** Begins to compare with what is most likely wanted, or ends it. */
  toggle(): void {
    this.set(this.isOn ? null : besideOf(this.#view, this.#view.days), 50);
    this.#side = 'left';
    this.#view.moved();
  }

  /** Keeps what the left side is about to give up, where the right side still shows it. */
  keep(): void {
    if (this.isOn) this.#weighed = this.shown;
  }

  /** Shows what was weighed, once what it shows is made. */
  async take(weighed: Weighed): Promise<void> {
    await inSlices(this.#making(weighed));
    if (sameLens(this.wanted, weighed.ledger.lens)) this.#weighed = weighed;
  }

  *#making({ ledger, records }: Weighed): Generator<void, void> {
    const { situation } = yield* stepsOf(ledger, this.#view.days).towards(this.day);
    yield* this.#lastPicture.making(situation, records, this.#view.pictureOptions);
  }

  /** Wants no other lens than the one that is shown. */
  stay(): void {
    Object.assign(this, wantedOf(this.ledger.lens, this.#view.dossier.timeZone));
  }
}
