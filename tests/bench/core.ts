import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDossier } from '../../src/core/check/check';
import { gazetteerOf, readGazetteer } from '../../src/core/gazetteer/gazetteer';
import { situationAt } from '../../src/core/situation';
import { daysOf, lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { manyClaims } from './many-claims';
import { median } from './median';

/** Time and memory of the core: check, weigh, and one step of a scrub. */

const geo = join(process.cwd(), 'geo');
const placesOf = (name: string) => readGazetteer(readFileSync(join(geo, 'gazetteer', name), 'utf8'), name).places;
const gazetteer = gazetteerOf([...placesOf('places.geojson'), ...placesOf('levant.geojson')]);
/** About five claims a place, as a map desk's archive of settlements has them. */
const settlements = [...gazetteer.places.keys()].slice(0, 2000);
const names = readdirSync(join(geo, 'syria-2024')).filter((name) => /json$/.test(name));
const files = new Map(names.map((name) => [name, readFileSync(join(geo, 'syria-2024', name), 'utf8')]));

interface Timed<T> {
  readonly value: T;
  readonly ms: number;
  readonly mb: number;
}

/** The median time of some runs after one to warm up, and how much the last result keeps on the heap. */
function timed<T>(work: () => T, runs: number): Timed<T> {
  work();
  const times: number[] = [];
  const heap = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = heap();
  let value!: T;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    value = work();
    times.push(performance.now() - start);
  }
  return { value, ms: median(times), mb: (heap() - before) / 1e6 };
}

function measure(title: string, input: ReadonlyMap<string, string>, runs: number): void {
  const check = timed(() => checkDossier(input, gazetteer), runs);
  const { dossier, issues } = check.value;
  if (!dossier || issues.length > 0) throw new Error(`${title} has ${issues.length} issues: ${JSON.stringify(issues[0])}`);
  const weighing = timed(() => weigh(dossier, defaultLens), runs);
  const days = daysOf(dossier.span, dossier.timeZone);
  const sample = days.filter((_, i) => i % Math.ceil(days.length / 25) === 0);
  const steps = sample.map((day) => timed(() => situationAt(weighing.value, lastInstant(day, dossier.timeZone)), runs));
  const row = (what: string, ms: number, mb: number) =>
    console.log(`  ${what.padEnd(28)}${ms.toFixed(2).padStart(10)} ms${mb.toFixed(1).padStart(9)} MB`);
  console.log(`${title}: ${dossier.claims.size} claims, ${days.length} days`);
  row('check', check.ms, check.mb);
  row('weigh', weighing.ms, weighing.mb);
  row('one step, median day', median(steps.map(({ ms }) => ms)), median(steps.map(({ mb }) => mb)));
  row('one step, slowest day', Math.max(...steps.map(({ ms }) => ms)), Math.max(...steps.map(({ mb }) => mb)));
}

measure('syria-2024', files, 15);
measure('generated', manyClaims(files, 10_000, settlements), 2);
