import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildWhatIsStale } from '../src/cli/build.mjs';

/** Everything that a change must pass, in order of how soon it fails; ends with one line of the tests' counts. */

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const results = 'tests/output/results.json';
rmSync(results, { force: true });
let failed = 0;

function step(what, command, ...args) {
  process.stdout.write(`\n— ${what}\n`);
  const { status } = spawnSync(process.execPath, [`node_modules/${command}`, ...args], { stdio: 'inherit' });
  if (status !== 0) {
    process.stdout.write(`✗ ${what}\n`);
    failed++;
  }
}

step(
  'format',
  'prettier/bin/prettier.cjs',
  '--check',
  '--log-level',
  'warn',
  '{src,tests,geo}/**/*.{ts,svelte,js,mjs,css,html}',
  '*.{js,ts,json}',
);
step('lint', 'eslint/bin/eslint.js', '.');
step('types of the core alone', 'typescript/bin/tsc', '-p', 'src/core');
step('types', 'svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human');
try {
  await buildWhatIsStale();
} catch (error) {
  process.stdout.write(`✗ build: ${error instanceof Error ? error.message : error}\n`);
  failed++;
}
step('tests', 'vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`);

const counts = existsSync(results)
  ? JSON.parse(readFileSync(results, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
process.stdout.write(
  `\n${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${counts.numPendingTests + counts.numTodoTests} skipped\n`,
);
process.exitCode = failed > 0 || counts.numFailedTests > 0 ? 1 : 0;
