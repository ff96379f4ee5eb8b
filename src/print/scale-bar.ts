/** A length in metres that reads well (1, 2 or 5 of a power of ten) and how long it is drawn. */
export interface ScaleBar {
  readonly metres: number;
  readonly lengthMm: number;
}

/**
 * The longest such bar that is no longer than `maximumMm`, where one millimetre of the sheet is `metresPerMm` on the
 * ground. Web Mercator stretches with latitude: the scale is that of the map's centre. Null where the scale is no positive number.
 */
export function scaleBar(metresPerMm: number, maximumMm: number): ScaleBar | null {
  const longest = metresPerMm * maximumMm;
  if (!(longest > 0) || !Number.isFinite(longest)) return null;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = power * ([5, 2].find((step) => step * power <= longest) ?? 1);
  return { metres, lengthMm: metres / metresPerMm };
}
