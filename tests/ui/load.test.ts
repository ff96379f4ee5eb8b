import { expect, test, vi } from 'vitest';
import { BadAddress, dossierFolder, NotArrived, textOf } from '../../src/ui/desk/load';

const page = 'https://example.org/map/';

test('a dossier is a folder of this site, or the address is bad', () => {
  expect(dossierFolder('', page, [])).toBeNull();
  expect(dossierFolder('?dossier=../other/', page, [])?.href).toBe('https://example.org/other/');
  for (const bad of ['other', 'https://elsewhere.org/other/']) expect(() => dossierFolder(`?dossier=${bad}`, page, [])).toThrow(BadAddress);
});

test.each([404, 500])('a file that does not arrive says which it is, and status %i', async (status) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status })));
  const error = await textOf('control.geojson', page).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(NotArrived);
  expect(error).toMatchObject({ file: 'control.geojson', status });
  vi.unstubAllGlobals();
});

test('a file that breaks off is named too', async () => {
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error('connection lost')) });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(broken)));
  await expect(textOf('control.geojson', page)).rejects.toMatchObject({ file: 'control.geojson', status: null });
  vi.unstubAllGlobals();
});
