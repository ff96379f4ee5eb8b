import type { Dossier } from '../core/model';
import { coloursOf, groundSample } from './areas';
import type { ControlMark, EventMark } from './mark';
import { markSvg } from './marks';
import { nameIn } from './naming';
import type { Palette } from './palette';
import type { Tint } from './party';
import type { Picture, Shown } from './picture';
import { arrowSample, bandSample, countSample, fanSample, rangeSample, traceSample, type Sample } from './samples';
import { ringAroundSample, ringSample } from './rings';
import { counted, fill, formatNumber, strings, type Language } from './strings';

/** What the marks in view mean: one entry for each thing that is there to be understood, drawn as it is drawn on the map. */
export interface LegendEntry extends Sample {
  readonly id: string;
  readonly label: string;
}

/** West, south, east, north. */
type Bounds = readonly [number, number, number, number];

/** The legend of a settled picture, or of the part of it that lies in `view`. Empty where nothing is in view. */
export function legendOf(picture: Picture, dossier: Dossier, palette: Palette, language: Language, view?: Bounds): LegendEntry[] {
  const all = picture.shown ?? [];
  const shown = view ? all.filter(({ at }) => touches(at, view)) : all;
  const say = strings(language);
  const marks = shown.flatMap(({ what }) => (what.kind === 'mark' && what.mark.kind === 'control' ? [what.mark] : []));
  const events = shown.flatMap(({ what }) => (what.kind === 'mark' && what.mark.kind === 'event' ? [what.mark] : []));
  const arrows = shown.flatMap(({ what }) => (what.kind === 'arrow' ? [what] : []));
  const flows = shown.flatMap(({ what }) => (what.kind === 'flow' ? [what] : []));
  const entries: LegendEntry[] = [];
  const add = (id: string, label: string, drawn: Sample) => entries.push({ id, label, ...drawn });
  /** Of no party, where the colour says nothing. */
  const neutral: Tint = { party: '', colour: palette.unknown, initials: '' };
  const mark = (id: string, label: string, example: ControlMark | EventMark | undefined) => {
    if (!example) return;
    const { svg, size } = markSvg({ ...example, selected: false }, palette);
    add(id, label, { svg, width: size, height: size });
  };

  for (const tint of tintsOf(marks, events, arrows)) {
    const name = dossier.parties.get(tint.party)?.name;
    mark(`party:${tint.party}`, name?.[language] ?? name?.en ?? tint.party, plain({ sectors: [tint] }));
  }
  const disputed = marks.find(({ sectors }) => sectors.length > 1);
  if (disputed) mark('disputed', counted(language, say['legend.disputed'], disputed.sectors.length), plain({ sectors: disputed.sectors }));
  const claimed = marks.find(({ claimants }) => claimants.length > 0);
  if (claimed)
    mark(
      'claimed',
      say[claimed.sectors.some(Boolean) ? 'legend.claimed' : 'legend.claimed.alone'],
      plain({ sectors: claimed.sectors, claimants: claimed.claimants }),
    );
  for (const extent of ['entered', 'parts', 'outskirts'] as const) {
    const host = marks.find(({ guests }) => guests.some((guest) => guest.extent === extent));
    if (host) mark(`extent:${extent}`, say[`legend.${extent}`], plain({ guests: [{ tint: neutral, extent }] }));
  }
  const denied = marks.find((each) => each.denied.length > 0);
  if (denied) mark('denied', say['legend.denied'], plain({ sectors: [neutral], denied: [0] }));
  if (marks.some(({ sectors }) => sectors.includes(null))) mark('unknown', say['legend.unknown'], plain({}));
  const areas = marks.filter(({ rank }) => rank === 'area');
  if (areas.length > 0) mark('area', say['legend.area'], plain({ rank: 'area', sectors: [neutral] }));
  const changed = marks.find((each) => each.changed);
  if (changed) mark('changed', say['legend.changed'], plain({ sectors: [neutral], changed: true, rank: 'village' }));
  if (marks.length > 0 && !picture.ground?.inferred) add('blank', say['legend.blank'], groundSample([], palette));
  if (picture.beneath > 0) add('beneath', say['legend.beneath'], countSample(picture.beneath, palette));

  for (const kind of ['advance', 'reinforcement', 'withdrawal'] as const) {
    const example = arrows.find(({ movement, intended, past }) => movement === kind && !intended && !past);
    if (example) add(`arrow:${kind}`, say[`legend.${kind}`], arrowSample(kind, false, example.tint.colour, palette));
  }
  const intended = arrows.find((each) => each.intended && !each.past);
  if (intended) add('arrow:intended', say['legend.intended'], arrowSample(intended.movement, true, intended.tint.colour, palette));
  const past =
    arrows.find((each) => each.past)?.tint.colour ?? (flows.some((each) => each.past && each.form !== 'fan') ? palette.displacement : null);
  if (past) add('past', say['legend.past'], traceSample(past, palette));

  const running = new Set(flows.flatMap((each) => (each.past ? [] : [each.form])));
  if (picture.peoplePerPixel !== null && (running.has('numbers') || running.has('range'))) {
    for (const width of [5, 10, 20]) {
      const people = formatNumber(language, width * picture.peoplePerPixel);
      add(`flow:width-${width}`, fill(say['legend.flow.people'], { n: people }), bandSample(width, palette));
    }
  }
  if (running.has('range')) add('flow:range', say['legend.flow.range'], rangeSample(palette));
  if (running.has('words')) add('flow:words', say['legend.flow.words'], bandSample(null, palette));
  if (flows.some(({ form }) => form === 'fan')) add('flow:fan', say['legend.flow.fan'], fanSample(palette));

  for (const kind of ['strike', 'damage', 'casualties', 'statement', 'arrival', 'coming', 'leaving'] as const) {
    const example = events.find(({ event }) => event === kind);
    if (example) mark(`event:${kind}`, say[`legend.event.${kind}`], { ...example, tint: null });
  }

  const { inferred, silence } = picture.ground ?? { inferred: null, silence: null };
  if (inferred) {
    const { features, share, reachKm } = inferred;
    const held = features.find(({ properties }) => properties.kind === 'held');
    const contested = features.find(({ properties }) => properties.kind === 'disputed');
    if (held)
      add('inferred:held', fill(say['legend.inferred'], { km: formatNumber(language, reachKm) }), groundSample(coloursOf(held), palette));
    if (contested) add('inferred:disputed', say['legend.inferred.disputed'], groundSample(coloursOf(contested), palette));
    const rest =
      share === null
        ? say['legend.inferred.rest']
        : fill(say['legend.inferred.share'], { share: percent(share, language), country: nameIn(inferred.country, language) });
    add('inferred:rest', rest, groundSample([], palette));
  }
  const rings = (silence?.rings ?? []).filter(({ geometry }) => !view || touches([geometry.coordinates as [number, number]], view));
  if (rings.some(({ properties }) => properties.side === 0)) add('silence', say['legend.silence'], ringSample(palette));
  const ringed = rings.find(({ properties }) => properties.side > 0) && (marks.find(({ sectors }) => sectors[0]) ?? marks[0]);
  if (ringed)
    add(
      'silence:mark',
      say['legend.silence.mark'],
      ringAroundSample(markSvg(plain({ sectors: ringed.sectors.slice(0, 1) }), palette), palette),
    );
  return entries;
}

