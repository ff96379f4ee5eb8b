import { checkFeature, type FileKind } from './claims';
import { duplicate, lostLabel } from './head';
import { isId } from './parts';
import { checkReferences, placesOf, type Known, type Named } from './references';
import type { Context } from './schema';
import { quoted, type Issue } from '../issue';
import type { Claim, Labels } from '../model';

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
  /** To be called where claims of a file cannot be told from one another, so that nobody knows which they are. */
  lose(): void;
}

/** How to mend an id that a table has twice. */
const TORN = 'put the rows of one claim one after another, or give this one another id';

/** Checks claims as they are read against their schemas and what else is known of their dossier, and keeps their ids alone. */
export class ClaimCheck implements ClaimTaker {
  readonly issues: Issue[];
  readonly #known: Known;
  readonly #take: ((claim: Claim, places: Named) => void) | null;
  readonly #ids = new Set<string>();
  /** Of which labels are spoken, and of which no movement or flow was read. */
  readonly #labelled: Set<string>;
  #lost = false;

  /** Issues are added to `issues`; `take` is given what has none, and null where no claim is kept. */
  constructor(known: Known, labels: Labels | undefined, issues: Issue[], take: ((claim: Claim, places: Named) => void) | null) {
    this.issues = issues;
    this.#known = known;
    this.#take = take;
    this.#labelled = new Set(labels?.movements.keys());
  }

  /** Checks a claim, and hands it on or adds issues; `kind` is that of all claims of its file, if they have one. */
  add(file: string, kind: FileKind, { feature, locate }: RawClaim): void {
    const { issues } = this;
    const before = issues.length;
    const { id: stated } = Object(feature) as { id?: unknown };
    const id = typeof stated === 'string' ? stated : null;
    const context = { file, at: '', id };
    const isSecond = id !== null && this.#ids.has(id);
    if (isSecond) issues.push(duplicate(file, '/id', id, kind === null ? TORN : undefined));
    // rows of a claim that is torn apart may leave out what the first ones say
    if (!isSecond || kind !== null) {
      const claim = checkFeature(feature, kind, context, issues);
      if (id !== null && isId(id)) this.#ids.add(id);
      if (id !== null && (!claim || isMove(claim))) this.#labelled.delete(id);
      const places = claim ? placesOf(claim) : [];
      const isSound = claim !== null && checkReferences(claim, places, context, this.#known, issues);
      if (isSound && !isSecond && this.#take && this.#areRead(places, context)) this.#take(claim, places);
    }
    for (let i = before; i < issues.length; i++) issues[i] = { ...issues[i]!, at: locate(issues[i]!.at) };
  }

  /** Whether a claim's places could be read; where not, the claim is left out, and that is said. */
  #areRead(places: Named, context: Context): boolean {
    const unread = places.filter(([, id]) => !this.#known.places.has(id));
    const [expected, mend] = ['a place that can be read', 'mend places.geojson; until then the claim is left out'];
    for (const [at, id] of unread)
      this.issues.push({ ...context, at: `/properties${at}`, code: 'place', found: quoted(id), expected, mend });
    return unread.length === 0;
  }

  lose(): void {
    this.#lost = true;
  }

  /** To be called when everything is read. */
  end(): void {
    if (this.#lost) return;
    for (const id of this.#labelled) this.issues.push(lostLabel('movements', id, 'claim', 'a movement or flow of the dossier'));
  }
}

function isMove(claim: Claim): boolean {
  return claim.kind === 'movement' || (claim.kind === 'displacement' && claim.displacement === 'flow');
}
