import { stepAt } from '../core/geometry/path';
import { pixelAt, toPlane, type XY } from '../core/geometry/plane';
import type { Look } from '../core/ledger';
import type { FlowClaim, LabelOverride, Labels, Place } from '../core/model';
import { pointOf, type EdgeAnchor, type LabelFeature, type LabelKind } from './feature';
import { placeName, saidIn } from './naming';
import { movementOverride, placeOverride } from './label-overrides';
import { radii } from './mark';
import { isSettlement, namesInView, urgencyOf, type Named, type ViewToName } from './names-in-view';
import type { Route } from './strokes/route';
import { markScale, nextMarkScale, zoomStep } from './scale';
import type { Stage } from './strokes/stage';
import { ring, standingOf, type Disc } from './standing';
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

/** A place's name in a language, in English where it has no other. A province gets its full name, since its capital often shares the short one. */
export function nameOf(place: Place, language: Language): string {
  if (language === 'en' || place.titleAr === null) return place.title;
  const short = place.titleAr;
  const full =
    place.kind === 'governorate' ? place.spellings.find((spelling) => spelling !== short && spelling.endsWith(` ${short}`)) : undefined;
  return full ?? short;
}

/** What is to be named, and how. */
export interface NamesWanted extends ViewToName {
  readonly language: Language;
  /** The side of the drawing of a record's style, in pixels at mark scale 1. */
  readonly sideOf: (style: number) => number;
  /** How many marks lie beneath the one of an entry, where any do (see `hiddenAt`). */
  readonly beneath: ReadonlyMap<number, number>;
  /** What the desk says of labels. */
  readonly labels?: Labels | undefined;
}

/**
 * The names of the places in view, the best first and not more than can be read: strong where a mark of who holds it is drawn, with
 * how many marks lie beneath it; quiet elsewhere; of areas, with how far they are held.
 */
export function placeLabels(wanted: NamesWanted): LabelFeature[] {
  const named = namesInView(wanted);
  const discs = new Map(named.flatMap((each) => (each.mark ? [[each, discOf(each.place, each.mark.style, wanted)] as const] : [])));
  return named.flatMap((each) => {
    const label = nameLabel(each, wanted);
    const own = discs.get(each);
    if (label?.properties.label !== 'strong' || label.properties.shift || !own) return label ?? [];
    const { properties } = label;
    const standing = standingOf(
      properties,
      own,
      [...discs.values()].filter((disc) => disc !== own),
    );
    // without a side of its own a mark is nameless, but what lies beneath it is said
    const isSaid = standing.length > 0 || wanted.beneath.has(each.mark!.entry);
    return isSaid ? { ...label, properties: { ...properties, standing: standing.length > 0 ? standing : ring(properties.offset) } } : [];
  });
}

/** The mark of a place as it lies on a map with north at the top, at the start of a step of the zoom, where marks are nearest to each other. */
function discOf(place: Place, style: number, { sideOf, zoom }: NamesWanted): Disc {
  const [x, y] = toPlane(place.point!);
  const pixel = pixelAt(zoomStep(zoom));
  return { at: [x / pixel, y / pixel], radius: (sideOf(style) / 2) * nextMarkScale(zoom) };
}

/** Null where the desk hides it; how many marks lie beneath is never hidden. */
function nameLabel(named: Named, { zoom, language, sideOf, beneath, labels }: NamesWanted): LabelFeature | null {
  const { place, mark, isEvent } = named;
  const own = placeOverride(labels, place.id);
  const kind: LabelKind = isSettlement(place) ? (mark ? 'strong' : 'quiet') : mark || isEvent ? 'area' : 'quiet-area';
  const gap = mark ? (sideOf(mark.style) / 2) * nextMarkScale(zoom) + 1.5 : isSettlement(place) ? 5 : 0;
  const called = own.text?.[language] || nameOf(place, language);
  const name = own.hidden ? '' : mark && !isSettlement(place) ? areaText(called, mark.look, language) : called;
  const hidden = mark ? (beneath.get(mark.entry) ?? 0) : 0;
  if (own.hidden && hidden === 0) return null;
  const text = hidden > 0 ? fill(strings(language)['map.beneath'], { name, n: formatNumber(language, hidden) }) : name;
  const weight = (place.population ?? 0) / 1e4 + (urgencyOf(named) === 2 ? URGENT : 0);
  return moved(
    labelFeature(
      mark ? `control:${place.id}` : '',
      toPlane(place.point!),
      kind,
      text.trim(),
      sizes[kind] + rankSizes[place.kind],
      gap,
      weight,
    ),
    own,
    zoom,
  );
}

