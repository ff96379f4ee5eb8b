import type { LabelFeature } from '../style/feature';

/**
 * Names that the map does not take for those of the picture before: it would leave each on the side where it stood, and the
 * picture would depend on the way to it. `odd` is another for each picture: they end with one space of no width, or with two.
 */
export function afresh(labels: readonly LabelFeature[], odd: boolean): LabelFeature[] {
  const end = odd ? '\u200B' : '\u200B\u200B';
  return labels.map((label) => ({ ...label, properties: { ...label.properties, text: label.properties.text + end } }));
}
