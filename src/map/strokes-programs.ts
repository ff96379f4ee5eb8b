import { DASH, HATCH } from '../style/strokes/strokes';
import { ROW } from '../style/strokes/strokes-packed';
import { programOf, type Program } from './program';

/** The programs that draw strokes. Vertices have no attributes: they read their point from a texture by their number. */

const shared = `#version 300 es
precision highp float;
precision highp int;
uniform highp sampler2D points;
uniform mat4 matrix;
uniform vec4 tint;
uniform bool own;
uniform bool fades;
vec4 texel(int i) { return texelFetch(points, ivec2(i % ${ROW}, i / ${ROW}), 0); }
vec4 paintOf(float look) {
  vec4 stroke = texel(int(look));
  return vec4(own ? stroke.rgb : tint.rgb, tint.a * (fades ? stroke.a : 1.0));
}
`;

const fillVertex = `${shared}
uniform float pixel;
uniform float phase;
flat out vec4 paint;
out float across;

void main() {
  vec4 point = texel(gl_VertexID);
  paint = paintOf(point.w);
  across = (point.x + point.y) / pixel + phase;
  gl_Position = matrix * vec4(point.xy, 0, 1);
}`;

const fillFragment = `#version 300 es
precision highp float;
uniform bool hatched;
uniform vec3 ground;
flat in vec4 paint;
in float across;
out vec4 colour;

void main() {
  vec4 full = paint;
  // strokes lie where x + y is a multiple of their pace, so that they stay on the ground as the map moves
  float pace = ${(HATCH.pace * Math.SQRT2).toFixed(6)};
  float away = abs(fract(across / pace + 0.5) - 0.5) * pace;
  float size = max(length(vec2(dFdx(across), dFdy(across))), 1e-6);
  if (hatched) {
    float share = clamp((${(HATCH.width / 2).toFixed(6)} * ${Math.SQRT2.toFixed(6)} - away) / size + 0.5, 0.0, 1.0);
    float alpha = mix(${HATCH.ground.toFixed(6)}, 1.0, share);
    full = vec4(mix(ground * ${HATCH.ground.toFixed(6)}, paint.rgb, share) / alpha, alpha * paint.a);
  }
  colour = vec4(full.rgb * full.a, full.a);
}`;

// a piece of a line is a capsule, cut off at its neighbours where the line bends, so that nothing is painted twice; pixels of the screen
const lineVertex = `${shared}
uniform vec2 half_view;
uniform float half_width;
uniform float away;
flat out vec4 paint;
flat out float half_line;
flat out vec4 ends;
flat out vec4 cuts;
flat out vec2 marks;
const vec2 corners[6] = vec2[](vec2(0, -1), vec2(1, -1), vec2(0, 1), vec2(0, 1), vec2(1, -1), vec2(1, 1));
const float NEAR = 1e-6;

/** Where a point of clip space is, in device pixels from the middle. */
vec2 onScreen(vec4 point) { return point.xy / point.w * half_view; }

/** Across which line a piece that runs along a way ends, where the line goes on along another; nothing where it turns back. */
vec2 cutOf(vec2 before, vec2 after) {
  vec2 sum = before + after;
  float sharpness = length(sum);
  return sharpness > 0.1 ? sum / sharpness : vec2(0);
}

void main() {
  int i = gl_VertexID / 6;
  vec4 start = texel(i);
  gl_Position = vec4(2, 2, 0, 1);
  paint = ends = cuts = vec4(0);
  marks = vec2(0);
  half_line = 0.0;
  if (start.w < 0.0) return;
  vec4 end = texel(i + 1);
  vec4 a = matrix * vec4(start.xy, 0, 1);
  vec4 b = matrix * vec4(end.xy, 0, 1);
  if (a.w < NEAR && b.w < NEAR) return;
  // what lies behind the camera is cut off
  bool wholeA = a.w >= NEAR;
  bool wholeB = b.w >= NEAR;
  if (!wholeA) a = mix(a, b, (NEAR - a.w) / (b.w - a.w));
  if (!wholeB) b = mix(b, a, (NEAR - b.w) / (a.w - b.w));
  vec2 from = onScreen(a);
  vec2 to = onScreen(b);
  float size = distance(from, to);
  if (size < 1e-4) return;
  vec2 along = (to - from) / size;
  vec4 before = matrix * vec4(texel(i - 1).xy, 0, 1);
  vec4 after = matrix * vec4(texel(i + 2).xy, 0, 1);
  vec2 cutA = vec2(0);
  vec2 cutB = vec2(0);
  if (wholeA && before.w >= NEAR) {
    vec2 way = from - onScreen(before);
    if (length(way) > 1e-4) cutA = cutOf(normalize(way), along);
  }
  if (wholeB && after.w >= NEAR) {
    vec2 way = onScreen(after) - to;
    if (length(way) > 1e-4) cutB = cutOf(along, normalize(way));
  }
  vec2 corner = corners[gl_VertexID % 6];
  // farther away than the middle of a tilted map, lines are thinner, as all else is smaller
  half_line = half_width * min(1.0, away / (0.5 * (a.w + b.w)));
  float room = half_line + 1.0;
  // a gentle bend needs little of the cap
  vec2 cut = corner.x < 0.5 ? cutA : cutB;
  float cap = cut == vec2(0) ? room : room * sqrt(max(0.0, 1.0 - dot(cut, along) * dot(cut, along))) + 1.0;
  vec2 at = (corner.x < 0.5 ? from - along * cap : to + along * cap) + vec2(-along.y, along.x) * corner.y * room;
  ends = vec4(from, to);
  cuts = vec4(cutA, cutB);
  marks = vec2(start.z, end.z);
  paint = paintOf(start.w);
  gl_Position = vec4(at / half_view, 0, 1);
}`;

