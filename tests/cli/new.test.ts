import { existsSync, mkdtempSync, rmSync } from 'node:fs';
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
