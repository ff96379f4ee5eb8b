import { endsOf, KIND } from '../../core/claims/columns';
import type { Ledger } from '../../core/ledger';
import { incidents } from '../../core/vocabulary';
import { DayTable } from './day-table';
import type { EventMark, Rank } from '../mark';
import { MarkedPlaces } from './marked-places';
import { LooseRecords, packRecords } from './pack-records';
import type { Records, RecordStyle } from './records';
import type { Thinning } from './thinning';

/**
 * Every mark of a ledger, for all times: pure, and made once for each ledger, where it was weighed. Its records say at the last
 * instant of each day of the span what the situation says then.
 */
export function recordsOf(ledger: Ledger): Records {
  const { span, timeZone } = ledger.dossier;
  const days = new DayTable(span, timeZone);
  const places = new MarkedPlaces(ledger);
  const thinning = places.thinning();
  const styles = new Styles();
  const loose = new LooseRecords(span.start, ledger.control.start.length + ledger.dated.claim.length);
  addControl(loose, ledger, places, thinning, styles, days);
  addEvents(loose, ledger, places, thinning, styles, days);
  return packRecords(loose, places.points(), styles.list, span.start, places.nowhere());
}

const ranks: readonly Rank[] = ['area', 'village', 'town', 'city'];
const events: readonly EventMark['event'][] = [...incidents, 'coming', 'leaving'];

/** A place's mark for each of its rows: with a halo on the day of a change, and thinned from then on. */
function addControl(loose: LooseRecords, ledger: Ledger, places: MarkedPlaces, thinning: Thinning, styles: Styles, days: DayTable): void {
  const { control, looks, dossier } = ledger;
  const secondDay = days.nextAfter(dossier.span.start);
  for (let entry = 0; entry < control.place.length; entry++) {
    const place = places.indexOf(control.place[entry]!);
    if (place < 0) continue;
    const rank = places.rankAt(place);
    let before = -1;
    for (let row = control.first[entry]!; row < control.first[entry + 1]!; row++) {
      const [start, look] = [control.start[row]!, control.look[row]!];
      const end = row + 1 < control.first[entry + 1]! ? control.start[row + 1]! : Infinity;
      const dayEnd = days.nextAfter(start);
      // what is over before its day is shows in no situation
      if (end < dayEnd) continue;
      const disputed = looks[look]!.state === 'disputed';
      const changed = look !== before && dayEnd > secondDay && dayEnd < Infinity;
      before = look;
      if (changed) loose.add(disputed ? 'disputed' : 'changed', place, start, dayEnd, styles.control(look, rank, true), entry);
      const style = styles.control(look, rank, false);
      let from = changed ? dayEnd : start;
      if (disputed) loose.add('disputed', place, from, end, style, entry);
      while (!disputed && from < end) {
        const to = Math.min(end, thinning.nextAfter(place, from));
        if (to >= days.nextAfter(from)) loose.add(rank, place, from, to, style, entry, thinning.minZoomAt(place, from));
        from = to;
      }
    }
  }
}

/** What happened at a place, and movements of which nobody says where they came from or went: beside it, and thinned once past. */
function addEvents(loose: LooseRecords, ledger: Ledger, places: MarkedPlaces, thinning: Thinning, styles: Styles, days: DayTable): void {
  const { dossier, dated } = ledger;
  const { columns } = dossier.claims;
  const { kind, party, incident, parties } = columns;
  const first = loose.length;
  for (let row = 0; row < dated.claim.length; row++) {
    const claim = dated.claim[row]!;
    const place = places.eventAt(claim);
    if (place < 0) continue;
    const isIncident = kind[claim] === KIND.incident;
    const event = isIncident ? incidents[incident[claim]!]! : endsOf(columns, claim)[1] < 0 ? 'leaving' : 'coming';
    const style = styles.event(event, party[claim]!, parties);
    const past = days.nextAfter(dated.ended[row]! - 1);
    const [start, end] = [dated.start[row]!, dated.end[row]!];
    loose.add(isIncident ? 'incidents' : 'movements', place, start, end, style, row, thinning.minZoomAt(place, past), 0, past);
  }
  loose.giveSlots(first, dated.claim, places.count);
}

/** Styles in the order of their first coming, each once. */
class Styles {
  readonly list: RecordStyle[] = [];
  readonly #numbers = new Map<number, number>();

  control(look: number, rank: Rank, changed: boolean): number {
    return this.#number((look * 4 + ranks.indexOf(rank)) * 2 + Number(changed), () => ({ kind: 'control', look, rank, changed }));
  }

  /** `party` is an index into `parties`; -1 is none. */
  event(event: EventMark['event'], party: number, parties: readonly string[]): number {
    const key = -1 - (events.indexOf(event) * (parties.length + 1) + party + 1);
    return this.#number(key, () => ({ kind: 'event', event, party: parties[party] ?? null }));
  }

  #number(key: number, style: () => RecordStyle): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.list.length);
    return this.list.push(style()) - 1;
  }
}
