import { createContext } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import type { Ledger, Lens } from '../core/ledger';
import type { Labels } from '../core/model';
import type { Situation } from '../core/situation';
import type { Camera } from '../view/camera';
import type { Layer } from '../style/layer';
import { legendOf, type LegendEntry } from '../style/legend';
import { noLabels } from '../style/label-address';
import { lensSentence } from '../style/lens-sentence';
import { looks, type Look } from '../style/palette';
import type { Picture, PictureOptions } from '../style/picture';
import { strings, type Language } from '../style/strings';
import { tellingOf, type Telling } from '../style/words';
import { Beneath } from './beneath.svelte';
import { Beside } from './beside.svelte';
import type { Progress, Update } from './desk/desk';
import type { DossierFiles } from './dossier-files';
import { spoken } from './parts.svelte';
import { LastPicture } from './pictures';
import { Rest } from './rest';
import { keepFocus } from './selection';
import { Steering } from './steering';
import { stepsOf, type Step } from './steps';
import { Taking } from './desk/taking';
import { parseView, type Choices, type Refusal, type SideName, type ViewState } from '../view/address';
import { viewBounds } from '../view/camera';
import { choicesOf, lensOf, sameLens, wantedOf } from '../view/wanted';

/**
 * What somebody looks at: the one place that holds the day, the lens, the camera, the layers, the selection, the language and the look.
 *
 * Two things come later than what is asked for. A *lens* is wanted first and shown once it is weighed: until then everything shown is
 * of the lens before. And while days or camera move, only what is cheap at any size follows at once (the map's marks, the counts);
 * names, lists and legend follow when they rest.
 */
export class View {
  /** What is shown, all of it of one dossier and one lens. */
  update: Update = $state.raw()!;
  readonly ledger: Ledger = $derived(this.update.ledger);
  readonly dossier = $derived(this.update.dossier);
  progress = $state.raw<Progress | null>(null);
  readonly taking = new Taking();
  readonly lines = this.taking.lines;
  /** Why the lens that was wanted could not be had. */
  failure = $state<string | null>(null);
  /** Every day of the dossier, first to last. */
  readonly days: readonly string[];
  readonly choices: Choices;
  readonly from: DossierFiles;

  #day = $state('');
  /** Of the lens that is wanted; and so are the next three. */
  known = $state<ViewState['known']>('then');
  without = $state.raw<readonly string[]>([]);
  partyClaims = $state(true);
  counting = $state<Lens['counting']>('origins');
  readonly beneath = new Beneath(this);
  /** What is compared with it, on the right of the map. */
  readonly beside: Beside = new Beside(this);
  readonly steering = new Steering(this);
  /** Where the reader has taken the map; null while it is as it opened. */
  camera = $state.raw<Camera | null>(null);
  /** Of which map that is; null: of the one on the screen. */
  ground = $state.raw<ViewState['ground']>(null);
  #seen = $state.raw<Camera | null>(null);
  /** West, south, east, north of whatever the map may show: more than the frame where it is tilted. */
  reach = $state.raw<readonly [number, number, number, number] | undefined>();
  /** The map's size in CSS pixels. */
  paneWidth = $state(0);
  paneHeight = $state(0);
  /** Raised when an address asks for another view of the map than it shows: the map is made anew. */
  visit = $state(0);
  off = $state.raw<readonly Layer[]>([]);
  selection = $state<string | null>(null);
  labels = $state.raw<Labels>(noLabels);
  #language = $state<Language>('en');
  /** The mark under the pointer. */
  hovered = $state<string | null>(null);
  /** As chosen; null follows the system. */
  chosenLook = $state<Look | null>(null);
  size = $state.raw<ViewState['size']>(null);
  /** What the address asked for and could not have. */
  refusals = $state.raw<readonly Refusal[]>([]);

