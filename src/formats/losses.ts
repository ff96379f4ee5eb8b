import type { Claim, Dossier } from '../core/model';
import { isSensitive } from './sensitive';
import { longTexts } from './xlsx-out';

/** What a format cannot hold of a dossier. The sentences are those of geo/README.md; each is told where the dossier has some of it. */
export interface Loss {
  readonly what: string;
  /** How much of it a dossier has. */
  readonly count: (dossier: Dossier, claims: readonly Claim[]) => number;
}

const always = () => 1;
const reports = (_: Dossier, claims: readonly Claim[]) => claims.reduce((sum, claim) => sum + claim.reports.length, 0);
const withSome = (has: (claim: Claim, dossier: Dossier) => boolean) => (dossier: Dossier, claims: readonly Claim[]) =>
  claims.filter((claim) => has(claim, dossier)).length;

/** Every claim's own geometry at a place that is marked sensitive, in whatever format. */
export const exactPlaces: Loss = {
  what: 'the own geometry of claims at sensitive places: they leave where the place is coarsened to',
  count: withSome((claim, dossier) => claim.geometry !== null && isSensitive(dossier, claim)),
};

export const outward: Loss = { what: 'span, opening view, labels, translations, logo and font of the dossier', count: always };
export const head: Loss = { what: 'title, credits, disclaimer and licence of the dossier', count: always };
export const named: Loss = {
  what: 'sources, parties, speakers and places, but for their ids',
  count: ({ sources, parties, speakers, places }) => sources.size + parties.size + speakers.size + places.size,
};
export const places: Loss = {
  what: 'spellings and gazetteer entries of places',
  count: (dossier) => dossier.places.size,
};
export const namesAlone: Loss = {
  what: 'parties, speakers and sources, but for their names and titles',
  count: ({ sources, parties, speakers }) => sources.size + parties.size + speakers.size,
};
export const outlines: Loss = {
  what: 'lines and outlines of places: the point stands for them',
  count: (dossier) => [...dossier.places.values()].filter(({ geometry }) => geometry && geometry.type !== 'Point').length,
};
export const ownShapes: Loss = { what: 'the own geometry of claims', count: withSome(({ geometry }) => geometry !== null) };
export const waysOfMany: Loss = {
  what: 'where a movement or a flow leads, but for its name: the coordinates are those of where it comes from',
  count: withSome((claim) => claim.kind === 'movement' || (claim.kind === 'displacement' && claim.displacement === 'flow')),
};
export const longCells: Loss = {
  what: 'what is longer than 32,767 characters: it is cut, and says so at its end',
  count: (dossier, claims) => longTexts(dossier, claims).length,
};
export const members: Loss = {
  what: 'what a claim says in members of its own (who holds, moves, flees, how many): its sentence alone',
  count: (_, claims) => claims.length,
};
export const offsets: Loss = { what: 'paragraphs and offsets of anchors', count: reports };
export const hashes: Loss = { what: 'paragraphs of anchors, and the hashes of their words', count: reports };
export const units: Loss = {
  what: 'offsets in code points, as the standard counts: the file has the dossier’s own, UTF-16 units, which differ behind the first emoji of a text',
  count: reports,
};
export const days: Loss = {
  what: 'dates of sources that are no plain day',
  count: ({ sources }) => [...sources.values()].filter(({ published }) => !/^\d{4}(-\d{2}(-\d{2}(T.*)?)?)?$/.test(published)).length,
};
export const sides: Loss = {
  what: 'parties, and on whose side a speaker is',
  count: ({ parties, speakers }) => parties.size + [...speakers.values()].filter(({ party }) => party !== undefined).length,
};
export const letters: Loss = {
  what: 'characters that XML has no room for',
  count: withSome((claim) =>
    /\\u00[01][0-9a-f]|\\ud[89a-f]|[\u007f\ufffe\uffff]/.test(JSON.stringify(claim).replace(/\\\\|\\u00(09|0a|0d)/g, '')),
  ),
};
