import type { CustomLayerInterface, CustomRenderMethodInput, Map as GlMap } from 'maplibre-gl';
import type { Palette } from '../style/palette';
import { channels, HATCH, strokeCoats, type StrokeCoat, type StrokeShape } from '../style/strokes/strokes';
import { strokeAt } from '../style/strokes/strokes-at';
import { ROW, StrokePacking, type PackedStrokes, type StrokeRun } from '../style/strokes/strokes-packed';
import { strokesPrograms, type StrokesPrograms } from './strokes-programs';
import { shiftedTo, worldsInView } from './worlds';

/** The strokes of one situation, in a part of the canvas. */
export interface StrokesSide {
  readonly strokes: readonly StrokeShape[];
  /** Shares of the canvas' width. */
  readonly from: number;
  readonly to: number;
}

/** What is on the graphics card. */
interface Card {
  readonly programs: StrokesPrograms;
  readonly vertices: WebGLVertexArrayObject;
  readonly points: WebGLTexture;
  readonly corners: WebGLBuffer;
  rows: number;
}

/** Half the canvas in device pixels, and how far away the middle of the map is. */
interface View {
  readonly halfView: readonly [number, number];
  readonly away: number;
}

/**
 * Movements and flows as one layer of a map: all that is uploaded as time moves. After a lost context the map forgets it: add it
 * again, and it uploads everything anew.
 */
export class StrokesLayer implements CustomLayerInterface {
  readonly id: string;
  readonly type = 'custom';
  readonly renderingMode = '2d';
  readonly #coats: readonly StrokeCoat[];
  readonly #ground: readonly [number, number, number];
  readonly #packing = new StrokePacking();
  #map: GlMap | null = null;
  #card: Card | null = null;
  #sides: readonly StrokesSide[] = [];
  /** The sides as they are on the card; null where they have yet to be uploaded. */
  #packed: readonly PackedStrokes[] | null = null;

  constructor(palette: Palette, id = 'strokes') {
    this.id = id;
    this.#coats = strokeCoats(palette);
    this.#ground = channels(palette.hatchGround);
  }

  /** Draws these sides from now on. */
  set(sides: readonly StrokesSide[]): void {
    this.#sides = sides;
    this.#packed = null;
    this.#map?.triggerRepaint();
  }

  /** The id of the topmost stroke within so many pixels of a point, both in CSS pixels; null where there is none. */
  strokeAt(point: { readonly x: number; readonly y: number }, reach: number): string | null {
    const map = this.#map;
    if (!map) return null;
    const share = point.x / map.getContainer().clientWidth;
    const side = this.#sides.find(({ from, to }) => share >= from && share < to);
    if (!side) return null;
    const degrees = (x: number, y: number) => map.unproject([x, y]).toArray();
    return strokeAt(side.strokes, degrees(point.x, point.y), [degrees(point.x + reach, point.y), degrees(point.x, point.y + reach)]);
  }

  onAdd(map: GlMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    const points = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, points);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    this.#card = { programs: strokesPrograms(gl), vertices: gl.createVertexArray(), points, corners: gl.createBuffer(), rows: 0 };
    this.#packed = null;
  }

  onRemove(_map: GlMap, gl: WebGL2RenderingContext): void {
    if (this.#card) {
      gl.deleteProgram(this.#card.programs.fill.program);
      gl.deleteProgram(this.#card.programs.line.program);
      gl.deleteVertexArray(this.#card.vertices);
      gl.deleteTexture(this.#card.points);
      gl.deleteBuffer(this.#card.corners);
    }
    this.#card = this.#map = null;
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData, fov }: CustomRenderMethodInput): void {
    const [map, card] = [this.#map, this.#card];
    if (!map || !card) return;
    gl.bindVertexArray(card.vertices);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, card.points);
    this.#packed ??= this.#upload(gl, map, card);
    const ratio = map.getPixelRatio();
    const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
    // of the middle of the map, as its matrix measures it
    const away = (0.5 * map.getCanvas().clientHeight) / Math.tan(fov / 2);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    for (const [i, packed] of this.#packed.entries()) {
      if (packed.runs.length === 0) continue;
      const { from, to } = this.#sides[i]!;
      const left = Math.round(from * width);
      gl.enable(gl.SCISSOR_TEST);
      gl.scissor(left, 0, Math.max(0, Math.round(to * width) - left), height);
      for (const world of worldsInView(map, packed.west, packed.east)) {
        const matrix = shiftedTo(defaultProjectionData.mainMatrix, packed.origin[0] + world, packed.origin[1]);
        this.#start(gl, card.programs, matrix, packed, { away, halfView: [width / 2, height / 2] });
        for (const run of packed.runs) this.#paint(gl, card.programs, run, ratio);
      }
    }
    gl.disable(gl.SCISSOR_TEST);
  }

  #upload(gl: WebGL2RenderingContext, map: GlMap, card: Card): PackedStrokes[] {
    const packing = this.#packing;
    const { lng, lat } = map.getCenter();
    packing.clear();
    const packed = this.#sides.map(({ strokes }) => packing.add(strokes, this.#coats, [lng, lat]));
    // whatever the map uploaded before, numbers go up as they are
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    const rows = Math.ceil(packing.texelCount / ROW);
    if (rows > card.rows) {
      card.rows = 2 * rows;
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, ROW, card.rows, 0, gl.RGBA, gl.FLOAT, null);
    }
    if (rows > 0) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, ROW, rows, gl.RGBA, gl.FLOAT, packing.texels);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, card.corners);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, packing.corners, gl.STREAM_DRAW, 0, packing.cornerCount);
    return packed;
  }

  /** Sets what is the same for all coats of one side in one copy of the world. */
  #start(gl: WebGL2RenderingContext, programs: StrokesPrograms, matrix: Float32Array, side: PackedStrokes, view: View): void {
    const { fill, line } = programs;
    gl.useProgram(fill.program);
    gl.uniformMatrix4fv(fill.uniforms.matrix, false, matrix);
    gl.uniform1f(fill.uniforms.pixel, side.pixel);
    gl.uniform1f(fill.uniforms.phase, ((side.origin[0] + side.origin[1]) / side.pixel) % (HATCH.pace * Math.SQRT2));
    gl.uniform3fv(fill.uniforms.ground, this.#ground);
    gl.useProgram(line.program);
    gl.uniformMatrix4fv(line.uniforms.matrix, false, matrix);
    gl.uniform2f(line.uniforms.half_view, ...view.halfView);
    gl.uniform1f(line.uniforms.away, view.away);
  }

  #paint(gl: WebGL2RenderingContext, { fill, line }: StrokesPrograms, { coat, first, count }: StrokeRun, ratio: number): void {
    const isFill = coat.paint === 'fill' || coat.paint === 'hatch';
    const { program, uniforms } = isFill ? fill : line;
    gl.useProgram(program);
    gl.uniform4f(uniforms.tint, ...channels(coat.colour ?? '#000000'), coat.opacity);
    gl.uniform1i(uniforms.own, coat.colour === null ? 1 : 0);
    gl.uniform1i(uniforms.fades, coat.fades ? 1 : 0);
    if (isFill) {
      gl.uniform1i(fill.uniforms.hatched, coat.paint === 'hatch' ? 1 : 0);
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, first * 4);
    } else {
      gl.uniform1f(line.uniforms.half_width, (coat.width / 2) * ratio);
      gl.uniform1i(line.uniforms.dashed, coat.paint === 'dash' ? 1 : 0);
      gl.drawArrays(gl.TRIANGLES, first * 6, count * 6);
    }
  }
}
