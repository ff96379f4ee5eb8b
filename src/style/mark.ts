import type { Holding, Position } from '../core/ledger';
import type { Dossier, Extent, IncidentKind, Place } from '../core/model';
import { claimsById } from './claims-of';
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

/** A holding as a mark. */
export function markOf(
  holding: Holding,
  dossier: Dossier,
  palette: Palette,
  { changed = false, selected = false }: { readonly changed?: boolean; readonly selected?: boolean } = {},
): ControlMark {
  const tint = (party: string | null) => (party === null ? null : tintOf(party, dossier, palette));
  const whole = holding.positions.filter((position) => position.extent === 'held');
  const holders =
    holding.state === 'disputed' ? holding.positions.slice(0, holding.contenders) : holding.state === 'held' ? whole.slice(0, 1) : [];
  const others = whole.filter((position) => !holders.includes(position));
  const place = dossier.places.get(holding.place);
  const denied = holders.flatMap((position, i) => (position.deniedBy.length > 0 || isContradicted(i, others, dossier) ? [i] : []));
  return {
    kind: 'control',
    rank: place ? rankOf(place) : 'village',
    sectors: holders.length > 0 ? holders.map((position) => tint(position.holder)) : [null],
    claimants: others
      .filter((position) => position.holder !== null && !isOverruled(position, holders, dossier))
      .map((position) => tint(position.holder)!),
    guests: holding.positions.flatMap((position) =>
      position.extent === 'held' || position.holder === null ? [] : [{ tint: tint(position.holder)!, extent: position.extent }],
    ),
    denied: holders.length === 0 && whole.some((position) => position.deniedBy.length > 0) ? [0] : denied,
    changed,
    selected,
  };
}

/** Whether a position is only the word of whoever lost the place: shown as a denial of the holder, not as a claim to it. */
function isOverruled(position: Position, holders: readonly Position[], dossier: Dossier): boolean {
  if (holders.length === 0) return false;
  return !position.claims.some((id) => {
    const claim = claimsById(dossier).get(id);
    return claim?.kind === 'control' && claim.says === 'took' && claim.holder === position.holder;
  });
}

function isContradicted(holder: number, others: readonly Position[], dossier: Dossier): boolean {
  return holder === 0 && others.some((position) => position.holder === null || isOverruled(position, [position], dossier));
}
