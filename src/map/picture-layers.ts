import type { Point as GeoJsonPoint } from 'geojson';
import type { GeoJSONSource, Map as GlMap, Point } from 'maplibre-gl';
import { ABOVE_STROKES, NAMES, ROOM } from '../style/dated';
import { markIdOf } from '../style/mark-id';
import { markRoom } from '../style/mark-room';
import type { Palette } from '../style/palette';
import type { Picture } from '../style/picture';
import { afresh } from './afresh';
import { BeneathLayers } from './beneath';
import { boundsOf } from './camera';
import { MarksLayer, type MarksSide } from './dated-layer';
import { furnitureRoom, type Box } from './furniture-room';
import type { Images } from './images';
import { nearestMark } from './picking';
import type { Pickable } from './pointing';
import type { PictureBeside } from './seam';
import { StrokesLayer } from './strokes-layer';

/** What is to be seen: a picture, and to the right of a share of the width another. */
export interface Shot {
  readonly picture: Picture;
  readonly beside: PictureBeside | null;
}

/** Beyond the view, in shares of it, names are kept off marks too, so that a small move does not lay one over the other. */
const BEYOND = 0.25;

/** How a map shows pictures: strokes and marks as layers of our own, names as MapLibre's. */
export class PictureLayers implements Pickable {
  readonly #map: GlMap;
  readonly #furniture: () => readonly Box[];
  readonly #strokes: StrokesLayer;
  readonly #marks = new MarksLayer();
  readonly #beneath: BeneathLayers;
  #shot: Shot | null = null;
  #odd = false;
  #isTaken = false;

  /** `furniture`: what lies over the map just now. */
  constructor(map: GlMap, palette: Palette, images: Images, furniture: () => readonly Box[]) {
    this.#map = map;
    this.#furniture = furniture;
    this.#strokes = new StrokesLayer(palette);
    this.#beneath = new BeneathLayers(map, images);
  }

  /** Puts the layers into a style that lacks them. */
  add(): void {
    this.#map.addLayer(this.#strokes, ABOVE_STROKES);
    this.#map.addLayer(this.#marks);
    this.#beneath.begin();
  }

  /** `isTaken`: not for the screen. Shows pictures as soon as all of them can be drawn, and until then the whole of what was shown before; names stay as they are where the first picture has none. */
  show(shot: Shot, isTaken: boolean): void {
    this.#marks.show(marksOf(shot), () => {
      this.#isTaken = isTaken;
      this.#put(shot);
    });
    this.#map.triggerRepaint();
  }

  /** Puts the rest of what is shown beside the marks. */
  #put(shot: Shot): void {
    const map = this.#map;
    this.#shot = shot;
    const { picture } = shot;
    this.#strokes.set(sidesOf(shot).map(({ picture, from, to }) => ({ strokes: picture.strokes, from, to })));
    const relief = picture.relief ? 'visible' : 'none';
    if (map.getLayer('relief') && map.getLayoutProperty('relief', 'visibility') !== relief)
      map.setLayoutProperty('relief', 'visibility', relief);
    // of two days beside one another nothing lies beneath: it could not be told whose it is
    this.#beneath.show(shot.beside ? null : picture);
    if (picture.labels) this.#name(shot);
    map.triggerRepaint();
  }

  /** Resolves when everything that is to be shown can be drawn. */
  async ready(): Promise<void> {
    await this.#marks.ready();
    await this.#beneath.ready();
  }

  markAt(point: Point, room: number): string | null {
    const side = this.#sideAt(point);
    if (!side) return null;
    const { marks } = side.picture;
    const record = nearestMark(this.#map, { ...marks, time: side.picture.at }, point, room);
    return record === null ? null : markIdOf(marks.records, record, marks.ledger);
  }

  isBeside({ x }: Point): boolean {
    const from = this.#shot?.beside?.from;
    return from !== undefined && x / this.#map.getContainer().clientWidth >= from;
  }

  strokeAt(point: Point, room: number): string | null {
    return this.#strokes.strokeAt(point, room);
  }

  ringAt(point: Point, room: number): string | null {
    return this.#beneath.ringAt(point, room);
  }

  groundAt(point: Point): string | null {
    return this.#beneath.groundAt(point);
  }

  /** Names what is shown: of each picture what stands on its own side. */
  #name(shot: Shot): void {
    const map = this.#map;
    const [west, south, east, north] = boundsOf(map);
    const [width, height] = [(east - west) * BEYOND, (north - south) * BEYOND];
    const around = [west - width, south - height, east + width, north + height] as const;
    const isNamed = this.#standsIn(shot);
    const rooms = sidesOf(shot).flatMap((side) =>
      [...side.picture.strokeRoom, ...markRoom(side.picture.marks, side.picture.at, map.getZoom(), around)].filter(isNamed(side)),
    );
    const labels = sidesOf(shot).flatMap((side) => (side.picture.labels ?? []).filter(isNamed(side)));
    const furniture = furnitureRoom(map, this.#furniture());
    for (const size of new Set([...rooms, ...furniture].map(({ properties }) => properties.size))) {
      const [width, height = width] = String(size).split('x').map(Number);
      if (!map.hasImage(`${ROOM}${size}`)) map.addImage(`${ROOM}${size}`, new ImageData(width!, height!));
    }
    this.#odd = !this.#odd;
    // between two pictures of the screen one may be taken, of which the map knows the names too
    const turn = (this.#isTaken ? 2 : 0) + (this.#odd ? 0 : 1);
    const features = [...rooms, ...furniture, ...afresh(labels, turn)];
    void map.getSource<GeoJSONSource>(NAMES)?.setData({ type: 'FeatureCollection', features });
  }

  /** Whether what has a point on the map stands on a side; what lies beyond the view stands on the side that is nearer. */
  #standsIn({ beside }: Shot): (side: Side) => (feature: { readonly geometry: GeoJsonPoint }) => boolean {
    if (!beside) return () => () => true;
    const parting = beside.from * this.#map.getContainer().clientWidth;
    return ({ isBeside }) =>
      ({ geometry: { coordinates } }) =>
        this.#map.project([coordinates[0]!, coordinates[1]!]).x >= parting === isBeside;
  }

  #sideAt({ x }: Point): Side | null {
    const share = x / this.#map.getContainer().clientWidth;
    return this.#shot && (sidesOf(this.#shot).find(({ from, to }) => share >= from && share < to) ?? null);
  }
}

interface Side {
  readonly picture: Picture;
  readonly isBeside: boolean;
  readonly from: number;
  readonly to: number;
}

function sidesOf({ picture, beside }: Shot): Side[] {
  if (!beside) return [{ picture, isBeside: false, from: 0, to: 1 }];
  return [
    { picture, isBeside: false, from: 0, to: beside.from },
    { picture: beside.picture, isBeside: true, from: beside.from, to: 1 },
  ];
}

function marksOf(shot: Shot): MarksSide[] {
  return sidesOf(shot).map(({ picture, from, to }) => ({ ...picture.marks, time: picture.at, from, to }));
}
