import { fadeOf } from '../style/scale';
import { bits } from '../style/records/records';
import { SLOTS, slotOffset } from '../style/records/slots';
import { ROW, ROW_BITS } from './mark-textures';
import { programOf, type Program } from './program';

/**
 * The program that draws marks from vertices without attributes, which read their record by their number: one a mark, a point as large as
 * the mark, which costs least; or, where the card has no points so large, four.
 */

const vertex = `#version 300 es
precision highp float;
precision highp int;
uniform highp isampler2D records;
uniform highp sampler2D points;
uniform highp sampler2D places;
uniform sampler2D atlas;
uniform mat4 matrix;
uniform vec2 pixel;
uniform vec2 within;
uniform vec2 canvas;
uniform int base;
uniform int split;
uniform int time;
uniform int level;
uniform float size;
uniform vec2 slots[${SLOTS}];
uniform float fades[4];
flat out vec4 cell;
flat out float opacity;

void main() {
  int record = base + (gl_VertexID >> split);
  ivec4 dated = texelFetch(records, ivec2(record & ${ROW - 1}, record >> ${ROW_BITS}), 0);
  // beyond the edge, each at the same place: nothing is drawn
  gl_Position = vec4(2, 2, 0, 1);
  gl_PointSize = 1.0;
  cell = vec4(0);
  opacity = 0.0;
  if (time < dated.x || time >= dated.y) return;
  uint placed = uint(dated.z);
  uint drawn = uint(dated.w);
  int slot = int(placed & ${2 ** bits.slot - 1}u) - 1;
  int fade = int(drawn & ${2 ** bits.fading - 1}u);
  int past = time - dated.y + fade;
  bool fading = fade > 0 && past >= 0;
  if (int(placed >> ${bits.slot} & ${2 ** bits.minZoom - 1}u) > level && (slot < 0 || fading)) return;
  int own = int(placed >> ${bits.slot + bits.minZoom});
  int style = int(drawn >> ${bits.fading});
  vec2 point = texelFetch(points, ivec2(own & ${ROW - 1}, own >> ${ROW_BITS}), 0).xy;
  vec4 place = texelFetch(places, ivec2(style & ${ROW - 1}, style >> ${ROW_BITS}), 0);
  vec4 middle = matrix * vec4(point, 0, 1);
  // behind the camera
  if (middle.w <= 0.0) return;
  middle.xy = middle.xy / middle.w;
  if (slot >= 0) middle.xy += slots[min(slot, ${SLOTS - 1})] * pixel;
  vec2 corner = split > 0 ? vec2(gl_VertexID & 1, gl_VertexID >> 1 & 1) - 0.5 : vec2(0);
  gl_Position = vec4((middle.xy + corner * place.w * pixel) * within * middle.w, middle.zw);
  gl_PointSize = place.w * size;
  // from pixels of the canvas to the drawing's place in the atlas
  cell.zw = vec2(1, -1) * place.z / (place.w * size * vec2(textureSize(atlas, 0)));
  cell.xy = (place.xy + 0.5 * place.z) / vec2(textureSize(atlas, 0)) - (middle.xy + 1.0) * 0.5 * canvas * cell.zw;
  opacity = fading ? fades[min((past + 720) / 1440, 3)] : 1.0;
}`;

const fragment = `#version 300 es
precision mediump float;
uniform sampler2D atlas;
flat in highp vec4 cell;
flat in float opacity;
out vec4 colour;

void main() {
  colour = texture(atlas, gl_FragCoord.xy * cell.zw + cell.xy) * opacity;
}`;

const names = [
  'records',
  'points',
  'places',
  'atlas',
  'matrix',
  'pixel',
  'within',
  'canvas',
  'base',
  'split',
  'time',
  'level',
  'size',
  'slots',
  'fades',
] as const;

/** Marks that are drawn with one call: as many as sixteen bits number the corners of, but for the last number, which means none. */
const BATCH = 2 ** 14 - 1;

/** The two triangles of each mark of a batch, as numbers of corners. */
export function batchCorners(): Uint16Array {
  const corners = new Uint16Array(BATCH * 6);
  for (let mark = 0; mark < BATCH; mark++)
    for (const [i, corner] of [0, 1, 2, 2, 1, 3].entries()) corners[mark * 6 + i] = mark * 4 + corner;
  return corners;
}

export type MarkProgram = Program<(typeof names)[number]>;

/** Compiles the program and sets what never changes. Throws with the card's own words where it cannot. */
export function markProgram(gl: WebGL2RenderingContext): MarkProgram {
  const made = programOf(gl, 'the marks', vertex, fragment, names);
  const { program, uniforms } = made;
  gl.useProgram(program);
  gl.uniform1i(uniforms.records, 0);
  gl.uniform1i(uniforms.points, 1);
  gl.uniform1i(uniforms.places, 2);
  gl.uniform1i(uniforms.atlas, 3);
  gl.uniform2fv(uniforms.slots, Array.from({ length: SLOTS }, (_, slot) => slotOffset(slot)).flat());
  gl.uniform1fv(uniforms.fades, [0, 1, 2, 3].map(fadeOf));
  return made;
}

/** Draws records from one up to, and without, another: as points, or with the corners of a batch bound. */
export function drawMarks(
  gl: WebGL2RenderingContext,
  base: WebGLUniformLocation | null,
  inPoints: boolean,
  first: number,
  end: number,
): void {
  if (inPoints) {
    gl.uniform1i(base, first);
    return gl.drawArrays(gl.POINTS, 0, end - first);
  }
  for (let from = first; from < end; from += BATCH) {
    gl.uniform1i(base, from);
    gl.drawElements(gl.TRIANGLES, Math.min(BATCH, end - from) * 6, gl.UNSIGNED_SHORT, 0);
  }
}
