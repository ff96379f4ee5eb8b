import { BufferTarget, canEncodeVideo, CanvasSource, Mp4OutputFormat, Output, WebMOutputFormat } from 'mediabunny';
import { withoutClock } from '../formats/mp4';
import { betweenMarks } from '../formats/remembered';
import { MEMORY } from '../view/memory';
import { laterStrings } from '../style/strings/later';
import type { Moment } from './exporting';
import type { Made, Making } from './exports';
import { movingOf, type Recorder } from './moving';

/** The view day by day as a video: WebM with VP9, or MP4 with H.264 where the browser encodes it. */

const kinds = {
  webm: { codec: 'vp9', format: () => new WebMOutputFormat(), type: 'video/webm' },
  mp4: { codec: 'avc', format: () => new Mp4OutputFormat({ fastStart: 'in-memory' }), type: 'video/mp4' },
} as const;

/** A picture that stands still for a second is written so many times: players that expect it do not stall. */
const FRAMES_A_SECOND = 10;
/** Bits for each pixel of a frame: letters stay sharp. */
const BITS_A_PIXEL = 0.35;

export function videoOf(making: Making, kind: keyof typeof kinds): Promise<Made> {
  return movingOf(making, kind, (canvas, moment) => recorder(canvas, moment, kind, making));
}

async function recorder(
  first: OffscreenCanvas,
  { about, memory }: Pick<Moment, 'about' | 'memory'>,
  kind: keyof typeof kinds,
  { view, days }: Making,
): Promise<Recorder> {
  const { codec, format, type } = kinds[kind];
  const { width, height } = first;
  const bitrate = Math.round(width * height * BITS_A_PIXEL * FRAMES_A_SECOND);
  if (!(await canEncodeVideo(codec, { width, height, bitrate }))) throw new Error(laterStrings(view.language)[`ui.export.cannot.${kind}`]);
  const target = new BufferTarget();
  const output = new Output({ format: format(), target });
  const canvas = new OffscreenCanvas(width, height);
  const source = new CanvasSource(canvas, { codec, bitrate, keyFrameInterval: 1, latencyMode: 'quality' });
  output.addVideoTrack(source, { frameRate: FRAMES_A_SECOND });
  output.setMetadataTags({
    title: `${about.title} (${days[0]} – ${days.at(-1)})`,
    description: about.description,
    comment: `${about.licence} · ${about.program} · ${betweenMarks(MEMORY, JSON.stringify(memory))}`,
    date: new Date(`${about.date || '1970-01-01'}T00:00:00Z`),
  });
  await output.start();
  const brush = canvas.getContext('2d')!;
  let at = 0;
  return {
    async add(frame, seconds) {
      brush.drawImage(frame, 0, 0);
      const frames = Math.round(seconds * FRAMES_A_SECOND);
      for (let i = 0; i < frames; i++, at++) await source.add(at / FRAMES_A_SECOND, 1 / FRAMES_A_SECOND, { keyFrame: i === 0 });
    },
    async finish() {
      await output.finalize();
      const bytes = new Uint8Array(target.buffer!);
      return new Blob([kind === 'mp4' ? withoutClock(bytes, about.date) : bytes], { type });
    },
    cancel: () => output.cancel(),
  };
}
