import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../../../src/cli/server';
import { Findings } from './findings';
import { writeFolder } from './folder';
import { goalsFor, judged, type Goal, type Sizes, type Verdict } from './goals';
import type { Hot } from './profile';
import { method, tableOf, type Report } from './report';
import { isOwn, profileOfSteps, scrub, town, type Plan } from './scrub';
import { panel, profileOfJumps, profileOfPacking, profileOfWeighing, weighings, worst } from './weighing';
import { weighed, type Task } from './weighed';
import { wholePage } from './whole-page';

/** `npm run bench:scale`: the goals for a million claims, each figure beside its rivals' in the same run. Exits 1 where one is missed. */

const full: Sizes = { medium: 100_000, large: 1_000_000, places: 100_000, flows: 100_000, reports: [10_000, 100_000, 1_000_000] };
const quick: Sizes = { medium: 10_000, large: 10_000, places: 10_000, flows: 10_000, reports: [1_000, 10_000] };

const [command, task] = process.argv.slice(2);
if (command === 'weigh') console.log(JSON.stringify(weighed(JSON.parse(task!) as Task)));
else if (command === 'folder') {
  const { folder, reports } = JSON.parse(task!) as { folder: string; reports: number };
  writeFolder(folder, reports);
} else await bench();

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      only: { type: 'string', multiple: true },
      own: { type: 'boolean', default: false },
    },
  });
  const sizes = values.quick ? quick : full;
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
  const began = performance.now();
  const server = await serve({ '/': join(process.cwd(), 'dist/bench/scale/page') }, 0);
  const findings = new Findings();
  const plans = plansFor(sizes, rounds, values.own);
  const parts: Record<string, () => Promise<void>> = {
    ...Object.fromEntries(plans.map((plan) => [plan.part, () => scrub(server.address, plan, findings)])),
    weigh: () => weighings(server.address, sizes.reports, rounds, findings),
    panel: () => panel(server.address, sizes.reports.at(-1)!, findings),
    worst: () => worst(server.address, sizes.reports, findings),
    page: () => wholePage(sizes.reports.at(-1)!, findings),
  };
  const chosen = Object.keys(parts).filter((part) => !values.only || values.only.includes(part));
  for (const part of chosen) await parts[part]!();
  const goals = goalsFor(sizes)
    .filter(({ id }) => measuredBy(id).some((part) => chosen.includes(part)))
    // alone there is nothing to be like
    .filter(({ id }) => !values.own || id !== 'same-picture');
  const verdicts = goals.map((goal) => judged(goal, findings));
  const report: Report = {
    bench: 'scale',
    sizes,
    rounds,
    seconds: 0,
    machine: { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version, platform: process.platform },
    method,
    verdicts,
    misses: await missesOf(goals, verdicts, server.address, plans),
    failures: findings.failures,
    figures: findings.figures(),
    met: verdicts.every(({ met }) => met),
  };
  await server.close();
  const timed = { ...report, seconds: Math.round((performance.now() - began) / 1000) };
  console.log(values.json ? JSON.stringify(timed, null, 1) : tableOf(timed));
  // a browser that hangs is not waited for
  process.exit(report.met ? 0 : 1);
}

function plansFor({ medium, large, places, flows }: Sizes, rounds: number, onlyOwn: boolean): Plan[] {
  const plan = (part: string, counts: readonly number[], ways: readonly string[], view?: Plan['view']): Plan => ({
    ...{ part, counts, rounds, slowRounds: 1 },
    ways: ways.filter((way) => !onlyOwn || isOwn(way)),
    ...(view ? { view } : {}),
  });
  return [
    { ...plan('scrub', [...new Set([medium, large])], ['own-points', 'set-filter', 'feature-state', 'deck']), memoryAt: large },
    plan('places', [places], ['own-places', 'feature-state-places']),
    plan('town', [places], ['own-places', 'feature-state-places'], town),
    plan('flows', [flows], ['own-flows', 'flowmap']),
  ];
}

/** The parts of the bench that a goal's figures come from. */
function measuredBy(id: string): string[] {
  const [first] = id.split('-');
  return { all: ['places'], one: ['town'], flows: ['flows'], panel: ['panel'], weigh: ['weigh'] }[first!] ?? ['scrub'];
}

/** For each goal that is missed, where the time goes. */
async function missesOf(goals: readonly Goal[], verdicts: readonly Verdict[], address: string, plans: readonly Plan[]) {
  const misses: Report['misses'][number][] = [];
  for (const [i, goal] of goals.entries()) {
    const { met, own, id } = verdicts[i]!;
    if (met) continue;
    let profile: Hot[] = [];
    const { why } = goal;
    try {
      if (why && own) {
        const view = 'part' in why ? plans.find(({ part }) => part === why.part)?.view : undefined;
        if ('weigh' in why) profile = await profileOfWeighing(why.weigh);
        else if ('jump' in why) profile = await profileOfJumps(address, why.jump);
        else if ('pack' in why) profile = await profileOfPacking(why.pack);
        else profile = await profileOfSteps(address, why.way, why.count, why.waits, view);
      }
    } catch (error) {
      process.stderr.write(`  no profile of ${id}: ${String(error)}\n`);
    }
    const [hottest] = profile;
    const reason = !own
      ? 'it could not be measured'
      : hottest
        ? `${(hottest.share * 100).toFixed(0)} % of it in ${hottest.name}${hottest.name === 'readPixels' ? ': waiting for the graphics process' : ''}`
        : 'of this there is no profile: see the figures';
    misses.push({ id, reason, profile });
  }
  return misses;
}
