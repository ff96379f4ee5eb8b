import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gazetteerOf, readGazetteer } from '../../../src/core/gazetteer/gazetteer';
import type { Issue } from '../../../src/core/issue';
import { readingDossier } from '../../../src/formats/read-dossier';
import { broughtIn } from '../../../src/ui/import/brought-in';
import { dossierZip } from '../../../src/ui/import/dossier-zip';
import { memoryFile } from '../../../src/ui/import/memory-file';
import { belonging } from '../../../src/ui/own/belonging';
import { filesOfZip } from '../../../src/ui/own/zip';
import { files, importing, root } from './import-in-node';

const CONTROL = [
  'Place;Date;Holder;Status;Source;Lat;Lon',
  'Palmyra;05/12/2024;HTS;captured;SOHR;;',
  'حماة;06/12/2024;HTS;held;"SOHR; A resident";;',
  'Atlantis;06/12/2024;HTS;held;SOHR;;',
  'Raqqa;06/12/2024;SDF;contested;SOHR;;',
  'Salamiyah;06/12/2024;HTS;held;SOHR;37.05;35.01',
].join('\r\n');
const about = { published: '2024-12-13' };
const said = { order: 'day-first', about } as const;

/** What is wrong with a dossier of these files. */
async function issuesOf(all: ReadonlyMap<string, Blob>): Promise<Issue[]> {
  const packaged = gazetteerOf(readGazetteer(readFileSync(join(root, 'geo/gazetteer/places.geojson'), 'utf8'), 'places.geojson').places);
  const issues: Issue[] = [];
  const data = [...all].filter(([path]) => /^[^/]+\.(json|geojson|csv)$/.test(path)).map(([path, blob]) => memoryFile(path, blob));
  for await (const { reader } of readingDossier(data, packaged, issues)) reader?.piece();
  return issues;
}

