/** A program of the graphics card, and where its uniforms are. */
export interface Program<Name extends string> {
  readonly program: WebGLProgram;
  readonly uniforms: Readonly<Record<Name, WebGLUniformLocation | null>>;
}

/** Compiles and links a program; `what` names it where that fails, which throws with the card's own words. */
export function programOf<Name extends string>(
  gl: WebGL2RenderingContext,
  what: string,
  vertex: string,
  fragment: string,
  names: readonly Name[],
): Program<Name> {
  const program = gl.createProgram();
  const words: string[] = [];
  for (const [kind, text] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) continue;
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    words.push(gl.getShaderInfoLog(shader) ?? '');
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  // a lost context links nothing, and comes back
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`The program of ${what} cannot be linked: ${[...words, gl.getProgramInfoLog(program)].join(' ')}`);
  const uniforms = Object.fromEntries(names.map((name) => [name, gl.getUniformLocation(program, name)]));
  return { program, uniforms: uniforms as Program<Name>['uniforms'] };
}
