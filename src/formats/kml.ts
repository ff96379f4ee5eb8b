import { toKML } from '@placemarkio/tokml';
import { intervalOf } from '../core/edtf';
import type { Claim, Dossier } from '../core/model';
import { claimsAsGeojson } from './geojson';

/** What stands before a placemark's own data: nothing in the data can look like it, for its angle brackets are escaped. */
const DATA = '<ExtendedData>';

/**
 * Claims as KML 2.2 with their times, for programs that show a globe: one placemark a claim, named by its summary, with every property of the file as data
 * (lists and objects as JSON). One without coordinates has no geometry, and is listed all the same.
 */
export function claimsAsKml(dossier: Dossier, claims: readonly Claim[]): string {
  const { features, ...collection } = claimsAsGeojson(dossier, claims);
  const named = features.map((feature) => ({
    ...feature,
    properties: { name: feature.properties!['summary'] as string, ...feature.properties },
  }));
  const [head = '', ...rest] = toKML({ ...collection, features: named }).split(DATA);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}${rest.map((data, i) => timeOf(claims[i]!, dossier) + DATA + data).join('')}\n`;
}

/** When it happened, from its beginning until it ended; an end that is not known is left out. */
function timeOf({ happened, until }: Claim, { timeZone }: Dossier): string {
  const { start, end } = intervalOf(happened, timeZone);
  const last = until === undefined ? end : intervalOf(until, timeZone).end;
  const parts = [
    ['begin', start],
    ['end', last],
  ] as const;
  const known = parts.filter(([, instant]) => Number.isFinite(instant));
  return known.length === 0
    ? ''
    : `<TimeSpan>${known.map(([name, at]) => `<${name}>${new Date(at).toISOString()}</${name}>`).join('')}</TimeSpan>`;
}
