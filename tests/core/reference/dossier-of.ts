import { claimsOf } from '../claims-of';
import { deepFreeze } from '../../../src/core/lists/freeze';
import type { Claim, Dossier, Party, Source, Speaker } from '../../../src/core/model';
import { intervalOf } from '../../../src/core/edtf';
import { addDays, lastInstant, startOfDay } from '../../../src/core/time';
import { placeOf } from '../fixture';
import type { RandomCase } from './random';
import { DAYS, FIRST_OF_SPAN } from './random-date';

/** A random case as a frozen dossier, as if it had been read from files. */
export function dossierOf({ zone, first, allies, sides, sources, claims }: RandomCase): Dossier {
  const named = (id: string) => ({ id, name: { en: id }, initials: id });
  const byId = <T>(ids: readonly string[], make: (id: string) => T) => new Map(ids.map((id): [string, T] => [id, make(id)]));
  const head = {
    id: 'random',
    title: { en: 'Random' },
    standfirst: null,
    span: { start: startOfDay(addDays(first, FIRST_OF_SPAN), zone), end: lastInstant(addDays(first, DAYS), zone) + 1 },
    timeZone: zone,
    opening: { day: addDays(first, FIRST_OF_SPAN), bounds: [35, 33, 41, 37] as const },
    parties: byId(Object.keys(allies), (id): Party => ({ ...named(id), ...(allies[id] && { alliedWith: allies[id] }) })),
    speakers: byId(Object.keys(sides), (id): Speaker => ({ ...named(id), ...(sides[id] && { party: sides[id] }) })),
    sources: new Map(sources.map(({ id, published, from }): [string, Source] => [id, sourceOf(id, published, from)])),
    places: byId(['homs', 'hama', 'north'], placeOf),
    credits: [],
    disclaimer: { en: 'None.' },
  };
  const list = claims.map((claim, i) => claimOf(claim, i, zone)).reverse();
  return deepFreeze({ ...head, claims: claimsOf(list, head) });
}

const anchor = { paragraph: 1, start: 0, end: 1, sha256: '0'.repeat(64) };

function claimOf(claim: RandomCase['claims'][number], index: number, zone: string): Claim {
  const stated = Object.fromEntries(Object.entries(claim).filter(([, value]) => value !== undefined));
  const { start } = intervalOf(claim.happened, zone);
  // the check refuses an end before the beginning
  const until = claim['until'] as string | undefined;
  if (until !== undefined && intervalOf(until, zone).end <= start) delete stated['until'];
  return {
    ...stated,
    id: `c${String(index).padStart(2, '0')}`,
    geometry: null,
    recorded: '2024-12-31',
    summary: 'x',
    reports: claim.reports.map(({ by, published, ...report }) => ({
      ...report,
      ...(by && { by }),
      ...(published && { published }),
      anchor,
    })),
  } as unknown as Claim;
}

function sourceOf(id: string, published: string, from: string | null): Source {
  const text = { file: `${id}.txt`, sha256: '0'.repeat(64) };
  return { id, title: id, publisher: id, published, language: 'en', ...(from && { derivedFrom: from }), text };
}
