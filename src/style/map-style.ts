import type { StyleSpecification } from 'maplibre-gl';
import { BENEATH } from './areas';
import { basemapSources, type Basemap } from './basemap';
import { nameLayers, NAMES, namesSource } from './dated';
import { groundLayers } from './ground';
import { groundNameLayers, placeNameLayers } from './names';
import type { Palette } from './palette';
import { ringLayer } from './rings';
import type { Language } from './strings';

/** The style of the map, from the ground to the names; strokes and marks are layers of our own (see `map/`); no glyphs and no sprite, so nothing is fetched but the relief. */
export function mapStyle(basemap: Basemap, palette: Palette, language: Language): StyleSpecification {
  const sources = basemapSources(basemap);
  return {
    version: 8,
    sources: { ...sources, [BENEATH]: namesSource(), [NAMES]: namesSource() },
    layers: [
      ...groundLayers(palette).filter((layer) => layer.id !== 'relief' || sources.relief),
      ...groundNameLayers(palette, language),
      ringLayer(),
      ...placeNameLayers(palette, language),
      ...nameLayers(palette),
    ],
  };
}
