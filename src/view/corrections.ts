import { hashOfClaim, revisionOf, revisionThatWas, type Revision } from '../core/revision';
import type { Claim, Dossier } from '../core/model';
import { situationAt, type Situation } from '../core/situation';
import { lastInstant } from '../core/time';
import { weigh } from '../core/weigh/weigh';
import type { ViewState } from './address';
import { viewBounds, type Bounds } from './camera';
import type { Memory } from './memory';
import { shownClaims } from './shown-claims';
import { lensOf } from './wanted';

/** What has become of the claims that a picture showed. */

export interface Correction {
  readonly claim: string;
  readonly what:
    /** Taken back by the dossier, with a reason. */
    | 'withdrawn'
    /** Its own source took it back. */
    | 'retracted'
    /** Another claim, recorded since, contradicts it. */
    | 'disputed'
    /** It, or what it rests on, says something else now. */
    | 'changed'
    /** It is there as it was, and what came later leaves no mark of it. */
    | 'overtaken'
    /** The dossier has it no more, and does not say why. */
    | 'missing'
    /** Shown now, and not known to the dossier then. */
    | 'added';
  /** The day, YYYY-MM-DD, of the change, where the dossier says. */
  readonly on: string | null;
  /** Why it was withdrawn, in the editor's words. */
  readonly reason: string | null;
  /** The claim as it stands now; null where there is none. */
  readonly summary: string | null;
  /** Claims recorded since that contradict it. */
  readonly by: readonly string[];
}

/** What a picture showed, and what has been corrected since. */
export interface Reopened {
  /** The revision that it shows; its day is empty where only digits of its hash are known, and no day of the dossier's history has them. */
  readonly then: Revision;
  readonly now: Revision;
  readonly isSame: boolean;
  /** False where it is not known which claims the picture showed: then every correction since within its frame is listed. */
  readonly isKnown: boolean;
  /** In the order of what a reader wants to know first, then of ids. */
  readonly corrections: readonly Correction[];
}

const ORDER: readonly Correction['what'][] = ['withdrawn', 'retracted', 'disputed', 'changed', 'missing', 'overtaken', 'added'];

/** What has been corrected since a picture with its memory was made. Weighs the dossier once or twice for each side of the view. */
export function correctedSince(memory: Memory, view: ViewState, dossier: Dossier): Reopened {
  const then = { day: memory.dossier.recorded, hash: memory.dossier.hash };
  const now = revisionOf(dossier);
  const isSame = then.hash === now.hash;
  const corrections = isSame ? [] : corrected(memory.claims, view, dossier, then.day, true);
  return { then, now, isSame, isKnown: true, corrections };
}

/** What has been corrected, within the frame of a printed code, since its picture was made: as far as the dossier's own history says. */
export function correctedSinceCode(hash: string, view: ViewState, dossier: Dossier): Reopened {
  const now = revisionOf(dossier);
  const was = revisionThatWas(dossier, hash);
  const isSame = now.hash.startsWith(hash);
  if (isSame || !was) return { then: was ?? { day: '', hash }, now, isSame, isKnown: false, corrections: [] };
  const remembered: Memory['claims'] = {};
  const isOld = ({ recorded }: Claim): boolean => recorded <= was.day;
  for (const { claim, hash, origins } of shownNow(sidesOf(view, dossier), view, dossier))
    if (isOld(claim)) remembered[claim.id] = { hash, origins: [...origins] };
  for (const claim of dossier.claims)
    if (isOld(claim) && (claim.withdrawn?.on ?? '') > was.day) remembered[claim.id] = { hash: '', origins: [] };
  return { then: was, now, isSame, isKnown: false, corrections: corrected(remembered, view, dossier, was.day, false) };
}