/** A share in per cent, to a tenth where it is small. */
function percent(share: number, language: Language): string {
  const n = share * 100;
  const rounded = n >= 10 || n === 0 ? Math.round(n) : Math.max(0.1, Math.round(n * 10) / 10);
  return fill(strings(language)['ui.percent'], { n: formatNumber(language, rounded) });
}

function plain(part: Partial<ControlMark>): ControlMark {
  return {
    kind: 'control',
    rank: 'town',
    sectors: [null],
    claimants: [],
    guests: [],
    denied: [],
    changed: false,
    selected: false,
    ...part,
  };
}

/** Every party that colours something, in the order of ids. */
function tintsOf(marks: readonly ControlMark[], events: readonly EventMark[], arrows: readonly { readonly tint: Tint }[]): Tint[] {
  const tints = [
    ...marks.flatMap(({ sectors, claimants, guests }) => [...sectors, ...claimants, ...guests.map((guest) => guest.tint)]),
    ...events.map((event) => event.tint),
    ...arrows.map((arrow) => arrow.tint),
  ].flatMap((tint) => tint ?? []);
  return [...new Map(tints.map((tint) => [tint.party, tint])).values()].sort((a, b) => (a.party < b.party ? -1 : 1));
}

/** Whether any of the points, or the way between two of them, may lie in a view. */
export function touches(at: Shown['at'], [west, south, east, north]: Bounds): boolean {
  const lngs = at.map(([lng]) => lng);
  const lats = at.map(([, lat]) => lat);
  return Math.max(...lngs) >= west && Math.min(...lngs) <= east && Math.max(...lats) >= south && Math.min(...lats) <= north;
}
