import { toPlane, type XY } from '../core/geometry/plane';
import type { Holding } from '../core/ledger';
import type { Dossier, FlowClaim, Place } from '../core/model';
import { pointOf, type LabelFeature, type LabelKind } from './feature';
import { radii } from './mark';
import { isOutlined, type Route } from './route';
import { markScale, nextMarkScale } from './scale';
import { placeOf, type Stage } from './stage';
import { fill, formatNumber, strings, type Language } from './strings';

/** Names and words of the picture; they stand beside the marks, never on them. */

const sizes: Readonly<Record<LabelKind, number>> = { strong: 14, quiet: 12.5, area: 12, 'quiet-area': 11.5, edge: 12, words: 12 };
/** Settlements of lower rank are written smaller. */
const rankSizes: Readonly<Record<Place['kind'], number>> = {
  city: 0,
  town: -1.5,
  village: -2.5,
  bridge: -2.5,
  governorate: 0,
  region: 0,
  country: 0,
  area: 0,
  road: 0,
};

/**
 * The places that the picture names itself on every day, so that the basemap need not: the dossier's settlements, provinces and
 * outlined regions, and whatever else a claim says is held.
 */
export function namedPlaces(dossier: Dossier): Place[] {
  const held = new Set(dossier.claims.flatMap((claim) => (claim.kind === 'control' ? [claim.place] : [])));
  return [...dossier.places.values()].filter(
    (place) =>
      place.point !== null &&
      (held.has(place.id) || isSettlement(place) || place.kind === 'governorate' || (place.kind === 'region' && isOutlined(place))),
  );
}

/** A place's name in a language, in English where it has no other. A province gets its full name, since its capital often shares the short one. */
export function nameOf(place: Place, language: Language): string {
  if (language === 'en' || place.titleAr === null) return place.title;
  const short = place.titleAr;
  const full =
    place.kind === 'governorate' ? place.spellings.find((spelling) => spelling !== short && spelling.endsWith(` ${short}`)) : undefined;
  return full ?? short;
}

/**
 * The names of the dossier's places: strong where a holding is shown, quiet elsewhere; of areas, with how far they are held.
 * `markSizes` holds the sides of the marks' drawings by their ids, in pixels.
 */
export function placeLabels(stage: Stage, holdings: readonly Holding[], markSizes: ReadonlyMap<string, number>): LabelFeature[] {
  const { dossier, options, zoom } = stage;
  const shown = new Map(holdings.map((holding) => [holding.place, holding]));
  const events = new Set([
    ...stage.incidents.map(({ claim }) => claim.place),
    ...stage.movements.flatMap(({ claim, route }) => (route ? [] : (claim.to ?? claim.from ?? []))),
  ]);
  const named = namedPlaces(dossier);
  const others = [...events].flatMap((id) => placeOf(dossier, id) ?? []).filter((place) => place.point !== null && !named.includes(place));
  return [...named, ...others].flatMap((place) => {
    const holding = shown.get(place.id);
    // a region that is no unit of the map is named only while something is said of it
    if (!holding && !isSettlement(place) && !events.has(place.id) && place.kind !== 'governorate' && !isOutlined(place)) return [];
    if (!holding && place.kind === 'country') return [];
    const label: LabelKind = isSettlement(place) ? (holding ? 'strong' : 'quiet') : holding || events.has(place.id) ? 'area' : 'quiet-area';
    const size = sizes[label] + rankSizes[place.kind];
    const side = markSizes.get(`control:${place.id}`);
    const gap = side !== undefined ? (side / 2) * nextMarkScale(zoom) + 1.5 : isSettlement(place) ? 5 : 0;
    const text = holding && !isSettlement(place) ? areaText(place, holding, options.language) : nameOf(place, options.language);
    return [
      labelFeature(holding ? `control:${place.id}` : '', toPlane(place.point!), label, text, size, gap, (place.population ?? 0) / 1e4),
    ];
  });
}

/** The name of the place that an arrow comes from or goes to, where that lies off the map; null where nothing does. */
export function edgeLabel(id: string, { beyond }: Route, { options }: Stage): LabelFeature | null {
  return beyond && labelFeature(id, beyond.at, 'edge', nameOf(beyond.place, options.language), sizes.edge, 8, 1e4);
}

/** How many fled: in English the source's own words; in another language the numbers, where both bounds are said. */
export function wordsLabel(id: string, at: XY, { people }: FlowClaim, isFan: boolean, { options, zoom }: Stage): LabelFeature {
  const { min, max, words } = people;
  const number = (n: number) => formatNumber(options.language, n);
  const text =
    options.language === 'en' || min === null || max === null
      ? words
      : min === max
        ? number(min)
        : fill(strings(options.language)['map.range'], { min: number(min), max: number(max) });
  return labelFeature(id, at, 'words', text, sizes.words, isFan ? radii.city * markScale(zoom) + 6 : 9, 5e3);
}

function areaText(place: Place, { positions }: Holding, language: Language): string {
  const say = strings(language);
  const words = [...new Set(positions.flatMap(({ extent }) => (extent === 'held' ? [] : [say[`map.${extent}`]])))];
  const name = nameOf(place, language);
  return words.length === 0 ? name : fill(say['map.area'], { place: name, words: words.join(say['map.join']) });
}

function isSettlement({ kind }: Place): boolean {
  return kind === 'city' || kind === 'town' || kind === 'village';
}

/** `gap` in pixels from the point to the text; more `weight` wins. */
function labelFeature(id: string, at: XY, label: LabelKind, text: string, size: number, gap: number, weight: number): LabelFeature {
  return {
    type: 'Feature',
    geometry: pointOf(at),
    properties: { id, label, text, size, offset: Math.round((gap / size) * 100) / 100, order: -Math.round(weight) },
  };
}
