import type { FigureLine, Holding, Lens, Occurrence, Position, Support } from '../core/ledger';
import type { Situation } from '../core/situation';
import { dayOf } from '../core/time';
import type { Claim, Dossier, FigureClaim, FlowClaim, IncidentClaim, MovementClaim } from '../core/model';
import { formatDay, formatEdtf } from './dates';
import { isHome } from './ground';
import { apart, listOf, originName, partyName, placeName, saidIn } from './naming';
import { counted, fill, strings, type Language, type Strings, type StringKey } from './strings';
import { idsOf, subjectOf, type Listed, type Subject } from './subject';

/** The situation in words: exactly one sentence for every mark, and one for every figure. */

/** A sentence, and the mark that it says in words: `control:PLACE`, or `movement:`, `flow:`, `incident:` or `figure:` and a claim. */
export interface Sentence {
  readonly id: string;
  readonly kind: 'control' | 'movement' | 'flow' | 'incident' | 'figure';
  readonly text: string;
}

/** A situation as it can be told: how many sentences of each kind there are, and each of them when it is asked for. */
export interface Telling {
  /** In the order in which a reader is told; kinds of which there is nothing are left out. */
  readonly groups: readonly SentenceGroup[];
  /** The sentence of a mark; null where the situation has no such mark. */
  sentenceOf(id: string): string | null;
}

/** The sentences of one kind, in the order of places or claims. */
export interface SentenceGroup extends Listed<Sentence> {
  readonly kind: Sentence['kind'];
}

/** Tells a situation in a language. Nothing is said before it is asked for, so that it costs the same for any number of marks. */
export function tellingOf(situation: Situation, language: Language): Telling {
  const { dossier } = situation.ledger;
  const teller = new Teller(dossier, language, situation.ledger.lens.counting);
  const day = dayOf(situation.at, dossier.timeZone);
  const told = new Map<string, string | null>();
  const sentenceOf = (id: string): string | null => {
    const known = told.get(id);
    if (known !== undefined) return known;
    const subject = subjectOf(situation, id);
    const sentence = subject && teller.tell(subject, day);
    told.set(id, sentence);
    return sentence;
  };
  const groups = idsOf(situation).map(({ kind, count, part }) => ({
    kind,
    count,
    part: (from: number, to: number) => part(from, to).map((id): Sentence => ({ id, kind, text: sentenceOf(id) ?? '' })),
  }));
  return { groups: groups.filter(({ count }) => count > 0), sentenceOf };
}

