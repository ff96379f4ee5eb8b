/** Small words for GeoJSON, and mapshaper on layers in memory. Boxes are [west, south, east, north] in degrees. */
import fs from 'node:fs';
import mapshaper from 'mapshaper';
import * as turf from '@turf/turf';
import { CACHE, readJson } from './packages.mjs';

/** The map proper: full detail. */
export const BOX = [33, 30.5, 44, 38.5];
/** Water, relief, towns and lines reach a little further. */
export const NEAR = [31, 29, 46.5, 40];
/** Coarse land, so that no edge shows at zoom 5. */
export const FAR = [17, 20, 62, 48];

export const collection = (features) => turf.featureCollection(features);
export const inBox = ([x, y], [west, south, east, north]) => x >= west && x <= east && y >= south && y <= north;
export const boxOption = (box) => `bbox=${box.join(',')}`;

/** One feature for each geometry of what mapshaper wrote, be it a collection of either kind or a geometry. */
export function polygonFeatures(json, properties) {
  const geometries = json.features?.map((feature) => feature.geometry) ?? json.geometries ?? [json];
  return geometries.map((geometry) => turf.feature(geometry, properties));
}

/** Coordinates of the polygons of a geometry; none of nothing. */
export function polygonsOf(geometry) {
  if (!geometry) return [];
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Runs mapshaper commands on layers by name and gives what they wrote, parsed, by name. */
export async function shape(commands, layers = {}) {
  const input = Object.fromEntries(Object.entries(layers).map(([name, layer]) => [`${name}.json`, layer]));
  const files = await mapshaper.applyCommands(commands, input);
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name.replace(/\.json$/, ''), JSON.parse(text)]));
}

/** Clips one of the big world files once and keeps the small result. */
export async function clipped(name, path, box, commands = '') {
  const file = `${CACHE}/${name}.json`;
  if (!fs.existsSync(file))
    await mapshaper.runCommands(`-i ${path} -clip ${boxOption(box)} ${commands} -o ${file} format=geojson precision=0.00001`);
  return readJson(file);
}
