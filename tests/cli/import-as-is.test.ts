import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { claimline, root } from './run';

/** Tables as people have them. */

const folder = mkdtempSync(join(tmpdir(), 'claimline-import-as-is-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the packaged dossier, and a table beside it. */
function dossierAnd(name: string, content: string): { dossier: string; table: string } {
  const [dossier, table] = [join(folder, `${name}.dossier`), join(folder, name)];
  cpSync(join(root, 'geo/syria-2024'), dossier, { recursive: true });
  writeFileSync(table, content);
  return { dossier, table };
}
interface Shown {
  readonly accepted: number;
  readonly rejected: number;
  readonly reasons: readonly string[];
  readonly asks: readonly { readonly about: string; readonly why: string }[];
}
const shown = (...args: string[]) => (JSON.parse(claimline('import', ...args, '--format', 'json').out) as { imports: [Shown] }).imports[0];

test('of several columns that count people none is taken until a person says which, and each of them can be brought in', () => {
  const headings = 'Country of origin,Country of asylum,Year,Refugees,Asylum-seekers';
  const { dossier, table } = dossierAnd('asylum.csv', `${headings}\nSyria,Lebanon,2024,755426,1234\n`);
  const { asks } = shown(table, '--into', dossier, '--published', '2024-12-13', '--yes');
  expect(asks).toMatchObject([{ about: 'people', why: expect.stringContaining('“Refugees”, “Asylum-seekers”') as string }]);
  const { out } = claimline('import', table, '--into', dossier);
  expect(out).toContain('not read: “Refugees”, “Asylum-seekers”\n');
  expect(out).toContain('--column people=HEADING: 2 columns count people');
  for (const people of ['Refugees', 'Asylum-seekers']) {
    const columns = { from: 'Country of origin', to: 'Country of asylum', date: 'Year', people };
    const mapping = {
      version: 1,
      table: 'figures',
      columns: Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, { column }])),
      ...{ dateOrder: null, measure: 'stock', counts: 'people', statuses: {}, events: {} },
    };
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
    const args = ['--mapping', join(folder, 'mapping.json'), '--published', '2024-12-13', '--yes'];
    expect(shown(table, '--into', dossier, ...args)).toMatchObject({ accepted: 1, rejected: 0, asks: [] });
  }
  const claims = readFileSync(join(dossier, 'claims.csv'), 'utf8');
  expect(claims).toMatch(/^asylum-row-2-refugees,.*Refugees from Syria/m);
  expect(claims).toMatch(/^asylum-row-2-asylum-seekers,.*Asylum-seekers from Syria/m);
});
