import type { CustomLayerInterface, CustomRenderMethodInput, Map as GlMap } from 'maplibre-gl';
import type { XY } from '../core/geometry/plane';
import type { Instant } from '../core/model';
import type { LiftedMark } from '../style/lifted';
import { runsOf } from '../style/records/record-runs';
import { minutesOf, NEVER, packedPlace, packedStyle, type MarkLayer, type Records } from '../style/records/records';
import { markScale } from '../style/scale';
import type { Drawing } from '../style/svg';
import { levelOf } from '../style/records/thinning';
import { Atlases, type Atlas } from './atlases';
import { batchCorners, drawMarks, markProgram, type MarkProgram } from './mark-program';
import { MarkTextures, type RecordArrays } from './mark-textures';
import { shiftedTo, worldsInView } from './worlds';

/** The marks of one situation, in a part of the canvas. */
export interface MarksSide {
  readonly records: Records;
  /** One a style of the records; the same array as long as they are the same. */
  readonly drawings: readonly Drawing[];
  readonly time: Instant;
  /** Layers that are not shown. */
  readonly off?: readonly MarkLayer[];
  readonly lifted?: LiftedMark | null;
  /** Shares of the canvas' width; the whole of it where they are not given. */
  readonly from?: number;
  readonly to?: number;
}

/** What is drawn of a side: its records, then its lifted mark. */
interface Drawn {
  readonly side: MarksSide;
  readonly atlas: Atlas;
  readonly lifted: { readonly arrays: RecordArrays; readonly atlas: Atlas; readonly at: XY } | null;
  /** First and end of the runs that can be alive. */
  readonly runs: readonly (readonly [first: number, end: number])[];
}

/**
 * Dated marks as one layer of a map: their records are uploaded once, in parts where they are many, and the date is a uniform.
 *
 *     const layer = new MarksLayer();
 *     map.addLayer(layer);
 *     layer.show([{ records, drawings, time }]);   // drawings: one a style of the records, such as `drawingsOf(records, ledger, palette)`
 *     await layer.ready();                         // its drawings are rasterised and its records uploaded; until then it draws what was shown before
 *     map.triggerRepaint();
 *
 * After a lost context the map forgets it: add it again, and it uploads everything anew.
 */
export class MarksLayer implements CustomLayerInterface {
  readonly id: string;
  readonly type = 'custom';
  readonly renderingMode = '2d';
  readonly #atlases = new Atlases();
  #map: GlMap | null = null;
  #program: MarkProgram | null = null;
  /** Without attributes, but with the corners of a batch: bound while marks are drawn, so that nothing of the map's is read. */
  #vertices: WebGLVertexArrayObject | null = null;
  #corners: WebGLBuffer | null = null;
  #textures: MarkTextures | null = null;
  #wanted: readonly MarksSide[] = [];
  #tell: () => void = () => {};
  #drawn: readonly Drawn[] = [];
  /** How often it was asked for sides, and which of these it draws. */
  #asked = 0;
  #shown = 0;
  #preparing: Promise<void> = Promise.resolve();
  #ratio = 1;
  /** Of a point, and of a view, in pixels: what the card allows. */
  #largestPoint = 0;
  #largestView = 0;

  constructor(id = 'marks') {
    this.id = id;
  }

