import type { Feature, Geometry, Position } from 'geojson';
import type { FillLayerSpecification, LayerSpecification, LineLayerSpecification } from 'maplibre-gl';
import { toPlane, type LngLat, type XY } from '../../core/geometry/plane';
import { coloursOf, HATCH_PACE, HATCH_STRIPE, type AreaFeature } from '../../style/areas';
import type { Basemap } from '../../style/basemap';
import { evaluate, numberOf, textOf, type Asked } from '../../style/evaluate';
import { stripePath } from './hatch';
import { linePath, ringPath } from './paths';
import { bare, type Paint, type Shape } from './shapes';
import { reaches, windowPath, type View } from './view';

/** The ground as vectors, layer for layer as the style says. */

/** Beside the basemap's parts: a picture of the ground, and ground that is inferred. */
export interface GroundData {
  readonly basemap: Basemap;
  /** The relief, cut to what is in view: its address, and the corners of what is left of it on the plane. Null: none is shown. */
  readonly relief: { readonly address: string; readonly northWest: XY; readonly southEast: XY } | null;
  readonly inferred: readonly AreaFeature[];
}

/** Where the whole relief lies on the plane; null where there is none. */
export function reliefPlace({ relief }: Basemap): { readonly northWest: XY; readonly southEast: XY } | null {
  const [northWest, , southEast] = relief?.coordinates ?? [];
  return northWest && southEast ? { northWest: toPlane(northWest), southEast: toPlane(southEast) } : null;
}

/** The shapes of one layer of the ground; throws for a kind of layer that the ground has none of. */
export function groundShapes(layer: LayerSpecification, data: GroundData, view: View): Shape[] {
  const asked: Asked = { zoom: view.zoom, properties: {} };
  if (view.zoom < (layer.minzoom ?? 0) || view.zoom >= (layer.maxzoom ?? Infinity)) return [];
  switch (layer.type) {
    case 'background':
      return [{ ...bare, kind: 'paths', paths: [windowPath(view.window)], fill: textOf(layer.paint?.['background-color'], asked) }];
    case 'raster': {
      const opacity = numberOf(layer.paint?.['raster-opacity'], asked);
      if (!data.relief || opacity === 0) return [];
      const { address, northWest, southEast } = data.relief;
      const [o, x, y] = [view.at(northWest), view.at([southEast[0], northWest[1]]), view.at([northWest[0], southEast[1]])];
      return [{ kind: 'raster', address, opacity, matrix: [x[0] - o[0], x[1] - o[1], y[0] - o[0], y[1] - o[1], o[0], o[1]] }];
    }
    case 'fill':
      return layer.id.startsWith('inferred') ? areas(layer, data.inferred, view) : fills(layer, featuresOf(data, layer), view);
    case 'line':
      return lines(layer, featuresOf(data, layer), view);
    default:
      throw new Error(`Nothing of the ground is drawn as ${layer.type}.`);
  }
}

function featuresOf({ basemap: { parts } }: GroundData, { source, id }: { readonly source: string; readonly id: string }): Feature[] {
  const found = Object.entries(parts).find(([name]) => name === source);
  if (!found) throw new Error(`The basemap has no part ${source} for ${id}.`);
  return found[1].features;
}

/** Of the width of the edge that closes the seams between neighbours, as the map's own card draws one. */
const EDGE = 0.6;

function fills(layer: FillLayerSpecification, features: readonly Feature[], view: View): Shape[] {
  return grouped(
    layer,
    features,
    view,
    (feature) => polygonPath(feature.geometry, view),
    (asked) => {
      const fill = textOf(layer.paint?.['fill-color'], asked);
      return { ...bare, fill, stroke: fill, width: EDGE, opacity: numberOf(layer.paint?.['fill-opacity'] ?? 1, asked) };
    },
  );
}

