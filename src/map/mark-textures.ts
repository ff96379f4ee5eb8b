import { RECORD } from '../style/records';
import type { Atlas } from './atlas';

/** Records in a row of their texture: two texels each, in the 2048 that every graphics card has. */
export const ROW = 1024;
/** What marks are drawn from, on the graphics card. */
export interface AtlasTextures {
  readonly atlas: WebGLTexture;
  readonly places: WebGLTexture;
}

/** Textures by what they were made of: each is uploaded when first asked for, and goes when it is no longer kept. */
export class MarkTextures {
  readonly #gl: WebGL2RenderingContext;
  readonly #records = new Map<Float32Array, WebGLTexture>();
  readonly #atlases = new Map<Atlas, AtlasTextures>();

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
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
  const texels = data.length / 4;
  const rows = Math.floor(texels / width);
  const rest = texels - rows * width;
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, width, Math.max(1, rows + (rest > 0 ? 1 : 0)));
  if (rows > 0) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, rows, gl.RGBA, gl.FLOAT, data);
  if (rest > 0) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, rows, rest, 1, gl.RGBA, gl.FLOAT, data, rows * width * 4);
  return texture;
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
