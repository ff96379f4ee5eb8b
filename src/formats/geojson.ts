import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { Claim, Dossier } from '../core/model';
import { coarsened } from './sensitive';

/**
 * Claims as an RFC 7946 feature collection that any GIS opens: one feature a claim, every property of the file kept, known
 * to us or not. Where the file gives no geometry, the places fill it in: a point for one place, a line for a way through
 * several, one line for each destination of a flow. It stays `null` where no place has coordinates. At a sensitive place the file's own geometry is left out.
 */
export function claimsAsGeojson(dossier: Dossier, claims: readonly Claim[]): FeatureCollection<Geometry | null> {
  return { type: 'FeatureCollection', features: claims.map((claim) => feature(dossier, claim)) };
}

function feature(dossier: Dossier, claim: Claim): Feature<Geometry | null> {
  const { id, geometry: _geometry, ...properties } = claim;
  return { type: 'Feature', id, geometry: geometryOf(dossier, claim), properties };
}

/** Where a claim is: its own geometry, else that of its places; null where neither is known. */
export function geometryOf(dossier: Dossier, claim: Claim): Geometry | null {
  return coarsened(dossier, claim).geometry ?? placed(dossier, claim);
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
