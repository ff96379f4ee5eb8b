import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { dataAddress, mediaTypeOf } from '../../src/formats/media';
import { singlePage, withoutPolicy } from '../../src/formats/single-file';

const hash = (text: string) => createHash('sha256').update(text).digest('base64');
const page = (head: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta
      http-equiv="Content-Security-Policy"
      content="default-src 'none'; script-src 'self'"
    />
    <link rel="icon" href="./favicon.svg" />
    ${head}
  </head>
</html>
`;

test('the policy names each script and style by its hash, and lets nothing leave', () => {
  const html = singlePage(page('<script type="module" crossorigin>let a = 1;</script><style>p{color:red}</style>'), 'data:,', hash);
  const [, policy] = /content="([^"]*)"/.exec(html)!;
  expect(policy).toContain(`script-src 'sha256-${hash('let a = 1;')}';`);
  expect(policy).toContain(`style-src 'sha256-${hash('p{color:red}')}';`);
  expect(policy).toContain('connect-src data: blob:;');
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe|'self'|https?:|\*/);
  expect(html).toContain('<html data-single ');
  expect(html).toContain('href="data:,"');
});

test('older fonts are left out', () => {
  const face = 'src:url(data:font/woff2;base64,AA==) format("woff2"),url(data:font/woff;base64,BB==) format("woff")';
  const html = singlePage(page(`<style>@font-face{${face}}</style>`), 'data:,', hash);
  expect(html).toContain('woff2;base64,AA==');
  expect(html).not.toContain('BB==');
});

test.each([
  '<script type="module" src="./a.js"></script>',
  '<link rel="stylesheet" href="./a.css">',
  '<style>p{background:url(./a.png)}</style>',
])('what would have to be fetched is refused: %s', (head) => {
  expect(() => singlePage(page(head), 'data:,', hash)).toThrow('cannot fetch');
});

test('words of a script are no elements', () => {
  expect(() => singlePage(page('<script type="module">f("<script src=x>", url(y))</script>'), 'data:,', hash)).not.toThrow();
});

test('a policy can be left out', () => {
  expect(withoutPolicy(page(''))).toContain('content=""');
});

test('an address that holds a file gives its bytes and its kind', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
  const address = dataAddress('claims.parquet', bytes);
  expect(address).toMatch(/^data:application\/vnd\.apache\.parquet;base64,/);
  expect(new Uint8Array(Buffer.from(address.split(',')[1]!, 'base64'))).toEqual(bytes);
  expect(mediaTypeOf('a/B.GEOJSON')).toBe('application/geo+json; charset=utf-8');
  expect(mediaTypeOf('README')).toBe('application/octet-stream');
});
