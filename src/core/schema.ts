import * as v from 'valibot';
import { extents, incidents, modes, movements } from './vocabulary';

/** Everything a dossier's files may hold, as valibot schemas: they check, and the published JSON Schemas are generated from them. */

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'an id of lower-case letters, digits and hyphens'));
const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'a text that is not empty'));
const edtf = v.pipe(text, v.description('EDTF (ISO 8601-2), such as 2024-12-05, 2024-12-05~ or [2024-11-30..2024-12-01]'));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a calendar day, such as 2024-12-05'));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 hash in lower-case hexadecimal'));
const offset = v.pipe(v.number(), v.integer('a whole number'), v.minValue(0, 'zero or more'));
const count = v.nullable(offset);
const colour = v.pipe(v.string(), v.regex(/^#[0-9A-Fa-f]{6}$/, 'a colour such as #0072B2'));
const link = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'an address that starts with http:// or https://'));
const names = v.objectWithRest({ en: text }, text);
const textOrNames = v.union([text, names], 'a text, or texts by language such as { "en": "…", "ar": "…" }');

export const anchorSchema = v.looseObject({
  paragraph: v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'one or more')),
  start: offset,
  end: offset,
  sha256,
  exact: v.optional(v.string()),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
});

export const reportSchema = v.looseObject({
  source: id,
  by: v.optional(id),
  mode: v.picklist(modes),
  published: v.optional(edtf),
  anchor: anchorSchema,
  note: v.optional(text),
});

const claim = {
  happened: edtf,
  until: v.optional(edtf),
  recorded: day,
  withdrawn: v.optional(v.looseObject({ on: day, reason: text })),
  event: v.optional(id),
  implied: v.optional(v.boolean()),
  summary: text,
  reports: v.pipe(v.array(reportSchema), v.minLength(1, 'at least one report')),
};

const amount = v.looseObject({ min: count, max: count, words: text });

export const controlSchema = v.looseObject({
  kind: v.literal('control'),
  ...claim,
  place: id,
  holder: id,
  says: v.picklist(['took', 'holds']),
  extent: v.picklist(extents),
});

export const movementSchema = v.looseObject({
  kind: v.literal('movement'),
  ...claim,
  party: id,
  movement: v.picklist(movements),
  from: v.optional(id),
  via: v.optional(v.array(id)),
  to: v.optional(id),
  axis: v.optional(text),
});

export const flowSchema = v.looseObject({
  kind: v.literal('displacement'),
  displacement: v.literal('flow'),
  ...claim,
  from: id,
  to: v.optional(v.array(id)),
  people: amount,
  who: v.optional(text),
});

export const figureSchema = v.looseObject({
  kind: v.literal('displacement'),
  displacement: v.literal('figure'),
  ...claim,
  area: id,
  amount,
  counts: v.picklist(['people', 'movements', 'deaths']),
  who: v.optional(text),
  measure: v.picklist(['cumulative', 'stock', 'forecast', 'at-risk']),
  since: v.optional(edtf),
  asOf: edtf,
  method: v.optional(text),
});

export const incidentSchema = v.looseObject({
  kind: v.literal('incident'),
  ...claim,
  place: id,
  incident: v.picklist(incidents),
  party: v.optional(id),
  killed: v.optional(amount),
  media: v.optional(v.array(link)),
});

export const sourceSchema = v.looseObject({
  id,
  title: textOrNames,
  publisher: v.nullable(text),
  address: v.optional(link),
  published: edtf,
  publishedReason: v.optional(text),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language tag such as en or ar')),
  reliability: v.optional(v.picklist(['A', 'B', 'C', 'D', 'E', 'F'])),
  archived: v.optional(v.looseObject({ address: link, sha256 })),
  derivedFrom: v.optional(id),
  derivedReason: v.optional(text),
  text: v.optional(v.looseObject({ file: text, sha256 })),
});

export const sourcesSchema = v.looseObject({ schemaVersion: v.literal(1), sources: v.array(sourceSchema) });

export const partySchema = v.looseObject({ id, name: names, initials: text, colour: v.optional(colour), alliedWith: v.optional(id) });
export const speakerSchema = v.looseObject({ id, name: names, party: v.optional(id) });

const pixels = v.pipe(v.number(), v.minValue(-120, 'pixels from -120'), v.maxValue(120, 'pixels up to 120'));

/** What a desk says of one label: words only, never the mark. `offset` is from the mark's middle to the text's, in CSS pixels at mark scale 1, right and down. */
export const labelSchema = v.looseObject({
  hidden: v.optional(v.boolean()),
  text: v.optional(names),
  offset: v.optional(v.tuple([pixels, pixels])),
});
const labels = v.optional(v.record(v.string(), labelSchema));

export const dossierSchema = v.looseObject({
  schemaVersion: v.literal(1),
  id,
  title: names,
  standfirst: v.optional(names),
  span: v.looseObject({ from: day, to: day }),
  timeZone: text,
  opening: v.looseObject({
    day,
    bounds: v.pipe(v.tuple([v.number(), v.number(), v.number(), v.number()]), v.description('[west, south, east, north] in degrees')),
  }),
  parties: v.array(partySchema),
  speakers: v.array(speakerSchema),
  credits: v.array(textOrNames),
  disclaimer: names,
  license: v.optional(v.pipe(textOrNames, v.description('Under which the claims may be used, such as CC BY 4.0'))),
  logo: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.(png|svg|webp)$/, 'the name of a .png, .svg or .webp in this folder')),
  ),
  font: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.woff2$/, 'the name of a .woff2 in this folder'))),
  labels: v.optional(v.looseObject({ places: labels, movements: labels })),
  translations: v.optional(
    v.pipe(
      v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'a language such as ar')), v.record(text, text)),
      v.description(
        'By language: how words of claims read in it (of an amount, a who, a method, an axis), each by the words as the claim has them',
      ),
    ),
  ),
});

/** A place in the Linked Places Format: one GeoJSON feature; of `properties`, title, ccodes and fclasses are LPF's, the rest ours. */
export const placeSchema = v.looseObject({
  type: v.literal('Feature'),
  '@id': text,
  properties: v.looseObject({
    id,
    title: text,
    ccodes: v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'a two-letter country code'))),
    fclasses: v.pipe(v.array(v.picklist(['A', 'H', 'L', 'P', 'R', 'S', 'T'])), v.minLength(1, 'at least one feature class')),
    kind: v.picklist(['city', 'town', 'village', 'governorate', 'region', 'country', 'bridge', 'road', 'area']),
    precisionM: v.pipe(v.number(), v.minValue(0, 'metres, zero or more')),
    coordinatesFrom: text,
    population: v.optional(offset),
    pcode: v.optional(text),
    sensitive: v.optional(v.boolean()),
  }),
  names: v.pipe(
    v.array(v.looseObject({ toponym: text, lang: v.optional(text), citations: v.optional(v.array(v.looseObject({ label: text }))) })),
    v.minLength(1, 'at least one name'),
  ),
  links: v.optional(v.array(v.looseObject({ type: text, identifier: text }))),
});
