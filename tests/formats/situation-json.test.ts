import { describe, expect, test } from 'vitest';
import { lastInstant } from '../../src/core/time';
import { situationAt } from '../../src/core/situation';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { situationJson } from '../../src/formats/situation-json';
import { syria } from './dossier';

const dossier = syria();
function json(day: string, lens = defaultLens) {
  const situation = situationAt(weigh(dossier, lens), lastInstant(day, dossier.timeZone));
  // what a program reads: what JSON drops, it does not see
  return JSON.parse(JSON.stringify(situationJson(dossier, lens, situation))) as ReturnType<typeof situationJson>;
}
const position = ['claims', 'copies', 'denied', 'extent', 'holder', 'origins'];
const keys = (object: object | undefined) => Object.keys(object ?? {}).sort();

describe('the public format of a situation', () => {
  const all = json('2024-12-06');

  test('its members are those that are written down, on every entry', () => {
    expect(keys(all)).toEqual(['at', 'disputes', 'dossier', 'figures', 'flows', 'incidents', 'knownBy', 'movements', 'places']);
    for (const each of all.places) expect(keys(each)).toEqual(['name', 'place', 'positions', 'state']);
    for (const each of all.places.flatMap(({ positions }) => positions)) expect(keys(each)).toEqual(position);
    for (const each of all.movements)
      expect(keys(each)).toEqual(['claim', 'daysPast', 'from', 'intended', 'movement', 'party', 'progress', 'to', 'via']);
    for (const each of all.flows) expect(keys(each)).toEqual(['claim', 'daysPast', 'from', 'max', 'min', 'to', 'words']);
    for (const each of all.figures) expect(keys(each)).toEqual(['asOf', 'claim', 'counts', 'max', 'measure', 'min', 'since', 'speaker']);
    for (const each of all.incidents) expect(keys(each)).toEqual(['claim', 'daysPast', 'incident', 'place']);
    for (const each of all.disputes) expect(keys(each)).toEqual(['id', 'place', 'positions', 'question']);
    expect([all.places, all.movements, all.flows, all.incidents, all.disputes].map((list) => list.length > 0)).toEqual(Array(5).fill(true));
  });

  test('it says which day it is and what was known, as they were asked for', () => {
    expect(all).toMatchObject({ dossier: 'syria-2024', at: '2024-12-06', knownBy: 'then' });
    expect(json('2024-12-06', { ...defaultLens, knownBy: 'now' }).knownBy).toBe('now');
    expect(json('2024-12-06', { ...defaultLens, knownBy: lastInstant('2024-12-08', dossier.timeZone) }).knownBy).toBe('2024-12-08');
  });

  test('a dispute has a question, a place and its positions, and the place has the same state', () => {
    expect(all.disputes.find((each) => each.place === 'homs')).toMatchObject({ question: 'Who holds Homs?' });
    expect(all.places.find((each) => each.place === 'homs')).toMatchObject({ name: 'Homs', state: 'disputed' });
  });

  test('what is not known is null: a flow without a number, a flow without a destination', () => {
    const flows = json('2024-12-05', { ...defaultLens, knownBy: 'now' }).flows;
    expect(flows.find((each) => each.from === 'homs')).toMatchObject({ max: null });
    expect(flows.find((each) => each.to === null)?.from).toMatch(/rifaat/);
  });

  test('every id is one of the files', () => {
    const claims = new Set([...dossier.claims].map(({ id }) => id));
    const named = [
      ...all.places.flatMap(({ positions }) => positions.flatMap((each) => each.claims)),
      ...all.movements.map((each) => each.claim),
      ...all.figures.map((each) => each.claim),
    ];
    expect(named.filter((id) => !claims.has(id))).toEqual([]);
    for (const { positions } of all.places)
      for (const { holder, origins } of positions) {
        expect(holder === null || dossier.parties.has(holder)).toBe(true);
        for (const origin of origins)
          expect(origin.startsWith('speaker:') ? dossier.speakers.has(origin.slice(8)) : dossier.sources.has(origin.slice(7)), origin).toBe(
            true,
          );
      }
  });
});
