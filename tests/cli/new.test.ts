import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { claimline } from './run';

const folder = mkdtempSync(join(tmpdir(), 'claimline-new-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const shown = (...args: string[]) => (JSON.parse(claimline('import', ...args, '--format', 'json').out) as { imports: [object] }).imports[0];

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

  test('what its README says to run is what runs', () => {
    const dossier = join(folder, 'as its readme says');
    expect(claimline('new', dossier, '--from', '2024-12-01', '--to', '2024-12-10').code).toBe(0);
    const readme = readFileSync(join(dossier, 'README.md'), 'utf8');
    const commands = [...readme.matchAll(/^npm run -s claimline -- (.*)$/gm)].map(([, args]) => args!);
    expect(commands.map((args) => args.split(' ')[0])).toEqual(['import', 'import', 'start']);
    for (const args of commands.slice(0, 2)) {
      const each = [...args.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
      expect(claimline(...each)).toMatchObject({ code: each.includes('--yes') ? 0 : 1, err: '' });
    }
    expect(readme).not.toMatch(/^claimline /m);
    expect(claimline('validate', dossier).out).toContain('3 claims, no issues');
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
