/** Stage 3: reservoirs from OpenStreetMap, two natural lakes and all river lines from GSHHG and the World Data Bank II. */
import * as turf from '@turf/turf';
import * as gshhg from './gshhg.mjs';
import { RIVER_SEEDS, SALT_FLATS } from './labels-table.mjs';
import { npm } from './packages.mjs';
import { clipped, collection, inBox, NEAR, polygonFeatures, shape } from './shapes.mjs';

const QATTINAH = [36.59, 34.65];
const TIBERIAS = [35.6, 32.8];

/** The layers `water`, `rivers` and `rivernames`. */
export async function water() {
  const lakes = await gshhg.lakes([QATTINAH, TIBERIAS]);
  const reservoirs = await reservoirsBeside(lakes);
  const { rivers } = await shape('-i rivers.json -dissolve level -explode -o format=geojson', { rivers: collection(await gshhg.rivers()) });
  const lines = joined(rivers.features);
  return {
    water: collection([...reservoirs, ...lakes]),
    rivers: await outsideReservoirs(lines, reservoirs),
    rivernames: collection(labelLines(lines)),
  };
}

/** Standing water without sea, ponds, slivers, salt flats and what GSHHG draws better; corners cut twice. */
async function reservoirsBeside(lakes) {
  const osm = await clipped('water', npm('@geo-maps/earth-waterbodies-10m/map.geo.json'), NEAR, '-dissolve2 -explode');
  const isReservoir = (feature) => {
    const area = turf.area(feature);
    const width = (2 * area) / turf.length(turf.lineString(feature.geometry.coordinates[0]), { units: 'meters' });
    const point = turf.pointOnFeature(feature).geometry.coordinates;
    const replaced = lakes.some(
      (lake) => turf.booleanPointInPolygon(point, lake) || turf.booleanPointInPolygon(turf.pointOnFeature(lake), feature),
    );
    const saltFlat = SALT_FLATS.some((box) => inBox(point, box));
    return area > 2e6 && area < 5e9 && width > 400 && point[1] > 29.7 && !replaced && !saltFlat;
  };
  const smooth = (feature) => turf.polygon(feature.geometry.coordinates.map((ring) => cornersCut(cornersCut(ring))));
  return polygonFeatures(osm).filter(isReservoir).map(smooth);
}

/** One round of Chaikin's corner cutting on a closed ring. */
function cornersCut(ring) {
  const between = (p, q, t) => p.map((value, axis) => value + (q[axis] - value) * t);
  const points = ring.slice(0, -1).flatMap((point, i) => [0.25, 0.75].map((t) => between(point, ring[i + 1], t)));
  return [...points, points[0]];
}

/** Chains line pieces end to end where exactly two of them meet. */
function joined(features) {
  const pieces = features.map((feature) => ({ points: feature.geometry.coordinates, level: feature.properties.level }));
  const key = (point) => point.map((value) => value.toFixed(3)).join();
  const ends = new Map();
  for (const piece of pieces)
    for (const end of [piece.points[0], piece.points.at(-1)]) ends.set(key(end), (ends.get(key(end)) ?? new Set()).add(piece));
  for (const [place, meeting] of ends) {
    if (meeting.size !== 2) continue;
    const [a, b] = meeting;
    const head = key(a.points[0]) === place ? [...a.points].reverse() : a.points;
    const tail = key(b.points[0]) === place ? b.points : [...b.points].reverse();
    Object.assign(a, { points: [...head, ...tail.slice(1)], level: Math.min(a.level, b.level) });
    b.gone = true;
    for (const other of ends.values()) if (other.delete(b)) other.add(a);
  }
  return pieces.filter((piece) => !piece.gone).map((piece) => turf.lineString(piece.points, { level: piece.level }));
}

/** Lines that carry a river's name: 18 km around each seed. */
function labelLines(lines) {
  const named = [];
  for (const [name, { name_ar, seeds }] of Object.entries(RIVER_SEEDS))
    for (const seed of seeds) {
      const [distance, line] = lines.map((line) => [turf.pointToLineDistance(seed, line), line]).sort((p, q) => p[0] - q[0])[0];
      const part = line.geometry.coordinates.filter((point) => turf.distance(point, seed) < 18);
      if (distance < 4 && part.length > 3) named.push(turf.simplify(turf.lineString(part, { name, name_ar }), { tolerance: 0.007 }));
    }
  return named;
}

/** Rivers end where a large reservoir begins. */
async function outsideReservoirs(lines, reservoirs) {
  const large = reservoirs.filter((feature) => turf.area(feature) > 2e7).map((feature) => turf.polygon([feature.geometry.coordinates[0]]));
  const result = await shape(
    `-i lines.json -i skirt.json -erase target=lines skirt -explode -filter 'this.length>3000' target=lines
     -simplify target=lines dp interval=80 -o target=lines format=geojson`,
    { lines: collection(lines), skirt: turf.buffer(collection(large), 0.9, { steps: 3 }) },
  );
  return result.lines;
}