/** Every sentence of a situation, in the order in which a reader is told: for small situations, and for tests. */
export function wordsOf(situation: Situation, language: Language): Sentence[] {
  return tellingOf(situation, language).groups.flatMap(({ count, part }) => part(0, count));
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Builds phrases of one dossier in one language. */
class Teller {
  private readonly say: Strings;
  /** The dossier's first day: what is background was so before it. */
  private readonly firstDay: string;
  constructor(
    private readonly dossier: Dossier,
    private readonly language: Language,
    private readonly counting: Lens['counting'],
  ) {
    this.say = strings(language);
    this.firstDay = formatDay(dayOf(dossier.span.start, dossier.timeZone), language);
  }

  /** A mark's sentence; null for a dispute about a date, which is no mark. */
  tell(subject: Subject, day: string): string | null {
    switch (subject.kind) {
      case 'control':
        return this.holding(subject.holding);
      case 'dispute':
        return null;
      case 'figure':
        return this.claimed(subject.figure, '', (claim) => this.figure(claim as FigureClaim));
      default: {
        const { occurrence, kind } = subject;
        return this.claimed(occurrence, day, (claim) =>
          kind === 'movement'
            ? this.movement(claim as MovementClaim, occurrence.intended)
            : kind === 'flow'
              ? this.flow(claim as FlowClaim)
              : this.incident(claim as IncidentClaim),
        );
      }
    }
  }

  /** What a claim says, its date unless that is `day` or a day is no matter (''), and who says so. */
  private claimed(item: Occurrence | FigureLine, day: string, says: (claim: Claim) => string): string | null {
    const claim = this.dossier.claims.get(item.claim);
    return claim ? capital(`${says(claim)}${day && this.when(claim, day)} (${this.support(item)}).`) : null;
  }

  private holding({ place, state, positions, contenders }: Holding): string {
    const values = { place: this.place(place) };
    const held = positions.filter((position) => position.extent === 'held');
    const others = positions.filter((position) => position.extent !== 'held').map((position) => this.beside(position));
    const positionsInDispute = positions.slice(0, contenders).map((position) => this.position(position));
    const later = held.slice(Math.max(1, contenders)).map((position) => this.beside(position));
    const first = held[0];
    const head =
      state === 'disputed'
        ? fill(this.say['words.disputed'], { ...values, positions: positionsInDispute.join(this.say['words.against']) })
        : state === 'unknown' || !first
          ? fill(this.say['words.unknown'], values)
          : fill(this.say[state === 'held' ? 'words.held' : 'words.claimed'], { ...values, position: this.position(first) });
    return `${[head, ...later, ...others].join(this.say['words.then'])}.`;
  }

  private movement({ party, movement, from, via, to, axis }: MovementClaim, intended: boolean): string {
    const way = [
      from && fill(this.say['words.from'], { place: this.place(from) }),
      via?.length && fill(this.say['words.via'], { places: this.list(via.map((id) => this.place(id))) }),
      to && fill(this.say['words.to'], { place: this.place(to) }),
    ];
    const key: StringKey = `words.${movement}${intended ? '.intended' : ''}`;
    const sentence = fill(this.say[key], { party: this.party(party), way: way.filter(Boolean).join(' ') }).trimEnd();
    return axis ? `${sentence}${this.say['words.comma']}${this.said(axis)}` : sentence;
  }

  private flow({ from, to, people, who }: FlowClaim): string {
    const words = this.said(people.words);
    const amount = who ? fill(this.say['words.who'], { words, who: this.said(who) }) : words;
    const values = { amount, from: this.place(from), to: this.list((to ?? []).map((id) => this.place(id))) };
    return fill(this.say[to?.length ? 'words.flow' : 'words.flow.unknown'], values);
  }

  private incident({ place, incident, party }: IncidentClaim): string {
    const values = { incident: this.say[`words.incident.${incident}`], place: this.place(place), party: party ? this.party(party) : '' };
    return fill(this.say[party ? 'words.incident.by' : 'words.incident'], values);
  }

  private figure({ area, amount, counts, measure, asOf, since, who, method }: FigureClaim): string {
    const counted = fill(this.say[`words.counts.${counts}.${measure}`], {
      who: who ? this.said(who) : this.say['words.people'],
    });
    const parts = [
      since ? fill(this.say['words.since'], { day: formatEdtf(since, this.language, this.say) }) : '',
      fill(this.say[/^[\d-]+$/.test(asOf) ? 'words.asOf' : 'words.stood'], { day: formatEdtf(asOf, this.language, this.say) }),
      method ? this.said(method) : '',
    ];
    const where = isHome(this.dossier.places.get(area)) ? '' : `${this.place(area)}: `;
    return `${where}${fill(this.say['words.figure'], { counted, words: this.said(amount.words) })}${parts
      .filter(Boolean)
      .map((part) => `${this.say['words.comma']}${part}`)
      .join('')}`;
  }

  /** The date of what happened, unless it is just the day shown. */
  private when(claim: Claim, day: string): string {
    return claim.happened === day ? '' : `${this.say['words.comma']}${formatEdtf(claim.happened, this.language, this.say)}`;
  }

  /** “2 origins, 1 copy: …; claimed by …; denied by …”: every origin is named, so that a sentence says who says so. */
  private support(support: Support, isImplied = false): string {
    const implied = isImplied ? [] : support.origins.filter((origin) => this.onlyImplies(origin, support));
    const said = support.origins.filter((origin) => !implied.includes(origin));
    const named = this.named(said, implied);
    const announced = [...new Set(support.evidence.filter((e) => e.mode === 'intends' || e.mode === 'forecasts').map((e) => e.origin))];
    const origins = counted(this.language, this.say[`words.${this.counting}`], support.origins.length);
    const copies = support.copies ? [counted(this.language, this.say['words.copies'], support.copies)] : [];
    const by = (key: StringKey, list: readonly string[]) =>
      list.length ? [fill(this.say[key], { names: this.list(list.map((origin) => this.origin(origin))) })] : [];
    return [
      ...(support.origins.length
        ? [fill(this.say['words.by'], { origins: [origins, ...copies].join(this.say['words.comma']), names: named })]
        : []),
      ...by('words.announcedBy', announced),
      ...by('words.claimedBy', support.claimedBy),
      ...by('words.deniedBy', support.deniedBy),
    ].join(this.say['words.semicolon']);
  }

  /** Origins that say it, then those that only imply it. */
  private named(said: readonly string[], implied: readonly string[]): string {
    const names = (origins: readonly string[]) => this.list(origins.map((origin) => this.origin(origin)));
    if (implied.length === 0) return names(said);
    const key = said.length > 0 ? 'words.andByImplication' : 'words.byImplication';
    return fill(this.say[key], { said: names(said), names: names(implied) });
  }

  /** Whether an origin says it in so many words nowhere. */
  private onlyImplies(origin: string, { evidence }: Support): boolean {
    const own = evidence.filter((each) => each.origin === origin && (each.mode === 'asserts' || each.mode === 'observes'));
    return own.length > 0 && own.every(({ claim }) => this.dossier.claims.get(claim)?.implied);
  }

  private position(position: Position): string {
    const marks = [
      position.background && fill(this.say['words.background'], { day: this.firstDay }),
      position.implied && this.say['words.implied'],
      this.support(position, position.implied),
    ];
    const holder = position.holder === null ? this.say['words.nobody'] : this.party(position.holder);
    return `${holder} (${marks.filter(Boolean).join(this.say['words.semicolon'])})`;
  }

  private beside(position: Position): string {
    return fill(this.say[`words.beside.${position.extent}`], { position: this.position(position) });
  }

  /** Words of a claim, set off from the sentence where they are of another script. */
  private said(words: string): string {
    return apart(saidIn(this.dossier, words, this.language), this.language);
  }

  private place(id: string): string {
    return placeName(this.dossier, id, this.language);
  }

  private party(id: string): string {
    return partyName(this.dossier, id, this.language);
  }

  private origin(origin: string): string {
    return originName(this.dossier, origin, this.language);
  }

  private list(items: readonly string[]): string {
    return listOf(items, this.language);
  }
}
