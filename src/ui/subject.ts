import type { Dispute, FigureLine, Holding, Occurrence, Situation } from '../core/ledger';

/** What a mark's id names in a situation: `control:PLACE`, `movement:CLAIM`, `flow:CLAIM`, `incident:CLAIM`, `figure:CLAIM`, or a dispute's own id. */
export type Subject =
  | { readonly kind: 'control'; readonly holding: Holding }
  | { readonly kind: 'movement' | 'flow' | 'incident'; readonly occurrence: Occurrence }
  | { readonly kind: 'figure'; readonly figure: FigureLine }
  | { readonly kind: 'dispute'; readonly dispute: Dispute };

const indexes = new WeakMap<Situation, ReadonlyMap<string, Subject>>();

/** The subject of an id, or null where the situation has none (another day, another lens, or no such thing). */
export function subjectOf(situation: Situation, id: string): Subject | null {
  let index = indexes.get(situation);
  if (!index) indexes.set(situation, (index = new Map(subjectsOf(situation))));
  return index.get(id) ?? null;
}

function* subjectsOf(situation: Situation): Generator<[string, Subject]> {
  for (const holding of situation.holdings) {
    for (const kind of ['control', 'holder']) yield [`${kind}:${holding.place}`, { kind: 'control', holding }];
  }
  const { movements: movement, flows: flow, incidents: incident } = situation;
  for (const [kind, list] of Object.entries({ movement, flow, incident }) as [Occurring, readonly Occurrence[]][]) {
    for (const occurrence of list) yield [`${kind}:${occurrence.claim}`, { kind, occurrence }];
  }
  for (const figure of situation.figures) yield [`figure:${figure.claim}`, { kind: 'figure', figure }];
  for (const dispute of situation.disputes) if (dispute.about === 'date') yield [dispute.id, { kind: 'dispute', dispute }];
}

type Occurring = 'movement' | 'flow' | 'incident';
