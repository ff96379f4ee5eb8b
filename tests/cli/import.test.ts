import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { claimline, root } from './run';

const folder = mkdtempSync(join(tmpdir(), 'claimline-import-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

/** A copy of the packaged dossier, and a table beside it. */
function dossierAnd(name: string, content: string | Uint8Array): { dossier: string; table: string } {
  const dossier = join(folder, `dossier-${++made}`);
  cpSync(join(root, 'geo/syria-2024'), dossier, { recursive: true });
  const table = join(folder, name);
  writeFileSync(table, content);
  return { dossier, table };
}
const filesOf = (dossier: string) =>
  readdirSync(dossier).map((name) => [name, name.includes('.') ? readFileSync(join(dossier, name), 'utf8') : '']);
interface Shown {
  imports: [
    {
      read: number;
      accepted: number;
      rejected: number;
      written: boolean;
      asks: string[];
      guessed: string[];
      open: string[];
      added: string[];
    },
  ];
}
const shown = (...args: string[]) => (JSON.parse(claimline('import', ...args, '--format', 'json').out) as Shown).imports[0];

const CONTROL = [
  'Place;Date;Holder;Status;Source;Lat;Lon',
  'Palmyra;05/12/2024;HTS;captured;SOHR;;',
  'حماة;06/12/2024;HTS;held;"SOHR; A resident";;',
  'Atlantis;06/12/2024;HTS;held;SOHR;;',
  'Raqqa;06/12/2024;SDF;contested;SOHR;;',
  'Daraa;06/13/2024;Local;held;=cmd();;',
  'Salamiyah;06/12/2024;HTS;held;SOHR;37.05;35.01',
].join('\r\n');

describe('a table of control', () => {
  test('is shown with reasons, and nothing is written, until --yes; dates that can be read in both ways are asked for', () => {
    const { dossier, table } = dossierAnd('control.csv', CONTROL);
    const before = filesOf(dossier);
    expect(shown(table, '--into', dossier)).toMatchObject({ read: 0, written: false, asks: [expect.stringContaining('“05/12/2024”')] });
    expect(shown(table, '--into', dossier, '--dates', 'day-first').asks).toEqual([expect.stringContaining('--published')]);
    expect(shown(table, '--into', dossier, '--dates', 'day-first', '--published', '2024-12-13')).toMatchObject({
      written: false,
      asks: [],
      accepted: 2,
      rejected: 4,
    });
    expect(filesOf(dossier)).toEqual(before);
  });

  test('becomes claims that are anchored in its rows; what is no claim is rejected with its reason, and all that was read is one or the other', () => {
    const { dossier, table } = dossierAnd('control.csv', CONTROL);
    const told = shown(table, '--into', dossier, '--dates', 'day-first', '--published', '2024-12-13', '--recorded', '2024-12-14', '--yes');
    expect(told).toMatchObject({ read: 6, accepted: 2, rejected: 4, written: true });
    expect(told.guessed).toEqual([expect.stringContaining('hama, the town, not the governorate')]);
    expect(told.open).toEqual([
      expect.stringContaining('“Atlantis” (1): no gazetteer has it'),
      expect.stringContaining('--choose "Salamiyah='),
    ]);
    const rejects = readFileSync(join(dossier, 'import/control.csv.rejects.csv'), 'utf8');
    for (const reason of ['no gazetteer has it', 'names no holder', 'has no month 13', 'look swapped']) expect(rejects).toContain(reason);
    expect(rejects).toContain("'=cmd()");
    expect(claimline('validate', dossier)).toMatchObject({ code: 0, out: expect.stringContaining('no issues') as string });
    const [header, row] = readFileSync(join(dossier, 'claims.csv'), 'utf8').split('\r\n');
    const claim = Object.fromEntries(header!.split(',').map((name, i) => [name, row!.split(',')[i]]));
    expect(claim).toMatchObject({
      kind: 'control',
      happened: '2024-12-05',
      says: 'took',
      extent: 'held',
      holder: 'hts-led',
      source: 'control',
      recorded: '2024-12-14',
    });
    expect(CONTROL.slice(Number(claim['start']), Number(claim['end']))).toBe('Palmyra;05/12/2024;HTS;captured;SOHR;;');
    // the place comes with it
    expect(readFileSync(join(dossier, 'places.geojson'), 'utf8')).toContain(`"${claim['place']!}"`);
    const said = claimline('situation', dossier, '--at', '2024-12-05', '--known', 'now').out;
    expect(said).toContain('Palmyra');
  });

  test('brought in twice adds nothing; what was chosen once is chosen for the next', () => {
    const { dossier, table } = dossierAnd('control.csv', CONTROL);
    const args = [table, '--into', dossier, '--published', '2024-12-13', '--yes'];
    expect(shown(...args, '--dates', 'day-first', '--choose', 'Atlantis=homs')).toMatchObject({ accepted: 3, written: true });
    const before = readFileSync(join(dossier, 'claims.csv'), 'utf8');
    const again = shown(...args);
    expect(again).toMatchObject({ accepted: 0, rejected: 6, asks: [] });
    expect(readFileSync(join(dossier, 'claims.csv'), 'utf8')).toBe(before);
  });
});

test('an ACLED table becomes incidents and changes of hands, with who says so', () => {
  const { dossier, table } = dossierAnd(
    'acled.csv',
    [
      'event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,location,latitude,longitude,source,notes,fatalities',
      'SYR1,05 December 2024,1,Explosions/Remote violence,Air/drone strike,HTS,Hama,35.1318,36.7578,SOHR; Local network,"A strike, with ""quotes""\nand a new line",5',
      'SYR2,06 December 2024,2,Battles,Non-state actor overtakes territory,HTS,Talbisa,34.8406,36.7311,SOHR,text,3',
      'SYR3,06 December 2024,1,Protests,Peaceful protest,Protesters,Homs,34.73,36.72,SOHR,text,0',
      'SYR4,06 December 2202,1,Battles,Armed clash,HTS,Homs,34.73,36.72,SOHR,text,2',
    ].join('\n'),
  );
  expect(shown(table, '--into', dossier, '--published', '2024-12-13', '--yes')).toMatchObject({
    read: 4,
    accepted: 2,
    rejected: 2,
    written: true,
  });
  const claims = readFileSync(join(dossier, 'claims.csv'), 'utf8');
  expect(claims).toMatch(/^acled-syr1,incident.*,strike,/m);
  expect(claims).toMatch(/^acled-syr2,control.*2024-12-06~/m);
  expect(claims.match(/^acled-syr1,/gm)).toHaveLength(2);
});

test.each([
  ['a PDF', '%PDF-1.7 text', 'it is a PDF'],
  ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'XLS'],
  ['a broken workbook', 'PK\u0003\u0004rubbish', 'cannot be unpacked'],
  ['broken JSON', '{"type":', 'it is no JSON'],
  ['nothing', '', 'it is empty'],
] as const)('%s is refused in words', (_, content, why) => {
  const { dossier, table } = dossierAnd('strange.csv', content as string);
  const { code, err } = claimline('import', table, '--into', dossier);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(why) as string });
});

