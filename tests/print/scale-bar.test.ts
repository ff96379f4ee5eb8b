import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleBar } from '../../src/print/scale-bar';

test.each([
  [1000, 34, 20_000],
  [1000, 51, 50_000],
  [3, 34, 100],
  [1000, 9.99, 5_000],
])('%d metres a millimetre and %d mm give a bar of %d metres', (metresPerMm, maximum, metres) => {
  expect(scaleBar(metresPerMm, maximum)!.metres).toBe(metres);
});

test('the bar is as long as it says, fits, and takes at least two fifths of the room', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), fc.double({ min: 10, max: 100, noNaN: true }), (metresPerMm, maximum) => {
      const { metres, lengthMm } = scaleBar(metresPerMm, maximum)!;
      return lengthMm <= maximum * (1 + 1e-9) && lengthMm >= maximum * 0.39 && Math.abs(lengthMm * metresPerMm - metres) < metres * 1e-9;
    }),
  );
});

test('a scale that is none gives no bar', () => {
  for (const scale of [0, -1, NaN, Infinity]) expect(scaleBar(scale, 40)).toBeNull();
});
