import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import { withComments } from '../formats/remembered';
import { MEMORY } from '../view/memory';
import type { Made, Making } from './exports';
import { movingOf, type Recorder } from './moving';

/** The view day by day as an animated GIF, which every program shows: 256 colours a frame. */
export function gifOf(making: Making): Promise<Made> {
  return movingOf(making, 'gif', (_, { memory }) => recorder(JSON.stringify(memory)));
}

function recorder(memory: string): Recorder {
  const gif = GIFEncoder();
  return {
    add(canvas, seconds) {
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
      const palette = quantize(data, 256);
      gif.writeFrame(applyPalette(data, palette), width, height, { palette, delay: seconds * 1000, repeat: 0 });
    },
    finish() {
      gif.finish();
      return Promise.resolve(new Blob([withComments(gif.bytes(), MEMORY, memory)], { type: 'image/gif' }));
    },
    cancel: () => gif.reset(),
  };
}
