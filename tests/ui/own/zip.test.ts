import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { filesOfZip, NoZip } from '../../../src/ui/own/zip';

const content = { 'my-map/': strToU8(''), 'my-map/dossier.json': strToU8('{"id":"a"}'.repeat(500)), 'my-map/حمص.csv': strToU8('x') };
const zip = (level: 0 | 6) => zipSync(content, { level, comment: 'PK'.repeat(200) } as Parameters<typeof zipSync>[1]);
const read = (bytes: Uint8Array) => filesOfZip(new Blob([bytes as Uint8Array<ArrayBuffer>]));

describe('a ZIP', () => {
  test.each([0, 6] as const)('gives its files as they were, packed at level %i', async (level) => {
    const files = await read(zip(level));
    expect([...files.keys()]).toEqual(['my-map/dossier.json', 'my-map/حمص.csv']);
    expect(await files.get('my-map/dossier.json')!.text()).toBe('{"id":"a"}'.repeat(500));
    expect(await files.get('my-map/حمص.csv')!.text()).toBe('x');
  });

  test('with nothing in it gives nothing', async () => {
    expect((await read(zipSync({}))).size).toBe(0);
  });

  test('that is cut off, or none, is refused', async () => {
    const whole = zip(6);
    for (const bytes of [new Uint8Array(), strToU8('no zip at all'), whole.subarray(0, whole.length - 500), whole.subarray(200)])
      await expect(read(bytes)).rejects.toBeInstanceOf(NoZip);
  });

  test('that holds more than it says, or says more than a gigabyte, is refused before it is unpacked', async () => {
    const at = (bytes: Uint8Array, size: number) => {
      const list = bytes.findIndex((_, i) => new DataView(bytes.buffer, i).getUint32(0, true) === 0x02014b50);
      const big = Uint8Array.from(bytes);
      new DataView(big.buffer).setUint32(list + 24, size, true);
      return big;
    };
    const one = zipSync({ 'dossier.json': strToU8('x'.repeat(1_000_000)) });
    await expect(read(at(one, 1000))).rejects.toThrow('dossier.json');
    await expect(read(at(one, 2_000_000_000))).rejects.toThrow('2000 MB');
  });

  test('of which any byte is another is refused or read, and never throws anything else', async () => {
    const whole = zip(6);
    for (let i = 0; i < whole.length; i += 3) {
      const spoilt = Uint8Array.from(whole);
      spoilt[i]! ^= 0x55;
      await read(spoilt).catch((error: unknown) => expect(error).toBeInstanceOf(NoZip));
    }
  });
});
