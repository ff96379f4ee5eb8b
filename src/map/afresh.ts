import type { LabelFeature } from '../style/feature';

/**
 * Names that the map does not take for those of the picture before: it would leave each on the side where it stood, and the
 * picture would depend on the way to it. `turn` is another than the picture before had, 0 or more:
 * they end with one space of no width more than that.
 */
export function afresh(labels: readonly LabelFeature[], turn: number): LabelFeature[] {
  const end = '\u200B'.repeat(1 + turn);
  return labels.map((label) => ({ ...label, properties: { ...label.properties, text: label.properties.text + end } }));
}
