import type { Feature } from 'geojson';
import { campOf } from './claims/camp';
import { rootOf } from './claims/lineage';
import { intervalOf } from './edtf';
import { fold } from './gazetteer/fold';
import type { Gazetteer } from './gazetteer/gazetteer';
import { linesOf, nearestOn } from './geometry/edge';
import { distance, metresOnPlane, pointsOf, toPlane, type XY } from './geometry/plane';
import type { Claim, ControlClaim, Dossier, FigureClaim, Interval, Place } from './model';

/** Claims that clash with geography, or with their own source: pointed at with a reason, and left as they are. */

export interface Doubt {
  readonly code: 'after-publication' | 'falling-figure' | 'namesake' | 'passed-by';
  readonly claims: readonly string[];
  /** In plain words. */
  readonly why: string;
}

/** A town so near to a road lies on it, in metres: roads are schematic. */
const ON_ROAD_M = 6000;
/** A namesake farther away than this is no slip of the pen between neighbours, but may be of a report; nearer than the other is the same place. */
const NAMESAKE_M = 10_000;

/** Everything doubtful in a dossier. `roads`: lines with a `ref`, where they have a name; `gazetteer`: in which namesakes are looked up. */
export function doubtsOf(dossier: Dossier, roads: readonly Feature[], gazetteer: Gazetteer): Doubt[] {
  const claims = [...dossier.claims].filter(({ withdrawn }) => !withdrawn);
  return [
    ...afterPublication(claims, dossier),
    ...fallingFigures(claims, dossier),
    ...passedBy(claims, dossier, roads),
    ...namesakes(claims, dossier, gazetteer),
  ];
}

const timed = (text: string, { timeZone }: Dossier): Interval => intervalOf(text, timeZone);

/** What a text tells of happened before it was published, unless it speaks of the future. */
function afterPublication(claims: readonly Claim[], dossier: Dossier): Doubt[] {
  return claims.flatMap((claim) => {
    const said =
      claim.kind === 'displacement' && claim.displacement === 'figure'
        ? claim.measure === 'forecast'
          ? null
          : claim.asOf
        : claim.happened;
    if (said === null) return [];
    const { start } = timed(said, dossier);
    return claim.reports.flatMap(({ source, mode, published }): Doubt[] => {
      const date = published ?? dossier.sources.get(source)?.published;
      if (!date || mode === 'intends' || mode === 'forecasts' || timed(date, dossier).end > start) return [];
      return [
        {
          code: 'after-publication',
          claims: [claim.id],
          why: `It is said to be of ${said}, and ${source}, which says so, was published on ${date}.`,
        },
      ];
    });
  });
}

/** A figure that is said to be cumulative does not fall. */
function fallingFigures(claims: readonly Claim[], dossier: Dossier): Doubt[] {
  const series = new Map<string, FigureClaim[]>();
  for (const claim of claims) {
    if (claim.kind !== 'displacement' || claim.displacement !== 'figure' || claim.measure !== 'cumulative') continue;
    const [report] = claim.reports;
    const origin = report!.by ?? rootOf(report!.source, dossier.sources);
    const key = JSON.stringify([origin, claim.area, claim.counts, claim.since ?? '', claim.who ?? '']);
    series.set(key, [...(series.get(key) ?? []), claim]);
  }
  return [...series.values()].flatMap((all) => {
    const sorted = [...all].sort((a, b) => timed(a.asOf, dossier).start - timed(b.asOf, dossier).start);
    return sorted.flatMap((later, i): Doubt[] => {
      const earlier = sorted
        .slice(0, i)
        .find(
          ({ asOf, amount }) =>
            timed(asOf, dossier).end <= timed(later.asOf, dossier).start && (amount.min ?? 0) > (later.amount.max ?? Infinity),
        );
      if (!earlier) return [];
      return [
        {
          code: 'falling-figure',
          claims: [earlier.id, later.id],
          why: `It is said to be cumulative, and falls from ${earlier.amount.words} (${earlier.asOf}) to ${later.amount.words} (${later.asOf}).`,
        },
      ];
    });
  });
}

