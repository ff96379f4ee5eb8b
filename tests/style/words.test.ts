import { expect, test } from 'vitest';
import type { MovementClaim } from '../../src/core/model';
import { lastInstant } from '../../src/core/time';
import { situationAt } from '../../src/core/situation';
import { defaultLens, weigh } from '../../src/core/weigh';
import { wordsOf } from '../../src/style/words';
import { dossierOf, report, took, ZONE } from '../core/fixture';

test('a movement says its axis after its way', () => {
  const { id, recorded, summary } = took('hts', '2024-12-05', []);
  const way = { party: 'hts', movement: 'advance', from: 'hama', to: 'homs', axis: 'two-pronged' } as const;
  const claim: MovementClaim = {
    ...{ id, recorded, summary, happened: '2024-12-05', geometry: null, kind: 'movement', ...way },
    reports: [report('paper5')],
  };
  const dossier = dossierOf([claim]);
  const situation = situationAt(weigh(dossier, defaultLens), lastInstant('2024-12-05', ZONE));
  const [sentence] = wordsOf(situation, dossier, 'en');
  expect(sentence?.text).toMatch(/^Advance by hts from hama to homs, two-pronged \(/);
});
