import { campOf } from './camp';
import { FLAG, KIND, type Columns, type ColumnsHead } from './columns';
import { Growing } from '../lists/growing';
import { Ids, numbersOf, ranked, type Sorted } from '../lists/ids';
import type { Claim, Instant, Interval, Report } from '../model';
import { divided, entriesIn, orderOf } from '../lists/rows';
import { extents, incidents, modes, movements } from '../vocabulary';
import { intervalOf, latestStartOf } from '../edtf';

/** Turns claims into columns as they are read. */

/** When something happened, with what a text says beyond its interval. */
interface When extends Interval {
  readonly speaksUntil: Instant;
  /** The latest instant at which it can have begun. */
  readonly latestStart: Instant;
  readonly uncertain: boolean;
}

const modeOf = new Map(modes.map((mode, i): [string, number] => [mode, i]));
const incidentOf = new Map(incidents.map((incident, i): [string, number] => [incident, i]));
const movementOf = new Map(movements.map((movement, i): [string, number] => [movement, i]));
const extentOf = new Map(extents.map((extent, i): [string, number] => [extent, i]));

/** Takes claims in any order; `finish` sorts them by id. Dates and references must have been checked. */
export class ColumnsBuilder {
  readonly #head: ColumnsHead;
  readonly #ids: string[] = [];
  readonly #places = new Ids();
  readonly #parties = new Ids();
  readonly #speakers = new Ids();
  readonly #sources = new Ids();
  readonly #events = new Ids();
  readonly #series = new Ids();
  readonly #claims = {
    kind: new Growing(Uint8Array),
    place: new Growing(Int32Array),
    party: new Growing(Int32Array),
    extent: new Growing(Uint8Array),
    incident: new Growing(Uint8Array),
    movement: new Growing(Uint8Array),
    flags: new Growing(Uint8Array),
    start: new Growing(Float64Array),
    end: new Growing(Float64Array),
    speaksUntil: new Growing(Float64Array),
    until: new Growing(Float64Array),
    since: new Growing(Float64Array),
    fewest: new Growing(Float64Array),
    most: new Growing(Float64Array),
    event: new Growing(Int32Array),
    line: new Growing(Int32Array),
    joined: new Growing(Uint32Array),
    reports: new Growing(Uint32Array),
  };
  readonly #joins = new Growing(Int32Array);
  readonly #reports = {
    source: new Growing(Int32Array),
    speaker: new Growing(Int32Array),
    mode: new Growing(Uint8Array),
    knownFrom: new Growing(Float64Array),
  };
  #recorded = '';
  readonly #whens = new Map<string, When>();
  readonly #known = new Map<string, Instant>();

  constructor(head: ColumnsHead) {
    this.#head = head;
    for (const [id, { alliedWith }] of head.parties) for (const each of [id, alliedWith]) this.#parties.of(each);
    for (const [id, { party }] of head.speakers) {
      this.#speakers.of(id);
      this.#parties.of(party);
    }
    for (const [id, { derivedFrom }] of head.sources) for (const each of [id, derivedFrom]) this.#sources.of(each);
  }

  add(claim: Claim): void {
    const rows = this.#claims;
    const kind = kindOf(claim);
    const figure = claim.kind === 'displacement' && claim.displacement === 'figure' ? claim : null;
    const when = this.#whenOf(figure?.asOf ?? claim.happened);
    const background = claim.kind === 'control' && claim.says === 'holds' && when.latestStart < this.#head.span.start;
    this.#ids.push(claim.id);
    for (const day of [claim.recorded, claim.withdrawn?.on ?? '']) if (day > this.#recorded) this.#recorded = day;
    rows.kind.push(kind);
    rows.place.push(this.#places.of(placeOf(claim)));
    rows.party.push(this.#parties.of(partyOf(claim)));
    rows.extent.push(claim.kind === 'control' ? extentOf.get(claim.extent)! : 0);
    rows.incident.push(claim.kind === 'incident' ? incidentOf.get(claim.incident)! : 0);
    rows.movement.push(claim.kind === 'movement' ? movementOf.get(claim.movement)! : 0);
    const joins = joinsOf(claim);
    rows.joined.push(joins.length);
    for (const place of joins) this.#joins.push(this.#places.of(place));
    rows.flags.push(
      (claim.withdrawn ? FLAG.withdrawn : 0) |
        (claim.implied ? FLAG.implied : 0) |
        (background ? FLAG.background : 0) |
        (claim.kind === 'control' && claim.says === 'took' ? FLAG.took : 0) |
        (when.uncertain ? FLAG.uncertain : 0),
    );
    rows.start.push(when.start);
    rows.end.push(when.end);
    rows.speaksUntil.push(when.speaksUntil);
    rows.since.push(figure?.since ? this.#whenOf(figure.since).start : when.start);
    rows.until.push(claim.until ? this.#whenOf(claim.until).end : kind === KIND.control ? Infinity : when.end);
    const people = claim.kind === 'displacement' && claim.displacement === 'flow' ? claim.people : null;
    rows.fewest.push(people?.min ?? NaN);
    rows.most.push(people?.max ?? NaN);
    rows.event.push(this.#events.of(claim.event));
    rows.line.push(
      figure ? this.#series.of([figure.measure, figure.counts, figure.since ?? '', figure.area, figure.who ?? ''].join(' ')) : -1,
    );
    rows.reports.push(claim.reports.length);
    for (const report of claim.reports) {
      this.#reports.source.push(this.#sources.of(report.source));
      this.#reports.speaker.push(this.#speakers.of(report.by));
      this.#reports.mode.push(modeOf.get(report.mode)!);
      this.#reports.knownFrom.push(this.#knownFrom(report));
    }
  }

  /** The columns of what was added so far, and for each row the index of its claim in the order of adding. */
  finish(): { columns: Columns; order: Uint32Array } {
    const order = orderOf(this.#ids);
    const { reports, joined, ...claims } = this.#claims;
    const [places, parties, speakers, sources, events, series] = [
      this.#places,
      this.#parties,
      this.#speakers,
      this.#sources,
      this.#events,
      this.#series,
    ].map((ids) => ids.sorted()) as [Sorted, Sorted, Sorted, Sorted, Sorted, Sorted];
    const place = ranked(claims.place.in(order), places);
    const kind = claims.kind.in(order);
    const event = ranked(claims.event.in(order), events);
    const control = divided(
      place.map((at, row) => (kind[row] === KIND.control ? at : -1)),
      places.list.length,
    );
    // a figure has no date of an event
    const eventful = divided(
      event.map((of, row) => (kind[row] === KIND.figure ? -1 : of)),
      events.list.length,
    );
    const { first: firstReport, entries: reportOrder } = entriesIn(order, reports.all());
    const { first: firstJoin, entries: joinOrder } = entriesIn(order, joined.all());
    return {
      order,
      columns: {
        places: places.list,
        parties: parties.list,
        speakers: speakers.list,
        sources: sources.list,
        events: events.list,
        recorded: this.#recorded,
        series: series.list,
        derivedFrom: numbersOf(sources, sources, (id) => this.#head.sources.get(id)?.derivedFrom),
        side: numbersOf(speakers, parties, (id) => this.#head.speakers.get(id)?.party),
        camp: numbersOf(parties, parties, (id) => campOf(id, this.#head.parties)),
        kind,
        place,
        party: ranked(claims.party.in(order), parties),
        extent: claims.extent.in(order),
        incident: claims.incident.in(order),
        movement: claims.movement.in(order),
        flags: claims.flags.in(order),
        start: claims.start.in(order),
        end: claims.end.in(order),
        speaksUntil: claims.speaksUntil.in(order),
        until: claims.until.in(order),
        since: claims.since.in(order),
        fewest: claims.fewest.in(order),
        most: claims.most.in(order),
        event,
        line: ranked(claims.line.in(order), series),
        firstJoin,
        joins: ranked(this.#joins.in(joinOrder), places),
        firstReport,
        source: ranked(this.#reports.source.in(reportOrder), sources),
        speaker: ranked(this.#reports.speaker.in(reportOrder), speakers),
        mode: this.#reports.mode.in(reportOrder),
        knownFrom: this.#reports.knownFrom.in(reportOrder),
        firstControl: control.first,
        controlAt: control.rows,
        firstEvent: eventful.first,
        eventClaims: eventful.rows,
      },
    };
  }

  #whenOf(text: string): When {
    const known = this.#whens.get(text);
    if (known) return known;
    const { timeZone } = this.#head;
    const { start, end } = intervalOf(text, timeZone);
    const when: When = {
      start,
      end,
      speaksUntil: end === Infinity ? start + 1 : end,
      latestStart: latestStartOf(text, timeZone),
      uncertain: text.startsWith('['),
    };
    this.#whens.set(text, when);
    return when;
  }

  #knownFrom(report: Report): Instant {
    const text = report.published ?? this.#head.sources.get(report.source)!.published;
    let known = this.#known.get(text);
    if (known === undefined) this.#known.set(text, (known = intervalOf(text, this.#head.timeZone).end - 1));
    return known;
  }
}

function kindOf(claim: Claim): number {
  return claim.kind === 'displacement' ? KIND[claim.displacement] : KIND[claim.kind];
}

function placeOf(claim: Claim): string | undefined {
  if (claim.kind === 'control' || claim.kind === 'incident') return claim.place;
  return claim.kind === 'displacement' && claim.displacement === 'figure' ? claim.area : undefined;
}

/** The places that a movement or a flow joins. */
function joinsOf(claim: Claim): readonly (string | undefined)[] {
  if (claim.kind === 'movement') return [claim.from, ...(claim.via ?? []), claim.to];
  return claim.kind === 'displacement' && claim.displacement === 'flow' ? [claim.from, ...(claim.to ?? [])] : [];
}

function partyOf(claim: Claim): string | undefined {
  if (claim.kind === 'control') return claim.holder;
  return claim.kind === 'displacement' ? undefined : claim.party;
}
