import { DAYS } from '../head';
import { pointsOf, type Points } from '../points';
import { circles, collectionOf } from './geojson';
import type { MakeWay } from './way';

/** MapLibre's own way without its worker: all points are drawn, and the state of those that begin or end is set at each step. */
export const featureState: MakeWay = (map, count) => {
  let events: Events;
  let shown = -1;
  const set = (id: number, alive: boolean) => map.setFeatureState({ source: 'points', id }, { alive });
  return {
    async load(begun) {
      const points = pointsOf(count);
      begun();
      events = eventsOf(points);
      map.addSource('points', { type: 'geojson', data: collectionOf(points) });
      map.addLayer({
        ...circles,
        paint: { ...circles.paint, 'circle-opacity': ['case', ['boolean', ['feature-state', 'alive'], false], 1, 0] },
      });
    },
    show(day) {
      // forwards what begins and ends is set; backwards it is undone in the other order
      for (let d = shown + 1; d <= day; d++) {
        for (const id of events.starting(d)) set(id, true);
        for (const id of events.ending(d)) set(id, false);
      }
      for (let d = shown; d > day; d--) {
        for (const id of events.ending(d)) set(id, true);
        for (const id of events.starting(d)) set(id, false);
      }
      shown = day;
      map.triggerRepaint();
    },
  };
};

interface Events {
  starting(day: number): Uint32Array;
  ending(day: number): Uint32Array;
}

/** Points by the day on which they begin and the one on which they end. */
function eventsOf(points: Points): Events {
  const byDay = (days: Float64Array) => {
    const first = new Uint32Array(DAYS + 2);
    for (const day of days) if (day <= DAYS) first[day + 1]!++;
    for (let day = 1; day < first.length; day++) first[day]! += first[day - 1]!;
    const ids = new Uint32Array(first.at(-1)!);
    const next = first.slice();
    days.forEach((day, id) => {
      if (day <= DAYS) ids[next[day]!++] = id;
    });
    return (day: number) => ids.subarray(first[day], first[day + 1]);
  };
  return { starting: byDay(points.start), ending: byDay(points.end) };
}
