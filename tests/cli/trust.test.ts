import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headersFile, headersOf } from '../../src/cli/headers';
import { Misuse } from '../../src/cli/misuse';
import { serve } from '../../src/cli/server';
import { trustingPages, trustOption } from '../../src/cli/trust';
import { root } from './run';

test('an origin is trusted as a scheme, a host and a port, each once', () => {
  expect(trustOption(['https://data.example.org', 'https://DATA.example.org/', 'http://localhost:8000', 'https://[::1]:9'])).toEqual([
    'https://data.example.org',
    'http://localhost:8000',
    'https://[::1]:9',
  ]);
  expect(trustOption()).toEqual([]);
});

test.each([
  'data.example.org',
  'https://data.example.org/maps/',
  'https://data.example.org?x',
  'https://user@data.example.org',
  'https://*',
  "https://a;script-src'self'",
  'https://*.example.org',
  'data:,',
  'file:///',
  '*',
  '',
])('--trust %s is misuse', (asked) => {
  expect(() => trustOption([asked])).toThrow(Misuse);
});

test('every file of a site, and its _headers, let the page ask those it trusts, and nobody else', () => {
  const of = (path: string) => /connect-src ([^;]*)/.exec(headersOf(path, ['https://data.example.org'])['Content-Security-Policy']!)![1];
  for (const path of ['/', '/embed.html', '/assets/worker-1.js']) expect(of(path)).toBe("'self' https://data.example.org");
  expect(headersOf('/')['Content-Security-Policy']).toContain("connect-src 'self';");
  const policies = headersFile('/', ['index.html'], ['https://data.example.org'])
    .split('\n')
    .filter((line) => line.includes('connect-src'));
  expect(policies.length).toBeGreaterThan(3);
  for (const policy of policies) expect(policy).toContain("connect-src 'self' https://data.example.org;");
});

test('claimline serve --trust serves pages that know it, and the rest as it is', async () => {
  const page = join(root, 'dist/page');
  const trusted = ['https://data.example.org'];
  const server = await serve({ '/': page }, 0, trustingPages(page, trusted), trusted);
  const text = async (path: string) => (await fetch(server.address + path)).text();
  for (const path of ['', 'index.html', 'embed.html']) {
    const html = await text(path);
    expect(html).toContain('<meta id="claimline-trusted" content="https://data.example.org" />');
    expect(html).toContain("connect-src 'self' https://data.example.org;");
  }
  expect(await text('embed.html')).toContain('data-embed');
  expect(await text('favicon.svg')).toBe(readFileSync(join(page, 'favicon.svg'), 'utf8'));
  await server.close();
});
