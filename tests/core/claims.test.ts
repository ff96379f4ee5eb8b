import { describe, expect, test } from 'vitest';
import { type Claims, claimsFrom, type ClaimPiece } from '../../src/core/claims/claims';
import { ClaimsBuilder } from '../../src/core/claims/builder';
import { claimsOf } from './claims-of';
import type { Claim } from '../../src/core/model';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { dossierOf, holds, partsOf, took, ZONE } from './fixture';

const list: Claim[] = [
  { ...took('hts', '2024-12-05', ['copy1', 'copy2']), id: 'homs-taken', summary: 'Ḥimṣ “taken” 🏚' },
  { ...holds('gov', '../2024-11-26', ['paper6']), id: 'before' },
  { ...holds('gov', '2024-12-06', ['paper6 claims/army']), id: 'word' },
];
const head = dossierOf([]);

/** The list in pieces of one, then of two, as a worker would send it. */
function inPieces(): { pieces: ClaimPiece[]; claims: Claims } {
  const builder = new ClaimsBuilder(head);
  builder.add(list[0]!);
  const pieces = [builder.piece()];
  builder.add(list[1]!);
  builder.add(list[2]!);
  pieces.push(builder.piece());
  const { columns, order } = builder.finish();
  return { pieces, claims: claimsFrom(structuredClone(pieces), order, structuredClone(columns)) };
}

describe.each([
  ['as objects', () => claimsOf(list, head)],
  ['as pieces of text', () => inPieces().claims],
])('claims %s', (_, claimsHere) => {
  test('are in the order of ids', () => {
    const claims = claimsHere();
    expect(claims.size).toBe(3);
    expect([...claims].map(({ id }) => id)).toEqual(['before', 'homs-taken', 'word']);
    expect([0, 1, 2].map((row) => claims.idOf(row))).toEqual(['before', 'homs-taken', 'word']);
  });

  test('are found by id and by row, whole and frozen', () => {
    const claims = claimsHere();
    for (const claim of list) {
      const found = claims.get(claim.id)!;
      expect(found).toEqual(claim);
      expect(claims.at(claims.rowOf(claim.id))).toBe(found);
      expect(Object.isFrozen(found.reports[0])).toBe(true);
    }
    expect(claims.get('nothing')).toBeUndefined();
    expect(claims.rowOf('zzz')).toBe(-1);
  });

  test('have no row beyond the last', () => {
    const claims = claimsHere();
    for (const row of [-1, 3, NaN, 0.5]) expect(() => claims.at(row)).toThrow(RangeError);
  });
});

test('claims as text weigh like those that are objects', () => {
  const [objects, text] = [dossierOf(list), { ...dossierOf([]), claims: inPieces().claims }].map((dossier) =>
    partsOf(situationAt(weigh(dossier, defaultLens), lastInstant('2024-12-06', ZONE))),
  );
  expect(text).toEqual(objects);
  expect(objects!.holdings).toHaveLength(1);
});

test('a piece is what came since the last one, and columns can be had in between', () => {
  const builder = new ClaimsBuilder(head);
  builder.add(list[0]!);
  expect(builder.piece().starts).toHaveLength(2);
  expect(builder.piece()).toEqual({ text: '', starts: new Uint32Array(1) });
  expect(builder.finish().columns.kind).toHaveLength(1);
  builder.add(list[1]!);
  expect(builder.piece().text).toMatch(/^\{"id":"before",/);
  expect([...builder.finish().order]).toEqual([1, 0]);
});
