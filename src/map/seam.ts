import type { Map as GlMap } from 'maplibre-gl';
import type { Basemap } from '../style/basemap';
import type { Palette } from '../style/palette';
import type { Picture } from '../style/picture';
import type { Language } from '../style/strings';
import type { Bounds, Camera, Size } from '../view/camera';
import type { Room } from './camera';
import type { Box } from './furniture-room';

/** What the page sees of the map: what it is made of, and its few verbs. */

export interface SituationMapOptions {
  /** Best without the names that the pictures bring (see `withoutPlaces`). */
  readonly basemap: Basemap;
  readonly palette: Palette;
  readonly language: Language;
  readonly camera: Camera | Bounds;
  /** What to leave free around bounds, whenever they are to be seen. */
  readonly room: () => Room;
  /** What of the page lies over the map, asked whenever names are put: none is put under it. Left out: nothing. */
  readonly furniture?: () => readonly Box[];
  /** Wheel and finger scroll the page around the map, which says so (see `cooperativeWords`). Left out: they move the map. */
  readonly cooperative?: Readonly<Record<string, string>>;
  /** A mark was clicked or touched, or, with null, none; `isBeside`: to the right of where another picture begins. */
  readonly onSelect: (id: string | null, isBeside: boolean) => void;
  /** The view came to rest, or went so far that a picture for another zoom step is wanted; `bounds` is the picture's `frame`. */
  readonly onCamera: (camera: Camera, bounds: Bounds) => void;
  readonly onHover: (id: string | null, isBeside: boolean) => void;
  /** The graphics card took the map away, or gave it back and it is drawn again. */
  readonly onLost: (lost: boolean) => void;
  /** The picture of the relief did not arrive. */
  readonly onReliefMissing: () => void;
}

/** A second picture, to the right of a share of the map's width. */
export interface PictureBeside {
  readonly picture: Picture;
  readonly from: number;
  /** Another is on its way: `data-shown` waits for it. */
  readonly isPending?: boolean;
}

/** How a map is to be drawn beside the screen. */
export interface Taking {
  readonly pixelRatio: number;
  /** In CSS pixels. */
  readonly size: Size;
  readonly camera: Camera;
  /** What will lie over it, in CSS pixels: names keep from under it. */
  readonly covered?: readonly Box[];
}

/** Draws the map as it is now onto a canvas, pixel on pixel, with its upper left corner at a pixel. */
export type Draw = (brush: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, x: number, y: number) => void;

/** A map that is drawn as it was to be, for as long as it is. */
export interface MapDrawn {
  readonly map: GlMap;
  readonly draw: Draw;
  /** In pixels. */
  readonly size: Size;
  /** On the ground, at the middle of the map, for a CSS pixel. */
  readonly metresPerPixel: number;
  readonly bearing: number;
}

export interface SituationMap {
  /**
   * Shows a picture in place of the one before, and another to the right of a share of the width. A place's name is of the side on which it
   * stands. Names stay as they were where the picture has none; once one that has names, and what lies beneath, is drawn, `data-shown` on the container names its day.
   */
  show(picture: Picture, beside?: PictureBeside | null): void;
  /** Moves to a point or over bounds; at once where the reader prefers reduced motion. */
  fly(target: readonly [number, number] | Bounds): void;
  /** Nearer by some levels, or farther below zero. */
  zoom(levels: number): void;
  camera(): Camera;
  /** What is in view. */
  bounds(): Bounds;
  /** Width and height on screen in CSS pixels. */
  size(): Size;
  /**
   * What `use` makes of the map with a picture, and with one beside it if wanted, from a camera of its own, whatever it shows by then. `use` may be
   * asked again, where the card took the map away meanwhile. What is larger than the card can draw is drawn in tiles. Rejects when the map is removed meanwhile.
   */
  pixels<T>(picture: Picture, taking: Taking, use: (drawn: MapDrawn) => T | Promise<T>, beside?: PictureBeside | null): Promise<T>;
  /** Takes the map away; what is still being drawn is given up. */
  remove(): void;
}
