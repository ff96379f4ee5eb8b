import { fadeOf } from '../style/scale';
import { SLOTS, slotOffset } from '../style/records/slots';
import { ROW } from './mark-textures';
import { programOf, type Program } from './program';

/** The program that draws marks: each four vertices without attributes, which read their record by their number. */

const vertex = `#version 300 es
precision highp float;
precision highp int;
uniform highp sampler2D records;
uniform highp sampler2D places;
uniform sampler2D atlas;
uniform mat4 matrix;
uniform vec2 pixel;
uniform int base;
uniform float time;
uniform float level;
uniform float scale;
uniform vec2 slots[${SLOTS}];
uniform float fades[4];
out vec2 at;
out float opacity;

void main() {
  int record = base + gl_VertexID / 4;
  ivec2 texel = ivec2((record % ${ROW}) * 2, record / ${ROW});
  vec4 dated = texelFetch(records, texel, 0);
  // four times the same point beyond the edge: nothing is drawn
  gl_Position = vec4(2, 2, 0, 1);
  at = vec2(0);
  opacity = 0.0;
  if (time < dated.z || time >= dated.w) return;
  vec4 drawn = texelFetch(records, texel + ivec2(1, 0), 0);
  int slot = int(drawn.z);
  bool fading = time >= drawn.w;
  if (drawn.y > level && (slot < 0 || fading)) return;
  vec4 place = texelFetch(places, ivec2(int(drawn.x) % ${ROW}, int(drawn.x) / ${ROW}), 0);
  vec2 corner = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1);
  vec2 offset = (corner - 0.5) * place.w;
  if (slot >= 0) offset += slots[min(slot, ${SLOTS - 1})];
  vec4 middle = matrix * vec4(dated.xy, 0, 1);
  gl_Position = middle + vec4(offset * scale * pixel * middle.w, 0, 0);
  at = (place.xy + corner * place.z) / vec2(textureSize(atlas, 0));
  opacity = fading ? fades[int(clamp(floor((time - drawn.w) / 1440.0 + 0.5), 0.0, 3.0))] : 1.0;
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

const names = ['records', 'places', 'atlas', 'matrix', 'pixel', 'base', 'time', 'level', 'scale', 'slots', 'fades'] as const;

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
  gl.uniform1i(uniforms.places, 1);
  gl.uniform1i(uniforms.atlas, 2);
  gl.uniform2fv(uniforms.slots, Array.from({ length: SLOTS }, (_, slot) => slotOffset(slot)).flat());
  gl.uniform1fv(uniforms.fades, [0, 1, 2, 3].map(fadeOf));
  return made;
}
