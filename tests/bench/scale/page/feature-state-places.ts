import { headOf } from '../head';
import { changesOf } from '../points';
import { circles } from './geojson';
import type { MakeWay } from './way';

/** Places that are shown on every day, in MapLibre's own way: the state of those that change is set at each step. */
export const featureStatePlaces: MakeWay = (map, count) => {
  /** By day, what changes: place and party before and after. */
  const byDay = new Map<number, { readonly place: number; readonly before: number; readonly after: number }[]>();
  let shown = 0;
  const set = (id: number, party: number) => map.setFeatureState({ source: 'points', id }, { party });
  return {
    async load(begun) {
      const { place, day, party } = changesOf(count);
      const { ranked } = headOf(count, 1000);
      begun();
      map.addSource('points', {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: ranked.map(({ geometry }, id) => ({ type: 'Feature', id, geometry: geometry!, properties: {} })),
        },
      });
      const state = ['feature-state', 'party'];
      const colour = ['match', state, 0, '#d55e00', 1, '#0072b2', 2, '#56b4e9', 3, '#f0e442', '#000000'];
      map.addLayer({ ...circles, paint: { ...circles.paint, 'circle-color': colour as unknown as string } });
      place.forEach((id, row) => {
        if (day[row] === 0) return set(id, party[row]!);
        const change = { place: id, before: party[row - 1]!, after: party[row]! };
        const others = byDay.get(day[row]!);
        if (others) others.push(change);
        else byDay.set(day[row]!, [change]);
      });
    },
    show(day) {
      for (let d = shown + 1; d <= day; d++) for (const { place, after } of byDay.get(d) ?? []) set(place, after);
      for (let d = shown; d > day; d--) for (const { place, before } of byDay.get(d) ?? []) set(place, before);
      shown = day;
      map.triggerRepaint();
    },
  };
};
