import type { Extent } from '../model';
import { amountOf, code, plain, pointOf, shortened, withoutPlusCode } from './cells';
import { deadOf } from './dead';
import type { Draft, Naming, Rejected, TableRow } from './draft';
import { foldHeading, type Field } from './fields';
import { levelMembers, levelsIn } from './levels';
import type { Mapping } from './mapping';
import { wordKey, type WordsOf } from './meanings';
import { countedBy } from './people';
import { asPreciseAs } from './place-precision';
import type { PlaceResolver, Resolved, Said } from './places';
import { happenedOf, publishedOf } from './row-dates';
import type { TableHead } from './table';
import { namesNobody, questionIn, speakersIn } from './unsure';
import { doubtOf, eventOf, statusOf } from './usual-words';

/** A row of a table into a claim, or the reason why it is none. */

/** So many words of which nothing is known are kept: of a table whose events are told in sentences each is another. */
const MOST_WORDS = 1000;

export class RowReader {
  readonly #at = new Map<Field, number>();
  readonly #always = new Map<Field, string>();
  readonly #levels: ReadonlyMap<string, number>;
  readonly #mapping: Mapping;
  /** Whom the number of people counts by its heading. */
  readonly #counted: ReturnType<typeof countedBy>;
  /** Heading of the column that says how precisely a place is known. */
  readonly #precision: string | null;
  readonly #resolver: PlaceResolver;
  readonly #naming: Naming;
  /** What could not be resolved, by what was said of it. */
  readonly open = new Map<string, { readonly said: Said; readonly resolved: Resolved & { is: 'open' }; count: number }>();
  /** Statuses and events of which nothing is known. */
  readonly words = new Map<string, { readonly about: WordsOf; readonly text: string; count: number }>();
  /** What was guessed, likewise. */
  readonly guessed = new Map<string, { readonly said: Said; readonly resolved: Exclude<Resolved, { is: 'open' }>; count: number }>();

  constructor(mapping: Mapping, head: Pick<TableHead, 'headings' | 'hashtags'>, resolver: PlaceResolver, naming: Naming) {
    const { headings, hashtags } = head;
    this.#counted = countedBy(mapping, head);
    const { placePrecision } = mapping.columns;
    this.#precision = placePrecision && 'column' in placePrecision ? placePrecision.column : null;
    this.#levels = levelsIn(headings, hashtags);
    this.#mapping = mapping;
    this.#resolver = resolver;
    this.#naming = naming;
    for (const [field, found] of Object.entries(mapping.columns) as [Field, { column: string } | { always: string } | undefined][])
      if (found && 'column' in found) this.#at.set(field, headings.indexOf(found.column));
      else if (found) this.#always.set(field, found.always);
  }