/** By how much the name of what is in dispute or changed outweighs that of a greater town. */
const URGENT = 2e3;

/** Where an arrow comes from or goes to off the map, said as such, for its name alone would stand where the place is not; null where nothing does. */
export function edgeLabel(
  id: string,
  { beyond, path }: Route,
  { options: { language }, zoom, pixel, labels }: Stage,
  isFlow = false,
): LabelFeature | null {
  const { hidden, ...said } = movementOverride(labels, id);
  if (!beyond || hidden) return null;
  // a flow's own words are others
  const own = isFlow ? {} : said;
  const say = strings(language)[beyond.leaves ? 'map.edge.to' : 'map.edge.from'];
  const inwards = stepAt(path, beyond.leaves ? path.length - STEM * pixel : STEM * pixel).point;
  const text = own.text?.[language] || fill(say, { place: nameOf(beyond.place, language) });
  const label = labelFeature(id, beyond.at, 'edge', text, sizes.edge, 10, 1e4);
  return moved({ ...label, properties: { ...label.properties, anchor: anchorBeside(beyond.at, inwards) } }, own, zoom);
}

/** So much of an arrow, in pixels, lies beside its name. */
const STEM = 40;

/** Where the text lies that stands inwards of the map's edge and off an arrow there: under one that rises, above one that falls, beside a steep one. */
function anchorBeside([x, y]: XY, [toX, toY]: XY): EdgeAnchor {
  const [dx, dy] = [toX - x, toY - y];
  if (Math.abs(dy) > Math.abs(dx)) return `${dy <= 0 ? 'bottom' : 'top'}-${dx <= 0 ? 'left' : 'right'}`;
  return `${dy <= 0 ? 'top' : 'bottom'}-${dx <= 0 ? 'right' : 'left'}`;
}

/** How many fled: in English the source's own words; in another language their translation, or else the numbers, where both bounds are said. */
export function wordsLabel(
  id: string,
  at: XY,
  { people, from }: FlowClaim,
  isFan: boolean,
  { dossier, options, zoom, labels }: Stage,
): LabelFeature | null {
  const own = movementOverride(labels, id);
  if (own.hidden) return null;
  const { min, max, words } = people;
  const number = (n: number) => formatNumber(options.language, n);
  const said = saidIn(dossier, words, options.language);
  const usual =
    options.language === 'en' || said !== words || min === null || max === null
      ? said
      : min === max
        ? number(min)
        : fill(strings(options.language)['map.range'], { min: number(min), max: number(max) });
  // a fan stands at the place
  const told = isFan
    ? usual
    : fill(strings(options.language)['map.fled'], { people: usual, place: placeName(dossier, from, options.language) });
  const text = own.text?.[options.language] || told;
  return moved(labelFeature(id, at, 'words', text, sizes.words, isFan ? radii.city * markScale(zoom) + 6 : 9, 5e3), own, zoom);
}

function areaText(name: string, { positions }: Look, language: Language): string {
  const say = strings(language);
  const words = [...new Set(positions.flatMap(({ extent }) => (extent === 'held' ? [] : [say[`map.${extent}`]])))];
  return words.length === 0 ? name : fill(say['map.area'], { place: name, words: words.join(say['map.join']) });
}

/** A label where the desk has put it: then it stays there, whatever it lies on. */
function moved(label: LabelFeature, { offset }: LabelOverride, zoom: number): LabelFeature {
  if (!offset) return label;
  const ems = (pixels: number): number => Math.round(((pixels * nextMarkScale(zoom)) / label.properties.size) * 100) / 100;
  return { ...label, properties: { ...label.properties, shift: [ems(offset[0]), ems(offset[1])] } };
}

/** The vowel signs of Arabic: maps are usually without them, and MapLibre gives each the width of a letter. */
const VOWELS = /[\u064b-\u0652\u0670]/g;

/** `gap` in pixels from the point to the text; more `weight` wins. */
function labelFeature(id: string, at: XY, label: LabelKind, text: string, size: number, gap: number, weight: number): LabelFeature {
  return {
    type: 'Feature',
    geometry: pointOf(at),
    properties: {
      id,
      label,
      text: text.replace(VOWELS, ''),
      size,
      offset: Math.round((gap / size) * 100) / 100,
      order: -Math.round(weight),
    },
  };
}
