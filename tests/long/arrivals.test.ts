import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { shows } from '../e2e/open';
import { countOf, pixelsOf } from '../e2e/pixels';
import { saved } from '../e2e/saved';
import { faults, folder, json, put, root, visit } from '../e2e/visit';
import { hasAllButTheMap } from '../e2e/whole';

/** Each part that is loaded when it is wanted, missing; and a desk's logo that is late, or missing. */

describe('without a part that is loaded when it is wanted', () => {
  const is404 = (fault: string) => /404|requestfailed|failed:|dynamically imported/.test(fault);

  test.each([
    ['comparing', '#beside=2024-12-05,then', /comparing-[^/]*\.js/],
    ['inferred ground and silence', '#on=inferred,silence', /unreported-[^/]*\.js/],
    ['Arabic', '#lang=ar', /\/ar-[^/]*\.js/],
  ])('%s: it says so, in English, and the map and the rest work', async (_, hash, missing) => {
    const it = await visit(hash, { missing });
    await shows(it, '2024-12-06');
    await it.locator('[data-lack="part"]').getByText('A part of this page did not arrive').waitFor();
    await it.locator('[data-lack="part"] button').click();
    await it.locator('[data-lack="part"]').waitFor({ state: 'detached' });
    await it.locator('button[data-mark="control:homs"]').first().click();
    await it.getByRole('heading', { name: 'Homs' }).waitFor();
    expect(faults.filter((fault) => !is404(fault))).toEqual([]);
  });

  test('the detail of a mark: the whole situation stays', async () => {
    const it = await visit('', { missing: /Detail-[^/]*\.js/ });
    await shows(it, '2024-12-06');
    await it.locator('button[data-mark="control:homs"]').first().click();
    await it.locator('[data-lack="part"]').waitFor();
    await hasAllButTheMap(it);
    expect(faults.filter((fault) => !is404(fault))).toEqual([]);
  });
});

test('without its dialogs the page says so, and its keys work', async () => {
  const it = await visit('', { missing: /Dialogs-[^/]*\.js/ });
  await shows(it, '2024-12-06');
  await it.keyboard.press('?');
  await it.locator('[data-lack="part"]').getByText('A part of this page did not arrive').waitFor();
  await it.keyboard.press('ArrowLeft');
  await shows(it, '2024-12-05');
  expect(await it.getByRole('dialog').count()).toBe(0);
});

describe('a logo', () => {
  const GREEN = [0x12, 0xab, 0x34] as const;

  test('that is still on its way is waited for by an export', async () => {
    writeFileSync(
      join(folder, 'logo.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#12ab34"/></svg>',
    );
    put('dossier.json', { ...json('dossier.json'), logo: 'logo.svg' });
    let arrive = (): void => {};
    const held = new Promise<void>((resolve) => (arrive = resolve));
    const it = await visit('?dossier=/own/', { late: [/logo\.svg/, held] });
    await shows(it, '2024-12-06');
    const picture = saved(it);
    await it.locator('[data-export-state="working"]').waitFor();
    arrive();
    expect(countOf(pixelsOf((await picture).bytes), GREEN)).toBeGreaterThan(3000);
    rmSync(join(folder, 'logo.svg'));
    put('dossier.json', json('dossier.json'));
    expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
  });

  test('that is missing keeps the command line from no picture, and is spoken of', () => {
    put('dossier.json', { ...json('dossier.json'), logo: 'logo.svg' });
    const out = join(folder, '../without-logo.png');
    const args = ['snapshot', folder, '--at', '2024-12-06', '--out', out, '--size', '1000x700'];
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/claimline.js'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, CHROME_PATH: inject('chromium') },
    });
    put('dossier.json', json('dossier.json'));
    const { length } = readFileSync(out);
    rmSync(out);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `The dossier’s logo did not arrive, or is no picture. The page and its exports do without it.\n${out}: 1000 × 700 pixels\n`,
    });
    expect(length).toBeGreaterThan(10_000);
  });
});
