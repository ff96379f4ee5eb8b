import type { Dossier, LabelOverride, Labels } from '../core/model';

/** What a desk says of labels, in the dossier and, over it, in one view. It is of words alone: no mark is touched by it. */

const usual: LabelOverride = {};

/** The override of a place's label. */
export function placeOverride(labels: Labels | undefined, place: string): LabelOverride {
  return labels?.places.get(place) ?? usual;
}

/** The override of a movement's or a flow's label, by the mark's id. */
export function movementOverride(labels: Labels | undefined, mark: string): LabelOverride {
  return labels?.movements.get(mark.slice(mark.indexOf(':') + 1)) ?? usual;
}

/** The dossier's overrides with those of a view over them, label by label. */
export function overridesIn({ labels }: Pick<Dossier, 'labels'>, ofView: Labels | undefined): Labels | undefined {
  if (!labels || !ofView) return ofView ?? labels;
  return { places: new Map([...labels.places, ...ofView.places]), movements: new Map([...labels.movements, ...ofView.movements]) };
}
