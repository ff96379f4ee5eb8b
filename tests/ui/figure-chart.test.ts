import { expect, test } from 'vitest';
import { situationAt } from '../../src/core/situation';
import { daysOf, lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import type { FigureClaim } from '../../src/core/model';
import { dayAxis } from '../../src/ui/day-axis';
import { figureChart } from '../../src/ui/figure-chart';
import { dossierOf, report, took } from '../core/fixture';

test('a date without an end stands at the end of the axis that it runs off', () => {
  const { id, happened, recorded, summary } = took('hts', '2024-12-01', []);
  const figure: FigureClaim = {
    ...{ id, happened, recorded, summary, geometry: null, kind: 'displacement', displacement: 'figure', area: 'homs' },
    ...{ amount: { min: 10, max: 20, words: '10 to 20' }, counts: 'people', measure: 'stock' },
    ...{ since: '../2024-12-01', asOf: '2024-12-01/..' },
    reports: [report('paper5')],
  };
  const dossier = dossierOf([figure]);
  const days = daysOf(dossier.span, dossier.timeZone);
  const axis = dayAxis(days, 240);
  const { figures } = situationAt(weigh(dossier, defaultLens), lastInstant('2024-12-05', dossier.timeZone));
  expect(figures).toHaveLength(1);
  const [mark] = figureChart(figures, dossier, axis, 100).marks;
  expect([mark?.sinceX, mark?.x]).toEqual([axis.x(days[0]!), axis.x(days.at(-1)!)]);
});