const lineFragment = `#version 300 es
precision highp float;
uniform vec2 half_view;
uniform bool dashed;
flat in vec4 paint;
flat in float half_line;
flat in vec4 ends;
flat in vec4 cuts;
flat in vec2 marks;
out vec4 colour;

void main() {
  // worked out for the very pixel: what is handed on from corners is only as exact as the card places these
  vec2 from = gl_FragCoord.xy - half_view - ends.xy;
  vec2 to = gl_FragCoord.xy - half_view - ends.zw;
  if (dot(from, cuts.xy) < 0.0 || dot(to, cuts.zw) > 0.0) discard;
  float size = distance(ends.xy, ends.zw);
  vec2 along = (ends.zw - ends.xy) / size;
  vec2 local = vec2(dot(from, along), dot(from, vec2(-along.y, along.x)));
  float away = length(vec2(local.x - clamp(local.x, 0.0, size), local.y));
  float share = clamp(half_line - away + 0.5, 0.0, 1.0);
  if (dashed) {
    // how many of the screen's pixels one of the stroke's is, along this piece
    float stretch = size / max(marks.y - marks.x, 1e-6);
    float along = mod(marks.x + local.x / stretch, ${(DASH[0] + DASH[1]).toFixed(6)});
    float inside = ${(DASH[0] / 2).toFixed(6)} - abs(along - ${(DASH[0] / 2).toFixed(6)});
    float next = along - ${(DASH[0] + DASH[1]).toFixed(6)};
    share *= clamp(max(inside, next) * stretch + 0.5, 0.0, 1.0);
  }
  float alpha = paint.a * share;
  if (alpha <= 0.0) discard;
  colour = vec4(paint.rgb * alpha, alpha);
}`;

const sharedNames = ['points', 'matrix', 'tint', 'own', 'fades'] as const;
const fillNames = [...sharedNames, 'pixel', 'phase', 'hatched', 'ground'] as const;
const lineNames = [...sharedNames, 'half_view', 'half_width', 'away', 'dashed'] as const;

export interface StrokesPrograms {
  readonly fill: Program<(typeof fillNames)[number]>;
  readonly line: Program<(typeof lineNames)[number]>;
}

export function strokesPrograms(gl: WebGL2RenderingContext): StrokesPrograms {
  return {
    fill: programOf(gl, 'the strokes', fillVertex, fillFragment, fillNames),
    line: programOf(gl, 'the strokes', lineVertex, lineFragment, lineNames),
  };
}