  /** A claim's draft, or why the row is none. */
  read({ cells, number }: TableRow): Draft | Rejected {
    const cell = (field: Field): string => plain(this.#always.get(field) ?? cells[this.#at.get(field) ?? -1] ?? '');
    const get = asPreciseAs(this.#precision, cell, plain(cells[this.#levels.get('adm1_name') ?? -1] ?? ''));
    if ('code' in get) return get;
    const question = questionIn(get);
    if (question) return question;
    const happened = happenedOf(get, this.#mapping.dateOrder);
    if ('code' in happened) return happened;
    const published = publishedOf(get, this.#mapping.dateOrder);
    if (published && 'code' in published) return published;
    const made = this.#claim(get, happened.day);
    if ('code' in made) return made;
    const id = get('id') || `row-${number}`;
    return {
      claim: { happened: happened.day, ...made.claim, ...levelMembers(this.#levels, cells) },
      // the other columns of such a row are claims of their own
      id: 'people' in made.claim || 'amount' in made.claim ? this.#ofCounted(id) : id,
      speakers: speakersIn(get('source')),
      published: published?.day ?? null,
      note: get('note') || null,
    };
  }

  #claim(get: (field: Field) => string, happened: string): { readonly claim: Record<string, unknown> } | Rejected {
    switch (this.#mapping.table) {
      case 'control':
        return this.#control(get);
      case 'events':
        return this.#event(get);
      case 'flows':
        return this.#flow(get);
      case 'figures':
        return this.#figure(get, happened);
      case null:
        return { code: 'table', why: 'nobody said what the table is about' };
    }
  }

  #control(get: (field: Field) => string): { readonly claim: Record<string, unknown> } | Rejected {
    const party = get('party');
    const status = get('status');
    const means = status === '' ? 'holds held' : statusOf(status, this.#mapping);
    if (party === '') return { code: 'party', why: 'no holder is named' };
    if (namesNobody(party)) return { code: 'party', why: `“${party}” names no holder: write a row for each who is said to be there` };
    if (/^(contested|disputed|clashes)$/.test(foldHeading(status)))
      return { code: 'status', why: `“${status}” names no holder: write a row for each who is said to be there` };
    if (means === null) return this.#unknown('status', status);
    if (means === 'no') return { code: 'status', why: `“${status}” is left out, as you said` };
    const [says, extent] = means.split(' ') as ['took' | 'holds', Extent];
    const place = this.#place(get);
    if ('code' in place) return place;
    const holder = this.#naming.party(party);
    const verb =
      says === 'took'
        ? { held: 'took', entered: 'entered', parts: 'took parts of', outskirts: 'reached the outskirts of' }
        : { held: 'holds', entered: 'is in', parts: 'holds parts of', outskirts: 'is on the outskirts of' };
    const summary = `${party} ${verb[extent]} ${place.title}.`;
    return { claim: { kind: 'control', place: place.id, holder, says, extent, summary } };
  }

  #event(get: (field: Field) => string): { readonly claim: Record<string, unknown> } | Rejected {
    const text = get('event');
    const kind = eventOf(text, this.#mapping);
    if (kind === null) return this.#unknown('event', text);
    if (kind === 'no') return { code: 'event', why: `“${text}” is left out, as you said` };
    const doubt = doubtOf(text, this.#mapping);
    if (doubt !== null) return this.#unknown('event', text, `“${shortened(text)}” ${doubt}`);
    const place = this.#place(get);
    if ('code' in place) return place;
    const dead = deadOf(get);
    if (dead && 'code' in dead) return dead;
    const party = kind === 'clash' || /^(unknown|unidentified\b.*|n\/?a|[^\p{L}\p{N}]*)$/iu.test(get('party')) ? '' : get('party');
    if (kind === 'took') {
      if (party === '') return { code: 'party', why: 'nobody is named who took it' };
      return {
        claim: {
          kind: 'control',
          place: place.id,
          holder: this.#naming.party(party),
          says: 'took',
          extent: 'held',
          summary: `${party} took ${place.title}.`,
        },
      };
    }
    const incident = kind === 'clash' ? 'casualties' : kind;
    if (incident === 'casualties' && !dead) return { code: 'event', why: `“${text}” without anybody killed is no kind of claim` };
    return {
      claim: {
        kind: 'incident',
        place: place.id,
        incident,
        ...(party !== '' && { party: this.#naming.party(party) }),
        ...(dead && { killed: dead.killed }),
        summary: `${/\p{L}/u.test(text) ? shortened(text) : kind} at ${place.title}${party ? ` by ${party}` : ''}${dead ? `, ${dead.told}` : ''}.`,
      },
    };
  }

  #flow(get: (field: Field) => string): { readonly claim: Record<string, unknown> } | Rejected {
    const people = amountOf(get('people'));
    if (typeof people === 'string' || people === null) return { code: 'number', why: people ?? 'there is no number of people' };
    const from = this.#resolve({ name: get('from'), ...code(get('fromPcode')) }, 'an origin');
    if ('code' in from) return from;
    const destination = get('to') || get('toPcode');
    const to = destination ? this.#resolve({ name: get('to'), ...code(get('toPcode')) }, 'a destination') : null;
    if (to && 'code' in to) return to;
    const who = get('who') || this.#counted?.who;
    const summary = `${people.words} people moved from ${from.title}${to ? ` to ${to.title}` : ''}.`;
    return {
      claim: {
        kind: 'displacement',
        displacement: 'flow',
        from: from.id,
        ...(to && { to: [to.id] }),
        people,
        ...(who && { who }),
        summary,
      },
    };
  }

  #figure(get: (field: Field) => string, happened: string): { readonly claim: Record<string, unknown> } | Rejected {
    const amount = amountOf(get('people'));
    if (typeof amount === 'string' || amount === null) return { code: 'number', why: amount ?? 'there is no number' };
    const area = this.#place(get);
    if ('code' in area) return area;
    const { measure, counts } = this.#mapping;
    const method = get('method');
    const who = [get('who') || this.#counted?.who, get('from') && `from ${get('from')}`].filter(Boolean).join(' ');
    const summary = `${amount.words} ${counts}${who ? ` (${who})` : ''} in ${area.title} (${measure ?? 'stock'}).`;
    return {
      claim: {
        kind: 'displacement',
        displacement: 'figure',
        area: area.id,
        amount,
        counts,
        measure: measure ?? 'stock',
        asOf: happened,
        ...(who && { who }),
        ...(method && { method }),
        summary,
      },
    };
  }

  #unknown(about: WordsOf, text: string, why = `what “${shortened(text)}” means is not known`): Rejected {
    if (text === '') return { code: about, why: 'no kind of event is named' };
    const key = `${about} ${wordKey(text)}`;
    const known = this.words.get(key);
    if (known) known.count++;
    else if (this.words.size < MOST_WORDS) this.words.set(key, { about, text: shortened(text), count: 1 });
    return { code: about, why };
  }

  #ofCounted(id: string): string {
    return this.#counted?.isOneOf ? `${id}-${this.#counted.who}` : id;
  }

  #place(get: (field: Field) => string): { readonly id: string; readonly title: string } | Rejected {
    const point = pointOf(get('latitude'), get('longitude'));
    if (typeof point === 'string') return { code: 'coordinates', why: point };
    // of who is in a country, and from where, the country is the place
    const name = withoutPlusCode(get('place') || get('area') || (this.#mapping.table === 'figures' ? get('to') : ''));
    const pcode = get('place') || get('pcode') ? get('pcode') : get('areaPcode');
    const [id, geonames] = [get('placeId'), get('geonames')];
    return this.#resolve({ name, ...(id && { id }), ...code(pcode), ...(geonames && { geonames }), ...(point && { point }) }, 'a place');
  }

  #resolve(said: Said, what: string): { readonly id: string; readonly title: string } | Rejected {
    const resolved = this.#resolver.resolve(said);
    if (resolved.is === 'known') return this.#naming.place(resolved);
    const key = [said.name, said.id, said.pcode, said.geonames, said.point?.join(' ')].join(' | ');
    if (resolved.is === 'open') {
      const known = this.open.get(key);
      if (known) known.count++;
      else this.open.set(key, { said, resolved, count: 1 });
      const names = resolved.candidates.map(({ title, kind, id }) => `${title} (${kind}, ${id})`).join(', ');
      return {
        code: 'place',
        why:
          said.name === ''
            ? said.point
              ? resolved.why
              : `${what} is not named`
            : `“${said.name}”: ${resolved.why}${names ? `: ${names}` : ''}`,
      };
    }
    const known = this.guessed.get(key);
    if (known) known.count++;
    else this.guessed.set(key, { said, resolved, count: 1 });
    return this.#naming.place(resolved);
  }
}
