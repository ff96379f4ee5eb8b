import type { FigureLine, Holding, Lens, Occurrence, Position, Situation, Support } from '../core/ledger';
import { dayOf } from '../core/time';
import type { Claim, Dossier, FigureClaim, FlowClaim, IncidentClaim, MovementClaim } from '../core/model';
import { claimsById } from './claims-of';
import { formatEdtf } from './dates';
import { listOf, originName, partyName, placeName } from './naming';
import { counted, fill, strings, type Language, type Strings, type StringKey } from './strings';

/** The situation in words: exactly one sentence for every mark, and one for every figure. */

/** A sentence, and the mark that it says in words: `control:PLACE`, or `movement:`, `flow:`, `incident:` or `figure:` and a claim. */
export interface Sentence {
  readonly id: string;
  readonly kind: 'control' | 'movement' | 'flow' | 'incident' | 'figure';
  readonly text: string;
}

/** Says a situation in a language, in the order of its lists; `counting` as in the lens that it was weighed through. */
export function wordsOf(situation: Situation, dossier: Dossier, language: Language, counting: Lens['counting'] = 'origins'): Sentence[] {
  const teller = new Teller(dossier, language, counting);
  const claims = claimsById(dossier);
  const day = dayOf(situation.at, dossier.timeZone);
  const tell = <C extends Claim>(kind: Sentence['kind'], items: readonly (Occurrence | FigureLine)[], sentence: (claim: C) => string) =>
    items.map((item): Sentence => {
      const claim = claims.get(item.claim) as C;
      const when = 'daysPast' in item ? teller.when(claim, day) : '';
      return { id: `${kind}:${item.claim}`, kind, text: capital(`${sentence(claim)}${when} (${teller.support(item)}).`) };
    });
  const intended = new Set(situation.movements.filter((movement) => movement.intended).map(({ claim }) => claim));
  return [
    ...situation.holdings.map((holding): Sentence => ({ id: `control:${holding.place}`, kind: 'control', text: teller.holding(holding) })),
    ...tell<MovementClaim>('movement', situation.movements, (claim) => teller.movement(claim, intended.has(claim.id))),
    ...tell<FlowClaim>('flow', situation.flows, (claim) => teller.flow(claim)),
    ...tell<IncidentClaim>('incident', situation.incidents, (claim) => teller.incident(claim)),
    ...tell<FigureClaim>('figure', situation.figures, (claim) => teller.figure(claim)),
  ];
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Builds phrases of one dossier in one language. */
class Teller {
  private readonly say: Strings;
  constructor(
    private readonly dossier: Dossier,
    private readonly language: Language,
    private readonly counting: Lens['counting'],
  ) {
    this.say = strings(language);
  }

  holding({ place, state, positions, contenders }: Holding): string {
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

  movement({ party, movement, from, via, to, axis }: MovementClaim, intended: boolean): string {
    const way = [
      from && fill(this.say['words.from'], { place: this.place(from) }),
      via?.length && fill(this.say['words.via'], { places: this.list(via.map((id) => this.place(id))) }),
      to && fill(this.say['words.to'], { place: this.place(to) }),
    ];
    const key: StringKey = `words.${movement}${intended ? '.intended' : ''}`;
    const sentence = fill(this.say[key], { party: this.party(party), way: way.filter(Boolean).join(' ') }).trimEnd();
    return axis ? `${sentence}${this.say['words.comma']}${axis}` : sentence;
  }

  flow({ from, to, people, who }: FlowClaim): string {
    const amount = who ? fill(this.say['words.who'], { words: people.words, who }) : people.words;
    const values = { amount, from: this.place(from), to: this.list((to ?? []).map((id) => this.place(id))) };
    return fill(this.say[to?.length ? 'words.flow' : 'words.flow.unknown'], values);
  }

  incident({ place, incident, party }: IncidentClaim): string {
    const values = { incident: this.say[`words.incident.${incident}`], place: this.place(place), party: party ? this.party(party) : '' };
    return fill(this.say[party ? 'words.incident.by' : 'words.incident'], values);
  }

  figure({ amount, counts, measure, asOf, since, who, method }: FigureClaim): string {
    const counted = fill(this.say[`words.counts.${counts}.${measure}`], { who: who ?? this.say['words.people'] });
    const parts = [
      since ? fill(this.say['words.since'], { day: formatEdtf(since, this.language, this.say) }) : '',
      fill(this.say[/^[\d-]+$/.test(asOf) ? 'words.asOf' : 'words.stood'], { day: formatEdtf(asOf, this.language, this.say) }),
      method ?? '',
    ];
    return `${fill(this.say['words.figure'], { counted, words: amount.words })}${parts
      .filter(Boolean)
      .map((part) => `${this.say['words.comma']}${part}`)
      .join('')}`;
  }

  /** The date of what happened, unless it is just the day shown. */
  when(claim: Claim, day: string): string {
    return claim.happened === day ? '' : `${this.say['words.comma']}${formatEdtf(claim.happened, this.language, this.say)}`;
  }

  /** “2 origins, 1 copy: …; claimed by …; denied by …”: every origin is named, so that a sentence says who says so. */
  support(support: Support): string {
    const named = support.origins.map((origin) => this.origin(origin));
    const announced = [...new Set(support.evidence.filter((e) => e.mode === 'intends' || e.mode === 'forecasts').map((e) => e.origin))];
    const origins = counted(this.language, this.say[`words.${this.counting}`], support.origins.length);
    const copies = support.copies ? [counted(this.language, this.say['words.copies'], support.copies)] : [];
    const by = (key: StringKey, list: readonly string[]) =>
      list.length ? [fill(this.say[key], { names: this.list(list.map((origin) => this.origin(origin))) })] : [];
    return [
      ...(named.length
        ? [fill(this.say['words.by'], { origins: [origins, ...copies].join(this.say['words.comma']), names: this.list(named) })]
        : []),
      ...by('words.announcedBy', announced),
      ...by('words.claimedBy', support.claimedBy),
      ...by('words.deniedBy', support.deniedBy),
    ].join(this.say['words.semicolon']);
  }

  private position(position: Position): string {
    const marks = [
      position.background && this.say['words.background'],
      position.implied && this.say['words.implied'],
      this.support(position),
    ];
    const holder = position.holder === null ? this.say['words.nobody'] : this.party(position.holder);
    return `${holder} (${marks.filter(Boolean).join(this.say['words.semicolon'])})`;
  }

  private beside(position: Position): string {
    return fill(this.say[`words.beside.${position.extent}`], { position: this.position(position) });
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
