import { RECORD } from '../style/records/records';
import type { Atlas } from './atlas';

/** Records in a row of their texture: two texels each, in the 2048 that every graphics card has. */
export const ROW = 1024;
/** What marks are drawn from, on the graphics card. */
export interface AtlasTextures {
  readonly atlas: WebGLTexture;
  readonly places: WebGLTexture;
}

/** Rows of records that are uploaded at once: 4 MB, a few milliseconds' work. */
const ROWS = 128;

/** Textures by what they were made of: each is uploaded when first asked for, unless it was before, and goes when it is no longer kept. */
export class MarkTextures {
  readonly #gl: WebGL2RenderingContext;
  readonly #records = new Map<Float32Array, WebGLTexture>();
  readonly #loading = new Map<Float32Array, Promise<void>>();
  readonly #atlases = new Map<Atlas, AtlasTextures>();

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
  }

  /** Whether records need no more than a moment to be uploaded, or are. */
  isNear(data: Float32Array): boolean {
    return data.length <= ROWS * ROW * RECORD || this.#records.has(data);
  }

  /**
   * Uploads records a part at a time, between which the page does something else. Resolves when all of them are there, or given up.
   * May be called at any time: it leaves the state of the graphics as it was.
   */
  load(data: Float32Array, isWanted: () => boolean): Promise<void> {
    const loading = this.#loading.get(data) ?? this.#load(data, isWanted).finally(() => this.#loading.delete(data));
    this.#loading.set(data, loading);
    return loading;
  }

  async #load(data: Float32Array, isWanted: () => boolean): Promise<void> {
    if (this.isNear(data)) return;
    const gl = this.#gl;
    const width = ROW * (RECORD / 4);
    let texture: WebGLTexture | null = null;
    for (let row = 0; row * width * 4 < data.length; row += ROWS) {
      await new Promise((resolve) => setTimeout(resolve));
      if (this.#records.has(data) || !isWanted()) return gl.deleteTexture(texture);
      undisturbed(gl, () => {
        texture ??= emptyFloats(gl, data, width);
        gl.bindTexture(gl.TEXTURE_2D, texture);
        fill(gl, data, width, row, row + ROWS);
      });
    }
    if (texture) this.#records.set(data, texture);
  }

  /** Two texels a record. */
  records(data: Float32Array): WebGLTexture {
    let texture = this.#records.get(data);
    if (!texture) this.#records.set(data, (texture = floats(this.#gl, data, ROW * (RECORD / 4))));
    return texture;
  }

  atlas(atlas: Atlas): AtlasTextures {
    let textures = this.#atlases.get(atlas);
    if (!textures)
      this.#atlases.set(atlas, (textures = { atlas: picture(this.#gl, atlas.canvas), places: floats(this.#gl, atlas.places, ROW) }));
    return textures;
  }

  /** Gives up the rest. */
  keep(records: ReadonlySet<Float32Array>, atlases: ReadonlySet<Atlas>): void {
    for (const [data, texture] of this.#records) {
      if (records.has(data)) continue;
      this.#gl.deleteTexture(texture);
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

/** Numbers as texels of four, `width` in a row. */
function floats(gl: WebGL2RenderingContext, data: Float32Array, width: number): WebGLTexture {
  const texture = emptyFloats(gl, data, width);
  fill(gl, data, width, 0, Infinity);
  return texture;
}

/** A texture with room for such numbers, bound. */
function emptyFloats(gl: WebGL2RenderingContext, data: Float32Array, width: number): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, width, Math.max(1, Math.ceil(data.length / 4 / width)));
  return texture;
}

/** Uploads the rows from one up to, and without, another into the texture that is bound. */
function fill(gl: WebGL2RenderingContext, data: Float32Array, width: number, from: number, to: number): void {
  const texels = data.length / 4;
  const whole = Math.floor(texels / width);
  const rest = texels - whole * width;
  const rows = Math.min(to, whole) - from;
  if (rows > 0) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, from, width, rows, gl.RGBA, gl.FLOAT, data, from * width * 4);
  if (rest > 0 && whole < to) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, whole, rest, 1, gl.RGBA, gl.FLOAT, data, whole * width * 4);
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
