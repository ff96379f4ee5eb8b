import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { atOnce } from './at-once';
import { placesOf } from './check/references';
import type { Claim, Dossier } from './model';

/** What a dossier said on a day of its own history, as one hash: a claim counts from the day on which it was recorded, until it is withdrawn. */

export interface Revision {
  /** The day, YYYY-MM-DD, at whose end the dossier was so; empty for a dossier without claims. */
  readonly day: string;
  /** SHA-256, 64 hexadecimal digits: equal for equal claims that rest on equal sources, places, parties and speakers. */
  readonly hash: string;
}

/** A claim's own hash, and when it counted. */
interface Dated {
  readonly line: string;
  readonly recorded: string;
  readonly withdrawn: string | null;
}

/** How many claims are hashed in a step. */
const STEP = 500;

const read = new WeakMap<Dossier, readonly Dated[]>();

/** The newest revision of a dossier, in steps of some milliseconds. */
export function* revising(dossier: Dossier): Generator<void, Revision> {
  return revisionIn(yield* dating(dossier), dossier.claims.columns.recorded);
}

/** The newest revision of a dossier. */
export function revisionOf(dossier: Dossier): Revision {
  return atOnce(revising(dossier));
}

/** The newest day of its history on which a dossier's hash began with these digits; null where it never did. */
export function revisionThatWas(dossier: Dossier, hash: string): Revision | null {
  const claims = atOnce(dating(dossier));
  const days = new Set(claims.flatMap(({ recorded, withdrawn }) => (withdrawn ? [recorded, withdrawn] : [recorded])));
  for (const day of [...days].sort().reverse()) {
    const revision = revisionIn(claims, day);
    if (revision.hash.startsWith(hash)) return revision;
  }
  return null;
}

/** SHA-256 of a claim as it stands, whether withdrawn or not, with what it rests on. */
export function hashOfClaim(claim: Claim, dossier: Dossier): string {
  const { withdrawn: _, ...rest } = claim;
  return hashOf([rest, ...restsOn(claim, dossier)]);
}

/** SHA-256 of a value's JSON with its members in the order of their names. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}

function revisionIn(claims: readonly Dated[], day: string): Revision {
  const hash = sha256.create();
  for (const { line, recorded, withdrawn } of claims)
    if (recorded <= day && !(withdrawn && withdrawn <= day)) hash.update(utf8ToBytes(line));
  return { day, hash: bytesToHex(hash.digest()) };
}

function* dating(dossier: Dossier): Generator<void, readonly Dated[]> {
  const known = read.get(dossier);
  if (known) return known;
  const found: Dated[] = [];
  for (let row = 0; row < dossier.claims.size; row++) {
    const claim = dossier.claims.at(row);
    found.push({
      line: `${claim.id} ${hashOfClaim(claim, dossier)}\n`,
      recorded: claim.recorded,
      withdrawn: claim.withdrawn?.on ?? null,
    });
    if (row % STEP === STEP - 1) yield;
  }
  read.set(dossier, found);
  return found;
}

/**
 * What a claim's weight and place on the map rest on beside itself, sorted: where its places are, who published its sources and when, what they
 * were made from, on whose side its speakers are. An address, an archived copy, or another spelling makes no other claim.
 */
function restsOn(claim: Claim, { sources, places, parties, speakers }: Dossier): string[] {
  const found = new Map<string, string>();
  const add = (kind: string, id: string, ...what: unknown[]): boolean => {
    const isNew = !found.has(`${kind} ${id}`);
    found.set(`${kind} ${id}`, canonical(what));
    return isNew;
  };
  const party = (id: string | undefined): void => {
    const entry = id === undefined ? undefined : parties.get(id);
    if (entry && add('party', entry.id, entry.alliedWith)) party(entry.alliedWith);
  };
  const source = (id: string | undefined): void => {
    const entry = id === undefined ? undefined : sources.get(id);
    if (entry && add('source', entry.id, entry.publisher, entry.published, entry.reliability, entry.derivedFrom)) source(entry.derivedFrom);
  };
  for (const [, id] of placesOf(claim)) {
    const place = places.get(id);
    if (place) add('place', id, place.geometry, place.precisionM, place.sensitive);
  }
  const { holder, party: mover } = claim as { readonly [name in 'holder' | 'party']?: string };
  party(holder ?? mover);
  for (const report of claim.reports) {
    source(report.source);
    const speaker = report.by === undefined ? undefined : speakers.get(report.by);
    if (speaker && add('speaker', speaker.id, speaker.party)) party(speaker.party);
  }
  return [...found].map(([name, what]) => `${name} ${what}`).sort();
}

/** JSON with the members of every object in the order of their names; without those that are undefined. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  );
}
