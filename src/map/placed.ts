import type { Map as GlMap } from 'maplibre-gl';
import type { XY } from '../core/geometry/plane';
import type { Justify, PlacedSymbol, PlacedText } from '../print/vector/names';
import type { View } from '../print/vector/view';

/**
 * What the map has put of names and their dots, and where. MapLibre has no word for it: `queryRenderedFeatures` names what is placed, but not
 * on which side of its point. So this reads what its placement keeps for the card: whether a symbol is drawn (its opacity), and where.
 * Nothing else of this project reads it, and it says so where MapLibre keeps it otherwise.
 */

/** Units of a tile's side. */
const EXTENT = 8192;

interface Rows<T> {
  readonly length: number;
  get(i: number): T;
}
interface Laid {
  readonly anchorX: number;
  readonly anchorY: number;
  readonly numGlyphs: number;
}
interface Instance {
  readonly anchorX: number;
  readonly anchorY: number;
  readonly featureIndex: number;
  readonly leftJustifiedTextSymbolIndex: number;
  readonly centerJustifiedTextSymbolIndex: number;
  readonly rightJustifiedTextSymbolIndex: number;
  readonly placedIconSymbolIndex: number;
}
interface Buffers {
  readonly placedSymbolArray: Rows<Laid>;
  /** One number a letter; 0 where it is not drawn. */
  readonly opacityVertexArray: { readonly uint32: Uint32Array };
  /** x, y and angle, four times a letter. */
  readonly dynamicLayoutVertexArray: { readonly float32: Float32Array };
}
interface Bucket {
  readonly layerIds: readonly string[];
  readonly symbolInstances: Rows<Instance>;
  readonly text: Buffers;
  readonly icon: Buffers;
}
interface Tile {
  readonly tileID: {
    readonly wrap: number;
    readonly overscaledZ: number;
    readonly canonical: { readonly z: number; readonly x: number; readonly y: number };
  };
  readonly tileSize: number;
  readonly latestFeatureIndex: {
    loadVTLayers(): Readonly<Record<string, { feature(i: number): { readonly properties: Readonly<Record<string, unknown>> } }>>;
  };
  getBucket(layer: unknown): Bucket | undefined;
}
interface Kept {
  readonly _layers: Readonly<Record<string, unknown>>;
  readonly tileManagers: Readonly<
    Record<string, { getVisibleCoordinates(symbols: boolean): readonly unknown[]; getTile(coordinate: unknown): Tile }>
  >;
}

/** The symbols that are drawn, layer by layer from below. Of a map that is drawn as `view` says; throws where MapLibre keeps them in another form. */
export function placedOn(map: GlMap, view: View): PlacedSymbol[] {
  try {
    return map.getStyle().layers.flatMap((layer) => (layer.type === 'symbol' ? placedOf(map, view, layer) : []));
  } catch (error) {
    throw new Error(`This version of the map does not say where it puts names: ${String(error)}`, { cause: error });
  }
}

type SymbolLayer = Extract<ReturnType<GlMap['getStyle']>['layers'][number], { type: 'symbol' }>;

function placedOf(map: GlMap, view: View, { id, source, layout = {} }: SymbolLayer): PlacedSymbol[] {
  const { _layers, tileManagers } = map.style as unknown as Kept;
  const manager = tileManagers[source]!;
  const kind: PlacedText['kind'] =
    'text-variable-anchor' in layout || 'text-variable-anchor-offset' in layout
      ? 'chosen'
      : layout['symbol-placement'] === 'line' && layout['text-rotation-alignment'] !== 'viewport'
        ? 'along'
        : 'anchored';
  return manager.getVisibleCoordinates(true).flatMap((coordinate) => {
    const tile = manager.getTile(coordinate);
    const bucket = tile.getBucket(_layers[id]);
    if (!bucket || bucket.layerIds[0] !== id) return [];
    const at = pixelsOf(view, tile);
    const [texts, icons] = [lettersBefore(bucket.text), lettersBefore(bucket.icon)];
    const features = Object.values(tile.latestFeatureIndex.loadVTLayers())[0]!;
    return range(bucket.symbolInstances.length).flatMap((i): PlacedSymbol[] => {
      const instance = bucket.symbolInstances.get(i);
      const icon = isDrawn(bucket.icon, icons, instance.placedIconSymbolIndex) ? at(instance.anchorX, instance.anchorY) : null;
      const text = textOf(view, tile, bucket.text, texts, instance, kind);
      if (!icon && !text) return [];
      return [{ layer: id, properties: features.feature(instance.featureIndex).properties, icon, text }];
    });
  });
}

function textOf(
  view: View,
  tile: Tile,
  buffers: Buffers,
  before: Uint32Array,
  instance: Instance,
  kind: PlacedText['kind'],
): PlacedText | null {
  const sides: readonly (readonly [Justify, number])[] = [
    ['center', instance.centerJustifiedTextSymbolIndex],
    ['left', instance.leftJustifiedTextSymbolIndex],
    ['right', instance.rightJustifiedTextSymbolIndex],
  ];
  const { float32 } = buffers.dynamicLayoutVertexArray;
  const lettersOf = (index: number) =>
    range(buffers.placedSymbolArray.get(index).numGlyphs).map((i) => float32.subarray(12 * (before[index]! + i)));
  const drawn = sides.filter(([, index]) => isDrawn(buffers, before, index));
  if (drawn.length === 0) return null;
  if (kind === 'anchored') return { kind, at: pixelsOf(view, tile)(instance.anchorX, instance.anchorY) };
  // of several ways to set its lines those that are not used are put out of sight
  const found = drawn.find(([, index]) => lettersOf(index).every(([x]) => Number.isFinite(x)));
  if (!found) return null;
  const [justify, index] = found;
  const letters = lettersOf(index);
  if (kind === 'chosen') return { kind, justify, at: [letters[0]![0]!, letters[0]![1]!] };
  // in pixels of the tile, as it lies when north is at the top
  const units = EXTENT / (tile.tileSize * 2 ** (view.zoom - tile.tileID.overscaledZ));
  const at = pixelsOf(view, tile);
  return {
    kind,
    letters: letters.map(([x, y, angle]) => ({ at: at(x! * units, y! * units), turn: (angle! * 180) / Math.PI - view.bearing })),
  };
}

/** How many letters come before each symbol's own; at the end, how many there are. */
function lettersBefore({ placedSymbolArray }: Buffers): Uint32Array {
  const before = new Uint32Array(placedSymbolArray.length + 1);
  for (let i = 0; i < placedSymbolArray.length; i++) before[i + 1] = before[i]! + placedSymbolArray.get(i).numGlyphs;
  return before;
}

function isDrawn({ opacityVertexArray: { uint32 } }: Buffers, before: Uint32Array, index: number): boolean {
  return index >= 0 && index < before.length - 1 && before[index]! < before[index + 1]! && (uint32[before[index]!] ?? 0) > 0;
}

/** From a tile's units to pixels of the map. */
function pixelsOf(view: View, { tileID: { wrap, canonical } }: Tile): (x: number, y: number) => XY {
  const across = 2 ** canonical.z;
  return (x, y) => view.at([(canonical.x + x / EXTENT) / across + wrap, (canonical.y + y / EXTENT) / across]);
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