test('headings and cells that would change how objects are made are data like any other', () => {
  const { dossier, table } = dossierAnd(
    'proto.csv',
    '__proto__,place,date,holder\nx,Hama,2024-12-05,__proto__\nx,constructor,2024-12-05,HTS\n',
  );
  expect(shown(table, '--into', dossier, '--published', '2024-12-13', '--yes')).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
  expect(claimline('validate', dossier).code).toBe(0);
});

describe('a new dossier', () => {
  test('is sound, has examples that can be brought in, and is not written over', () => {
    const dossier = join(folder, 'my-map');
    expect(claimline('new', dossier, '--title', 'My map', '--from', '2024-12-01', '--to', '2024-12-06')).toMatchObject({ code: 0 });
    expect(claimline('validate', dossier).out).toContain('0 claims, no issues');
    expect(shown(join(dossier, 'tables/control.csv'), '--into', dossier, '--published', '2024-12-31', '--yes')).toMatchObject({
      accepted: 3,
      rejected: 0,
    });
    expect(claimline('validate', dossier).out).toContain('3 claims, no issues');
    expect(claimline('new', dossier)).toMatchObject({ code: 2, err: expect.stringContaining('is not empty') as string });
  });

  test.each([
    [['--from', '2024-12-06', '--to', '2024-12-01'], 'is before'],
    [['--zone', 'Mars/Base'], 'no time zone'],
    [['--bounds', '5,4,3,2'], 'no west, south, east and north'],
  ])('of %j is refused, and nothing is written', (args, why) => {
    const dossier = join(folder, 'none');
    expect(claimline('new', dossier, ...args)).toMatchObject({ code: 2, err: expect.stringContaining(why) as string });
    expect(existsSync(dossier)).toBe(false);
  });
});
