import { RECORD } from '../style/records/records';
import type { Atlas } from './atlas';

/** Texels in a row, which every graphics card has: of records, of places and of drawings one each. */
export const ROW_BITS = 11;
export const ROW = 2 ** ROW_BITS;
/** Records and the points of their places, which stay the same as long as the records do. */
export interface RecordArrays {
  readonly data: Int32Array;
  readonly points: Float32Array;
}

/** What marks are drawn from, on the graphics card. */
export interface RecordTextures {
  readonly records: WebGLTexture;
  readonly points: WebGLTexture;
}
export interface AtlasTextures {
  readonly atlas: WebGLTexture;
  readonly places: WebGLTexture;
}

/** How numbers are laid out in a texture: how many of which type a texel holds. */
interface Layout {
  readonly each: number;
  readonly inside: 'RGBA32I' | 'RG32F' | 'RGBA32F';
  readonly format: 'RGBA_INTEGER' | 'RG' | 'RGBA';
  readonly type: 'INT' | 'FLOAT';
}
const layouts: Readonly<Record<'record' | 'point' | 'place', Layout>> = {
  record: { each: RECORD, inside: 'RGBA32I', format: 'RGBA_INTEGER', type: 'INT' },
  point: { each: 2, inside: 'RG32F', format: 'RG', type: 'FLOAT' },
  place: { each: 4, inside: 'RGBA32F', format: 'RGBA', type: 'FLOAT' },
};

/** Rows of records that are uploaded at once: 4 MB, a few milliseconds' work. */
const ROWS = 128;

/** Textures by what they were made of: each is uploaded when first asked for, unless it was before, and goes when it is no longer kept. */
export class MarkTextures {
  readonly #gl: WebGL2RenderingContext;
  readonly #records = new Map<Int32Array, RecordTextures>();
  readonly #loading = new Map<Int32Array, Promise<void>>();
  readonly #atlases = new Map<Atlas, AtlasTextures>();

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
  }

  /** Whether records need no more than a moment to be uploaded, or are. */
  isNear(data: Int32Array): boolean {
    return data.length <= ROWS * ROW * RECORD || this.#records.has(data);
  }

  /**
   * Uploads records a part at a time, between which the page does something else. Resolves when all of them are there, or given up.
   * May be called at any time: it leaves the state of the graphics as it was.
   */
  load(arrays: RecordArrays, isWanted: () => boolean): Promise<void> {
    const loading = this.#loading.get(arrays.data) ?? this.#load(arrays, isWanted).finally(() => this.#loading.delete(arrays.data));
    this.#loading.set(arrays.data, loading);
    return loading;
  }

  async #load({ data, points }: RecordArrays, isWanted: () => boolean): Promise<void> {
    if (this.isNear(data)) return;
    const gl = this.#gl;
    let records: WebGLTexture | null = null;
    for (let row = 0; row * ROW * RECORD < data.length; row += ROWS) {
      await new Promise((resolve) => setTimeout(resolve));
      if (this.#records.has(data) || !isWanted()) return gl.deleteTexture(records);
      undisturbed(gl, () => {
        records ??= room(gl, data, layouts.record);
        gl.bindTexture(gl.TEXTURE_2D, records);
        fill(gl, data, layouts.record, row, row + ROWS);
      });
    }
    if (records) undisturbed(gl, () => this.#records.set(data, { records: records!, points: numbers(gl, points, layouts.point) }));
  }

  records({ data, points }: RecordArrays): RecordTextures {
    let textures = this.#records.get(data);
    if (!textures) {
      textures = { records: numbers(this.#gl, data, layouts.record), points: numbers(this.#gl, points, layouts.point) };
      this.#records.set(data, textures);
    }
    return textures;
  }

  atlas(atlas: Atlas): AtlasTextures {
    let textures = this.#atlases.get(atlas);
    if (!textures)
      this.#atlases.set(
        atlas,
        (textures = { atlas: picture(this.#gl, atlas.canvas), places: numbers(this.#gl, atlas.places, layouts.place) }),
      );
    return textures;
  }

  /** Gives up the rest. */
  keep(records: ReadonlySet<Int32Array>, atlases: ReadonlySet<Atlas>): void {
    for (const [data, textures] of this.#records) {
      if (records.has(data)) continue;
      this.#gl.deleteTexture(textures.records);
      this.#gl.deleteTexture(textures.points);
      this.#records.delete(data);
    }
    for (const [atlas, textures] of this.#atlases) {
      if (atlases.has(atlas)) continue;
      this.#gl.deleteTexture(textures.atlas);
      this.#gl.deleteTexture(textures.places);
      this.#atlases.delete(atlas);
    }
  }
}

function numbers(gl: WebGL2RenderingContext, data: Int32Array | Float32Array, layout: Layout): WebGLTexture {
  const texture = room(gl, data, layout);
  fill(gl, data, layout, 0, Infinity);
  return texture;
}

/** A texture with room for such numbers, bound. */
function room(gl: WebGL2RenderingContext, { length }: Int32Array | Float32Array, { each, inside }: Layout): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl[inside], ROW, Math.max(1, Math.ceil(length / each / ROW)));
  return texture;
}

/** Uploads the rows from one up to, and without, another into the texture that is bound. */
function fill(gl: WebGL2RenderingContext, data: Int32Array | Float32Array, layout: Layout, from: number, to: number): void {
  const { each, format, type } = layout;
  const texels = data.length / each;
  const whole = Math.floor(texels / ROW);
  const rest = texels - whole * ROW;
  const rows = Math.min(to, whole) - from;
  if (rows > 0) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, from, ROW, rows, gl[format], gl[type], data, from * ROW * each);
  if (rest > 0 && whole < to) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, whole, rest, 1, gl[format], gl[type], data, whole * ROW * each);
}

/** Uploads outside of a frame: the map takes it that nobody changes what it has set. */
function undisturbed(gl: WebGL2RenderingContext, upload: () => void): void {
  const texture = gl.getParameter(gl.TEXTURE_BINDING_2D) as WebGLTexture | null;
  const settings = [gl.UNPACK_FLIP_Y_WEBGL, gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL] as const;
  const before = settings.map((setting) => gl.getParameter(setting) as boolean);
  for (const setting of settings) gl.pixelStorei(setting, false);
  upload();
  settings.forEach((setting, i) => gl.pixelStorei(setting, before[i]!));
  gl.bindTexture(gl.TEXTURE_2D, texture);
}

function picture(gl: WebGL2RenderingContext, canvas: HTMLCanvasElement): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  return texture;
}
