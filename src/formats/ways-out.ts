import type { Claim, Dossier } from '../core/model';
import { reportsAsAnnotations } from './annotations';
import { dossierAsGeojson } from './flat-claims';
import { claimsAsHxl } from './hxl';
import { claimsAsKml } from './kml';
import * as loss from './losses';
import { lineageAsProv } from './prov';
import { claimsAsSchemaOrg } from './schema-org';
import { coarsened } from './sensitive';
import { tableAsCsv } from './table';
import { dossierAsXlsx } from './xlsx-out';

/** Every format that all claims of a dossier can be written in: not weighed, withdrawn ones too, each report with its source. */

type Pieces = Iterable<string | Uint8Array>;

/** One way out. */
export interface WayOut {
  /** How a file's name ends. */
  readonly ending: string;
  readonly what: string;
  /** In pieces, in their order. */
  readonly write: (dossier: Dossier, claims: readonly Claim[]) => Pieces | Promise<Pieces>;
  /** What it cannot hold. */
  readonly losses: readonly loss.Loss[];
}

const json = (value: unknown): Pieces => [`${JSON.stringify(value, null, 2)}\n`];

/** By name; of two endings that fit, the longer one counts. */
export const waysOut = {
  geojson: {
    ending: '.geojson',
    what: 'a feature a claim, geometry filled in (QGIS)',
    write: (dossier, claims) => json(dossierAsGeojson(dossier, claims)),
    losses: [loss.outward, loss.places],
  },
  csv: {
    ending: '.csv',
    what: 'the table of claims, a row a report',
    write: (_, claims) => tableAsCsv(claims),
    losses: [loss.outward, loss.head, loss.named],
  },
  xlsx: {
    ending: '.xlsx',
    what: 'the same as a workbook, with sheets of sources, places, parties and speakers',
    write: async (dossier, claims) => [await dossierAsXlsx(dossier, claims)],
    losses: [loss.outward, loss.outlines, loss.longCells],
  },
  kml: {
    ending: '.kml',
    what: 'a placemark a claim, with its time',
    write: (dossier, claims) => [claimsAsKml(dossier, claims)],
    losses: [loss.outward, loss.places, loss.namesAlone, loss.letters],
  },
  hxl: {
    ending: '.hxl.csv',
    what: 'a row a claim, with HXL hashtags',
    write: (dossier, claims) => [claimsAsHxl(dossier, claims)],
    losses: [loss.outward, loss.head, loss.namesAlone, loss.outlines, loss.waysOfMany, loss.ownShapes],
  },
  annotations: {
    ending: '.annotations.jsonld',
    what: 'a W3C Web Annotation a report, on the words it rests on',
    write: (dossier, claims) => json(reportsAsAnnotations(dossier, claims)),
    losses: [loss.outward, loss.members, loss.namesAlone, loss.places, loss.ownShapes, loss.hashes, loss.units],
  },
  prov: {
    ending: '.prov.jsonld',
    what: 'PROV-O: claims, passages, texts, and what was made from what',
    write: (dossier, claims) => json(lineageAsProv(dossier, claims)),
    losses: [loss.outward, loss.members, loss.places, loss.ownShapes, loss.sides, loss.offsets],
  },
  'schema-org': {
    ending: '.schema-org.jsonld',
    what: 'schema.org Claims with who made them and where they appear; nothing is rated',
    write: (dossier, claims) => json(claimsAsSchemaOrg(dossier, claims)),
    losses: [loss.outward, loss.members, loss.ownShapes, loss.outlines, loss.sides, loss.days, loss.offsets],
  },
} as const satisfies Readonly<Record<string, WayOut>>;

export type WayOutName = keyof typeof waysOut;

/** The format of a file's name; null where the end of it is none's. */
export function wayOutOf(file: string): WayOutName | null {
  const fits = (Object.keys(waysOut) as WayOutName[]).filter((name) => file.toLowerCase().endsWith(waysOut[name].ending));
  return fits.sort((a, b) => waysOut[b].ending.length - waysOut[a].ending.length)[0] ?? null;
}

/** What was written, and what could not be. */
export interface Written {
  readonly pieces: Pieces;
  /** One sentence each. */
  readonly lost: readonly string[];
}

/** All claims of a dossier in a format; what stands at sensitive places is coarsened. Throws RangeError where the format has no room for so many. */
export async function written(dossier: Dossier, name: WayOutName): Promise<Written> {
  const way: WayOut = waysOut[name];
  const all = [...dossier.claims];
  const claims = all.map((claim) => coarsened(dossier, claim));
  const lost = [
    ...(loss.exactPlaces.count(dossier, all) > 0 ? [loss.exactPlaces.what] : []),
    ...way.losses.filter(({ count }) => count(dossier, claims) > 0).map(({ what }) => what),
  ];
  return { pieces: await way.write(dossier, claims), lost };
}
