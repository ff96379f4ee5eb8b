import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import Papa from 'papaparse';
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
      asks: { about: string; why: string }[];
      guessed: { text: string; place: string | null; why: string }[];
      open: { text: string; rows: number; why: string; candidates: { id: string }[] }[];
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
    expect(shown(table, '--into', dossier)).toMatchObject({
      read: 0,
      written: false,
      asks: [{ about: 'dates', why: expect.stringContaining('“05/12/2024”') as string }],
    });
    expect(shown(table, '--into', dossier, '--dates', 'day-first').asks).toMatchObject([{ about: 'published' }]);
    expect(shown(table, '--into', dossier, '--dates', 'day-first', '--published', '2024-12-13')).toMatchObject({
      written: false,
      asks: [],
      accepted: 2,
      rejected: 4,
      // published after the dossier's last day, so that on none of its days they are known then
      later: 2,
      outside: 0,
    });
    expect(filesOf(dossier)).toEqual(before);
  });

  test('becomes claims that are anchored in its rows; what is no claim is rejected with its reason, and all that was read is one or the other', () => {
    const { dossier, table } = dossierAnd('control.csv', CONTROL);
    const told = shown(table, '--into', dossier, '--dates', 'day-first', '--published', '2024-12-13', '--recorded', '2024-12-14', '--yes');
    expect(told).toMatchObject({ read: 6, accepted: 2, rejected: 4, written: true });
    expect(told.guessed).toMatchObject([{ place: 'hama', why: expect.stringContaining('the town, not the governorate') as string }]);
    expect(told.open).toMatchObject([
      { text: 'Atlantis', rows: 1, why: 'no gazetteer has it', candidates: [] },
      { text: 'Salamiyah', candidates: [{}] },
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
  expect(claims).toMatch(/^acled-syr2,control.*\[2024-12-03\.\.2024-12-09\]/m);
  expect(claims.match(/^acled-syr1,/gm)).toHaveLength(2);
});

test('of a clash in a GED table it is not said who killed, and UNHCR counts who is there, not who moved', () => {
  const { dossier, table } = dossierAnd(
    'ged.csv',
    [
      'id,date_start,date_end,side_a,side_b,type_of_violence,where_coordinates,latitude,longitude,best,source_office',
      '7,2024-12-05 00:00:00.000,2024-12-06 00:00:00.000,Government of Syria,HTS,1,Hama,35.1318,36.7578,12,AFP',
    ].join('\n'),
  );
  expect(shown(table, '--into', dossier, '--published', '2024-12-13', '--yes')).toMatchObject({ accepted: 1, rejected: 0 });
  const people = join(folder, 'unhcr.csv');
  writeFileSync(people, 'Country of origin,Country of asylum,Year,Refugees\nSyria,Lebanon,2024,755426\n');
  expect(shown(people, '--into', dossier, '--published', '2024-12-13', '--yes')).toMatchObject({ accepted: 1, rejected: 0 });
  const claims = readFileSync(join(dossier, 'claims.csv'), 'utf8');
  expect(claims).toMatch(/^ged-7,incident.*\[2024-12-05\.\.2024-12-06\].*clash at Hama, 12 killed\./m);
  expect(claims).not.toMatch(/^ged-7,.*government/m);
  expect(claims).toMatch(/^unhcr-row-2,displacement,figure.*755426 people \(Refugees from Syria\) in Lebanon \(stock\)/m);
});

test('who says that it took a place itself claims it, and is no witness', () => {
  const { dossier, table } = dossierAnd(
    'own-word.csv',
    'place,date,holder,source\nPalmyra,2024-12-05,Local front,Local front; A news agency\nPalmyra,2024-12-06,Other front,Other front\n',
  );
  expect(shown(table, '--into', dossier, '--published', '2024-12-06', '--yes')).toMatchObject({ accepted: 2, rejected: 0 });
  const { data } = Papa.parse<Record<string, string>>(readFileSync(join(dossier, 'claims.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data.map(({ by, mode }) => [by, mode])).toEqual([
    ['local-front', 'claims'],
    ['a-news-agency', 'asserts'],
    ['other-front', 'claims'],
  ]);
});

test('what a humanitarian table carries survives the way in and out, and is added up by district only where it is alike', () => {
  const { dossier, table } = dossierAnd(
    'dtm.csv',
    [
      'Site,Lat,Lon,District,District code,Place code,Survey date,IDPs,Caseload,Method,By',
      '#loc+name,#geo+lat,#geo+lon,#adm2+name,#adm2+code,#loc+code,#date,#affected+idps,#affected+type,#meta+method,#meta+source',
      'Camp A,35.95,36.7,Idleb,SY0701,C4001,2024-12-04,120,IDPs,site assessment,IOM',
      'Camp B,35.99,36.6,Idleb,SY0701,C4002,2024-12-04,80,IDPs,site assessment,IOM',
      'Camp C,35.91,36.5,Idleb,SY0701,C4003,2024-12-04,50,IDPs,registration,IOM',
    ].join('\n'),
  );
  expect(shown(table, '--into', dossier, '--published', '2024-12-05', '--yes')).toMatchObject({ accepted: 3, rejected: 0 });
  const { out } = claimline('situation', dossier, '--at', '2024-12-06', '--totals', 'adm2');
  // each of the camps has its figure, and says where
  for (const camp of ['A: IDPs displaced at that time: 120', 'B: IDPs displaced at that time: 80', 'C: IDPs displaced at that time: 50'])
    expect(out).toContain(`\nCamp ${camp},`);
  expect(out).toMatch(/^Idleb \(SY0701\): 200; stock, people, IDPs, site assessment, as of 2024-12-04, by iom; 2 figures$/m);
  expect(out).toMatch(/^in no sum: dtm-row-5, no other figure in SY0701 is alike/m);
  const file = join(folder, 'out.hxl.csv');
  expect(claimline('export', dossier, '--out', file).code).toBe(0);
  const [, tags, ...rows] = Papa.parse<string[]>(readFileSync(file, 'utf8')).data;
  const own = rows.find(([id]) => id === 'dtm-row-3')!;
  const cells = [
    '#adm2+code',
    '#adm2+name',
    '#loc+code',
    '#meta+method',
    '#meta+asof',
    '#description+who',
    '#affected+displaced+stock+min',
  ];
  expect(cells.map((tag) => own[tags!.indexOf(tag)])).toEqual(['SY0701', 'Idleb', 'C4001', 'site assessment', '2024-12-04', 'IDPs', '120']);
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

test('ended on its way it leaves the dossier as it was, and nothing else behind', async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `Homs,2024-12-05,HTS,SOHR,${i}`);
  const { dossier, table } = dossierAnd('many.csv', ['place,date,holder,source,id', ...rows].join('\n'));
  const [before, temporary] = [filesOf(dossier), mkdtempSync(join(folder, 'temporary-'))];
  const args = [join(root, 'dist/cli/claimline.js'), 'import', table, '--into', dossier, '--published', '2024-12-13', '--yes'];
  const run = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: temporary }, stdio: 'ignore' });
  const ended = new Promise((resolve) => run.on('close', resolve));
  await expect.poll(() => readdirSync(temporary).length, { timeout: 10_000 }).toBe(1);
  run.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(readdirSync(temporary)).toEqual([]);
  expect(filesOf(dossier)).toEqual(before);
});

test('headings and cells that would change how objects are made are data like any other', () => {
  const { dossier, table } = dossierAnd(
    'proto.csv',
    '__proto__,place,date,holder\nx,Hama,2024-12-05,__proto__\nx,constructor,2024-12-05,HTS\n',
  );
  expect(shown(table, '--into', dossier, '--published', '2024-12-13', '--yes')).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
  expect(claimline('validate', dossier).code).toBe(0);
});
