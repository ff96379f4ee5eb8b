import type { Camera } from '../map/camera';

/** West, south, east, north of what a map of a size in CSS pixels shows, whichever way it is turned; a tilt is not counted. */
export function viewBounds(
  { center: [lng, lat], zoom, bearing }: Camera,
  width: number,
  height: number,
): readonly [number, number, number, number] {
  const world = 512 * 2 ** zoom;
  const turn = (bearing * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const halfX = (width * cos + height * sin) / 2 / world;
  const halfY = (width * sin + height * cos) / 2 / world;
  const middle = 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  const latitude = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return [lng - halfX * 360, latitude(middle + halfY), lng + halfX * 360, latitude(middle - halfY)];
}
