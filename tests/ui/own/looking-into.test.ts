import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { lookingIntoDropped } from '../../../src/ui/own/looking-into';

type Tree = { readonly [name: string]: string | Tree };

/** A folder as a browser gives it: its entries come two at a time. */
function entryOf(name: string, tree: string | Tree, above = ''): FileSystemEntry {
  const fullPath = `${above}/${name}`;
  if (typeof tree === 'string')
    return { isFile: true, fullPath, file: (give: (file: File) => void) => give(new File([tree], name)) } as unknown as FileSystemEntry;
  const entries = Object.entries(tree).map(([inner, of]) => entryOf(inner, of, fullPath));
  const createReader = () => {
    let at = 0;
    return { readEntries: (give: (some: FileSystemEntry[]) => void) => give(entries.slice(at, (at += 2))) };
  };
  return { isFile: false, isDirectory: true, fullPath, createReader } as unknown as FileSystemEntry;
}

test('a folder is looked into as far as a folder around it, however many there are', async () => {
  const deep = { 'a.json': '1', 'b.json': '2', 'c.json': '3', inner: { 'dossier.json': '{}', texts: { 'one.txt': 'x' } } };
  const found = await lookingIntoDropped({ files: [new File([], 'maps')], entries: [entryOf('maps', deep)] });
  expect(found.map(({ path }) => path)).toEqual(['maps/a.json', 'maps/b.json', 'maps/c.json', 'maps/inner/dossier.json']);
  expect(await found[2]!.content.text()).toBe('3');
});

test('files without entries are taken by their names, and of a ZIP what is in it', async () => {
  const files = [new File(['{}'], 'dossier.json'), new File(['x'], 'claims.csv')];
  expect((await lookingIntoDropped({ files, entries: [null, null] })).map(({ path, size }) => [path, size])).toEqual([
    ['dossier.json', 2],
    ['claims.csv', 1],
  ]);
  const zip = new File([zipSync({ 'my-map/dossier.json': strToU8('{}') }) as Uint8Array<ArrayBuffer>], 'map.zip');
  expect((await lookingIntoDropped({ files: [zip], entries: [] })).map(({ path }) => path)).toEqual(['my-map/dossier.json']);
});

test('what cannot be read rejects with the browser’s reason', async () => {
  const locked = {
    isFile: true,
    fullPath: '/a',
    file: (_: unknown, refuse: (reason: DOMException) => void) => refuse(new DOMException('locked')),
  };
  await expect(lookingIntoDropped({ files: [], entries: [locked as unknown as FileSystemEntry] })).rejects.toThrow('locked');
});
