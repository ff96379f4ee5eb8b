import { checkGeometry } from './geometry';
import { isId } from './parts';
import { checkAgainst, type Context } from './schema';
import { claimSchemas, schemaNameOf, type claimFiles } from '../claim-schema';
import { quoted, type Issue } from '../issue';
import type { Claim } from '../model';

/** The kind of every claim of a GeoJSON file; null where each claim says its own. */
export type FileKind = (typeof claimFiles)[keyof typeof claimFiles] | null;

/** The features of a file's value, a GeoJSON FeatureCollection; null, with an issue, where it is none. */
export function featuresOf(file: string, value: unknown, issues: Issue[]): readonly unknown[] | null {
  const { type, features } = Object(value) as { type?: unknown; features?: unknown };
  if (type === 'FeatureCollection' && Array.isArray(features)) return features;
  issues.push({
    file,
    at: '',
    id: null,
    code: 'value',
    found: quoted(value),
    expected: 'a GeoJSON FeatureCollection',
    mend: 'write {"type": "FeatureCollection", "features": […]}',
  });
  return null;
}

/** Reads one feature as a claim: null, with issues, where it is at fault. Their pointers begin at the feature. */
export function checkFeature(feature: unknown, kind: FileKind, context: Context, issues: Issue[]): Claim | null {
  const { type, id, properties, geometry } = (typeof feature === 'object' && feature !== null ? feature : {}) as Record<string, unknown>;
  const before = issues.length;
  if (type !== 'Feature')
    issues.push({ ...context, at: '/type', code: 'value', found: quoted(type), expected: '"Feature"', mend: 'correct "type"' });
  if (typeof id !== 'string' || !isId(id))
    issues.push({
      ...context,
      at: '/id',
      code: id === undefined ? 'missing' : 'value',
      found: quoted(id),
      expected: 'an id of lower-case letters, digits and hyphens',
      mend: 'give the feature an "id" of its own, beside its "type"',
    });
  const read = checkGeometry(geometry === undefined ? null : geometry, { ...context, at: '/geometry' }, issues);
  const name = nameOf(properties, kind, context, issues);
  if (name === null) return null;
  const claim = checkAgainst(claimSchemas[name], properties, { ...context, at: '/properties' }, issues);
  return claim && issues.length === before ? ({ ...claim, id, geometry: read } as Claim) : null;
}

/** Which schema holds for a feature; null, with an issue, where it does not say. */
function nameOf(properties: unknown, kind: FileKind, context: Context, issues: Issue[]) {
  const stated = Object(properties) as { readonly kind?: unknown; readonly displacement?: unknown };
  const name = schemaNameOf(kind === null ? stated : { ...stated, kind });
  if (name !== null) return name;
  const [member, expected, mend] =
    (kind ?? stated.kind) === 'displacement'
      ? (['displacement', '"flow" or "figure"', 'say which of the two it is'] as const)
      : (['kind', '"control", "movement", "displacement" or "incident"', 'say which of the four it is'] as const);
  const found = stated[member];
  const code = kind === null && found === undefined ? 'missing' : 'value';
  issues.push({ ...context, at: `/properties/${member}`, code, found: quoted(found), expected, mend });
  return null;
}