  readonly #systemDark = new MediaQuery('prefers-color-scheme: dark');
  readonly look = $derived<Look>(this.chosenLook ?? (this.#systemDark.current ? 'dark' : 'light'));
  readonly mirrored = $derived(this.language === 'ar');
  readonly say = $derived(strings(this.language));
  readonly palette = $derived(looks[this.look]);

  /** The lens that the controls ask for. */
  readonly wanted = $derived<Lens>(lensOf(this, this.dossier));
  readonly isWeighing = $derived(!sameLens(this.wanted, this.ledger.lens));
  readonly #steps = $derived.by(() => stepsOf(this.ledger, this.days));
  /** The day shown: its situation, and what changed on it. */
  readonly current: Step = $derived(this.#steps.on(this.#day));
  readonly situation: Situation = $derived(this.current.situation);
  readonly changeDays: readonly string[] = $derived(this.update.changeDays);
  readonly dated = $derived(this.update.dated);
  /** The side that the controls act upon. */
  readonly acted: View | Beside = $derived.by(() => (this.beside.side === 'right' ? this.beside : this));

  /** Whether neither days nor camera are moving: then names, lists and legend tell of what is shown. */
  resting = $state(true);
  readonly #rest = new Rest(() => void keepFocus(() => void (this.resting = true)));
  #lastRested: Step | null = null;
  /** The day that lists and words tell of: the one shown, or, while days are moving, the one that they began to move from. */
  readonly rested: Step = $derived.by(() => {
    if (this.resting || this.#lastRested?.situation.ledger !== this.ledger) this.#lastRested = this.current;
    return this.#lastRested!;
  });
  /** The situation in words. */
  readonly telling: Telling = $derived(tellingOf(this.rested.situation, this.language));
  /** West, south, east, north of what the map shows; undefined before there is a map. */
  readonly frame = $derived.by(() => (this.#seen ? viewBounds(this.#seen, this.paneWidth, this.paneHeight) : undefined));
  /** Everything dated that the map shows; the same within a step of the zoom. */
  readonly picture: Picture = $derived.by(() => this.#lastPicture.of(this.situation, this.update.records, this.pictureOptions));
  readonly pictureOptions = $derived<PictureOptions>({
    palette: this.palette,
    language: this.language,
    zoom: this.#seen?.zoom ?? 7,
    off: this.off,
    unreported: this.beneath.asked,
    selection: this.selection,
    labels: this.labels,
    frame: this.frame,
    view: this.reach,
    settled: this.resting,
  });
  readonly #lastPicture = new LastPicture();
  #lastLegend: readonly LegendEntry[] = [];
  /** What the marks in view mean. */
  readonly legend = $derived.by(() => {
    if (this.resting) {
      const picture = this.beside.isOn ? this.beside.joined(this.picture) : this.picture;
      this.#lastLegend = legendOf(picture, this.dossier, this.palette, this.language, this.frame);
    }
    return this.#lastLegend;
  });
  /** The last day whose reports are wanted, even if nothing is published then. */
  readonly knownDay = $derived.by(() => ({ then: this.#day, now: this.days.at(-1)! })[this.known] ?? this.known);
  /** The lens that is shown, as a reader is told it. */
  readonly lensSentence = $derived(lensSentence(this.ledger.lens, this.#day, this.dossier.timeZone, this.language));
  readonly state = $derived.by<ViewState>(() => ({
    day: this.#day,
    known: this.known,
    without: this.without,
    partyClaims: this.partyClaims,
    counting: this.counting,
    beside: this.beside.state,
    at: this.beside.at,
    side: this.beside.side,
    camera: this.camera,
    ground: this.ground,
    off: this.off,
    selection: this.selection,
    labels: this.labels,
    language: this.#language,
    look: this.chosenLook,
    size: this.size,
  }));

  /** `language` is the reader's own, where the address asks for none; `from`: where the dossier's files are. */
  constructor(update: Update, language: Language, from: DossierFiles) {
    this.from = from;
    this.update = update;
    this.choices = choicesOf(update.dossier, update.days, language);
    this.days = update.days;
    this.#day = this.choices.usual.day;
    this.language = language;
  }

  get day(): string {
    return this.#day;
  }
  set day(day: string) {
    if (day === this.#day) return;
    this.#day = day;
    this.moved();
  }

  /** The one that is wanted, once its catalogue is there. */
  get language(): Language {
    return spoken(this.#language);
  }
  set language(language: Language) {
    this.#language = language;
  }

  /** Selects a mark, of the side that it was found on. */
  select(id: string | null, side: SideName): void {
    if (id !== null) this.beside.side = side;
    this.selection = id;
  }

  /** Where the map looks from just now; null before there is one. */
  get seen(): Camera | null {
    return this.#seen;
  }
  set seen(camera: Camera | null) {
    if (this.#seen && camera) this.moved();
    this.#seen = camera;
  }

  /** Something moved: names, lists and legend follow when it rests. */
  moved(): void {
    this.resting = false;
    this.#rest.moved();
  }
  /** Lets names, lists and legend follow at once. */
  settle(): void {
    this.#rest.now();
  }

  /** Shows another ledger in place of the one before, all at once but for the lines of its lists. Resolves when they are whole, or it is overtaken. */
  take(update: Update): Promise<void> {
    return this.taking.take(this.making(update), () => (this.beside.keep(), void (this.update = update)));
  }

  /** Makes what an update shows on this day in steps, so that it is found made when it is shown. */
  *making({ ledger, records }: Update): Generator<void, void> {
    const { situation } = yield* stepsOf(ledger, this.days).towards(this.day);
    yield* this.#lastPicture.making(situation, records, this.pictureOptions);
  }

  /** Wants no other lens than the one that is shown. */
  stay(): void {
    Object.assign(this, wantedOf(this.ledger.lens, this.dossier.timeZone));
  }

  /** Takes over what an address asks for. */
  read(hash: string): void {
    const { state, refusals } = parseView(hash, this.choices);
    const { look, beside, at, side, ...rest } = state;
    Object.assign(this, { ...rest, chosenLook: look, refusals } satisfies Partial<View>);
    this.beside.set(beside, at);
    this.beside.side = side;
    this.settle();
  }

  /** The sentence of a mark, and what a layer adds of silence or inference; the claim's own summary where the situation has no sentence for it, and nothing where there is no such claim. */
  sentenceOf(id: string, { telling }: Pick<View, 'telling'> = this): string {
    const told = telling.sentenceOf(id) ?? this.dossier.claims.get(id.slice(id.indexOf(':') + 1))?.summary;
    return [told, this.beneath.unreported?.sentence(id, this.rested.situation, this)].filter(Boolean).join(' ');
  }
}

/** The view of the page, for every component beneath it. */
export const [getView, setView] = createContext<View>();
