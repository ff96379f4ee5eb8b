import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import * as schema from '../../src/core/schema';

/**
 * The published schemas are generated from the definitions that check: `npx vitest run schema -u` writes them, and a schema
 * that no longer fits its definition fails here.
 */

const collectionOf = (properties: v.GenericSchema) =>
  v.looseObject({
    type: v.literal('FeatureCollection'),
    features: v.array(
      v.looseObject({ type: v.literal('Feature'), id: v.string(), geometry: v.nullable(v.looseObject({ type: v.string() })), properties }),
    ),
  });

const published: Record<string, v.GenericSchema> = {
  dossier: schema.dossierSchema,
  sources: schema.sourcesSchema,
  control: collectionOf(schema.controlSchema),
  movements: collectionOf(schema.movementSchema),
  displacement: collectionOf(v.union([schema.flowSchema, schema.figureSchema])),
  incidents: collectionOf(schema.incidentSchema),
  gazetteer: v.looseObject({ type: v.literal('FeatureCollection'), features: v.array(schema.placeSchema) }),
};

describe('the published schema is what the code checks', () => {
  test.each(Object.keys(published))('%s', async (name) => {
    const json = toJsonSchema(published[name]!, { errorMode: 'ignore' });
    await expect(`${JSON.stringify({ ...json, title: `Claimline ${name}, version 1` }, null, 2)}\n`).toMatchFileSnapshot(
      `../../geo/schema/${name}.schema.json`,
    );
  });
});
