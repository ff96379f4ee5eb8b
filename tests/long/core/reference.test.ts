import { expect, test } from 'vitest';
import type { Census } from '../../core/reference/census';
import { compareRandom } from '../../core/reference/compare';

/** `SEED=… DOSSIERS=… npm run test:long -- reference` gives a sample again, or a larger one. */
const dossiers = Number(process.env['DOSSIERS'] ?? 100_000);
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 30));
/** Small enough that the runner hears of the test in between. */
const AT_ONCE = 500;

test('situations equal those of the reference of the weighing rule, on a hundred thousand random dossiers', async () => {
  const census: Census = {};
  say(`${dossiers} random dossiers from SEED=${seed}`);
  for (let done = 0; done < dossiers; done += AT_ONCE) {
    compareRandom(seed + done, Math.min(AT_ONCE, dossiers - done), census);
    if ((done + AT_ONCE) % 10_000 === 0) say(`${done + AT_ONCE} agree`);
    await new Promise((heard) => setImmediate(heard));
  }
  const counts = Object.entries(census).sort(([, a], [, b]) => b - a);
  say(counts.map(([what, count]) => `${what}: ${count}`).join(', '));
  expect(counts.length).toBeGreaterThan(20);
});

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
