import { createContext } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import type { Lens } from '../core/ledger';
import type { Claim, Dossier } from '../core/model';
import { changeDays, changesBetween, situationAt } from '../core/situation';
import { dayOf, daysOf, lastInstant } from '../core/time';
import { weigh } from '../core/weigh';
import type { Camera } from '../map/camera';
import { claimsById } from '../style/claims-of';
import type { Layer } from '../style/layer';
import { wordsOf } from '../style/words';
import { legendOf } from '../style/legend';
import { lensSentence } from '../style/lens-sentence';
import { looks } from '../style/palette';
import { pictureOf } from '../style/picture';
import { zoomStep } from '../style/scale';
import { strings, type Language } from '../style/strings';
import { parseView, type Choices, type Look, type Refusal, type ViewState } from './url';
import { viewBounds } from './view-bounds';

/** What somebody looks at: the one place that holds the day, the lens, the camera, the layers, the selection, the language and the look. */
export class View {
  readonly dossier: Dossier;
  /** Every day of the dossier, first to last. */
  readonly days: readonly string[];
  readonly choices: Choices;

  day = $state('');
  known = $state<ViewState['known']>('then');
  without = $state.raw<readonly string[]>([]);
  partyClaims = $state(true);
  counting = $state<Lens['counting']>('origins');
  /** Where the reader has taken the map; null while it is as it opened. */
  camera = $state.raw<Camera | null>(null);
  /** Where the map looks from just now; null before there is one. */
  seen = $state.raw<Camera | null>(null);
  /** The map's size in CSS pixels. */
  paneWidth = $state(0);
  paneHeight = $state(0);
  /** Raised when an address asks for another view of the map than it shows: the map is made anew. */
  visit = $state(0);
  off = $state.raw<readonly Layer[]>([]);
  selection = $state<string | null>(null);
  language = $state<Language>('en');
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

