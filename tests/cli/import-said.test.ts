import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { claimline, root } from './run';

const folder = mkdtempSync(join(tmpdir(), 'claimline-import-said-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('columns and words that are not known are said by options, of which what cannot be is named', () => {
  cpSync(join(root, 'geo/syria-2024'), join(folder, 'dossier'), { recursive: true });
  const [dossier, table] = [join(folder, 'dossier'), join(folder, 'own.csv')];
  writeFileSync(table, 'Stadt,Tag,Wer,Wie\nHama,2024-12-05,HTS,gehalten\n');
  const columns = ['--table', 'control', ...['place=Stadt', 'date=tag', 'party=Wer', 'status=Wie'].flatMap((each) => ['--column', each])];
  const args = [table, '--into', dossier, '--published', '2024-12-06', ...columns];
  expect(claimline('import', ...args).out).toContain('“gehalten” (1): --means "gehalten=took|holds|');
  expect(JSON.parse(claimline('import', ...args, '--means', 'gehalten=holds', '--format', 'json').out).imports[0]).toMatchObject({
    accepted: 1,
    rejected: 0,
    asks: [],
  });
  expect(claimline('import', ...args, '--means', 'gehalten=keeps')).toMatchObject({
    code: 2,
    err: expect.stringContaining('outskirts') as string,
  });
  expect(claimline('import', ...args, '--column', 'where=Stadt')).toMatchObject({
    code: 2,
    err: expect.stringContaining('placeId') as string,
  });
  expect(claimline('import', ...args, '--column', 'note=Bemerkung').err).toContain('it has no column “Bemerkung”, but “Stadt”, “Tag”');
});

test('rejected rows that somebody corrected are kept when the table is brought in again', () => {
  cpSync(join(root, 'geo/syria-2024'), join(folder, 'again'), { recursive: true });
  const [dossier, table] = [join(folder, 'again'), join(folder, 'towns.csv')];
  writeFileSync(table, 'Place,Date,Holder\nHama,2024-12-05,HTS\nAtlantis,2024-12-05,HTS\n');
  const bring = () => claimline('import', table, '--into', dossier, '--published', '2024-12-06', '--yes');
  bring();
  const rejects = join(dossier, 'import/towns.csv.rejects.csv');
  const corrected = readFileSync(rejects, 'utf8').replace('Atlantis,2024', 'Homs,2024');
  writeFileSync(rejects, corrected);
  bring();
  expect(readFileSync(rejects, 'utf8')).toContain('Atlantis,2024');
  expect(readFileSync(join(dossier, 'import/towns.csv.rejects.1.csv'), 'utf8')).toBe(corrected);
  bring();
  expect(existsSync(join(dossier, 'import/towns.csv.rejects.2.csv'))).toBe(false);
});