/** A town reported taken before the towns on the road to it that the same side took later. */
function passedBy(claims: readonly Claim[], dossier: Dossier, roads: readonly Feature[]): Doubt[] {
  const held = claims.filter((claim): claim is ControlClaim => claim.kind === 'control' && claim.extent === 'held');
  const towns = new Map(
    held.flatMap(({ place }) => {
      const found = dossier.places.get(place);
      return found?.point && found.featureClass === 'P' ? [[place, found] as const] : [];
    }),
  );
  const doubts = new Map<string, Doubt>();
  for (const road of roads) {
    const along = townsAlong(road, towns);
    for (const claim of held) {
      if (claim.says !== 'took' || !along.includes(claim.place)) continue;
      const camp = campOf(claim.holder, dossier.parties);
      const taken = timed(claim.happened, dossier);
      const ours = held.filter((each) => campOf(each.holder, dossier.parties) === camp && each.place !== claim.place);
      const at = along.indexOf(claim.place);
      for (const side of [along.slice(0, at).reverse(), along.slice(at + 1)]) {
        const from = side.findIndex((place) => ours.some((each) => each.place === place && timed(each.happened, dossier).end <= taken.end));
        // on the way there are only towns that this side may have taken afterwards
        const passed = side.slice(0, Math.max(0, from)).filter((place) => {
          const theirs = ours.filter((each) => each.place === place && each.says === 'took');
          return theirs.length > 0 && theirs.every(({ happened }) => timed(happened, dossier).end > taken.end);
        });
        if (passed.length === 0) continue;
        const name = (place: string) => dossier.places.get(place)!.title;
        const later = ours.filter(({ place, says }) => passed.includes(place) && says === 'took');
        const when = [...new Set(later.map(({ happened }) => happened))].join(', ');
        const ref = (road.properties as { ref?: string | null } | null)?.ref;
        doubts.set(claim.id, {
          code: 'passed-by',
          claims: [claim.id, ...later.map(({ id }) => id)],
          why: `${name(claim.place)} is said to be taken on ${claim.happened}, and ${listed(passed.map(name))}, on the road${ref ? ` ${ref}` : ''} to it from ${name(side[from]!)}, perhaps only later: ${when}.`,
        });
      }
    }
  }
  return [...doubts.values()];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

/** Ids of the towns on a road, in its order. */
function townsAlong({ geometry }: Feature, towns: ReadonlyMap<string, Place>): string[] {
  const lines = linesOf(geometry);
  const vertices = lines.flatMap(pointsOf);
  const found: { id: string; at: number }[] = [];
  for (const [id, { point }] of towns) {
    const here = toPlane(point!);
    const there = nearestOn(lines, here);
    if (distance(here, there) > metresOnPlane(ON_ROAD_M, point![1])) continue;
    found.push({ id, at: positionOn(vertices, there) });
  }
  return found.sort((a, b) => a.at - b.at).map(({ id }) => id);
}

/** How far along some vertices a point of their line lies. */
function positionOn(vertices: readonly XY[], point: XY): number {
  let [best, least, length] = [0, Infinity, 0];
  for (let i = 1; i < vertices.length; i++) {
    const [a, b] = [vertices[i - 1]!, vertices[i]!];
    const detour = distance(a, point) + distance(point, b) - distance(a, b);
    if (detour < least) [best, least] = [length + distance(a, point), detour];
    length += distance(a, b);
  }
  return best;
}

/** A town that shares its name with another town, which a report may mean. */
function namesakes(claims: readonly Claim[], dossier: Dossier, { spellings }: Gazetteer): Doubt[] {
  const byName = new Map<string, Place[]>();
  for (const { place, folded } of spellings)
    if (place.featureClass === 'P' && place.point) byName.set(folded, [...(byName.get(folded) ?? []), place]);
  const told = new Map<string, string[]>();
  for (const claim of claims)
    if (claim.kind === 'control' || claim.kind === 'incident') told.set(claim.place, [...(told.get(claim.place) ?? []), claim.id]);
  return [...told].flatMap(([id, ids]): Doubt[] => {
    const place = dossier.places.get(id);
    if (!place?.point || place.featureClass !== 'P') return [];
    const here = toPlane(place.point);
    const far = metresOnPlane(NAMESAKE_M, place.point[1]);
    const others = [...new Set(byName.get(fold(place.title)) ?? [])].filter(
      (other) => other.geonames !== place.geonames && distance(toPlane(other.point!), here) > far,
    );
    // a large town is what its name means, unless another is as large
    const alike = others.filter((other) => (other.population ?? 0) * 4 >= (place.population ?? 0));
    if (alike.length === 0) return [];
    const where = alike.map((other) => `${other.point!.map((degrees) => degrees.toFixed(2)).join(', ')}`).join('; ');
    return [
      {
        code: 'namesake',
        claims: ids,
        why: `${alike.length === 1 ? 'Another town is' : `${alike.length} other towns are`} called ${place.title}, at ${where}: does the report mean this one?`,
      },
    ];
  });
}
