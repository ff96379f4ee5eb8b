import type { Ledger } from '../../../../src/core/ledger';
import { Steps } from '../../../../src/ui/steps';
import { Chance } from '../chance';
import { generated } from '../data';
import { dayAt, DAYS } from '../head';
import { dossierOf } from '../weighed';
import { ask } from './ask';
import type { Handed, WeighAsked } from './weigh-worker';

/** What the panel needs at once when the slider jumps: how many places are how, what changed since the day before, where it is disputed. */
export interface Panel {
  readonly ledger: Ledger;
  /** Jumps to as many random days; what came of each, so that none of it can be left out. */
  jump(times: number): Promise<{ readonly held: number; readonly changes: number; readonly disputed: number }[]>;
}

export async function panelOf(reports: number): Promise<Panel> {
  const worker = new Worker(new URL('./weigh-worker.ts', import.meta.url), { type: 'module' });
  const handed = await ask<WeighAsked, Handed>(worker, { hand: { reports } });
  worker.terminate();
  const ledger: Ledger = { ...handed.ledger, dossier: dossierOf(generated(reports).head, handed) };
  const chance = new Chance(3);
  const days = Array.from({ length: DAYS }, (_, i) => dayAt(i));
  const steps = new Steps(ledger, days);
  return {
    ledger,
    async jump(times) {
      const found = [];
      for (let i = 0; i < times; i++) {
        // each in a task of its own
        await new Promise((done) => setTimeout(done, 20));
        performance.mark('step');
        const day = chance.pick(days);
        const { situation, changes } = steps.on(day);
        found.push({ held: situation.counts.held, changes: changes.length, disputed: situation.disputed.length });
      }
      await new Promise((done) => setTimeout(done, 20));
      performance.mark('step');
      return found;
    },
  };
}