  /**
   * Draws these sides from now on; or, where drawings must be rasterised or many records uploaded first, what it drew before, until then.
   * `shown` is called when it does, at once or later; not where others are asked for before.
   */
  show(sides: readonly MarksSide[], shown: () => void = () => {}): void {
    this.#wanted = sides;
    this.#tell = shown;
    const asked = ++this.#asked;
    const textures = this.#textures;
    if (sides.every(({ records }) => textures?.isNear(records.data) ?? true) && this.#take()) return;
    const ratio = this.#ratio;
    const jobs = sides.flatMap(({ drawings, lifted }) => [drawings, ...(lifted ? [[lifted.drawing]] : [])]);
    this.#preparing = Promise.all([
      ...jobs.map((drawings) => this.#atlases.make(drawings, ratio)),
      ...sides.map(({ records }) => textures?.load(arraysOf(records), () => this.#isWanted(records.data, textures))),
    ]).then(() => {
      if (this.#asked === asked && this.#take()) this.#map?.triggerRepaint();
    });
    // whoever waits for it hears of a failure
    this.#preparing.catch(() => {});
  }

  /** Resolves when what was asked for last can be drawn, at the map's pixel ratio. Rejects where a drawing cannot be read. */
  async ready(): Promise<void> {
    this.#sharpen();
    while (this.#shown < this.#asked) await this.#preparing;
  }

  onAdd(map: GlMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#program = markProgram(gl);
    this.#vertices = gl.createVertexArray();
    this.#corners = gl.createBuffer();
    gl.bindVertexArray(this.#vertices);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#corners);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, batchCorners(), gl.STATIC_DRAW);
    gl.bindVertexArray(null);
    this.#largestPoint = (gl.getParameter(gl.ALIASED_POINT_SIZE_RANGE) as Float32Array)[1]!;
    this.#largestView = Math.min(...(gl.getParameter(gl.MAX_VIEWPORT_DIMS) as Int32Array));
    this.#textures = new MarkTextures(gl);
    this.#sharpen();
  }

  onRemove(_map: GlMap, gl: WebGL2RenderingContext): void {
    this.#textures?.keep(new Set(), new Set());
    if (this.#program) gl.deleteProgram(this.#program.program);
    gl.deleteVertexArray(this.#vertices);
    gl.deleteBuffer(this.#corners);
    this.#program = this.#vertices = this.#corners = this.#textures = this.#map = null;
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    const [map, program] = [this.#map, this.#program];
    if (!map || !program || this.#drawn.length === 0) return;
    this.#sharpen();
    const zoom = map.getZoom();
    const ratio = map.getPixelRatio();
    const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
    const { uniforms } = program;
    gl.useProgram(program.program);
    gl.bindVertexArray(this.#vertices);
    const size = markScale(zoom) * ratio;
    const largest = Math.ceil(Math.max(...this.#drawn.flatMap(largestOf)) * size);
    const inPoints = largest <= this.#largestPoint && Math.max(width, height) + 2 * largest <= this.#largestView;
    // some cards draw nothing of a point whose middle is out of view: the view is wider than the canvas
    const beyond = inPoints ? largest : 0;
    const [viewWidth, viewHeight] = [width + 2 * beyond, height + 2 * beyond];
    gl.viewport(-beyond, -beyond, viewWidth, viewHeight);
    gl.uniform2f(uniforms.within, width / viewWidth, height / viewHeight);
    gl.uniform2f(uniforms.canvas, width, height);
    gl.uniform2f(uniforms.pixel, (2 * size) / width, (-2 * size) / height);
    gl.uniform1i(uniforms.split, inPoints ? 0 : 2);
    gl.uniform1i(uniforms.level, levelOf(zoom));
    gl.uniform1f(uniforms.size, size);
    for (const { side, atlas, lifted, runs } of this.#drawn) {
      const left = Math.round((side.from ?? 0) * width);
      const right = Math.round((side.to ?? 1) * width);
      gl.enable(gl.SCISSOR_TEST);
      gl.scissor(left, 0, Math.max(0, right - left), height);
      const { origin, reach, epoch } = side.records;
      gl.uniform1i(uniforms.time, minutesOf(side.time, epoch));
      this.#bind(gl, arraysOf(side.records), atlas);
      for (const world of worldsInView(map, origin[0] - reach[0], origin[0] + reach[0])) {
        gl.uniformMatrix4fv(uniforms.matrix, false, shiftedTo(defaultProjectionData.mainMatrix, origin[0] + world, origin[1]));
        for (const [first, end] of runs) drawMarks(gl, uniforms.base, inPoints, first, end);
      }
      if (!lifted) continue;
      gl.uniform1i(uniforms.time, 0);
      this.#bind(gl, lifted.arrays, lifted.atlas);
      for (const world of worldsInView(map, lifted.at[0], lifted.at[0])) {
        gl.uniformMatrix4fv(uniforms.matrix, false, shiftedTo(defaultProjectionData.mainMatrix, lifted.at[0] + world, lifted.at[1]));
        drawMarks(gl, uniforms.base, inPoints, 0, 1);
      }
    }
    gl.disable(gl.SCISSOR_TEST);
    gl.viewport(0, 0, width, height);
  }

  #isWanted(data: Int32Array, textures: MarkTextures): boolean {
    return this.#textures === textures && this.#wanted.some(({ records }) => records.data === data);
  }

  /** Draws what was asked for last from now on, if all its drawings are rasterised. */
  #take(): boolean {
    const sides = this.#wanted;
    const drawn: Drawn[] = [];
    for (const [i, side] of sides.entries()) {
      const atlas = this.#atlases.get(side.drawings, this.#ratio);
      const lifted = side.lifted ? this.#atlases.get([side.lifted.drawing], this.#ratio) : null;
      if (!atlas || (side.lifted && !lifted)) return false;
      const before = this.#drawn[i];
      drawn.push({
        side,
        atlas,
        lifted:
          side.lifted && lifted
            ? before?.lifted && before.side.lifted === side.lifted && before.lifted.atlas === lifted
              ? before.lifted
              : { arrays: recordOf(side.lifted), atlas: lifted, at: side.lifted.at }
            : null,
        runs: runsOf(side.records, side.time, side.off),
      });
    }
    this.#drawn = drawn;
    this.#shown = this.#asked;
    const lifted = drawn.flatMap((each) => each.lifted ?? []);
    const atlases = new Set([...drawn, ...lifted].map(({ atlas }) => atlas));
    for (const { drawings, lifted } of this.#wanted)
      for (const list of [drawings, ...(lifted ? [[lifted.drawing]] : [])]) {
        const atlas = this.#atlases.get(list, this.#ratio);
        if (atlas) atlases.add(atlas);
      }
    this.#textures?.keep(new Set([...drawn.map(({ side }) => side.records.data), ...lifted.map(({ arrays }) => arrays.data)]), atlases);
    this.#atlases.keep(atlases);
    this.#tell();
    return true;
  }

  /** Rasterises the drawings anew where the map's pixel ratio is another than theirs. */
  #sharpen(): void {
    const ratio = this.#map?.getPixelRatio();
    if (ratio === undefined || ratio === this.#ratio) return;
    this.#ratio = ratio;
    this.show(this.#wanted, this.#tell);
  }

  #bind(gl: WebGL2RenderingContext, arrays: RecordArrays, atlas: Atlas): void {
    if (!this.#textures) return;
    const { records, points } = this.#textures.records(arrays);
    const { atlas: picture, places } = this.#textures.atlas(atlas);
    for (const [unit, texture] of [records, points, places, picture].entries()) {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, texture);
    }
  }
}

/** The side of the largest drawing of each atlas, in CSS pixels. */
function largestOf({ atlas, lifted }: Drawn): number[] {
  return [atlas.largest, lifted?.atlas.largest ?? 0];
}

function arraysOf({ data, places: { points } }: Records): RecordArrays {
  return { data, points };
}

/** A record at the origin that is alive at the epoch. */
function recordOf({ slot, daysPast }: LiftedMark): RecordArrays {
  return {
    data: Int32Array.of(-NEVER, 1, packedPlace(0, 0, slot), packedStyle(0, 1, daysPast > 0 ? -1440 * daysPast : NEVER)),
    points: new Float32Array(2),
  };
}
