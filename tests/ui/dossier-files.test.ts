import { expect, test } from 'vitest';
import { dossierFiles as named } from '../../src/core/claim-schema';
import { dossierFiles } from '../../src/ui/dossier-files';
import { BadAddress } from '../../src/ui/desk/load';

const page = (listed: string | null) => ({
  baseURI: 'https://example.org/map/index.html',
  getElementById: () => (listed === null ? null : ({ textContent: listed } as HTMLElement)),
});
const at = (search: string) => ({ search, href: `https://example.org/map/index.html${search}` });

test('a page opens what it lists, and nothing of it may be missing', () => {
  const listed = JSON.stringify({ 'dossier.json': './assets/d.json', 'claims.csv': 'data:,x', 'logo.svg': './assets/l.svg' });
  const { files, optional, addressOf } = dossierFiles(page(listed), at(''));
  expect([...files]).toEqual([
    ['dossier.json', 'https://example.org/map/assets/d.json'],
    ['claims.csv', 'data:,x'],
  ]);
  expect(optional.size).toBe(0);
  expect(addressOf('logo.svg')).toBe('https://example.org/map/assets/l.svg');
  expect(addressOf('font.woff2')).toBeNull();
});

test('a folder that is asked for comes before what is listed, and its claims may be in any of the files', () => {
  const { files, optional, addressOf } = dossierFiles(page('{"dossier.json":"./a.json"}'), at('?dossier=/own/'));
  expect([...files.keys()].sort()).toEqual([...named].sort());
  expect(files.get('dossier.json')).toBe('https://example.org/own/dossier.json');
  expect([...files.keys()].filter((name) => !optional.has(name))).toEqual(['dossier.json', 'sources.json']);
  expect(addressOf('logo.svg')).toBe('https://example.org/own/logo.svg');
  expect(() => dossierFiles(page(null), at('?dossier=https://elsewhere.org/'))).toThrow(BadAddress);
});

test('a page that lists nothing opens nothing', () => {
  for (const listed of [null, '']) expect(dossierFiles(page(listed), at('')).files.size).toBe(0);
});
