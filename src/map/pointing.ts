import type { Map as GlMap, MapMouseEvent, PointLike } from 'maplibre-gl';
import { pickable } from '../style/dated';

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

/** The topmost mark at a point, else the topmost within reach of it. */
function pick(map: GlMap, { point: { x, y } }: MapMouseEvent, reach: number): string | null {
  if (!map.getLayer('marks')) return null;
  for (const room of [1, reach]) {
    const box: [PointLike, PointLike] = [
      [x - room, y - room],
      [x + room, y + room],
    ];
    const hit = map.queryRenderedFeatures(box, { layers: pickable }).find((feature) => feature.properties.id);
    if (hit) return String(hit.properties.id);
  }
  return null;
}
