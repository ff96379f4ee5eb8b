import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildWhatIsStale } from '../src/cli/build.mjs';

/** Everything that a change must pass, in order of how soon it fails; ends with one line of the tests' counts. */

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const results = 'tests/output/results.json';
rmSync(results, { force: true });
let failed = 0;

/** Runs one check and tells its output at its end, so that several can run at once. */
function check(what, command, ...args) {
  return new Promise((done) => {
    const run = spawn(process.execPath, [`node_modules/${command}`, ...args]);
    let output = '';
    for (const stream of [run.stdout, run.stderr]) stream.on('data', (piece) => (output += piece));
    run.on('close', (status) => {
      process.stdout.write(`\n— ${what}\n${output}`);
      if (status !== 0) {
        process.stdout.write(`✗ ${what}\n`);
        failed++;
      }
      done();
    });
  });
}

const formatted = ['--check', '--log-level', 'warn', '{src,tests,geo}/**/*.{ts,svelte,js,mjs,css,html}', '*.{js,ts,json}'];
await Promise.all([
  check('format', 'prettier/bin/prettier.cjs', ...formatted),
  check('lint', 'eslint/bin/eslint.js', '.'),
  check('types of the core alone', 'typescript/bin/tsc', '-p', 'src/core'),
  check('types', 'svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'),
]);
try {
  await buildWhatIsStale();
} catch (error) {
  process.stdout.write(`✗ build: ${error instanceof Error ? error.message : error}\n`);
  failed++;
}
process.stdout.write('\n— tests\n');
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
if (spawnSync(process.execPath, vitest, { stdio: 'inherit' }).status !== 0) {
  process.stdout.write('✗ tests\n');
  failed++;
}

const counts = existsSync(results)
  ? JSON.parse(readFileSync(results, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
process.stdout.write(
  `\n${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${counts.numPendingTests + counts.numTodoTests} skipped\n`,
);
process.exitCode = failed > 0 || counts.numFailedTests > 0 ? 1 : 0;
