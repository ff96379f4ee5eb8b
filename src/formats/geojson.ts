import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { Claim, Dossier } from '../core/model';

/**
 * Claims as an RFC 7946 feature collection that any GIS opens: one feature a claim, every property of the file kept, known
 * to us or not. Where the file gives no geometry, the places fill it in: a point for one place, a line for a way through
 * several, one line for each destination of a flow. It stays `null` where no place has coordinates.
 */
export function claimsAsGeojson(dossier: Dossier, claims: readonly Claim[]): FeatureCollection<Geometry | null> {
  return { type: 'FeatureCollection', features: claims.map((claim) => feature(dossier, claim)) };
}

function feature(dossier: Dossier, claim: Claim): Feature<Geometry | null> {
  const { id, geometry, ...properties } = claim;
  return { type: 'Feature', id, geometry: geometry ?? placed(dossier, claim), properties };
}

function placed(dossier: Dossier, claim: Claim): Geometry | null {
  switch (claim.kind) {
    case 'control':
    case 'incident':
      return at(dossier, claim.place);
    case 'movement':
      return through(points(dossier, [claim.from, ...(claim.via ?? []), claim.to]));
    case 'displacement':
      return claim.displacement === 'figure' ? at(dossier, claim.area) : flow(dossier, claim.from, claim.to ?? []);
  }
}

function at(dossier: Dossier, place: string): Geometry | null {
  const found = dossier.places.get(place);
  return found?.geometry ?? through(points(dossier, [place]));
}

function flow(dossier: Dossier, from: string, to: readonly string[]): Geometry | null {
  const ways = to.map((each) => points(dossier, [from, each])).filter((way) => way.length === 2);
  return ways.length > 1 ? { type: 'MultiLineString', coordinates: ways } : through(ways[0] ?? points(dossier, [from]));
}

function points(dossier: Dossier, places: readonly (string | undefined)[]): Position[] {
  return places.flatMap((place) => {
    const point = place === undefined ? null : (dossier.places.get(place)?.point ?? null);
    return point ? [[...point]] : [];
  });
}

function through(way: Position[]): Geometry | null {
  const [first] = way;
  if (!first) return null;
  return way.length > 1 ? { type: 'LineString', coordinates: way } : { type: 'Point', coordinates: first };
}
