import type { Dispute, FigureLine, Holding, Occurrence, Situation } from '../core/ledger';

/** What a mark's id names in a situation: `control:PLACE`, `movement:CLAIM`, `flow:CLAIM`, `incident:CLAIM`, `figure:CLAIM`, or a dispute's own id. */
export type Subject =
  | { readonly kind: 'control'; readonly holding: Holding }
  | { readonly kind: 'movement' | 'flow' | 'incident'; readonly occurrence: Occurrence }
  | { readonly kind: 'figure'; readonly figure: FigureLine }
  | { readonly kind: 'dispute'; readonly dispute: Dispute };

/** The subject of an id, or null where the situation has none (another day, another lens, or no such thing). */
export function subjectOf(situation: Situation, id: string): Subject | null {
  const dispute = situation.disputes.find((each) => each.id === id);
  if (dispute?.about === 'date') return { kind: 'dispute', dispute };
  const [kind, ...rest] = id.split(':');
  const name = rest.join(':');
  if (kind === 'control' || kind === 'holder') {
    const holding = situation.holdings.find((each) => each.place === name);
    return holding ? { kind: 'control', holding } : null;
  }
  if (kind === 'figure') {
    const figure = situation.figures.find((each) => each.claim === name);
    return figure ? { kind, figure } : null;
  }
  if (kind === 'movement' || kind === 'flow' || kind === 'incident') {
    const list = { movement: situation.movements, flow: situation.flows, incident: situation.incidents }[kind];
    const occurrence = list.find((each) => each.claim === name);
    return occurrence ? { kind, occurrence } : null;
  }
  return null;
}
