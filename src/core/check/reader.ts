import { ClaimCheck, type ClaimTaker, type RawClaim } from './claim-check';
import type { FileKind } from './claims';
import type { DossierHead } from './head';
import type { Known, Named } from './references';
import { claimsFrom, type ClaimPiece } from '../claims/claims';
import { ClaimsBuilder } from '../claims/builder';
import type { Issue } from '../issue';
import type { Claim, Dossier } from '../model';

/** Takes a dossier's claims as they are read, whatever they are read from, and keeps those without a fault. */
export class DossierReader implements ClaimTaker {
  readonly head: DossierHead;
  readonly issues: Issue[];
  /** Claims and reports kept so far. */
  claims = 0;
  reports = 0;
  readonly #known: Known;
  readonly #check: ClaimCheck;
  readonly #builder: ClaimsBuilder;
  readonly #places = new Set<string>();

  /** Issues are added to `issues`. */
  constructor(head: DossierHead, known: Known, issues: Issue[]) {
    this.head = head;
    this.issues = issues;
    this.#known = known;
    this.#builder = new ClaimsBuilder(head);
    this.#check = new ClaimCheck(known, head.labels, issues, (claim, places) => this.#keep(claim, places));
  }

  /** Checks a claim, and keeps it or adds issues; `kind` is that of all claims of its file, if they have one. */
  add(file: string, kind: FileKind, claim: RawClaim): void {
    this.#check.add(file, kind, claim);
  }

  lose(): void {
    this.#check.lose();
  }

  #keep(claim: Claim, places: Named): void {
    for (const [, place] of places) this.#places.add(place);
    this.#builder.add(claim);
    this.claims++;
    this.reports += claim.reports.length;
  }

  /** To be called when everything is read. */
  end(): void {
    this.#check.end();
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