function lines(layer: LineLayerSpecification, features: readonly Feature[], view: View): Shape[] {
  const { paint = {}, layout = {} } = layer;
  const cap = textOf(layout['line-cap'], { zoom: view.zoom, properties: {} }) === 'round' ? 'round' : 'butt';
  // dashes grow with the ground until the next whole level
  const whole = Math.floor(view.zoom);
  const stretch = 2 ** (view.zoom - whole);
  return grouped(
    layer,
    features,
    view,
    (feature) => linesPath(feature.geometry, view),
    (asked) => {
      const dash = evaluate(paint['line-dasharray'], asked) as readonly number[] | undefined;
      const unit = dash ? numberOf(paint['line-width'], { ...asked, zoom: whole }) * stretch : 0;
      return {
        ...bare,
        stroke: textOf(paint['line-color'], asked),
        width: numberOf(paint['line-width'], asked),
        opacity: numberOf(paint['line-opacity'] ?? 1, asked),
        dash: dash ? dash.map((each) => each * unit) : null,
        cap,
      };
    },
  ).map((shape): Shape => (shape.kind === 'paths' ? { ...shape, paths: [shape.paths.join('')] } : shape));
}

/** The features that a layer shows, those that are painted alike together. */
function grouped(
  layer: FillLayerSpecification | LineLayerSpecification,
  features: readonly Feature[],
  view: View,
  pathOf: (feature: Feature) => string,
  paintOf: (asked: Asked) => Paint,
): Shape[] {
  const groups = new Map<string, { paint: Paint; paths: string[] }>();
  for (const feature of features) {
    const asked: Asked = { zoom: view.zoom, properties: feature.properties ?? {} };
    if (layer.filter && evaluate(layer.filter, asked) !== true) continue;
    const paint = paintOf(asked);
    if (paint.opacity === 0) continue;
    const path = pathOf(feature);
    if (path === '') continue;
    const key = JSON.stringify(paint);
    const group = groups.get(key);
    if (group) group.paths.push(path);
    else groups.set(key, { paint, paths: [path] });
  }
  return Array.from(groups.values(), ({ paint, paths }) => ({ kind: 'paths', paths, ...paint }));
}

function areas(layer: FillLayerSpecification, inferred: readonly AreaFeature[], view: View): Shape[] {
  const whole = 1 / (512 * 2 ** Math.floor(view.zoom));
  return inferred.flatMap((feature): Shape[] => {
    const asked: Asked = { zoom: view.zoom, properties: feature.properties };
    if (evaluate(layer.filter, asked) !== true) return [];
    const outline = polygonPath(feature.geometry, view);
    if (outline === '') return [];
    const opacity = numberOf(layer.paint?.['fill-opacity'], asked);
    if (feature.properties.kind === 'held') return [{ ...bare, kind: 'paths', paths: [outline], fill: feature.properties.colour, opacity }];
    const colours = coloursOf(feature);
    const around = feature.geometry.coordinates.flat().flatMap((ring) => onMap(ring, view));
    const shapes = colours.map((stroke, i): Shape => {
      const stripes = { pace: colours.length * HATCH_PACE * whole, start: (i * HATCH_PACE + HATCH_STRIPE / 2) * whole };
      const width = (HATCH_STRIPE / Math.SQRT2) * (whole / view.pixel);
      return { ...bare, kind: 'paths', paths: [stripePath(view, stripes, around)], stroke, width, opacity };
    });
    return [{ kind: 'within', outline, shapes }];
  });
}

/** The rings of an area that reach into view, in pixels; of anything else none. */
export function ringsOf(geometry: Geometry, view: View): XY[][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons.flat().flatMap((ring) => {
    const points = onMap(ring, view);
    return reaches(points, view.window) ? [points.slice(0, -1)] : [];
  });
}

function polygonPath(geometry: Geometry, view: View): string {
  return ringsOf(geometry, view)
    .map((ring) => ringPath(ring, view.window))
    .join('');
}

function linesPath(geometry: Geometry, view: View): string {
  const all = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'MultiLineString' ? geometry.coordinates : [];
  return all
    .map((line) => onMap(line, view))
    .map((points) => (reaches(points, view.window) ? linePath(points, view.window) : ''))
    .join('');
}

function onMap(positions: readonly Position[], view: View): XY[] {
  return positions.map((position) => view.at(toPlane(position as unknown as LngLat, view.middle)));
}
