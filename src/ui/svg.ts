import { exportSvg, isVector } from '../map/export-svg';
import { laterStrings } from '../style/strings/later';
import { MEMORY } from '../view/memory';
import type { Made, Making } from './exports';
import { momentOf } from './exporting';

/** The view as an SVG for print. A tilted map is a picture in the midst of it, which is said. */
export async function svgFileOf({ view, from, size }: Making): Promise<Made> {
  const { laid, memory, about, name } = await momentOf(view, from, size);
  const said = { title: about.title, description: about.description, metadata: { name: MEMORY, text: JSON.stringify(memory) } };
  const content = await exportSvg(from.map, laid, await from.basemap, said);
  const note = isVector(laid) ? '' : laterStrings(view.language)['ui.export.tilted'];
  return { name: `${name}.svg`, content, description: about.description, note };
}
