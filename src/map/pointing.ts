import type { Map as GlMap, MapMouseEvent, Point, PointLike } from 'maplibre-gl';
import { pickableNames } from '../style/dated';

const TOUCH_PX = 18;
const POINTER_PX = 4;

/** What our own layers have within so many CSS pixels of a point: the id of the nearest mark, of the topmost stroke and of a ring of silence; and the inferred ground at the point. */
export interface Pickable {
  markAt(point: Point, room: number): string | null;
  strokeAt(point: Point, room: number): string | null;
  /** Whether a point lies to the right of where another picture begins. */
  isBeside(point: Point): boolean;
  ringAt(point: Point, room: number): string | null;
  groundAt(point: Point): string | null;
}

/** Hears of a mark, or of none, and whether that is beside the first picture. */
type Told = (id: string | null, isBeside: boolean) => void;

/** Tells which mark is clicked, touched or pointed at; null where none is near. */
export function listen(map: GlMap, layers: Pickable, onSelect: Told, onHover: Told): void {
  let hovered: string | null = null;
  let side = false;
  const hover = (id: string | null, isBeside: boolean) => {
    if (id === hovered && isBeside === side) return;
    [hovered, side] = [id, isBeside];
    map.getCanvas().style.cursor = id === null ? '' : 'pointer';
    onHover(id, isBeside);
  };
  map.on('click', (event: MapMouseEvent) => {
    const isTouch = event.originalEvent instanceof PointerEvent && event.originalEvent.pointerType === 'touch';
    onSelect(pick(map, layers, event.point, isTouch ? TOUCH_PX : POINTER_PX), layers.isBeside(event.point));
  });
  map.on('mousemove', ({ point }) => hover(pick(map, layers, point, POINTER_PX), layers.isBeside(point)));
  map.on('mouseout', () => hover(null, false));
}

/** What is at a point, else what is within reach of it: a mark, else a name, else a stroke, else a ring; at last the ground beneath. */
function pick(map: GlMap, layers: Pickable, point: Point, reach: number): string | null {
  for (const room of [1, reach]) {
    const hit = layers.markAt(point, room) ?? nameAt(map, point, room) ?? layers.strokeAt(point, room) ?? layers.ringAt(point, room);
    if (hit !== null) return hit;
  }
  return layers.groundAt(point);
}

function nameAt(map: GlMap, { x, y }: Point, room: number): string | null {
  if (!map.getLayer(pickableNames[0]!)) return null;
  const box: [PointLike, PointLike] = [
    [x - room, y - room],
    [x + room, y + room],
  ];
  const name = map.queryRenderedFeatures(box, { layers: pickableNames }).find(({ properties }) => properties.id);
  return name ? String(name.properties.id) : null;
}
