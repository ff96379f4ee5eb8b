import type { LabelFeature } from '../style/feature';

/**
 * Names that the map does not take for those of the picture before: it would leave each on the side where it stood, and the
 * picture would depend on the way to it. `odd` is another for each picture; then they end with a space of no width.
 */
export function afresh(labels: readonly LabelFeature[], odd: boolean): LabelFeature[] {
  return labels.map((label) => (odd ? { ...label, properties: { ...label.properties, text: `${label.properties.text}\u200B` } } : label));
}
