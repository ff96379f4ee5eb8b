import { describe, expect, test } from 'vitest';
import { belonging, LARGEST_BYTES, NoDossier, pictureOf, tableOf } from '../../../src/ui/own/belonging';

const given = (...paths: string[]) => paths.map((path) => ({ path, size: 10 }));
const found = (...paths: string[]) => {
  const { folder, files } = belonging(given(...paths));
  return { folder, files: [...files.keys()] };
};
const refused = (files: Parameters<typeof belonging>[0]) => {
  try {
    belonging(files);
    return null;
  } catch (error) {
    return error instanceof NoDossier ? { objection: error.objection, files: error.files } : error;
  }
};

describe('the files of a dossier', () => {
  test('are those of the folder that has a dossier.json: dropped as files, as a folder, or as a folder around it', () => {
    const files = ['dossier.json', 'sources.json', 'claims.csv'];
    expect(found(...files)).toEqual({ folder: '', files });
    expect(found(...files.map((name) => `my-map/${name}`))).toEqual({ folder: 'my-map', files });
    expect(found('maps/readme.md', ...files.map((name) => `maps/my-map/${name}`))).toEqual({ folder: 'my-map', files });
  });

  test('are not those below it, beside it, or kept by a system', () => {
    expect(found('a/dossier.json', 'a/texts/one.txt', 'b/sources.json', 'a/.git', 'a/._dossier.json', '__MACOSX/a/dossier.json')).toEqual({
      folder: 'a',
      files: ['dossier.json'],
    });
    expect(found('a/dossier.json', 'ab/sources.json').files).toEqual(['dossier.json']);
  });

  test.each([
    ['nothing', given(), 'empty', []],
    ['what a system keeps', given('.DS_Store', 'a/.DS_Store'), 'empty', []],
    ['a table', given('events.csv'), 'table', ['events.csv']],
    ['a workbook among other files', given('notes.txt', 'Events.XLSX'), 'table', ['Events.XLSX']],
    ['other files', given('a/sources.json', 'a/notes.txt'), 'head', ['a/sources.json', 'a/notes.txt']],
    ['two dossiers', given('a/dossier.json', 'b/dossier.json'), 'several', ['a/dossier.json', 'b/dossier.json']],
    ['a dossier.json in capitals', given('Dossier.json'), 'head', ['Dossier.json']],
  ])('are not in %s, which says what it is', (_, files, objection, named) => {
    expect(refused(files)).toEqual({ objection, files: named });
  });

  test('may be large only where they are read piece by piece', () => {
    const size = LARGEST_BYTES + 1;
    const head = { path: 'dossier.json', size: 10 };
    expect(refused([head, { path: 'control.geojson', size }])).toEqual({ objection: 'large', files: ['control.geojson'] });
    expect(refused([head, { path: 'claims.csv', size }, { path: 'control.geojson', size: LARGEST_BYTES }])).toBeNull();
  });
});

const dropped = (...names: string[]) => ({ files: names.map((name) => new File([], name)), entries: names.map(() => null) });

test('one file that is no data is a picture, and a folder or several files are none', () => {
  expect(pictureOf(dropped('homs.png'))?.name).toBe('homs.png');
  expect(pictureOf(dropped('homs'))?.name).toBe('homs');
  for (const names of [['dossier.json'], ['map.ZIP'], ['events.xlsx'], ['homs.png', 'hama.png']])
    expect(pictureOf(dropped(...names))).toBeNull();
  const folder = { isDirectory: true } as FileSystemEntry;
  expect(pictureOf({ ...dropped('my-map'), entries: [folder] })).toBeNull();
});

test('a table that is dropped alone is one to bring in; what a dossier’s file is called is none', () => {
  expect(tableOf(dropped('events.XLSX'))?.name).toBe('events.XLSX');
  expect(tableOf(dropped('sites.geojson'))?.name).toBe('sites.geojson');
  for (const names of [['dossier.json'], ['claims.csv'], ['control.geojson'], ['map.zip'], ['a.csv', 'b.csv'], ['homs.png']])
    expect(tableOf(dropped(...names))).toBeNull();
});

test('what lies deeper in a dossier’s folder goes with it, by its path there', () => {
  const { files, below } = belonging(given('a/dossier.json', 'a/import/choices.json', 'b/import/choices.json'));
  expect([[...files.keys()], [...below.keys()]]).toEqual([['dossier.json'], ['import/choices.json']]);
});
