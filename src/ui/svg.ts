import { exportSvg, isVector } from '../map/export-svg';
import type { Size } from '../view/camera';
import { momentOf, type Exporting } from './exporting';
import type { Made } from './png';
import type { View } from './view.svelte';

/** The view as an SVG for print. */

/** An SVG, and whether its map is in vectors as all around it is. */
export interface MadeSvg extends Made {
  readonly isVector: boolean;
}

/** `size` as for a moment. Rejects with the reason where it cannot be drawn. */
export async function svgFileOf(view: View, exporting: Exporting, size: Size | null): Promise<MadeSvg> {
  const { laid, memory, about, name } = await momentOf(view, exporting, size);
  const said = { title: about.title, description: about.description, metadata: JSON.stringify(memory) };
  const content = await exportSvg(exporting.map, laid, await exporting.basemap, said);
  return { name: `${name}.svg`, content, isVector: isVector(laid) };
}
