import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginAnew, digest, dossier, gazette, sha256, sound, texts, write } from './own-texts';
import { claimline, root } from './run';

beforeEach(beginAnew);

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
