import type * as v from 'valibot';
import { controlSchema, figureSchema, flowSchema, incidentSchema, movementSchema } from './schema';

/** The schema of each kind of claim; flows and figures are told apart by their `displacement`. */
export const claimSchemas = {
  control: controlSchema,
  movement: movementSchema,
  flow: flowSchema,
  figure: figureSchema,
  incident: incidentSchema,
} as const satisfies Record<string, v.GenericSchema>;

export type SchemaName = keyof typeof claimSchemas;

/** Which file holds which kind of claim: a new kind is one more line here, and one above. */
export const claimFiles = {
  'control.geojson': 'control',
  'movements.geojson': 'movement',
  'displacement.geojson': 'displacement',
  'incidents.geojson': 'incident',
} as const satisfies Record<string, string>;

/** Which files hold claims of every kind, a row a report. */
export const tableFiles = ['claims.csv', 'claims.parquet'] as const;

/** Every file of a dossier's folder that is read, the required ones first. */
export const dossierFiles = ['dossier.json', 'sources.json', ...Object.keys(claimFiles), ...tableFiles, 'places.geojson'] as const;

/** Which schema a feature's properties must fit, by what they say of themselves; null where they name no kind. */
export function schemaNameOf({ kind, displacement }: { readonly kind?: unknown; readonly displacement?: unknown }): SchemaName | null {
  if (kind === 'displacement') return displacement === 'flow' || displacement === 'figure' ? displacement : null;
  return kind === 'control' || kind === 'movement' || kind === 'incident' ? kind : null;
}
