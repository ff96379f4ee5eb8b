import type { LabelFeature } from '../style/feature';

/**
 * Names that the map does not take for those of the picture before: it would leave each on the side where it stood, and the
 * picture would depend on the way to it. `turn` counts the pictures: they end with one to five spaces of no width, since of several that follow
 * upon one another at once the map may see only the last.
 */
export function afresh(labels: readonly LabelFeature[], turn: number): LabelFeature[] {
  const end = '\u200B'.repeat(1 + (turn % 5));
  return labels.map((label) => ({ ...label, properties: { ...label.properties, text: label.properties.text + end } }));
}
