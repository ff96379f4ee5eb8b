import type { Look } from '../core/ledger';
import type { Dossier, Extent, IncidentKind, Place } from '../core/model';
import type { Palette } from './palette';
import { tintOf, type Tint } from './party';

/** What a mark shows: everything that its drawing depends on, and nothing else. */

export type Rank = 'city' | 'town' | 'village' | 'area';

/** Who holds a place, by what is said of it. */
export interface ControlMark {
  readonly kind: 'control';
  readonly rank: Rank;
  /** One entry: the holder. Several: the positions in dispute. `null` stands for nobody known. */
  readonly sectors: readonly (Tint | null)[];
  /** Who alone says that the place is theirs, without support. */
  readonly claimants: readonly Tint[];
  /** Who is there without holding it. */
  readonly guests: readonly { readonly tint: Tint; readonly extent: Exclude<Extent, 'held'> }[];
  /** Indices of sectors that somebody denies. */
  readonly denied: readonly number[];
  readonly changed: boolean;
  readonly selected: boolean;
}

/** What happened at a place: an incident, or a movement of which nobody says where it came from or went. */
export interface EventMark {
  readonly kind: 'event';
  readonly event: IncidentKind | 'coming' | 'leaving';
  readonly tint: Tint | null;
  readonly selected: boolean;
}

export type Mark = ControlMark | EventMark;

/** Disc radius in CSS pixels at icon size 1. */
export const radii: Readonly<Record<Rank, number>> = { city: 11, town: 9.5, village: 7.5, area: 6.5 };

/** How big a place's mark is; everything that is not a settlement is an area. */
export function rankOf(place: Pick<Place, 'kind'>): Rank {
  if (place.kind === 'city' || place.kind === 'town' || place.kind === 'village') return place.kind;
  return place.kind === 'bridge' ? 'village' : 'area';
}

/** What a place looks like, as a mark; a party that the dossier does not know paints like any other. */
export function markOfLook(
  { state, positions, contenders }: Look,
  rank: Rank,
  dossier: Dossier,
  palette: Palette,
  { changed = false, selected = false }: { readonly changed?: boolean; readonly selected?: boolean } = {},
): ControlMark {
  const tint = (party: string | null) => (party === null ? null : tintOf(party, dossier, palette));
  const whole = positions.filter((position) => position.extent === 'held');
  const holders = state === 'disputed' ? positions.slice(0, contenders) : state === 'held' ? whole.slice(0, 1) : [];
  const others = whole.filter((position) => !holders.includes(position));
  // the word of whoever lost the place is a denial of the holder, and no claim to it
  const overruled = others.filter((position) => holders.length > 0 && !position.taken);
  const isContradicted = others.some((position) => position.holder === null) || overruled.length > 0;
  return {
    kind: 'control',
    rank,
    sectors: holders.length > 0 ? holders.map((position) => tint(position.holder)) : [null],
    claimants: others
      .filter((position) => position.holder !== null && !overruled.includes(position))
      .map((position) => tint(position.holder)!),
    guests: positions.flatMap((position) =>
      position.extent === 'held' || position.holder === null ? [] : [{ tint: tint(position.holder)!, extent: position.extent }],
    ),
    denied:
      holders.length > 0
        ? holders.flatMap((position, i) => (position.denied || (i === 0 && isContradicted) ? [i] : []))
        : whole.some((position) => position.denied)
          ? [0]
          : [],
    changed,
    selected,
  };
}

/** What happened, as a mark. */
export function markOfEvent(
  event: EventMark['event'],
  party: string | null,
  dossier: Dossier,
  palette: Palette,
  selected = false,
): EventMark {
  return { kind: 'event', event, tint: party === null ? null : tintOf(party, dossier, palette), selected };
}
