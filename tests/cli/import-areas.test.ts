import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { packagedGazetteer, readDossier } from '../../src/cli/dossier';
import { askedAreaTables } from '../../src/cli/import-areas';
import { askText } from '../../src/cli/import-told';
import { run as makeDossier } from '../../src/cli/new';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { NO_CHOICES } from '../../src/formats/import/choices';
import { claimline } from './run';

const folder = mkdtempSync(join(tmpdir(), 'claimline-areas-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A picture of two areas that meet at a latitude. */
function picture(latitude: number): string {
  const square = (holder: string, south: number, north: number) => ({
    type: 'Feature',
    properties: { holder },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [35.5, south],
          [39, south],
          [39, north],
          [35.5, north],
          [35.5, south],
        ],
      ],
    },
  });
  return JSON.stringify({ type: 'FeatureCollection', features: [square('HTS', latitude, 37.2), square('Government', 32, latitude)] });
}

/** A dossier without claims. */
async function made(name: string): Promise<string> {
  const dossier = join(folder, name);
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await makeDossier([dossier, '--from', '2024-12-01', '--to', '2024-12-10']);
  said.mockRestore();
  return dossier;
}

test('areas of two archives, a file a day, say who holds which place, and dispute what they disagree about', async () => {
  const dossier = await made('archives');
  const bring = (archive: string, latitudes: readonly number[], ...more: string[]) => {
    mkdirSync(join(folder, archive));
    const files = latitudes.map((_, i) => join(folder, archive, `control_2024-12-0${4 + i}.geojson`));
    latitudes.forEach((latitude, i) => writeFileSync(files[i]!, picture(latitude)));
    // in whichever order they are named
    const { out } = claimline('import', ...files.reverse(), '--into', dossier, '--publisher', archive, '--format', 'json', ...more);
    return (JSON.parse(out) as { imports: { read: number; accepted: number; rejected: number; reasons: string[] }[] }).imports;
  };
  const yes = ['--published', 'day', '--yes'];
  const [first, second, third] = bring('Archive A', [35.5, 35, 34.6], ...yes);
  // Raqqa lies 710 m from the edge, and is known to within 2 km; Beirut likewise
  expect(first).toMatchObject({ read: 13, accepted: 11, rejected: 2 });
  expect(first!.reasons).toContainEqual(expect.stringMatching(/nearer to an edge .*: 2 \(Raqqa, Beirut\)/));
  expect([second!.read, third!.read]).toEqual([6, 11]);
  bring('Archive B', [35.5, 35.5, 35], ...yes);
  const { dossier: read, issues } = await readDossier(dossier, packagedGazetteer());
  expect(issues).toEqual([]);
  const ledger = weigh(read!, { ...defaultLens, knownBy: 'now' });
  const of = (place: string) =>
    ['2024-12-04', '2024-12-05', '2024-12-06'].map((day) => {
      const { state, positions } = situationAt(ledger, lastInstant(day, read!.timeZone)).holdings.find((each) => each.place === place)!;
      return `${state} ${positions
        .map(({ holder }) => holder)
        .sort()
        .join()}`;
    });
  expect(of('hama')).toEqual(['held government', 'disputed government,hts', 'held hts']);
  expect(of('homs')).toEqual(['held government', 'held government', 'disputed government,hts']);
  expect(of('aleppo')).toEqual(['held hts', 'held hts', 'held hts']);
});

test('at a terminal the day, the archive’s name and the party of a colour are asked for, each once', async () => {
  const dossier = await made('asked');
  const file = join(folder, 'map.geojson');
  const areas = JSON.parse(picture(35)) as { features: { properties: object }[] };
  areas.features.forEach((each, i) => (each.properties = { fill: i === 0 ? '#f00' : '#00f' }));
  writeFileSync(file, JSON.stringify(areas));
  const asked: string[] = [];
  const typed = ['2024-12-05', 'Local council', '', 'Archive C'];
  const question = (text: string) => Promise.resolve(typed[asked.push(text) - 1] ?? '');
  const options = { into: dossier, choices: NO_CHOICES, table: null, order: null };
  const { tables, answers } = await askedAreaTables([file], options, question);
  expect(answers).toEqual({
    day: '2024-12-05',
    publisher: 'Archive C',
    chosen: new Map([
      ['Local council', 'local-council'],
      ['#f00', 'local-council'],
    ]),
    meant: [],
  });
  expect(asked.map((text) => text.split('\n')[0])).toEqual([
    expect.stringContaining('Its day'),
    expect.stringContaining('Which party is “#f00”'),
    expect.stringContaining('Which party is “#00f”'),
    expect.stringContaining('By which name they speak'),
  ]);
  // what was left open is named by its option
  expect(tables.get(file)!.asks.map(askText)).toEqual([expect.stringContaining('--choose "#00f=PARTY"')]);
  const choices = { ...NO_CHOICES, names: { '#f00': 'local-council', '#00f': 'army' } };
  const said = await askedAreaTables([file], { ...options, choices, day: '2024-12-05', publisher: 'C' }, null);
  const rows = [];
  for await (const piece of (await said.tables.get(file)!.open()).rows) rows.push(...piece.map(({ cells }) => cells.join()));
  // a colour is no name
  expect(rows.join('\n')).toMatch(/Hama,2024-12-05,Local Council,held,C,Hama lies in the area of “Local Council”/);
  expect(rows.join('\n')).not.toContain('#f00');
  expect((await askedAreaTables([file], { ...options, day: '2024-12-05', publisher: 'C' }, null)).tables.get(file)!.asks).toHaveLength(2);
});
