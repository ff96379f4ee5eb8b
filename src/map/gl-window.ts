/**
 * A window onto a drawing that is larger than the canvas: whoever draws believes in the whole, and what falls into the window is drawn. Nothing is
 * laid out for the window alone, so that pieces join without a seam. It is a last step of every vertex shader, whose numbers are vertex attributes
 * without an array, and a shift of what fragment shaders read as their place.
 */
export interface GlWindow {
  /** Moves the window, in pixels of the whole from its lower left corner: what is drawn from now on is drawn there. */
  to(x: number, y: number): void;
}

type Four = [number, number, number, number];

const ADDED_TO_VERTEX = 'in vec4 window_scale;\nin vec2 window_from;\nflat out highp vec2 window_origin;\n';
const LAST_STEP = `
void main() {
  drawn_whole();
  gl_Position.xy = gl_Position.xy * window_scale.xy + window_scale.zw * gl_Position.w;
  window_origin = window_from;
}`;

/** The last two of the sixteen that every card has; no program here has so many of its own. */
const [SCALE, FROM] = [14, 15];

/** A shader of GLSL ES 3.00 that draws through the window; a fragment shader that does not ask where it is stays as it is. */
export function throughWindow(source: string, isVertex: boolean): string {
  const afterVersion = (added: string, text: string) => text.replace(/^(#version[^\n]*\n)?/, (version) => version + added);
  if (isVertex) return afterVersion(ADDED_TO_VERTEX, source.replace(/\bvoid\s+main\s*\(\s*(void)?\s*\)/, 'void drawn_whole()') + LAST_STEP);
  if (!/\bgl_FragCoord\b/.test(source)) return source;
  const placed = source.replace(/\bgl_FragCoord\b/g, '(gl_FragCoord + vec4(window_origin, 0, 0))');
  return afterVersion('flat in highp vec2 window_origin;\n', placed);
}

/**
 * The scale of both axes, then the shift, from clip space under the viewport `asked` of the whole to clip space under the viewport `real` of
 * a window whose lower left corner lies at a pixel of the whole.
 */
export function windowScale(asked: Readonly<Four>, real: Readonly<Four>, [left, bottom]: readonly [number, number]): Four {
  const [x, y, width, height] = asked;
  const shift = (from: number, size: number, corner: number, realFrom: number, realSize: number) =>
    (2 * (from + size / 2 - corner - realFrom)) / realSize - 1;
  return [width / real[2], height / real[3], shift(x, width, left, real[0], real[2]), shift(y, height, bottom, real[1], real[3])];
}

/** Has all that a context draws onto its canvas of `size` pixels seen through a window of a whole of `whole` pixels. Before its first shader is compiled. */
export function glWindow(gl: WebGL2RenderingContext, whole: readonly [number, number], size: readonly [number, number]): GlWindow {
  const own = {
    shaderSource: gl.shaderSource.bind(gl),
    linkProgram: gl.linkProgram.bind(gl),
    viewport: gl.viewport.bind(gl),
    scissor: gl.scissor.bind(gl),
    bindFramebuffer: gl.bindFramebuffer.bind(gl),
  };
  let corner: readonly [number, number] = [0, 0];
  let asked: Four = [0, 0, ...whole] as Four;
  let cut: Four = [0, 0, ...whole] as Four;
  let isCanvas = true;

  function apply(): void {
    if (!isCanvas) {
      gl.vertexAttrib4f(SCALE, 1, 1, 0, 0);
      gl.vertexAttrib2f(FROM, 0, 0);
      own.viewport(...asked);
      own.scissor(...cut);
      return;
    }
    // what lies beyond the whole on purpose, such as the middle of a mark, may lie as far beyond the window
    const [beyondX, beyondY] = [Math.max(0, -asked[0]), Math.max(0, -asked[1])];
    const real: Four = [-beyondX, -beyondY, size[0] + 2 * beyondX, size[1] + 2 * beyondY];
    gl.vertexAttrib4f(SCALE, ...windowScale(asked, real, corner));
    gl.vertexAttrib2f(FROM, ...corner);
    own.viewport(...real);
    own.scissor(cut[0] - corner[0], cut[1] - corner[1], cut[2], cut[3]);
  }

  Object.defineProperties(gl, { drawingBufferWidth: { value: whole[0] }, drawingBufferHeight: { value: whole[1] } });
  Object.assign(gl, {
    shaderSource: (shader: WebGLShader, source: string) =>
      own.shaderSource(shader, throughWindow(source, gl.getShaderParameter(shader, gl.SHADER_TYPE) === gl.VERTEX_SHADER)),
    linkProgram(program: WebGLProgram) {
      gl.bindAttribLocation(program, SCALE, 'window_scale');
      gl.bindAttribLocation(program, FROM, 'window_from');
      own.linkProgram(program);
    },
    viewport(...box: Four) {
      asked = box;
      apply();
    },
    scissor(...box: Four) {
      cut = box;
      apply();
    },
    bindFramebuffer(target: number, buffer: WebGLFramebuffer | null) {
      own.bindFramebuffer(target, buffer);
      if (target === gl.READ_FRAMEBUFFER) return;
      isCanvas = buffer === null;
      apply();
    },
  });
  apply();
  return {
    to(x, y) {
      corner = [x, y];
      apply();
    },
  };
}
