/** The part of gifenc that is used; it brings no types of its own. */
declare module 'gifenc' {
  /** At most `colours` colours, each [red, green, blue], for pixels of four bytes. */
  export function quantize(pixels: Uint8ClampedArray, colours: number): number[][];
  /** Each pixel's colour by its index. */
  export function applyPalette(pixels: Uint8ClampedArray, palette: number[][]): Uint8Array;
  export function GIFEncoder(): {
    /** `delay` is in milliseconds; `repeat` 0 is for ever. */
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { readonly palette: number[][]; readonly delay: number; readonly repeat: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
    reset(): void;
  };
}
