import { fadeOf } from '../style/scale';
import { bits } from '../style/records/records';
import { SLOTS, slotOffset } from '../style/records/slots';
import { ROW } from './mark-textures';
import { programOf, type Program } from './program';

/** The program that draws marks: each four vertices without attributes, which read their record by their number. */

const vertex = `#version 300 es
precision highp float;
precision highp int;
uniform highp isampler2D records;
uniform highp sampler2D points;
uniform highp sampler2D places;
uniform sampler2D atlas;
uniform mat4 matrix;
uniform vec2 pixel;
uniform int base;
uniform int time;
uniform int level;
uniform float scale;
uniform vec2 slots[${SLOTS}];
uniform float fades[4];
out vec2 at;
out float opacity;

void main() {
  int record = base + gl_VertexID / 4;
  ivec4 dated = texelFetch(records, ivec2(record % ${ROW}, record / ${ROW}), 0);
  // four times the same point beyond the edge: nothing is drawn
  gl_Position = vec4(2, 2, 0, 1);
  at = vec2(0);
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
  vec2 point = texelFetch(points, ivec2(own % ${ROW}, own / ${ROW}), 0).xy;
  vec4 place = texelFetch(places, ivec2(style % ${ROW}, style / ${ROW}), 0);
  vec2 corner = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1);
  vec2 offset = (corner - 0.5) * place.w;
  if (slot >= 0) offset += slots[min(slot, ${SLOTS - 1})];
  vec4 middle = matrix * vec4(point, 0, 1);
  gl_Position = middle + vec4(offset * scale * pixel * middle.w, 0, 0);
  at = (place.xy + corner * place.z) / vec2(textureSize(atlas, 0));
  opacity = fading ? fades[min((past + 720) / 1440, 3)] : 1.0;
}`;

const fragment = `#version 300 es
precision mediump float;
uniform sampler2D atlas;
in vec2 at;
in float opacity;
out vec4 colour;

void main() {
  colour = texture(atlas, at) * opacity;
}`;

const names = ['records', 'points', 'places', 'atlas', 'matrix', 'pixel', 'base', 'time', 'level', 'scale', 'slots', 'fades'] as const;

/** Marks that are drawn with one call: as many as sixteen bits number the corners of, but for the last number, which means none. */
export const BATCH = 2 ** 14 - 1;

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
