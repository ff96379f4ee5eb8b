/** What things of a dossier are called in linked data: addresses within the file itself, so that none is invented on somebody's web. */

type Named = 'claim' | 'source' | 'text' | 'speaker' | 'place' | 'publisher';

/** Such as `#claim/homs-taken`. */
export function identifierOf(kind: Named, id: string): string {
  // half a character has no address
  const whole = id.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  return `#${kind}/${encodeURIComponent(whole)}`;
}

/** A claim's report, counted from 1: `#claim/homs-taken/report/1`. */
export function reportIdentifier(claim: string, index: number): string {
  return `${identifierOf('claim', claim)}/report/${index + 1}`;
}

/** An object without the members that are undefined, null or an empty list. */
export function said(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

/** A list of one as that one. */
export function oneOrMore<T>(list: readonly T[]): T | readonly T[] | undefined {
  return list.length > 1 ? list : list[0];
}
