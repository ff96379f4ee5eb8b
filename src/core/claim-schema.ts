import type * as v from 'valibot';
import { controlSchema, figureSchema, flowSchema, incidentSchema, movementSchema } from './schema';

/** Which file holds which kind of claim, and the schema of each: a new kind of claim is one more line here. */
export const claimFiles = {
  'control.geojson': { kind: 'control', schemaOf: () => controlSchema },
  'movements.geojson': { kind: 'movement', schemaOf: () => movementSchema },
  'displacement.geojson': {
    kind: 'displacement',
    schemaOf: (properties: { displacement?: unknown }) => (properties.displacement === 'figure' ? figureSchema : flowSchema),
  },
  'incidents.geojson': { kind: 'incident', schemaOf: () => incidentSchema },
} as const satisfies Record<string, { kind: string; schemaOf: (properties: { displacement?: unknown }) => v.GenericSchema }>;

/** Every file of a dossier's folder that is read, the required ones first. */
export const dossierFiles = ['dossier.json', 'sources.json', ...Object.keys(claimFiles), 'places.geojson'] as const;
