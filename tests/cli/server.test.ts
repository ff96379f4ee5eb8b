import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Serving } from '../../src/cli/server';

const folder = mkdtempSync(join(tmpdir(), 'claimline-'));
let server: Serving;
beforeAll(async () => {
  mkdirSync(join(folder, 'page/assets'), { recursive: true });
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'page/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'page/assets/a-1.js'), '1');
  writeFileSync(join(folder, 'data/control.geojson'), '{}');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'page/link.txt'));
  server = await serve({ '/': join(folder, 'page'), '/dossier/': join(folder, 'data') }, 0);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A request whose path is sent as it is: fetch would tidy it up first. */
function raw(path: string, method = 'GET'): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    const { port } = new URL(server.address);
    request({ host: 'localhost', port, path, method }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => done({ status: response.statusCode ?? 0, body }));
    })
      .on('error', fail)
      .end();
  });
}

test('the page and the dossier have their types and the headers that a page cannot set', async () => {
  const page = await fetch(server.address);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toMatch(
    /default-src 'none';.*require-trusted-types-for 'script';.*frame-ancestors 'none'/,
  );
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect((await fetch(`${server.address}assets/a-1.js`)).headers.get('cache-control')).toContain('immutable');
  expect((await fetch(`${server.address}dossier/control.geojson`)).headers.get('content-type')).toContain('application/geo+json');
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/dossier/../secret.txt',
  '/dossier/..%2f..%2fsecret.txt',
  '/link.txt',
  '/%00',
  '/%zz',
  '/assets',
  '/nothing',
  '//secret.txt',
])('%s is not there', async (path) => {
  const { status, body } = await raw(path);
  expect(status).toBe(404);
  expect(body).not.toContain('secret');
});

test('nothing can be written', async () => {
  expect((await raw('/', 'POST')).status).toBe(405);
  expect(await raw('/', 'HEAD')).toEqual({ status: 200, body: '' });
});

test('a busy port moves on to the next', async () => {
  const { port } = new URL(server.address);
  const second = await serve({ '/': join(folder, 'page') }, Number(port));
  expect(Number(new URL(second.address).port)).toBeGreaterThan(Number(port));
  await second.close();
});
