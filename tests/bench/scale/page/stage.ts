import type { Map as GlMap } from 'maplibre-gl';
import type { Task, Weighing } from '../weighed';
import { ask } from './ask';
import { panelOf, type Panel } from './panel';
import type { MakeWay, Way } from './way';
import type { WeighAsked } from './weigh-worker';

/** What a batch of steps took, a number a step. */
export interface Batch {
  /** The map's frames. */
  readonly frames: number[];
  /** Milliseconds inside the map's frames, the drawing in the graphics process included where it was waited for. */
  readonly frameMs: number[];
  /** Milliseconds from the call to the map's rest. */
  readonly stepMs: number[];
}

const STEP_LIMIT_MS = 180_000;

/** Runs one way of drawing on a map, and counts and times its frames. */
export class Stage {
  private way: Way | null = null;
  private frames = 0;
  private frameMs = 0;
  private waits = false;
  private panel: Panel | null = null;

  constructor(
    private readonly map: GlMap,
    private readonly ways: Readonly<Record<string, () => Promise<MakeWay>>>,
  ) {
    const inner = map as unknown as { _render(start: number): unknown };
    const render = inner._render.bind(map);
    inner._render = (start) => {
      const before = performance.now();
      const result = render(start);
      if (this.waits) this.finish();
      this.frameMs += performance.now() - before;
      this.frames++;
      return result;
    };
  }

  /** Loads the code of a way, and nothing of the data. */
  async prepare(name: string, count: number): Promise<void> {
    this.way = (await this.ways[name]!())(this.map, count);
  }

  /** Milliseconds from the data in typed arrays to the end of the first frame that shows it, and parts of them by name. */
  async load(day: number): Promise<{ readonly ms: number; readonly parts: Readonly<Record<string, number>> }> {
    const way = this.prepared();
    let begun = performance.now();
    this.waits = true;
    const parts = (await way.load(() => (begun = performance.now()))) ?? {};
    await this.rest(() => way.show(day));
    this.waits = false;
    return { ms: performance.now() - begun, parts };
  }

  /**
   * Shows one day after the other, or as often the empty map; the first is not counted, since it may upload what was not there before.
   * Stops early, after two steps at least, when the time is up.
   */
  async run(days: readonly number[], what: 'days' | 'empty', waits: boolean, limitMs: number): Promise<Batch> {
    const batch: Batch = { frames: [], frameMs: [], stepMs: [] };
    const started = performance.now();
    this.waits = waits;
    await this.rest(() => this.step(days[0]!, what));
    for (const day of days.slice(1)) {
      [this.frames, this.frameMs] = [0, 0];
      performance.mark('step');
      const before = performance.now();
      await this.rest(() => this.step(day, what));
      batch.stepMs.push(performance.now() - before);
      batch.frames.push(this.frames);
      batch.frameMs.push(this.frameMs);
      // out of the frame's own task, so that each step has a whole one
      await new Promise((done) => setTimeout(done));
      if (batch.frames.length >= 2 && performance.now() - started > limitMs) break;
    }
    performance.mark('step');
    this.waits = false;
    return batch;
  }

  /** The share of the canvas that is not ground, after showing a day. */
  async ink(day: number): Promise<number> {
    const canvas = this.map.getCanvas();
    const pixels = new Uint8Array(canvas.width * canvas.height * 4);
    const read = () =>
      this.gl().readPixels(0, 0, canvas.width, canvas.height, WebGL2RenderingContext.RGBA, WebGL2RenderingContext.UNSIGNED_BYTE, pixels);
    this.map.on('render', read);
    await this.rest(() => this.prepared().show(day));
    this.map.off('render', read);
    let ink = 0;
    for (let i = 0; i < pixels.length; i += 4)
      if (pixels[i] !== pixels[0] || pixels[i + 1] !== pixels[1] || pixels[i + 2] !== pixels[2]) ink++;
    return ink / (pixels.length / 4);
  }

  /** Weighs a generated dossier in a worker of its own. */
  async weigh(task: Task): Promise<Weighing> {
    const worker = new Worker(new URL('./weigh-worker.ts', import.meta.url), { type: 'module' });
    const weighing = await ask<WeighAsked, Weighing>(worker, { task });
    worker.terminate();
    return weighing;
  }

  /** Has a dossier of so many reports weighed, for the panel to be asked. */
  async openPanel(reports: number): Promise<void> {
    this.panel = await panelOf(reports);
  }

  /** Jumps to random days, with a mark of the page's clock between; what was found at each. */
  jump(times: number): ReturnType<Panel['jump']> {
    return this.panel!.jump(times);
  }

  /** Looks at another part of the map. */
  async look(longitude: number, latitude: number, zoom: number): Promise<void> {
    await this.rest(() => this.map.jumpTo({ center: [longitude, latitude], zoom }));
  }

  private step(day: number, what: 'days' | 'empty'): void {
    if (what === 'days') this.prepared().show(day);
    else if (this.way?.empty) this.way.empty();
    else this.map.triggerRepaint();
  }

  private rest(work: () => void): Promise<void> {
    return new Promise((done, fail) => {
      const late = setTimeout(() => fail(new Error(`the map did not come to rest in ${STEP_LIMIT_MS / 1000} s`)), STEP_LIMIT_MS);
      this.map.once('idle', () => {
        clearTimeout(late);
        done();
      });
      work();
    });
  }

  private prepared(): Way {
    if (!this.way) throw new Error('no way was prepared');
    return this.way;
  }

  private gl(): WebGL2RenderingContext {
    return this.map.getCanvas().getContext('webgl2')!;
  }

  /** Waits until everything that was asked of the graphics process is drawn. */
  private finish(): void {
    this.gl().readPixels(0, 0, 1, 1, WebGL2RenderingContext.RGBA, WebGL2RenderingContext.UNSIGNED_BYTE, new Uint8Array(4));
  }
}
