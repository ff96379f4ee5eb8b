import type { CDPSession } from 'playwright-core';

/** Processor time of a page's threads, from Chromium's own trace: tasks with the thread's clock, and the marks that the page makes between its steps. */

interface Event {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds of processor time a step. */
export interface Threads {
  readonly main: number[];
  readonly worker: number[];
}

/** Traces what `work` does in the page of this session, and splits it at the page's marks called `step`. */
export async function traced<T>(session: CDPSession, work: () => Promise<T>): Promise<{ value: T; threads: Threads }> {
  const events: Event[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as Event[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { categories: '-*,toplevel,blink.user_timing,__metadata', transferMode: 'ReportEvents' });
  const value = await work();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return { value, threads: byStep(events) };
}

function byStep(events: readonly Event[]): Threads {
  const marks = events.filter((event) => event.name === 'step' && event.cat.includes('user_timing'));
  const { pid, tid } = marks[0] ?? { pid: -1, tid: -1 };
  const ends = marks.map(({ ts }) => ts).sort((a, b) => a - b);
  const names = new Map(
    events.filter((event) => event.name === 'thread_name' && event.pid === pid).map((event) => [event.tid, event.args?.name ?? '']),
  );
  const steps = Math.max(0, ends.length - 1);
  const main = new Array<number>(steps).fill(0);
  const worker = new Array<number>(steps).fill(0);
  for (const event of events) {
    if (event.pid !== pid || event.tdur === undefined || event.name !== 'ThreadControllerImpl::RunTask') continue;
    const times = event.tid === tid ? main : names.get(event.tid)?.includes('Worker') ? worker : null;
    // a task belongs to the step in which it begins
    const step = ends.findLastIndex((mark) => mark <= event.ts);
    if (times && step >= 0 && step < steps) times[step]! += event.tdur / 1000;
  }
  return { main, worker };
}
