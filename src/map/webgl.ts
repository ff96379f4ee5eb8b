/** Thrown where the browser offers no WebGL 2, which the map needs; everything else of the page works without it. */
export class NoWebGL extends Error {
  constructor() {
    super('This browser offers no WebGL 2.');
    this.name = 'NoWebGL';
  }
}

/** The largest side of a picture that the graphics card draws, in pixels. Throws `NoWebGL`. */
export function largestSide(): number {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) throw new NoWebGL();
  const [width = 0, height = 0] = context.getParameter(context.MAX_VIEWPORT_DIMS) as Int32Array;
  const side = Math.min(width, height, context.getParameter(context.MAX_RENDERBUFFER_SIZE) as number);
  // a page has few contexts, and the map must not lose its own to this one
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return side;
}