describe('a table in memory', () => {
  test('is shown with what it asks; nothing is made before all of it is answered', async () => {
    const { shown } = importing('control.csv', CONTROL);
    const first = await shown({});
    expect(first).toMatchObject({
      outcome: { read: 0, asks: [{ about: 'dates' }] },
      headings: ['Place', 'Date', 'Holder', 'Status', 'Source', 'Lat', 'Lon'],
    });
    expect(first.examples[0]).toEqual(['Palmyra', 'حماة', 'Atlantis']);
    expect(first.files.size).toBe(0);
    const second = await importing('control.csv', CONTROL).shown({ order: 'day-first' });
    expect(second).toMatchObject({ outcome: { read: 5, accepted: 2, rejected: 3, asks: [{ about: 'published' }] } });
    expect(second.files.size).toBe(0);
  });

  test('comes back from a ZIP as a sound dossier, what did not change byte for byte, with the choices that the next table finds', async () => {
    const work = importing('control.csv', CONTROL);
    const shown = await work.shown({ ...said, chosen: [['Atlantis', 'homs']] });
    expect(shown.outcome).toMatchObject({ read: 5, accepted: 3, rejected: 2, asks: [] });
    const opened = await work.until(({ type }) => type === 'opened');
    const before = opened.type === 'opened' ? opened.files : new Map<string, Blob>();
    const all = broughtIn(before, shown.files);
    const zip = await dossierZip(all, 'syria-2024', '2025-01-02');
    expect(new Uint8Array(await zip.arrayBuffer())).toEqual(
      new Uint8Array(await (await dossierZip(all, 'syria-2024', '2025-01-02')).arrayBuffer()),
    );
    const given = Array.from(await filesOfZip(zip), ([path, content]) => ({ path, size: content.size, content }));
    const back = belonging(given);
    expect(back.folder).toBe('syria-2024');
    expect([...back.below.keys()].sort()).toEqual(['import/choices.json', 'import/control.csv.rejects.csv']);
    for (const [name, { content }] of [...back.files, ...back.below])
      expect([name, await content.text()]).toEqual([name, await (shown.files.get(name) ?? files.get(name)!).text()]);
    for (const name of ['control.geojson', 'movements.geojson']) expect(shown.files.has(name)).toBe(false);
    expect(await issuesOf(new Map(Array.from(back.files, ([name, { content }]) => [name, content])))).toEqual([]);
    // the next table has the same headings and names
    const choices = back.below.get('import/choices.json')!.content;
    const next = await importing('next.csv', CONTROL, [['import/choices.json', choices]]).shown({ about });
    expect(next.outcome).toMatchObject({ accepted: 3, rejected: 2, asks: [] });
  });

  test('tells only the last of answers that overtake one another', async () => {
    const many = ['Place,Date,Holder,Source,Note', ...Array.from({ length: 20_000 }, (_, i) => `Homs,2024-12-05,HTS,S${i % 9},${i}`)].join(
      '\n',
    );
    const work = importing('many.csv', many);
    work.say({ about });
    await work.until((each) => each.type === 'progress' && each.progress.doing === 'reading');
    work.say({ about, table: 'events' });
    const last = await work.shown({ about: { published: '2024-12-14' } });
    expect(last.outcome).toMatchObject({ read: 20_000, accepted: 20_000 });
    expect(work.posted.filter(({ type }) => type === 'shown')).toHaveLength(1);
  });

  test('has an id of its own where another file’s source is called so', async () => {
    const made = (await importing('control.csv', CONTROL).shown(said)).files;
    const all = new Map([...broughtIn(files, made)].filter(([path]) => !path.includes('/')));
    const other = await importing('control.csv', CONTROL.replace('Palmyra', 'Raqqa'), [], all).shown(said);
    expect(other.outcome.added.source).toBe('control-2');
    // the same file once more is the same source, and adds nothing
    expect((await importing('control.csv', CONTROL, [], all).shown(said)).outcome).toMatchObject({
      accepted: 0,
      rejected: 5,
      added: { source: null },
    });
  });

  test('asks for the order of dates in the column that a person says, guessed or not', async () => {
    const table = 'Place,Jour,Holder,Source\nHoms,05/12/2024,HTS,SOHR';
    const work = importing('jours.csv', table);
    expect((await work.shown({ about, table: 'control' })).outcome.asks).toEqual([]);
    const columns = { place: { column: 'Place' }, date: { column: 'Jour' }, party: { column: 'Holder' }, source: { column: 'Source' } };
    expect((await work.shown({ about, table: 'control', columns })).outcome.asks).toMatchObject([{ about: 'dates' }]);
    const shown = await work.shown({ about, table: 'control', columns, order: 'month-first' });
    expect(await shown.files.get('claims.csv')!.text()).toContain('2024-05-12');
  });
});

describe('what cannot be read', () => {
  test('says why', async () => {
    const work = importing('empty.csv', '');
    work.say({});
    expect(await work.until(({ type }) => type === 'refused')).toEqual({ type: 'refused', refusal: { is: 'table', why: 'it is empty' } });
    await new Promise((done) => setTimeout(done, 50));
    expect(work.posted.filter(({ type }) => type === 'refused')).toHaveLength(1);
  });

  test('a dossier with issues, and choices that are none, say so', async () => {
    const faulty = importing('control.csv', CONTROL, [], new Map([...files, ['sources.json', new Blob(['{}'])]]));
    expect(await faulty.until(({ type }) => type === 'refused')).toMatchObject({ refusal: { is: 'dossier' } });
    const broken = importing('control.csv', CONTROL, [['import/choices.json', new Blob(['{"version":2}'])]]);
    expect(await broken.until(({ type }) => type === 'refused')).toMatchObject({ refusal: { is: 'choices' } });
  });
});

test('a place is found in all gazetteers, each once', async () => {
  const found = await importing('control.csv', CONTROL).find('Hama');
  expect(found[0]).toMatchObject({ id: 'hama', title: 'Hama' });
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
});
