import { describe, expect, test } from 'vitest';
import { hashOf, hashOfClaim, revisionOf, revisionThatWas } from '../../src/core/revision';
import { syria } from '../geo/dossier';
import { adding, changing, edited } from '../view/dossiers';

const dossier = syria();
const before = revisionOf(dossier);

describe('the revision of a dossier', () => {
  test('is of the newest day on which it recorded something, and hangs on nothing but its content', () => {
    expect(before.day).toBe('2026-11-22');
    expect(before.hash).toMatch(/^[0-9a-f]{64}$/);
    const reversed = edited((feature) => ({ ...feature, properties: Object.fromEntries(Object.entries(feature.properties).reverse()) }));
    expect(revisionOf(reversed)).toEqual(before);
  });

  test('is another once a claim is edited, added, or gone, and a withdrawn claim is gone', () => {
    const others = [
      edited(changing('homs-taken', { summary: 'Homs fell.' })),
      edited(adding('homs-taken', 'homs-taken-again', { recorded: '2026-12-01' })),
      edited((feature) => (feature.id === 'homs-taken' ? null : feature)),
      edited(changing('homs-taken', { withdrawn: { on: '2026-12-02', reason: 'It was a mistake.' } })),
    ].map((each) => revisionOf(each).hash);
    expect(new Set([before.hash, ...others]).size).toBe(4);
    expect(others[3]).toBe(others[2]);
  });

  test('that was is found again in a dossier that keeps its history', () => {
    const later = edited((feature) => {
      const [first] = [changing('homs-taken', { withdrawn: { on: '2026-12-02', reason: 'It was a mistake.' } })(feature)];
      return adding('hama-taken', 'hama-taken-again', { recorded: '2026-12-01' })(first);
    });
    expect(revisionOf(later).day).toBe('2026-12-02');
    expect(revisionThatWas(later, before.hash.slice(0, 10))).toEqual(before);
    expect(revisionThatWas(later, revisionOf(later).hash)?.day).toBe('2026-12-02');
  });

  test('that was is not found where a claim was edited without a record of it', () => {
    const later = edited(changing('homs-taken', { summary: 'Homs fell.' }));
    expect(revisionThatWas(later, before.hash.slice(0, 10))).toBeNull();
  });
});

test('a claim is another where what it rests on is, and the same where only an address is', () => {
  const claim = dossier.claims.get('homs-taken')!;
  const hash = hashOfClaim(claim, dossier);
  const source = claim.reports[0]!.source;
  const withSource = (change: object) => ({
    ...dossier,
    sources: new Map(dossier.sources).set(source, { ...dossier.sources.get(source)!, ...change }),
  });
  expect(hashOfClaim(claim, withSource({ address: 'https://example.org/' }))).toBe(hash);
  expect(hashOfClaim(claim, withSource({ published: '2024-12-08' }))).not.toBe(hash);
  const homs = dossier.places.get('homs')!;
  expect(hashOfClaim(claim, { ...dossier, places: new Map(dossier.places).set('homs', { ...homs, precisionM: 9000 }) })).not.toBe(hash);
  const withdrawn = { ...claim, withdrawn: { on: '2026-12-01', reason: 'It was a mistake.' } };
  expect(hashOfClaim(withdrawn, dossier)).toBe(hash);
});

test('a hash is SHA-256 of JSON with its members in order', () => {
  // of {"a":1,"b":[2]}, by sha256sum
  expect(hashOf({ b: [2], a: 1 })).toBe('0855bfc20eb6cfaa4be7d6b510c63dd22997718bddadcb1a4915cec3a16145b9');
});
