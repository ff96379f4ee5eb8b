import type { StyleSpecification } from 'maplibre-gl';
import { basemapSources, type Basemap } from './basemap';
import { emptySources, markLayers, strokeLayers } from './dated';
import { groundLayers } from './ground';
import { groundNameLayers, placeNameLayers } from './names';
import type { Palette } from './palette';
import type { Language } from './strings';

/** The whole style of the map, from the ground to the marks; no glyphs and no sprite, so nothing is fetched but the relief. */
export function mapStyle(basemap: Basemap, palette: Palette, language: Language): StyleSpecification {
  return {
    version: 8,
    sources: { ...basemapSources(basemap), ...emptySources() },
    layers: [
      ...groundLayers(palette),
      ...groundNameLayers(palette, language),
      ...strokeLayers(palette),
      ...placeNameLayers(palette, language),
      ...markLayers(palette),
    ],
  };
}
