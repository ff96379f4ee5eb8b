import { pngTexts } from '../formats/xmp';
import { withTexts } from '../formats/png';
import { drawSheet } from '../map/export';
import type { Size } from '../view/camera';
import { MEMORY } from '../view/memory';
import { momentOf, type Exporting } from './exporting';
import type { View } from './view.svelte';

/** The view as a PNG that remembers what it claimed. */

/** A file to be saved. */
export interface Made {
  readonly name: string;
  readonly content: Blob;
}

/** `size` as for a moment; `scale` is pixels for each CSS pixel. Rejects with the reason where it cannot be drawn. */
export async function pngOf(view: View, exporting: Exporting, { size, scale }: { size: Size | null; scale: number }): Promise<Made> {
  const { laid, memory, about, name } = await momentOf(view, exporting, size);
  const canvas = await drawSheet(exporting.map, laid, scale);
  const plain = await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
  const png = withTexts(new Uint8Array(plain), { ...pngTexts(about), [MEMORY]: JSON.stringify(memory) });
  return { name: `${name}.png`, content: new Blob([png], { type: 'image/png' }) };
}
