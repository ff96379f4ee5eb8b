/** The words that claims and reports choose from. */

export const modes = ['asserts', 'observes', 'denies', 'claims', 'intends', 'forecasts', 'retracts'] as const;
export const extents = ['held', 'entered', 'parts', 'outskirts'] as const;
export const movements = ['advance', 'reinforcement', 'withdrawal'] as const;
export const incidents = ['strike', 'damage', 'casualties', 'statement', 'arrival'] as const;
