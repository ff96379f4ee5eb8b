import { expect, test } from 'vitest';
import { sisterAddress } from '../../src/ui/sister';

test.each([
  [
    'embed.html',
    'day=2024-12-05',
    'https://example.org/map/?x=1#day=2024-12-01',
    { controls: 'legend,zoom' },
    'embed.html?controls=legend,zoom#day=2024-12-05',
  ],
  ['index.html', '', 'https://example.org/map/embed.html?dossier=/own/&controls=none#a', {}, 'index.html?dossier=%2Fown%2F'],
])('%s with %j beside %s', (file, hash, page, query, expected) => {
  expect(sisterAddress(file, hash, page, query)).toBe(`https://example.org/map/${expected}`);
});