function corrected(remembered: Memory['claims'], view: ViewState, dossier: Dossier, since: string, isKnown: boolean): Correction[] {
  const sides = sidesOf(view, dossier);
  const shown = new Set(sides.flatMap(({ asShown }) => [...shownClaims(asShown, frameOf(view), view.off).keys()]));
  const later = new Set(sides.flatMap(({ asKnownNow }) => [...shownClaims(asKnownNow, frameOf(view), view.off).keys()]));
  const opponents = contradicting(sides);
  const isNew = (id: string): boolean => !(id in remembered) && (dossier.claims.get(id)?.recorded ?? '') > since;
  const found: Correction[] = [];
  for (const [id, was] of Object.entries(remembered)) {
    const claim = dossier.claims.get(id);
    const against = opponents.get(id) ?? [];
    // where it is not known, what an older claim contradicts too is taken to have been in dispute before
    const wasDisputed = was.disputed ?? (!isKnown && !against.every(isNew));
    const by = wasDisputed ? [] : against.filter(isNew);
    const what = fateOf(claim, was.hash, dossier, { isShown: shown.has(id) || later.has(id), isDisputed: by.length > 0 });
    if (!what) continue;
    const on = claim?.withdrawn?.on ?? by.map((other) => dossier.claims.get(other)!.recorded).sort()[0] ?? null;
    found.push({ claim: id, what, on, reason: claim?.withdrawn?.reason ?? null, summary: claim?.summary ?? null, by });
  }
  for (const id of shown) {
    if (!isNew(id)) continue;
    const { recorded, summary } = dossier.claims.get(id)!;
    found.push({ claim: id, what: 'added', on: recorded, reason: null, summary, by: [] });
  }
  return found.sort((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what) || (a.claim < b.claim ? -1 : 1));
}

function fateOf(
  claim: Claim | undefined,
  hash: string,
  dossier: Dossier,
  { isShown, isDisputed }: { readonly isShown: boolean; readonly isDisputed: boolean },
): Correction['what'] | null {
  if (!claim) return 'missing';
  if (claim.withdrawn) return 'withdrawn';
  if (!isShown && claim.reports.some(({ mode }) => mode === 'retracts')) return 'retracted';
  if (isDisputed) return 'disputed';
  if (hash !== hashOfClaim(claim, dossier).slice(0, 16)) return 'changed';
  return isShown ? null : 'overtaken';
}

/** A side of a view by now: through its own lens, and by all that has been published since. */
interface Side {
  readonly asShown: Situation;
  readonly asKnownNow: Situation;
}

function sidesOf(view: ViewState, dossier: Dossier): Side[] {
  return [view, ...(view.beside ? [view.beside] : [])].map((side) => {
    const [lens, at] = [lensOf(side, dossier), lastInstant(side.day, dossier.timeZone)];
    const asShown = situationAt(weigh(dossier, lens), at);
    return { asShown, asKnownNow: lens.knownBy === 'now' ? asShown : situationAt(weigh(dossier, { ...lens, knownBy: 'now' }), at) };
  });
}

function shownNow(sides: readonly Side[], view: ViewState, dossier: Dossier) {
  const all = new Map(sides.flatMap(({ asShown }) => [...shownClaims(asShown, frameOf(view), view.off)]));
  return Array.from(all, ([id, { origins }]) => {
    const claim = dossier.claims.get(id)!;
    return { claim, hash: hashOfClaim(claim, dossier).slice(0, 16), origins };
  });
}

/** By claim, the claims of the positions that it is in dispute with, by all that is known now. */
function contradicting(sides: readonly Side[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { asKnownNow } of sides)
    for (const { positions, dates } of asKnownNow.disputes) {
      const all = [...positions, ...dates];
      for (const position of all)
        for (const id of position.claims) {
          const others = all.filter((other) => other !== position).flatMap(({ claims }) => claims);
          found.set(id, new Set([...(found.get(id) ?? []), ...others.filter((other) => !position.claims.includes(other))]));
        }
    }
  return new Map(Array.from(found, ([id, others]) => [id, [...others].sort()]));
}

/** The whole world where a view has no camera of its own. */
function frameOf({ camera, ground }: ViewState): Bounds {
  return camera && ground ? viewBounds(camera, ...ground) : [-180, -85, 180, 85];
}
