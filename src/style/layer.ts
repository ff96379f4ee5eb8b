/** What can be switched off on the map, in the order of the switches. */
export const layers = ['control', 'movements', 'flows', 'incidents', 'relief'] as const;
export type Layer = (typeof layers)[number];
