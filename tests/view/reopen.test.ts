import { describe, expect, test } from 'vitest';
import { revisionOf } from '../../src/core/revision';
import { situationAt } from '../../src/core/situation';
import { daysOf, lastInstant } from '../../src/core/time';
import { weigh } from '../../src/core/weigh/weigh';
import type { Dossier } from '../../src/core/model';
import { formatWhole, type ViewState } from '../../src/view/address';
import { viewBounds } from '../../src/view/camera';
import { codeOf } from '../../src/view/code';
import { correctionSentence, standing } from '../../src/view/corrected-words';
import { memoryOf, NoMemory, readMemory, type Memory } from '../../src/view/memory';
import { OtherDossier, reopenCode, reopenMemory } from '../../src/view/reopen';
import { shownClaims } from '../../src/view/shown-claims';
import { choicesOf, lensOf } from '../../src/view/wanted';
import { syria } from '../geo/dossier';
import { adding, changing, edited } from './dossiers';

const dossier = syria();
const choices = (of: Dossier) => choicesOf(of, daysOf(of.span, of.timeZone), 'en');
const camera = { center: [37.3, 34.97], zoom: 6.5, bearing: 0, pitch: 0 } as const;
const state: ViewState = { ...choices(dossier).usual, day: '2024-12-05', look: 'light', camera, ground: [900, 900], size: [1100, 800] };

function remember(of: Dossier, view: ViewState = state): Memory {
  const revision = revisionOf(of);
  const situation = situationAt(weigh(of, lensOf(view, of)), lastInstant(view.day, of.timeZone));
  const code = codeOf({ ...view, camera: view.camera!, ground: view.ground! }, revision.hash);
  const shown = shownClaims(situation, viewBounds(view.camera!, ...view.ground!), view.off);
  return memoryOf(of, revision, { program: 'Claimline test', view: formatWhole(view, choices(of).usual), code }, [shown]);
}
const memory = remember(dossier);
const json = JSON.stringify(memory);

describe('what a picture remembers', () => {
  test('is its view, and the claims in view with their origins', () => {
    expect(Object.keys(memory.claims)).toContain('homs-taken');
    expect(memory.claims['homs-taken']!.origins).toEqual(expect.arrayContaining([expect.stringMatching(/^(source|speaker):/)]));
    const near = remember(dossier, { ...state, camera: { ...camera, center: [37.16, 36.2], zoom: 11 } });
    expect(Object.keys(near.claims)).toContain('aleppo-taken');
    expect(Object.keys(near.claims)).not.toContain('homs-taken');
    const without = remember(dossier, { ...state, off: ['control'] });
    expect(Object.keys(without.claims)).not.toContain('homs-taken');
  });

  test('is read again as it was, and what is none is refused in words', () => {
    expect(readMemory(json)).toEqual(memory);
    for (const text of ['', 'x', '[]', '{}', 'null', '{"claimline":2}', json.replace('"view"', '"vieww"'), json.slice(0, -5)])
      expect(() => readMemory(text)).toThrow(NoMemory);
    expect(() => readMemory('{"claimline":7}')).toThrow(/later version/);
  });

  test('gives the same view again, and says that nothing has changed', () => {
    const found = reopenMemory(json, dossier, choices(dossier));
    expect(found.state).toEqual(state);
    expect(found).toMatchObject({ isSame: true, corrections: [], refusals: [] });
    expect(standing(found, 'en')).toMatch(/says what it said/);
  });

  test('is not opened with another dossier', () => {
    const other = { ...dossier, id: 'other' };
    expect(() => reopenMemory(json, other, choices(other))).toThrow(OtherDossier);
  });
});

const withdrawn = { on: '2026-12-02', reason: 'The article was corrected.' };
const whatOf = (later: Dossier) =>
  Object.fromEntries(reopenMemory(json, later, choices(later)).corrections.map(({ claim, what }) => [claim, what]));

describe('what has been corrected since, claim by claim', () => {
  test('a claim that was withdrawn, with the day and the reason', () => {
    const later = edited(changing('homs-taken', { withdrawn }));
    const found = reopenMemory(json, later, choices(later));
    expect(found.isSame).toBe(false);
    expect(found.corrections[0]).toMatchObject({ claim: 'homs-taken', what: 'withdrawn', ...withdrawn });
    const sentence = correctionSentence(found.corrections[0]!, later, 'en');
    expect(sentence).toContain('2 December 2026');
    expect(sentence).toContain(withdrawn.reason);
  });

  test('one that says something else, one that is gone, and one that is new', () => {
    expect(whatOf(edited(changing('aleppo-taken', { summary: 'Aleppo was taken.' })))).toEqual({ 'aleppo-taken': 'changed' });
    expect(whatOf(edited((feature) => (feature.id === 'aleppo-taken' ? null : feature)))).toMatchObject({ 'aleppo-taken': 'missing' });
    const added = adding('aleppo-taken', 'aleppo-taken-again', { recorded: '2026-12-01' });
    expect(whatOf(edited(added))).toEqual({ 'aleppo-taken-again': 'added' });
  });

  test('one that a claim recorded since disputes', () => {
    const against = adding('aleppo-taken', 'aleppo-kept', {
      recorded: '2026-12-01',
      holder: 'government',
      summary: 'The Government still held Aleppo.',
    });
    const later = edited(against);
    const found = reopenMemory(json, later, choices(later));
    const disputed = found.corrections.find(({ claim }) => claim === 'aleppo-taken')!;
    expect(disputed).toMatchObject({ what: 'disputed', by: ['aleppo-kept'], on: '2026-12-01' });
    expect(correctionSentence(disputed, later, 'en')).toContain('The Government still held Aleppo.');
  });

  test('nothing of a claim that the picture did not show', () => {
    const near = JSON.stringify(remember(dossier, { ...state, camera: { ...camera, center: [37.16, 36.2], zoom: 11 } }));
    const later = edited(changing('homs-taken', { withdrawn }));
    expect(reopenMemory(near, later, choices(later)).corrections).toEqual([]);
  });
});

describe('a picture whose metadata was taken out', () => {
  test('is found again by its code, with its layers and lens', () => {
    const found = reopenCode(memory.code, dossier, choices(dossier))!;
    expect(found.state).toMatchObject({ day: '2024-12-05', known: 'then', look: 'light', language: 'en', off: state.off });
    expect(found.isSame).toBe(true);
  });

  test('and the dossier’s own history says what has been corrected since', () => {
    const later = edited(changing('homs-taken', { withdrawn }));
    const found = reopenCode(memory.code, later, choices(later))!;
    expect(found).toMatchObject({ isSame: false, isKnown: false, then: { day: '2026-11-22' } });
    expect(found.corrections.map(({ claim, what }) => [claim, what])).toContainEqual(['homs-taken', 'withdrawn']);
  });

  test('where a claim was edited without a record nothing is claimed', () => {
    const later = edited(changing('homs-taken', { summary: 'Homs fell.' }));
    const found = reopenCode(memory.code, later, choices(later))!;
    expect(found).toMatchObject({ isSame: false, then: { day: '' }, corrections: [] });
    expect(standing(found, 'en')).toMatch(/cannot be told/);
  });
});
