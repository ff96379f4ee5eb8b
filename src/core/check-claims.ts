import { checkGeometry } from './check-geometry';
import { checkAgainst, type Context } from './check-schema';
import { claimFiles } from './claim-schema';
import { pointer, quoted, type Issue } from './issue';
import type { Claim } from './model';

/** A claim and the place in its file that messages about it name. */
export interface Located {
  readonly claim: Claim;
  readonly context: Context;
}

/** Reads one file of claims, a GeoJSON FeatureCollection; features at fault give issues, the others come back in file order. */
export function checkClaims(file: keyof typeof claimFiles, value: unknown, issues: Issue[]): Located[] {
  const features = featuresOf(value);
  if (!features) {
    issues.push({
      file,
      at: '',
      id: null,
      code: 'value',
      found: quoted(value),
      expected: 'a GeoJSON FeatureCollection',
      mend: 'write {"type": "FeatureCollection", "features": […]}',
    });
    return [];
  }
  return features.flatMap((feature, i) => checkFeature(file, feature, i, issues) ?? []);
}

function featuresOf(value: unknown): unknown[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, features } = value as { type?: unknown; features?: unknown };
  return type === 'FeatureCollection' && Array.isArray(features) ? features : null;
}

function checkFeature(file: keyof typeof claimFiles, feature: unknown, index: number, issues: Issue[]): Located | null {
  const at = pointer('features', index);
  const { type, id, properties, geometry } = (typeof feature === 'object' && feature !== null ? feature : {}) as Record<string, unknown>;
  const context: Context = { file, at, id: typeof id === 'string' ? id : null };
  const before = issues.length;
  if (type !== 'Feature')
    issues.push({ ...context, at: `${at}/type`, code: 'value', found: quoted(type), expected: '"Feature"', mend: 'correct "type"' });
  if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]*$/.test(id))
    issues.push({
      ...context,
      at: `${at}/id`,
      code: id === undefined ? 'missing' : 'value',
      found: quoted(id),
      expected: 'an id of lower-case letters, digits and hyphens',
      mend: 'give the feature an "id" of its own, beside its "type"',
    });
  const read = checkGeometry(geometry === undefined ? null : geometry, { ...context, at: `${at}/geometry` }, issues);
  const { kind, schemaOf } = claimFiles[file];
  const stated = (typeof properties === 'object' && properties !== null ? properties : {}) as { kind?: unknown; displacement?: unknown };
  if (kind === 'displacement' && stated.displacement !== 'flow' && stated.displacement !== 'figure')
    issues.push({
      ...context,
      at: `${at}/properties/displacement`,
      code: 'value',
      found: quoted(stated.displacement),
      expected: '"flow" or "figure"',
      mend: 'say which of the two it is',
    });
  else {
    const claim = checkAgainst(schemaOf(stated), properties, { ...context, at: `${at}/properties` }, issues);
    if (claim && issues.length === before) return { claim: { ...(claim as object), id, geometry: read } as Claim, context };
  }
  return null;
}