  readonly lens = $derived<Lens>({
    knownBy: this.known === 'then' || this.known === 'now' ? this.known : this.#endOf(this.known),
    counting: this.counting,
    without: this.without,
    partyClaims: this.partyClaims,
  });
  readonly ledger = $derived.by(() => weigh(this.dossier, this.lens));
  readonly situation = $derived(situationAt(this.ledger, this.#endOf(this.day)));
  /** Null on the first day. */
  readonly dayBefore = $derived.by(() => this.days[this.days.indexOf(this.day) - 1] ?? null);
  /** The situation a day earlier; null on the first day. */
  readonly before = $derived(this.dayBefore ? situationAt(this.ledger, this.#endOf(this.dayBefore)) : null);
  readonly changes = $derived(this.before ? changesBetween(this.before, this.situation) : []);
  /** The situation in words: one sentence a mark. */
  readonly sentences = $derived.by(() => wordsOf(this.situation, this.dossier, this.language, this.counting));
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- never changed once it is made
  readonly #sentences = $derived(new Map(this.sentences.map((sentence) => [sentence.id, sentence.text])));
  readonly palette = $derived(looks[this.look]);
  /** West, south, east, north of what the map shows; undefined before there is a map. */
  readonly frame = $derived.by(() => (this.seen ? viewBounds(this.seen, this.paneWidth, this.paneHeight) : undefined));
  /** Everything dated that the map shows; the same within a step of the zoom. */
  readonly picture = $derived.by(() =>
    pictureOf(this.situation, this.dossier, {
      palette: this.palette,
      language: this.language,
      zoom: this.#zoom,
      off: this.off,
      selection: this.selection,
      before: this.before,
      frame: this.frame,
    }),
  );
  /** What the marks in view mean. */
  readonly legend = $derived.by(() => legendOf(this.picture, this.dossier, this.palette, this.language, this.frame));
  readonly changeDays = $derived(changeDays(this.ledger));
  /** The last day whose reports are known here, even if nothing is published then. */
  readonly knownDay = $derived.by(() =>
    this.known === 'then' ? this.day : this.known === 'now' ? this.days[this.days.length - 1]! : this.known,
  );
  /** The lens as a reader is told it. */
  readonly lensSentence = $derived.by(() => lensSentence(this.lens, this.knownDay, this.language));
  readonly #zoom = $derived(zoomStep(this.seen?.zoom ?? 7));
  readonly state = $derived<ViewState>({
    day: this.day,
    known: this.known,
    without: this.without,
    partyClaims: this.partyClaims,
    counting: this.counting,
    camera: this.camera,
    off: this.off,
    selection: this.selection,
    language: this.language,
    look: this.chosenLook,
    size: this.size,
  });

  /** `language` is the reader's own, where the address asks for none. */
  constructor(dossier: Dossier, language: Language) {
    this.dossier = dossier;
    this.days = daysOf(dossier.span, dossier.timeZone);
    const usual: ViewState = {
      day: dossier.opening.day,
      known: 'then',
      without: [],
      partyClaims: true,
      counting: 'origins',
      camera: null,
      off: [],
      selection: null,
      language,
      look: null,
      size: null,
    };
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- never changed once it is made
    this.choices = { days: this.days, sources: new Set(dossier.sources.keys()), usual };
    this.day = usual.day;
    this.language = language;
  }

  #endOf(day: string): number {
    return lastInstant(day, this.dossier.timeZone);
  }

  /** Takes over what an address asks for. */
  read(hash: string): void {
    const { state, refusals } = parseView(hash, this.choices);
    this.day = state.day;
    this.known = state.known;
    this.without = state.without;
    this.partyClaims = state.partyClaims;
    this.counting = state.counting;
    this.camera = state.camera;
    this.off = state.off;
    this.selection = state.selection;
    this.language = state.language;
    this.chosenLook = state.look;
    this.size = state.size;
    this.refusals = refusals;
  }

  /** Some days on (or back, below zero), as far as the dossier goes. */
  step(days: number): void {
    const index = Math.min(this.days.length - 1, Math.max(0, this.days.indexOf(this.day) + days));
    this.day = this.days[index] ?? this.day;
  }

  /** To the nearest day of a change after (or before) this one; stays where there is none. */
  stepChange(direction: 1 | -1): void {
    const candidates = this.changeDays.filter((day) => this.days.includes(day) && (direction > 0 ? day > this.day : day < this.day));
    this.day = (direction > 0 ? candidates[0] : candidates[candidates.length - 1]) ?? this.day;
  }

  /** Moves “known by” by some days: on the day shown it joins the playhead, on the last day it is “now”. */
  stepKnown(days: number): void {
    const index = this.days.filter((day) => day <= this.knownDay).length - 1 + days;
    this.knowBy(index >= this.days.length - 1 ? 'now' : this.days[Math.max(0, index)]!);
  }

  /** Sets “known by”; the day shown itself means “then”. */
  knowBy(known: ViewState['known']): void {
    this.known = known === this.day ? 'then' : known;
  }

  toggleLayer(layer: Layer): void {
    this.off = this.off.includes(layer) ? this.off.filter((each) => each !== layer) : [...this.off, layer];
  }

  toggleSource(id: string): void {
    this.without = this.without.includes(id) ? this.without.filter((each) => each !== id) : [...this.without, id].sort();
  }

  /** A claim by its id; null where the dossier has none. */
  claimOf(id: string): Claim | null {
    return claimsById(this.dossier).get(id) ?? null;
  }

  /** The sentence of a mark; the claim's own summary where the situation has no sentence for it, and nothing where there is no such claim. */
  sentenceOf(id: string): string {
    return this.#sentences.get(id) ?? this.claimOf(id.slice(id.indexOf(':') + 1))?.summary ?? '';
  }

  /** The calendar day of an instant, in the dossier's time zone. */
  dayOf(instant: number): string {
    return dayOf(instant, this.dossier.timeZone);
  }
}

/** The view of the page, for every component beneath it. */
export const [getView, setView] = createContext<View>();
