import { Session } from 'node:inspector/promises';
import { weigh } from '../../../src/core/weigh/weigh';
import { recordsOf } from '../../../src/style/records/records-of';
import { Driven } from './browser';
import { runNode } from './child';
import type { Findings } from './findings';
import { ledgerOfPoints } from './ledgers';
import { pointsOf } from './points';
import { topOf, type Hot } from './profile';
import { traced } from './trace';
import { toWeigh, type Task, type Weighing } from './weighed';

/** Weighing a generated dossier, each time cold: in a worker of a fresh page, and in a fresh Node. */

const LIMIT_MS = 180_000;
const usual = (reports: number): Task => ({ reports, shape: 'usual', keepsNone: false });

export async function weighings(address: string, reports: readonly number[], rounds: number, findings: Findings): Promise<void> {
  for (let round = 0; round < rounds; round++)
    for (const count of round % 2 === 0 ? reports : reports.toReversed())
      for (const way of round % 2 === 0 ? ['worker', 'node'] : ['node', 'worker'])
        await weighOnce(address, way, usual(count), 'weigh', findings);
}

/** The worst cases, once each; at the greatest size only where the size before did not take long. */
export async function worst(address: string, reports: readonly number[], findings: Findings): Promise<void> {
  const cases: Record<string, Pick<Task, 'shape' | 'keepsNone'>> = {
    'one place': { shape: 'one place', keepsNone: false },
    'one day': { shape: 'one day', keepsNone: false },
    'a lens that keeps none': { shape: 'usual', keepsNone: true },
  };
  for (const [part, task] of Object.entries(cases)) {
    let before = 0;
    for (const count of reports.slice(-2)) {
      if (before > LONG_MS)
        findings.failures.push({ part, way: 'worker', count, reason: `not tried: the size before took ${Math.round(before)} ms` });
      else await weighOnce(address, 'worker', { reports: count, ...task }, part, findings);
      before = findings.of(part, 'worker', count, 'weigh')[0] ?? Infinity;
    }
  }
}

const LONG_MS = 15_000;

async function weighOnce(address: string, way: string, task: Task, part: string, findings: Findings): Promise<void> {
  let end = async () => {};
  const work = async () => {
    let weighing: Weighing;
    if (way === 'node') {
      const child = runNode('weigh', JSON.stringify(task));
      end = async () => child.stop();
      weighing = JSON.parse(await child.text) as Weighing;
    } else {
      const driven = await Driven.open(address);
      end = () => driven.close();
      weighing = await (await driven.ready()).call('weigh', task);
    }
    for (const [quantity, value] of Object.entries(weighing))
      findings.add(part, way, task.reports, quantity.replace(/Ms$/, ''), value as number);
  };
  await findings.attempt({ part, way, count: task.reports }, LIMIT_MS, work, () => end());
}

/** Where weighing spends its time, in this process. */
export function profileOfWeighing(reports: number): Promise<Hot[]> {
  const { dossier, lens } = toWeigh(usual(reports));
  return profiled(() => weigh(dossier, lens));
}

/** Where sorting and packing the records of points does. */
export function profileOfPacking(count: number): Promise<Hot[]> {
  const ledger = ledgerOfPoints(pointsOf(count));
  return profiled(() => recordsOf(ledger));
}

async function profiled(work: () => unknown): Promise<Hot[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return topOf(profile);
}

const JUMPS = 40;

/** The panel after random jumps, on the page's main thread. */
export async function panel(address: string, reports: number, findings: Findings): Promise<void> {
  let driven: Driven | null = null;
  const work = async () => {
    driven = await (await Driven.open(address)).ready();
    const page = driven;
    await page.call('openPanel', reports);
    const { value, threads } = await traced(page.session, () => page.call('jump', JUMPS));
    // what the first jumps compile they compile once
    findings.add('panel', 'steps', reports, 'main', ...threads.main.slice(5));
    for (const found of value)
      for (const [quantity, count] of Object.entries(found)) findings.add('panel', 'steps', reports, quantity, count);
  };
  await findings.attempt({ part: 'panel', way: 'steps', count: reports }, LIMIT_MS, work, async () => driven?.close());
}

/** Where the page's main thread spends its time in such jumps. */
export async function profileOfJumps(address: string, reports: number): Promise<Hot[]> {
  const driven = await (await Driven.open(address)).ready();
  try {
    await driven.call('openPanel', reports);
    return await driven.profiled(() => driven.call('jump', JUMPS));
  } finally {
    await driven.close();
  }
}
