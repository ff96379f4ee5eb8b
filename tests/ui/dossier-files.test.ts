import { describe, expect, test } from 'vitest';
import { dossierFiles as named } from '../../src/core/claim-schema';
import { dossierFiles } from '../../src/ui/dossier-files';
import { BadAddress } from '../../src/ui/desk/load';
import { refusedAddress } from '../../src/ui/refused-address';

const page = (listed: string | null, trusted: string | null = null) => ({
  baseURI: 'https://example.org/map/index.html',
  getElementById: (id: string) => {
    const text = { dossier: listed, 'claimline-trusted': trusted }[id] ?? null;
    return text === null ? null : ({ textContent: text, getAttribute: () => text } as unknown as HTMLElement);
  },
});
const at = (search: string) => ({ search, href: `https://example.org/map/index.html${search}` });

test('a page opens what it lists, and nothing of it may be missing', () => {
  const listed = JSON.stringify({ 'dossier.json': './assets/d.json', 'claims.csv': 'data:,x', 'logo.svg': './assets/l.svg' });
  const { files, optional, whereIs } = dossierFiles(page(listed), at(''));
  expect([...files]).toEqual([
    ['dossier.json', 'https://example.org/map/assets/d.json'],
    ['claims.csv', 'data:,x'],
  ]);
  expect(optional.size).toBe(0);
  expect(whereIs('logo.svg')).toBe('https://example.org/map/assets/l.svg');
  expect(whereIs('font.woff2')).toBeNull();
});

test('a folder that is asked for comes before what is listed, and its claims may be in any of the files', () => {
  const { files, optional, whereIs } = dossierFiles(page('{"dossier.json":"./a.json"}'), at('?dossier=/own/'));
  expect([...files.keys()].sort()).toEqual([...named].sort());
  expect(files.get('dossier.json')).toBe('https://example.org/own/dossier.json');
  expect([...files.keys()].filter((name) => !optional.has(name))).toEqual(['dossier.json', 'sources.json']);
  expect(whereIs('logo.svg')).toBe('https://example.org/own/logo.svg');
  expect(() => dossierFiles(page(null), at('?dossier=https://elsewhere.org/'))).toThrow(BadAddress);
});

test('a page that lists nothing opens nothing', () => {
  for (const listed of [null, '']) expect(dossierFiles(page(listed), at('')).files.size).toBe(0);
});

describe('a dossier of another site', () => {
  const trusting = page('{"dossier.json":"./a.json"}', 'https://data.example.org http://localhost:8000');
  test('is opened where the page trusts that origin', () => {
    const { files, whereIs } = dossierFiles(trusting, at('?dossier=https://data.example.org/a/'));
    expect(files.get('claims.csv')).toBe('https://data.example.org/a/claims.csv');
    expect(whereIs('logo.svg')).toBe('https://data.example.org/a/logo.svg');
    expect(dossierFiles(trusting, at('?dossier=http://localhost:8000/')).files.get('dossier.json')).toBe(
      'http://localhost:8000/dossier.json',
    );
  });

  test.each([
    'https://elsewhere.org/a/',
    '//elsewhere.org/a/',
    'http://data.example.org/a/',
    'https://data.example.org:444/a/',
    'https://data.example.org.elsewhere.org/a/',
    'https://data.example.org@elsewhere.org/a/',
    'https://data.example.org/a',
    'data:,',
    'javascript:alert(1)/',
    'blob:https://data.example.org/a/',
  ])('is refused at %s', (asked) => {
    expect(() => dossierFiles(trusting, at(`?dossier=${encodeURIComponent(asked)}`))).toThrow(BadAddress);
  });

  test('who refuses it can say which origin it does not trust, and where the address itself is at fault', () => {
    const refused = (asked: string) => refusedAddress(asked, 'https://example.org/map/', ['https://data.example.org']);
    expect(refused('https://elsewhere.org/a/')).toBe('https://elsewhere.org');
    expect(['https://data.example.org/a', 'own', 'https://', 'javascript:1/'].map(refused)).toEqual([null, null, null, null]);
  });
});
