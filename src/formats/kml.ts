import { toKML } from '@placemarkio/tokml';
import { intervalOf } from '../core/edtf';
import type { Claim, Dossier } from '../core/model';
import { escaped } from '../core/xml';
import { flatFeature } from './flat-claims';
import { english } from './titles';

/** What stands before a placemark's own data: nothing in the data can look like it, for its angle brackets are escaped. */
const DATA = '<ExtendedData>';
const DOCUMENT = '<Document>';

/** Names that KML has a meaning for; a globe shows a description as HTML, which no data may be. */
const taken = new Set(['name', 'description', 'visibility']);

/** Times shorter than this are a moment, in milliseconds. */
const MOMENT_MS = 60_000;

/**
 * Claims as KML 2.2 with their times, for programs that show a globe: one placemark a claim, named by its summary, with every property of the file as data
 * (as in the attribute table of a GIS). One without coordinates has no geometry, and is listed all the same. What was withdrawn says so in its name.
 */
export function claimsAsKml(dossier: Dossier, claims: readonly Claim[]): string {
  const features = claims.map((claim) => {
    const { properties, ...feature } = flatFeature(dossier, claim);
    const own = Object.entries(properties).map(([name, value]) => [taken.has(name) ? `claim.${name}` : name, value]);
    const name = claim.withdrawn ? `Withdrawn: ${claim.summary}` : claim.summary;
    return { ...feature, properties: { name, ...(Object.fromEntries(own) as object) } };
  });
  const [head = '', ...rest] = toKML({ type: 'FeatureCollection', features }).split(DATA);
  const placemarks = rest.map((data, i) => timeOf(claims[i]!, dossier) + DATA + data).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head.replace(DOCUMENT, () => DOCUMENT + aboutOf(dossier))}${placemarks}\n`;
}

/** Title, credits and disclaimer. */
function aboutOf({ title, credits, disclaimer }: Dossier): string {
  const lines = [...credits.map(english), disclaimer.en];
  // escaped twice: a globe reads a description as HTML
  return `<name>${escaped(title.en)}</name><description>${escaped(lines.map(escaped).join('\n'))}</description>`;
}

/** When it happened, from its beginning until it ended; a moment as such; an end that is not known is left out. */
function timeOf({ happened, until }: Claim, { timeZone }: Dossier): string {
  const { start, end } = intervalOf(happened, timeZone);
  const last = until === undefined ? end : intervalOf(until, timeZone).end;
  const parts = [
    ['begin', start],
    ['end', last],
  ] as const;
  if (last - start <= MOMENT_MS) return `<TimeStamp><when>${new Date(start).toISOString()}</when></TimeStamp>`;
  const known = parts.filter(([, instant]) => Number.isFinite(instant));
  return known.length === 0
    ? ''
    : `<TimeSpan>${known.map(([name, at]) => `<${name}>${new Date(at).toISOString()}</${name}>`).join('')}</TimeSpan>`;
}
