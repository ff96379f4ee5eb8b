import type { DateOrder } from '../../core/import/dates';
import type { Field, TableKind } from '../../core/import/fields';
import type { Mapping } from '../../core/import/mapping';
import type { CandidatePlace, UnknownWord } from '../../formats/import/outcome';
import type { Meant } from '../../formats/import/plan';
import type { Progress } from '../../formats/import/workplace';
import type { Dossier } from '../../core/model';
import type { DossierFiles } from '../dossier-files';
import type { Refusal, Shown } from './import-messages';
import { Importing } from './importing';
import { requestOf } from './request';
import {
  nameQuestions,
  nothingChosen,
  placeQuestions,
  withChoice,
  wordQuestions,
  type Chosen,
  type NameQuestion,
  type PlaceQuestion,
} from './questions';

/** A table on its way into the dossier that is shown: what a person answered, and what it comes to by that. */

/** How long answers rest before the table is read by them, in milliseconds. */
const REST_MS = 300;

export class Import {
  readonly #from: DossierFiles;
  readonly #dossier: Pick<Dossier, 'logo' | 'font'>;
  readonly #larger: string;
  readonly today: string;

  table = $state.raw<File | null>(null);
  stage = $state<'idle' | 'working' | 'shown' | 'refused' | 'cancelled'>('idle');
  progress = $state.raw<Progress | null>(null);
  /** What it comes to; while it is read anew, what it came to before. */
  shown = $state.raw<Shown | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  places = $state.raw<readonly PlaceQuestion[]>([]);
  names = $state.raw<readonly NameQuestion[]>([]);
  /** Why the order of day and month is asked; null where it is not. */
  orderAsked = $state<string | null>(null);
  /** The dossier's files as they are, by path. */
  before: ReadonlyMap<string, Blob> | null = null;

  #kind = $state<TableKind | null>(null);
  #order = $state<DateOrder | null>(null);
  #measure = $state<Mapping['measure']>(null);
  #columns = $state.raw<Mapping['columns'] | null>(null);
  /** Ids by what the table calls places, parties and speakers. */
  chosen = $state.raw<Chosen>(nothingChosen);
  /** Words of which nothing is known, and those that were said, by what they are of and their text. */
  words = $state.raw<readonly UnknownWord[]>([]);
  meant = $state.raw<readonly Meant[]>([]);
  /** Of a file of areas: colours that are no names, its day where it does not say, and whether the larger gazetteer is asked. */
  styles = $state.raw<readonly string[]>([]);
  day = $state('');
  wide = $state(false);
  about = $state.raw({ title: '', publisher: '', published: '', language: 'en' });

  readonly kind = $derived(this.#kind ?? this.shown?.mapping.table ?? null);
  readonly order = $derived(this.#order ?? this.shown?.mapping.dateOrder ?? null);
  readonly measure = $derived(this.#measure ?? this.shown?.mapping.measure ?? 'stock');
  readonly columns = $derived(this.#columns ?? this.shown?.mapping.columns ?? {});

  #importing: Importing | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `larger`: address of the larger gazetteer. `today`: YYYY-MM-DD. */
  constructor(from: DossierFiles, dossier: Pick<Dossier, 'logo' | 'font'>, larger: string, today: string) {
    [this.#from, this.#dossier, this.#larger, this.today] = [from, dossier, larger, today];
  }

  /** Begins with another table. */
  read(table: File): void {
    this.table = table;
    [this.#kind, this.#order, this.#measure, this.#columns] = [null, null, null, null];
    [this.chosen, this.words, this.meant, this.styles, this.day, this.wide] = [nothingChosen, [], [], [], '', false];
    [this.shown, this.places, this.names, this.orderAsked] = [null, [], [], null];
    this.about = { title: '', publisher: '', published: '', language: 'en' };
    this.begin();
  }

  /** Reads the table that is there, from the beginning. */
  begin(): void {
    this.close();
    [this.refusal, this.progress] = [null, null];
    this.#importing = new Importing(requestOf(this.#from, this.#dossier, this.table!, this.#larger, this.today), {
      progress: (progress) => (this.progress = progress),
      opened: (before) => (this.before = before),
      shown: (shown) => this.#take(shown),
      refused: (refusal) => {
        this.close();
        [this.refusal, this.stage] = [refusal, 'refused'];
      },
    });
    this.#ask();
  }

  /** Ends the reading; what was answered stays. */
  cancel(): void {
    this.close();
    this.stage = 'cancelled';
  }

  /** Ends the worker. */
  close(): void {
    clearTimeout(this.#timer);
    this.#importing?.close();
    this.#importing = null;
  }

  sayKind(kind: TableKind): void {
    this.#kind = kind;
    this.#changed();
  }

  sayOrder(order: DateOrder): void {
    this.#order = order;
    this.#changed();
  }

  sayMeasure(measure: Mapping['measure']): void {
    this.#measure = measure;
    this.#changed();
  }

  sayDay(day: string): void {
    this.day = day;
    this.#changed();
  }

  askWidely(wide: boolean): void {
    this.wide = wide;
    this.#changed();
  }

  sayAbout(about: Partial<Import['about']>): void {
    this.about = { ...this.about, ...about };
    this.#changed();
  }

  /** A column says another field, or none; a field is said by one column. */
  sayColumn(column: string, before: Field | null, now: Field | null): void {
    const others = Object.entries(this.columns).filter(([field]) => field !== before);
    const columns = Object.fromEntries(others) as Mapping['columns'];
    if (now !== null) columns[now] = { column };
    this.#columns = columns;
    this.#changed();
  }

  /** `id` null: it is left open. */
  choose(key: string, id: string | null): void {
    this.chosen = withChoice(this.chosen, key, id);
    this.#changed();
  }

  /** `word` null: what it means is left open. */
  mean({ about, text }: UnknownWord, word: string | null): void {
    const others = this.meant.filter(([of, each]) => of !== about || each !== text);
    this.meant = word === null ? others : [...others, [about, text, word]];
    this.#changed();
  }

  find(text: string): Promise<readonly CandidatePlace[]> {
    return this.#importing?.find(text) ?? Promise.resolve([]);
  }

  #changed(): void {
    if (!this.#importing) return this.begin();
    this.stage = 'working';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), REST_MS);
  }

  #ask(): void {
    [this.stage, this.progress] = ['working', null];
    const { title, publisher, published, language } = this.about;
    this.#importing?.answer({
      table: this.#kind,
      order: this.#order,
      measure: this.#measure,
      columns: this.#columns,
      chosen: [...this.chosen],
      meant: this.meant,
      day: this.day || null,
      wide: this.wide,
      about: { title: title.trim() || undefined, publisher: publisher.trim() || undefined, published: published || undefined, language },
    });
  }

  #take(shown: Shown): void {
    const { outcome } = shown;
    [this.shown, this.stage, this.progress] = [shown, 'shown', null];
    this.places = placeQuestions(this.places, outcome, this.chosen);
    this.names = nameQuestions(this.names, outcome.added, this.chosen);
    this.words = wordQuestions(this.words, outcome.words, this.meant);
    const styles = outcome.asks.flatMap((ask) => (ask.about === 'holder' ? [ask.words] : []));
    this.styles = [...this.styles.filter((style) => this.chosen.has(style)), ...styles];
    const asked = outcome.asks.find(({ about }) => about === 'dates');
    if (asked) this.orderAsked = asked.why;
  }
}
