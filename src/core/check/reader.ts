import { checkFeature, type FileKind } from './claims';
import { duplicate, lostLabel, type DossierHead } from './head';
import { checkReferences, placesOf, type Known } from './references';
import type { Context } from './schema';
import { claimsFrom, type ClaimPiece } from '../claims/claims';
import { ClaimsBuilder } from '../claims/builder';
import type { Issue } from '../issue';
import type { Claim, Dossier } from '../model';

/** A claim as a file has it, not yet checked. */
export interface RawClaim {
  /** What should be a GeoJSON feature. */
  readonly feature: unknown;
  /** Where in its file a member stands, as messages name it; the pointer begins at the feature. */
  readonly locate: (pointer: string) => string;
}

/** Takes claims as files have them, and what is wrong with the files. */
export interface ClaimTaker {
  readonly issues: Issue[];
  /** `kind` is that of all claims of the file, if they have one. */
  add(file: string, kind: FileKind, claim: RawClaim): void;
}

/** How to mend an id that a table has twice. */
const TORN = 'put the rows of one claim one after another, or give this one another id';

/** Takes a dossier's claims as they are read, whatever they are read from, and keeps those without a fault. */
export class DossierReader implements ClaimTaker {
  readonly head: DossierHead;
  readonly issues: Issue[];
  /** Claims and reports kept so far. */
  claims = 0;
  reports = 0;
  readonly #known: Known;
  readonly #builder: ClaimsBuilder;
  readonly #ids = new Set<string>();
  readonly #places = new Set<string>();
  /** Of which labels are spoken, and of which no movement or flow was read. */
  readonly #labelled: Set<string>;

  /** Issues are added to `issues`. */
  constructor(head: DossierHead, known: Known, issues: Issue[]) {
    this.head = head;
    this.issues = issues;
    this.#known = known;
    this.#labelled = new Set(head.labels?.movements.keys());
    this.#builder = new ClaimsBuilder(head);
  }

  /** Checks a claim, and keeps it or adds issues; `kind` is that of all claims of its file, if they have one. */
  add(file: string, kind: FileKind, { feature, locate }: RawClaim): void {
    const { issues } = this;
    const before = issues.length;
    const { id } = Object(feature) as { id?: unknown };
    const context = { file, at: '', id: typeof id === 'string' ? id : null };
    if (context.id !== null && this.#ids.has(context.id)) issues.push(duplicate(file, '/id', context.id, kind === null ? TORN : undefined));
    else {
      const claim = checkFeature(feature, kind, context, issues);
      if (claim) this.#take(claim, context);
    }
    for (let i = before; i < issues.length; i++) issues[i] = { ...issues[i]!, at: locate(issues[i]!.at) };
  }

  #take(claim: Claim, context: Context): void {
    this.#ids.add(claim.id);
    if (claim.kind === 'movement' || (claim.kind === 'displacement' && claim.displacement === 'flow')) this.#labelled.delete(claim.id);
    const places = placesOf(claim);
    if (!checkReferences(claim, places, context, this.#known, this.issues)) return;
    for (const [, place] of places) this.#places.add(place);
    this.#builder.add(claim);
    this.claims++;
    this.reports += claim.reports.length;
  }

  /** To be called when everything is read. */
  end(): void {
    for (const id of this.#labelled) this.issues.push(lostLabel('movements', id, 'claim', 'a movement or flow of the dossier'));
  }

  /** The claims that were kept since the last piece; to be called every so often, since a text has a greatest length. */
  piece(): ClaimPiece {
    return this.#builder.piece();
  }

  /**
   * The dossier of what is kept so far, whose claims' texts are these pieces, and the order of the claims in them. More may be
   * added after it. Without its pieces its claims have no texts, which is enough for weighing.
   */
  dossier(pieces: readonly ClaimPiece[]): { dossier: Dossier; order: Uint32Array } {
    const { columns, order } = this.#builder.finish();
    const places = new Map([...this.#places].sort().map((id) => [id, this.#known.places.get(id)!]));
    return { dossier: Object.freeze({ ...this.head, places, claims: claimsFrom(pieces, order, columns) }), order };
  }
}
