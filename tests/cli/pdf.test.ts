import { describe, expect, test } from 'vitest';
import { dated, dateOf, sizeOf } from '../../src/cli/pdf';

const file = (creator: string, date: string, id: string) =>
  `%PDF-1.4\n1 0 obj\n<</Creator (${creator})\n/CreationDate (${date})\n/ModDate (${date})>>\nendobj\ntrailer <</ID [<${id}> <${id}>]>>\n\u00e9`;
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const text = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

describe('a PDF', () => {
  const date = new Date('2024-12-09T11:22:33Z');

  test('says when its situation was recorded, and not when, where and by which browser it was made', () => {
    const first = dated(bytes(file('Mozilla/5.0 \\(X11; Linux\\) Chrome', "D:20261122220000+00'00'", 'AB12')), date);
    const second = dated(bytes(file('Mozilla/5.0 \\(X11; Darwi\\) Chrome', "D:20270101000000+00'00'", 'CD34')), date);
    expect(text(first)).toBe(text(second));
    expect(text(first)).toContain("/CreationDate (D:20241209112233+00'00')\n/ModDate (D:20241209112233+00'00')");
    expect(text(first)).toContain('/Creator (Claimline ');
    expect(text(first)).toContain('[<0000> <0000>]');
  });

  test('keeps its length, so that its table of offsets holds', () => {
    const pdf = bytes(file('x', 'D:20261122', 'AB12'));
    expect(dated(pdf, date)).toHaveLength(pdf.length);
    expect(text(dated(pdf, date))).toContain('(D:20241209)');
  });

  test('has the size of its SVG', () => {
    expect(sizeOf('<?xml?><svg xmlns="a" width="297mm" height="209.9999mm" viewBox="0 0 1 1">')).toEqual([297, 209.9999]);
    expect(() => sizeOf('<svg width="10" height="10">')).toThrow('millimetres');
  });

  test('is of the newest record, or of what the environment says', () => {
    expect(dateOf('2024-12-09', undefined).toISOString()).toBe('2024-12-09T00:00:00.000Z');
    expect(dateOf('2024-12-09', '86400').toISOString()).toBe('1970-01-02T00:00:00.000Z');
    expect(dateOf('', undefined).getTime()).toBe(0);
  });
});
