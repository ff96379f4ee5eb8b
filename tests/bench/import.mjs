import { spawnSync } from 'node:child_process';
import { createReadStream, cpSync, mkdtempSync, openSync, rmSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { buildWhatIsStale } from '../../src/cli/build.mjs';

/** `npm run bench:import [ROWS…]`: rows a second and peak memory of an import, beside the bare parser that reads the same file. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = fileURLToPath(import.meta.url);

if (process.argv[2] === '--parse') {
  let rows = 0;
  await new Promise((resolve, reject) => {
    const stream = createReadStream(process.argv[3], 'utf8');
    Papa.parse(stream, { step: () => void rows++, complete: resolve, error: reject });
  });
  console.log(JSON.stringify({ rows }));
} else {
  process.chdir(root);
  await buildWhatIsStale();
  const sizes = process.argv.slice(2).map(Number);
  console.log('rows, then seconds, rows a second and peak memory of: papaparse alone · claimline import');
  for (const rows of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'claimline-bench-'));
    try {
      const table = write(join(folder, 'events.csv'), rows);
      cpSync('geo/syria-2024', join(folder, 'dossier'), { recursive: true });
      const bare = measured([file, '--parse', table]);
      const own = measured([
        'dist/cli/claimline.js',
        'import',
        table,
        '--into',
        join(folder, 'dossier'),
        '--published',
        '2024-12-31',
        '--yes',
      ]);
      console.log(`${rows}: ${told(bare, rows)} · ${told(own, rows)}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

/** Events as ACLED has them, at places of the gazetteer. */
function write(path, rows) {
  const places = [
    'Homs,34.7324,36.7137',
    'Hama,35.1318,36.7578',
    'Aleppo,36.2012,37.1612',
    'Talbisa,34.8406,36.7311',
    'Rastan,34.9256,36.7324',
  ];
  const out = openSync(path, 'w');
  writeSync(out, 'event_id_cnty,event_date,event_type,sub_event_type,actor1,location,latitude,longitude,source,notes,fatalities\n');
  for (let from = 0; from < rows; from += 10_000) {
    let text = '';
    for (let i = from; i < Math.min(rows, from + 10_000); i++)
      text += `SYR${i},2024-12-${String(1 + (i % 6)).padStart(2, '0')},Explosions/Remote violence,Air/drone strike,HTS,${places[i % 5]},SOHR,"A strike, as reported",${i % 7}\n`;
    writeSync(out, text);
  }
  closeSync(out);
  return path;
}

function measured(args) {
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(
    '/usr/bin/env',
    [
      'bash',
      '-c',
      'ulimit -c 0; "$0" "$@" & pid=$!; peak=0; while kill -0 $pid 2>/dev/null; do now=$(awk \'/VmHWM/ {print $2}\' /proc/$pid/status 2>/dev/null || echo 0); [ "${now:-0}" -gt "$peak" ] && peak=$now; sleep 0.05; done; wait $pid; code=$?; echo "peak $peak" >&2; exit $code',
      process.execPath,
      ...args,
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && !/accepted/.test(stdout)) throw new Error(`${stdout}${stderr}`);
  return { seconds, peak: Number(/peak (\d+)/.exec(stderr)?.[1] ?? NaN) / 1024 };
}

function told({ seconds, peak }, rows) {
  return `${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} a second, ${peak.toFixed(0)} MB`;
}
