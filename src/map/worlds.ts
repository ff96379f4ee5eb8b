import type { CustomRenderMethodInput, Map as GlMap } from 'maplibre-gl';

/** The world repeats to the east and west, as far as it is in view. */

/** Room at the edge of the view for marks that reach into it, in CSS pixels. */
const ROOM = 160;

/** Copies of the world, 0 being the first, in which what lies between `west` and `east` on the plane is in view. */
export function worldsInView(map: GlMap, west: number, east: number): number[] {
  if (!map.getRenderWorldCopies()) return [0];
  const view = map.getBounds();
  const room = ROOM / (512 * 2 ** map.getZoom());
  const worlds: number[] = [];
  const last = Math.floor(view.getEast() / 360 + 0.5 + room - west);
  for (let world = Math.ceil(view.getWest() / 360 + 0.5 - room - east); world <= last; world++) worlds.push(world);
  return worlds;
}

const shifted = new Float32Array(16);

/** A matrix for points relative to (x, y) on the plane; worked out in full precision, and the same array each time. */
export function shiftedTo(matrix: CustomRenderMethodInput['defaultProjectionData']['mainMatrix'], x: number, y: number): Float32Array {
  for (let i = 0; i < 16; i++) shifted[i] = i < 12 ? matrix[i]! : matrix[i - 12]! * x + matrix[i - 8]! * y + matrix[i]!;
  return shifted;
}
