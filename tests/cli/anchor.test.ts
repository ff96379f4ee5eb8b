import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { claimline, root } from './run';

const folder = mkdtempSync(join(tmpdir(), 'claimline-anchors-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [dossier, texts] = [join(folder, 'dossier'), join(folder, 'texts')];

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const gazette = 'The river rose on Monday.\n\nThe northern army took Hama, “without a shot”, the mayor said. The bridge is closed.\n';
const digest = 'From our desk.\n\nThe northern army holds the mill. The bridge is closed.\n';

interface Anchor {
  paragraph?: number;
  start?: number;
  end?: number;
  sha256?: string;
  exact?: string;
  prefix?: string;
}
const anchorOf = (text: string, words: string, paragraph: number): Anchor => {
  const start = text.indexOf(words);
  return { paragraph, start, end: start + words.length, sha256: sha256(words) };
};

/** Writes a dossier of two claims: one that two texts report, and one that one does. */
function write(anchors: { first: Anchor; second: Anchor; third: Anchor }, derived: object = {}): void {
  rmSync(dossier, { recursive: true, force: true });
  cpSync(join(root, 'geo/syria-2024'), dossier, { recursive: true, filter: (path) => !/(geojson|md|sources\.json)$/.test(path) });
  const source = (id: string, text: string, more: object = {}) => ({
    id,
    title: id,
    publisher: null,
    published: '2024-12-05',
    language: 'en',
    text: { file: `${id}.txt`, sha256: sha256(text) },
    ...more,
  });
  const sources = [source('gazette', gazette), source('digest', digest, derived)];
  writeFileSync(join(dossier, 'sources.json'), JSON.stringify({ schemaVersion: 1, sources }, null, 2));
  const report = (source: string, anchor: Anchor) => ({ source, mode: 'asserts', anchor });
  const claim = (id: string, reports: object[]) => ({
    type: 'Feature',
    id,
    geometry: null,
    properties: {
      kind: 'control',
      place: 'hama',
      holder: 'hts-led',
      says: 'took',
      extent: 'held',
      happened: '2024-12-05',
      summary: 'The northern army took it.',
      recorded: '2024-12-06',
      reports,
    },
  });
  const features = [
    claim('hama-taken', [report('gazette', anchors.first), report('digest', anchors.second)]),
    claim('bridge-closed', [report('gazette', anchors.third)]),
  ];
  writeFileSync(join(dossier, 'control.geojson'), `${JSON.stringify({ type: 'FeatureCollection', features }, null, '\t')}\n`);
}

const sound = () => ({
  first: anchorOf(gazette, 'The northern army took Hama', 2),
  second: anchorOf(digest, 'The northern army holds the mill', 2),
  third: anchorOf(gazette, 'The bridge is closed.', 2),
});

beforeEach(() => {
  rmSync(texts, { recursive: true, force: true });
  mkdirSync(texts);
  writeFileSync(join(texts, 'gazette.txt'), gazette);
  writeFileSync(join(texts, 'digest.txt'), digest);
  write(sound());
});

const anchor = (...args: string[]) => claimline('anchor', dossier, '--texts', texts, ...args);
const json = (...args: string[]) =>
  JSON.parse(anchor('--format', 'json', ...args).out) as {
    anchors: { id: string; status: string; mended?: Anchor }[];
    texts: { source: string; file: string; by: string }[];
    issues: { code: string; file: string; at: string }[];
    written: string[];
  };
const statuses = () => json().anchors.map(({ status }) => status);
const control = () => readFileSync(join(dossier, 'control.geojson'), 'utf8');

describe('anchor', () => {
  test('of a sound dossier says that all are in place, and how texts were known', () => {
    const { code, out, err } = anchor();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('gazette: gazette.txt, by the source’s id; 2 anchors\n');
    expect(out).toMatch(/: 3 anchors, 3 in place\n$/);
  });

  test('lists what moved with its place in the file, and writes nothing unless it is asked to', () => {
    const before = control();
    writeFileSync(join(texts, 'gazette.txt'), `Corrected on Friday.\n\n${gazette}`);
    const { code, out } = anchor();
    expect(code).toBe(1);
    expect(out).toContain('control.geojson /features/0/properties/reports/0/anchor (hama-taken): moved');
    expect(out).toContain('expected  paragraph 3, 49 to 76\n');
    expect(out).toContain('2 anchors can be mended by --write; nothing was written');
    expect(control()).toBe(before);
  });

  test('--write mends what moved, with the hash of the text, and leaves every other byte', () => {
    const before = control();
    writeFileSync(join(texts, 'gazette.txt'), `Corrected on Friday.\n\n${gazette}`);
    expect(anchor('--write')).toMatchObject({ code: 0, err: '' });
    expect(statuses()).toEqual(['in-place', 'in-place', 'in-place']);
    const undone = control()
      .replaceAll('"paragraph": 3', '"paragraph": 2')
      .replace('49', '27')
      .replace('76', '54')
      .replace('112', '90')
      .replace('133', '111');
    expect(undone).toBe(before);
    expect(readFileSync(join(dossier, 'sources.json'), 'utf8')).toContain(sha256(`Corrected on Friday.\n\n${gazette}`));
    expect(readdirSync(dossier).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(claimline('validate', dossier, '--texts', texts).code).toBe(0);
  });

  test('guesses nothing: what stands twice is ambiguous, what is gone is broken, and both stay as they are', () => {
    const before = control();
    writeFileSync(join(texts, 'gazette.txt'), `The bridge is closed. ${gazette.replace('took', 'entered')}`);
    const { code, out } = anchor('--write');
    expect(code).toBe(1);
    expect(out).toMatch(/\(hama-taken\): broken\n.*the text of gazette has no such words/);
    expect(out).toMatch(/\(bridge-closed\): ambiguous\n.*\n.*one of: paragraph 1, 0 to 21; paragraph 2, \d+ to \d+/);
    expect(control()).toBe(before);
    expect(json().issues.map(({ code }) => code)).toEqual(['text', 'broken', 'ambiguous']);
  });

  test('adds place and hash to an anchor that carries its words', () => {
    write({ ...sound(), first: { exact: 'The northern army took Hama, "without a shot"' }, third: { exact: 'The bridge is closed.' } });
    expect(claimline('validate', dossier).code).toBe(1);
    expect(anchor('--write').code).toBe(0);
    expect(claimline('validate', dossier, '--texts', texts).code).toBe(0);
    expect(control()).toContain(sha256('The northern army took Hama, “without a shot”'));
  });

  test('mends claims.csv, and leaves every other byte', () => {
    const table = join(dossier, 'claims.csv');
    expect(claimline('table', dossier, '--out', table).code).toBe(0);
    rmSync(join(dossier, 'control.geojson'));
    const before = readFileSync(table, 'utf8');
    writeFileSync(join(texts, 'digest.txt'), `A note.\n${digest}`);
    expect(anchor().out).toContain('claims.csv row 4 (hama-taken): moved');
    expect(anchor('--write').code).toBe(0);
    const after = readFileSync(table, 'utf8');
    const { start, end } = sound().second;
    expect(after).toBe(before.replace(`,2,${start},${end},`, `,3,${start! + 8},${end! + 8},`));
    expect(after).not.toBe(before);
  });

  test('checks a Parquet table, and says that it is not mended', () => {
    expect(claimline('table', dossier, '--out', join(dossier, 'claims.parquet')).code).toBe(0);
    rmSync(join(dossier, 'control.geojson'));
    writeFileSync(join(texts, 'digest.txt'), `A note.\n${digest}`);
    const { code, out } = anchor('--write');
    expect(code).toBe(1);
    expect(out).toContain('claims.parquet row 3 (hama-taken): moved');
    expect(out).toContain('claims.parquet is not mended');
  });

  test('finds a text under another name by its hash, or by the anchors that fit it alone', () => {
    rmSync(join(texts, 'gazette.txt'));
    rmSync(join(texts, 'digest.txt'));
    writeFileSync(join(texts, 'a.txt'), gazette);
    writeFileSync(join(texts, 'b.txt'), `Changed.\n\n${digest}`);
    expect(json().texts.map(({ file, by }) => [file, by])).toEqual([
      ['a.txt', 'hash'],
      ['b.txt', 'anchors'],
    ]);
  });

  test('says what it could not check: a text that is not at hand, and one that is no UTF-8', () => {
    rmSync(join(texts, 'digest.txt'));
    expect(anchor()).toMatchObject({ code: 0 });
    expect(anchor().out).toMatch(/digest: no text at hand; 1 anchor not checked\n.*3 anchors, 2 in place, 1 not checked\n$/);
    writeFileSync(join(texts, 'digest.txt'), Buffer.from([0x41, 0xff, 0x42]));
    expect(anchor()).toMatchObject({ code: 1 });
    expect(anchor().out).toContain('digest.txt: no UTF-8');
  });

  test.each([
    [[], '--texts is missing'],
    [['--texts', 'nowhere'], '--texts nowhere is no folder'],
    [['--texts', 'geo/syria-2024'], 'holds no text'],
  ])('misuse %j exits with 2', (args, why) => {
    const { code, out, err } = claimline('anchor', dossier, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
  });
});

describe('lineage', () => {
  const copy = `${gazette} ${'The ferry goes at noon and comes back at dusk, the owner told us. '}`;
  const compare = (...args: string[]) => claimline('lineage', ...args, '--texts', texts);

  test('proposes a copy that is not declared, with its passages, and exits with 0', () => {
    writeFileSync(join(texts, 'digest.txt'), copy);
    const { code, out } = compare(dossier);
    expect(code).toBe(0);
    expect(out).toContain('gazette ~ digest: proposed; 16 runs of five words, 100.0 % of gazette');
    expect(out).toMatch(/0 to 110 ~ 0 to 110, 20 words: “The river rose on Monday\. The northern/);
    expect(out).toMatch(/2 texts, 1 pair: 1 proposed\n$/);
  });
  test('confirms one that is declared, and tells of one that the texts do not show', () => {
    write(sound(), { derivedFrom: 'gazette', derivedReason: 'It says so.' });
    expect(compare(dossier).out).toContain('gazette ~ digest: declared and not seen in the texts; 0 runs');
    writeFileSync(join(texts, 'digest.txt'), copy);
    expect(compare(dossier).out).toContain('gazette ~ digest: declared and confirmed');
  });
  test('compares files without a dossier, as JSON too', () => {
    writeFileSync(join(texts, 'digest.txt'), copy);
    const { pairs } = JSON.parse(compare('--format', 'json').out) as { pairs: object[] };
    expect(pairs).toMatchObject([{ first: 'digest.txt', second: 'gazette.txt', kinship: 'proposed', shared: 16, secondInFirst: 1 }]);
  });
  test('takes two texts', () => {
    rmSync(join(texts, 'digest.txt'));
    expect(compare()).toMatchObject({ code: 2, err: expect.stringContaining('it takes two') as string });
  });
});

describe('validate --texts', () => {
  const validate = (...args: string[]) => claimline('validate', dossier, '--texts', texts, ...args);

  test('lists an anchor that does not fit as an issue', () => {
    writeFileSync(join(texts, 'gazette.txt'), gazette.replace('took', 'entered'));
    const { dossiers } = JSON.parse(validate('--format', 'json').out) as { dossiers: { issues: object[]; anchors: object }[] };
    expect(dossiers[0]!.issues).toMatchObject([
      { code: 'text', file: 'sources.json', at: '/sources/0/text/sha256' },
      { code: 'broken', file: 'control.geojson', at: '/features/0/properties/reports/0/anchor', id: 'hama-taken' },
      { code: 'moved', id: 'bridge-closed' },
    ]);
    expect(dossiers[0]!.anchors).toEqual({ checked: 3, unchecked: 0 });
  });
  test('prints an undeclared copy, which is no fault', () => {
    const both = `${digest}\n${gazette}`;
    writeFileSync(join(texts, 'digest.txt'), both);
    const sources = join(dossier, 'sources.json');
    writeFileSync(sources, readFileSync(sources, 'utf8').replace(sha256(digest), sha256(both)));
    const { code, out } = validate();
    expect(code).toBe(0);
    expect(out).toContain('gazette ~ digest: proposed');
    expect(out).toContain('3 anchors held against 2 texts\n');
  });
});

const articles = join(root, '../shared/articles');
test.skipIf(!existsSync(articles))('the first dossier fits its articles (skipped where they are not at hand)', () => {
  const { code, out } = claimline('validate', 'geo/syria-2024', '--texts', articles);
  expect(code).toBe(0);
  expect(out).toMatch(/: 81 anchors held against 5 texts\n.*no issues\n$/);
});
