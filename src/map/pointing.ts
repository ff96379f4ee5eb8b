import type { Map as GlMap, MapGeoJSONFeature, MapMouseEvent, Point, PointLike } from 'maplibre-gl';
import { pickable, slotOffset } from '../style/dated';
import { markScale } from '../style/scale';

const TOUCH_PX = 18;
const POINTER_PX = 4;

/** Tells which mark is clicked, touched or pointed at; null where none is near. */
export function listen(map: GlMap, onSelect: (id: string | null) => void, onHover: (id: string | null) => void): void {
  let hovered: string | null = null;
  const hover = (id: string | null) => {
    if (id === hovered) return;
    hovered = id;
    map.getCanvas().style.cursor = id === null ? '' : 'pointer';
    onHover(id);
  };
  map.on('click', (event: MapMouseEvent) => {
    const isTouch = event.originalEvent instanceof PointerEvent && event.originalEvent.pointerType === 'touch';
    onSelect(pick(map, event, isTouch ? TOUCH_PX : POINTER_PX));
  });
  map.on('mousemove', (event) => hover(pick(map, event, POINTER_PX)));
  map.on('mouseout', () => hover(null));
}

/** The mark whose middle is nearest to a point, of those at it, else of those within reach; then whatever else lies there. */
function pick(map: GlMap, { point }: MapMouseEvent, reach: number): string | null {
  if (!map.getLayer('marks')) return null;
  for (const room of [1, reach]) {
    const box: [PointLike, PointLike] = [
      [point.x - room, point.y - room],
      [point.x + room, point.y + room],
    ];
    const hits = map.queryRenderedFeatures(box, { layers: pickable }).filter((feature) => feature.properties.id);
    const marks = hits.filter(({ layer }) => layer.id === 'marks');
    // marks overlap in a cluster, and the map lists them in no order that a reader sees
    const nearest = marks.map((mark) => ({ mark, away: distanceTo(map, mark, point) })).sort((a, b) => a.away - b.away)[0]?.mark;
    const hit = nearest ?? hits[0];
    if (hit) return String(hit.properties.id);
  }
  return null;
}

/** CSS pixels from the middle of a mark's drawing; marks in a row stand beside their place. */
function distanceTo(map: GlMap, { geometry, properties }: MapGeoJSONFeature, point: Point): number {
  if (geometry.type !== 'Point') return Infinity;
  const middle = map.project(geometry.coordinates as [number, number]);
  const [dx, dy] = typeof properties.slot === 'number' ? slotOffset(properties.slot) : [0, 0];
  const scale = markScale(map.getZoom());
  return Math.hypot(middle.x + dx * scale - point.x, middle.y + dy * scale - point.y);
}
