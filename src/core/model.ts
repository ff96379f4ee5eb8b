import type { Geometry } from 'geojson';
import type { InferOutput } from 'valibot';
import type { Claims } from './claims/claims';
import type * as schema from './schema';
import type { extents, incidents, modes } from './vocabulary';

/**
 * The words of the data. Conventions, stated once:
 * coordinates are [longitude, latitude] in degrees (WGS 84); an `Instant` is epoch milliseconds; an `Interval` is
 * half-open, [start, end), and may reach to plus or minus infinity; a length carries its unit in its name; counts are
 * whole people, never thousands; a `null` bound of an amount was not said. Everything here is frozen plain data.
 */

/** Epoch milliseconds. */
export type Instant = number;
/** Half-open: `start` belongs to it, `end` does not. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

type Read<T> = T extends (infer U)[] ? readonly Read<U>[] : T extends object ? { readonly [K in keyof T]: Read<T[K]> } : T;

export type Mode = (typeof modes)[number];
export type Extent = (typeof extents)[number];
export type IncidentKind = (typeof incidents)[number];
export type Anchor = Read<InferOutput<typeof schema.anchorSchema>>;
export type Report = Read<InferOutput<typeof schema.reportSchema>>;
export type Source = Read<InferOutput<typeof schema.sourceSchema>>;
export type Party = Read<InferOutput<typeof schema.partySchema>>;
export type Speaker = Read<InferOutput<typeof schema.speakerSchema>>;
/** A text in one or more languages; `en` is always there. */
export type Names = Party['name'];
/** A text as it stands, in whatever language, or one in several. */
export type Text = string | Names;

/** What a desk says of one label: hidden, reworded, or moved by [right, down] CSS pixels at mark scale 1. */
export type LabelOverride = Read<InferOutput<typeof schema.labelSchema>>;
/** Overrides of the labels of places, and of movements and flows by their claims. */
export interface Labels {
  readonly places: ReadonlyMap<string, LabelOverride>;
  readonly movements: ReadonlyMap<string, LabelOverride>;
}

interface Identified {
  /** The feature's own `id`, unique in the dossier. */
  readonly id: string;
  /** The file's geometry; `null` lets the gazetteer place the claim. */
  readonly geometry: Geometry | null;
}
export type ControlClaim = Read<InferOutput<typeof schema.controlSchema>> & Identified;
export type MovementClaim = Read<InferOutput<typeof schema.movementSchema>> & Identified;
export type FlowClaim = Read<InferOutput<typeof schema.flowSchema>> & Identified;
export type FigureClaim = Read<InferOutput<typeof schema.figureSchema>> & Identified;
export type IncidentClaim = Read<InferOutput<typeof schema.incidentSchema>> & Identified;
/** One proposition about the world, with the reports that carry it. */
export type Claim = ControlClaim | MovementClaim | FlowClaim | FigureClaim | IncidentClaim;
export type Amount = FlowClaim['people'];

/** One entry of a gazetteer, read from its Linked Places feature. */
export interface Place {
  readonly id: string;
  /** English display name. */
  readonly title: string;
  /** Arabic display name, where known. */
  readonly titleAr: string | null;
  /** Every spelling, in every script, the display names included. */
  readonly spellings: readonly string[];
  /** GeoNames feature class: P town, A administrative, L area, H water, R road, S structure. */
  readonly featureClass: 'A' | 'H' | 'L' | 'P' | 'R' | 'S' | 'T';
  readonly kind: 'city' | 'town' | 'village' | 'governorate' | 'region' | 'country' | 'bridge' | 'road' | 'area';
  /** Two-letter codes. */
  readonly countries: readonly string[];
  /** Null where the place has no coordinates; a polygon for a place with a known outline, a line for a road. */
  readonly geometry: Geometry | null;
  /** Where a mark or a label of this place stands. */
  readonly point: readonly [number, number] | null;
  /** How far the point may be from the place, in metres. */
  readonly precisionM: number;
  readonly population: number | null;
  readonly geonames: number | null;
  readonly pcode: string | null;
  /** Shown coarsened, and said so. */
  readonly sensitive: boolean;
}

/** One situation's data, checked and frozen. */
export interface Dossier {
  readonly id: string;
  readonly title: Names;
  readonly standfirst: Names | null;
  /** From the first instant of its first day to the last of its last, in the dossier's time zone. */
  readonly span: Interval;
  /** IANA name, such as Asia/Damascus. */
  readonly timeZone: string;
  readonly opening: { readonly day: string; readonly bounds: readonly [number, number, number, number] };
  readonly parties: ReadonlyMap<string, Party>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly sources: ReadonlyMap<string, Source>;
  /** The places that the claims name, and no others. */
  readonly places: ReadonlyMap<string, Place>;
  readonly claims: Claims;
  readonly credits: readonly Text[];
  readonly disclaimer: Names;
  /** Under which the claims may be used. */
  readonly license?: Text;
  /** A file name in the dossier's folder. */
  readonly logo?: string;
  /** The same. */
  readonly font?: string;
  /** Left out where every label is as usual. */
  readonly labels?: Labels;
  /** How words of claims read in a language: by it, then by the words as the claim has them. Left out where there are none. */
  readonly translations?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}
