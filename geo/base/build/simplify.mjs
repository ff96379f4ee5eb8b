/** Simplification of a topology's arcs, so that neighbours keep the same edge. */

/** The topology with its arcs as plain coordinates instead of quantized differences. */
export function decodeArcs({ transform: { scale, translate }, ...topology }) {
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  return { ...topology, arcs };
}

/** Drops points that lie within `tolerance` degrees of the simpler line; ends of arcs stay. */
export function simplifyArcs(topology, tolerance) {
  return { ...topology, arcs: topology.arcs.map((arc) => douglasPeucker(arc, tolerance)) };
}

function douglasPeucker(points, tolerance) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points.at(-1)];
  let [farthest, distance] = [0, 0];
  for (let i = 1; i < points.length - 1; i++) {
    const d = distanceToSegment(points[i], first, last);
    if (d > distance) [farthest, distance] = [i, d];
  }
  if (distance <= tolerance) return [first, last];
  return [...douglasPeucker(points.slice(0, farthest + 1), tolerance), ...douglasPeucker(points.slice(farthest), tolerance).slice(1)];
}

function distanceToSegment([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const t = dx || dy ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
