/** The triangles that fill the rings of this folder, which are all made of two sides that face each other. */

const known = new Map<number, Uint16Array>();

/**
 * Corners of the triangles of a ring of `count` distinct points, three numbers each: the point `i` faces the one `i` before the end. An even ring is
 * a band; of an odd one the three points in the middle are a head: wing, tip and wing. Fewer than three points have none.
 */
export function facesOf(count: number): Uint16Array {
  let faces = known.get(count);
  if (!faces) known.set(count, (faces = Uint16Array.from(count % 2 === 0 ? band(count, count / 2) : arrow(count))));
  return faces;
}

/** A band of so many pairs. */
function band(count: number, pairs: number): number[] {
  const faces: number[] = [];
  for (let i = 0; i + 1 < pairs; i++) faces.push(i, i + 1, count - 1 - i, i + 1, count - 2 - i, count - 1 - i);
  return faces;
}

function arrow(count: number): number[] {
  if (count < 3) return [];
  const pairs = (count - 3) / 2;
  const [right, tip, left] = [pairs, pairs + 1, pairs + 2];
  if (pairs === 0) return [right, tip, left];
  // the wings stand behind the line between the band's last two points
  return [...band(count, pairs), right - 1, right, tip, right - 1, tip, left + 1, left + 1, tip, left];
}
