/** Stage 5: roads as schematic curves through GeoNames' towns, for no package carries roads. */
import * as turf from '@turf/turf';
import { ROUTES } from './roads-table.mjs';

/** Rows as `readRow` of the gazetteer gives them. */
export function roads(rows) {
  const pointOf = new Map(rows.map(({ id, point }) => [id, point]));
  return ROUTES.map(({ ref, rank, via }) => turf.lineString(curve(via.map((id) => pointOf.get(id))), { ref, rank, schematic: true }));
}

/** A centripetal Catmull-Rom curve: it passes through every town and never loops. */
function curve(points, steps = 14) {
  const out = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [p1, p2] = [points[i], points[i + 1]];
    const p0 = points[i - 1] ?? p1.map((value, axis) => 2 * value - p2[axis]);
    const p3 = points[i + 2] ?? p2.map((value, axis) => 2 * value - p1[axis]);
    const t1 = knot(0, p0, p1);
    const t2 = knot(t1, p1, p2);
    const t3 = knot(t2, p2, p3);
    for (let s = 0; s < steps; s++) {
      const t = t1 + ((t2 - t1) * s) / steps;
      const a = mix(p0, p1, 0, t1, t);
      const b = mix(p1, p2, t1, t2, t);
      const c = mix(p2, p3, t2, t3, t);
      out.push(mix(mix(a, b, 0, t2, t), mix(b, c, t1, t3, t), t1, t2, t));
    }
  }
  return [...out, points.at(-1)];
}

const knot = (t, a, b) => t + Math.sqrt(Math.hypot(a[0] - b[0], a[1] - b[1]));
const mix = (a, b, t0, t1, t) => a.map((value, axis) => (value * (t1 - t) + b[axis] * (t - t0)) / (t1 - t0));
