import { expect, test } from 'vitest';
import { withoutClock } from '../../src/formats/mp4';

/** A box of a name: its size, the name, what is in it. */
function box(name: string, ...inside: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const content = inside.flatMap((each) => [...each]);
  const size = 8 + content.length;
  return Uint8Array.from([0, 0, size >> 8, size & 255, ...Array.from(name, (letter) => letter.charCodeAt(0)), ...content]);
}
const short = [0, 0, 0, 0, 9, 9, 9, 9, 9, 9, 9, 9, 7];
const long = [1, 0, 0, 0, ...Array.from({ length: 16 }, () => 9), 7];

test('every time of making is the day’s, in either length, and nothing else changes', () => {
  const file = box('ftyp', [9, 9, 9, 9]);
  const movie = box('moov', box('mvhd', short), box('trak', box('tkhd', long), box('mdia', box('mdhd', short), box('minf', short))));
  const whole = Uint8Array.from([...file, ...movie]);
  const made = withoutClock(whole.slice(), '2026-11-22');
  const expected = Buffer.from(whole);
  const changed = Buffer.from(made);
  expect(changed.length).toBe(expected.length);
  const at = (name: string) => expected.indexOf(name) + 8;
  for (const name of ['mvhd', 'mdhd']) expect([...changed.subarray(at(name), at(name) + 8)]).toEqual([...stamp(), ...stamp()]);
  expect([...changed.subarray(at('tkhd'), at('tkhd') + 16)]).toEqual([0, 0, 0, 0, ...stamp(), 0, 0, 0, 0, ...stamp()]);
  expect(changed.subarray(at('minf'))).toEqual(expected.subarray(at('minf')));
});

function stamp(): number[] {
  const seconds = Date.UTC(2026, 10, 22) / 1000 - Date.UTC(1904, 0, 1) / 1000;
  return [seconds >>> 24, (seconds >>> 16) & 255, (seconds >>> 8) & 255, seconds & 255];
}
