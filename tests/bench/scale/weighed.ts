import { claimsFrom, type ClaimPiece } from '../../../src/core/claims/claims';
import { ClaimsBuilder } from '../../../src/core/claims/builder';
import type { Columns } from '../../../src/core/claims/columns';
import type { Lens } from '../../../src/core/ledger';
import type { Claim, Dossier } from '../../../src/core/model';
import { defaultLens, weigh } from '../../../src/core/weigh/weigh';
import { recordsOf } from '../../../src/style/records/records-of';
import { generated, type Shape } from './data';
import type { Head } from './head';

/** A generated dossier, read and weighed once, as the page's worker does it; and how long that took. */

export interface Task {
  readonly reports: number;
  readonly shape: Shape;
  /** A lens that keeps nothing: every text is left out. */
  readonly keepsNone: boolean;
}

/** Milliseconds. */
export interface Weighing {
  readonly claims: number;
  readonly reports: number;
  readonly places: number;
  readonly weighMs: number;
  readonly packMs: number;
  readonly records: number;
}

/** All that makes a dossier out of its head. */
export interface Read {
  readonly pieces: readonly ClaimPiece[];
  readonly columns: Columns;
  readonly order: Uint32Array;
}

const PIECE = 2000;

export function read(head: Head, claims: Iterable<Claim>, keepsText: boolean): Read {
  const builder = new ClaimsBuilder(head);
  const pieces: ClaimPiece[] = [];
  let count = 0;
  const cut = () => {
    const piece = builder.piece();
    if (keepsText) pieces.push(piece);
  };
  for (const claim of claims) {
    builder.add(claim);
    if (++count % PIECE === 0) cut();
  }
  cut();
  return { pieces, ...builder.finish() };
}

export function dossierOf(head: Head, { pieces, order, columns }: Read): Dossier {
  return { ...head, claims: claimsFrom(pieces, order, columns) };
}

/** A generated dossier, read, and the lens to weigh it through. */
export function toWeigh({ reports, shape, keepsNone }: Task): { dossier: Dossier; lens: Lens } {
  const { head, claims } = generated(reports, shape);
  const lens: Lens = keepsNone ? { ...defaultLens, without: [...head.sources.keys()] } : defaultLens;
  return { dossier: dossierOf(head, read(head, claims(), false)), lens };
}

/** Reads and weighs once, cold. */
export function weighed(task: Task): Weighing {
  const { dossier, lens } = toWeigh(task);
  const start = performance.now();
  const ledger = weigh(dossier, lens);
  const done = performance.now();
  const records = recordsOf(ledger);
  return {
    claims: dossier.claims.size,
    reports: dossier.claims.columns.mode.length,
    places: ledger.control.place.length,
    weighMs: done - start,
    packMs: performance.now() - done,
    records: records.count,
  };
}
