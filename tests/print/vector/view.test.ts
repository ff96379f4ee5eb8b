import { describe, expect, test } from 'vitest';
import { toPlane } from '../../../src/core/geometry/plane';
import { boundsOn, viewOf } from '../../../src/print/vector/view';

const camera = { center: [36.7, 34.7], zoom: 7.3, bearing: 30, pitch: 0 } as const;

describe('the plane on a map', () => {
  const view = viewOf(camera, [800, 600]);

  test('has the camera’s point in its middle, and east to the right and down where north is turned to the left', () => {
    expect(view.at(toPlane([36.7, 34.7]))).toEqual([400, 300]);
    const [x, y] = view.at(toPlane([36.8, 34.7]));
    // a tenth of a degree of a world of 360
    const length = (0.1 / 360) * 512 * 2 ** 7.3;
    expect(x - 400).toBeCloseTo(length * Math.cos(Math.PI / 6), 6);
    expect(y - 300).toBeCloseTo(-length * Math.sin(Math.PI / 6), 6);
  });

  test('goes there and back', () => {
    const [x, y] = view.at(view.from([12, 34]));
    expect([x, y].map((each) => each.toFixed(6))).toEqual(['12.000000', '34.000000']);
    const [west, north, east, south] = boundsOn(view);
    expect(west < view.middle[0] && east > view.middle[0] && north < view.middle[1] && south > view.middle[1]).toBe(true);
  });

  test('takes the copy of the world that is nearest', () => {
    expect(viewOf({ ...camera, center: [179, 0] }, [800, 600]).world(0.01, 0.02)).toBe(1);
    expect(view.world(0.5, 0.7)).toBe(0);
  });

  test('is refused for a tilted camera', () => {
    expect(() => viewOf({ ...camera, pitch: 20 }, [800, 600])).toThrow('20°');
  });
});
