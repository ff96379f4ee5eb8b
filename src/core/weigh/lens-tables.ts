import type { Columns } from '../claims/columns';
import { FLAG } from '../claims/columns';
import type { Ledger, Lens } from '../ledger';
import type { Dossier, Instant } from '../model';
import { modes } from '../vocabulary';
import { dayOf, daysIn, lastInstant } from '../time';

/** What a lens makes of a dossier's columns, worked out once, so that no report asks again. */
export interface LensTables {
  readonly columns: Columns;
  readonly lens: Lens;
  readonly days: ReturnType<typeof daysIn>;
  /** By source: whether the lens keeps it: it and the texts it was made from are not left out. */
  readonly keepsSource: Uint8Array;
  /** By source: the text at the root of its line of descent. */
  readonly root: Int32Array;
}

const mode = Object.fromEntries(modes.map((name, i) => [name, i])) as Readonly<Record<(typeof modes)[number], number>>;
export { mode as MODE };

/** By mode: whether a report of it supports what it states; whether it says that it is so, if only as a claim. */
export const SUPPORTS = Uint8Array.from(modes, (name) => (name === 'asserts' || name === 'observes' ? 1 : 0));
export const STATES = Uint8Array.from(modes, (name) => (SUPPORTS[mode[name]] || name === 'claims' ? 1 : 0));

const remembered = new WeakMap<Ledger, LensTables>();

/** The tables of a ledger's lens, made when first asked for. */
export function tablesOf(ledger: Ledger): LensTables {
  let tables = remembered.get(ledger);
  if (!tables) remembered.set(ledger, (tables = tablesFor(ledger.dossier, ledger.lens)));
  return tables;
}

/** The tables of a lens on a dossier. */
export function tablesFor({ claims: { columns }, timeZone }: Dossier, lens: Lens): LensTables {
  const { sources, derivedFrom } = columns;
  const without = new Set(lens.without);
  const keepsSource = new Uint8Array(sources.length).fill(1);
  if (without.size > 0) for (let source = 0; source < sources.length; source++) if (without.has(sources[source]!)) keepsSource[source] = 0;
  const root = new Int32Array(sources.length).fill(-1);
  const line: number[] = [];
  for (let source = 0; source < sources.length; source++) {
    let text = source;
    // up to what is known already, or what was made from nothing; a circle, which no sound dossier has, ends where it closes
    for (; root[text] === -1 && derivedFrom[text]! >= 0 && !line.includes(text); text = derivedFrom[text]!) line.push(text);
    if (root[text] === -1) root[text] = text;
    for (let own = line.pop(); own !== undefined; text = own, own = line.pop()) {
      root[own] = root[text]!;
      if (!keepsSource[text]) keepsSource[own] = 0;
    }
  }
  return { columns, lens, days: daysIn(timeZone), keepsSource, root };
}

/** For each report, 1 where the lens keeps it and its claim was not withdrawn. */
export function keptReports({ columns, lens, keepsSource }: LensTables): Uint8Array {
  const { flags, firstReport, source, speaker, side, mode: modeOf } = columns;
  const kept = new Uint8Array(source.length);
  for (let claim = 0; claim < flags.length; claim++) {
    if (flags[claim]! & FLAG.withdrawn) continue;
    for (let report = firstReport[claim]!; report < firstReport[claim + 1]!; report++) {
      const by = speaker[report]!;
      const ofParty = modeOf[report] === mode.claims || (modeOf[report] === mode.denies && by >= 0 && side[by]! >= 0);
      kept[report] = keepsSource[source[report]!]! && (lens.partyClaims || !ofParty) ? 1 : 0;
    }
  }
  return kept;
}

/**
 * The origin of a report as a number: the speaker's, or, above all speakers', that of a source. Counting articles, an article
 * counts as a witness; whose interest or denial it carries is still the speaker's.
 */
export function originOf({ columns, lens, root }: LensTables, report: number): number {
  const { source, speaker, mode: modeOf, speakers } = columns;
  if (lens.counting === 'articles' && SUPPORTS[modeOf[report]!]) return speakers.length + source[report]!;
  return speaker[report]! >= 0 ? speaker[report]! : speakers.length + root[source[report]!]!;
}

/** `speaker:ID` or `source:ID`. */
export function originName({ columns: { speakers, sources } }: LensTables, origin: number): string {
  return origin < speakers.length ? `speaker:${speakers[origin]}` : `source:${sources[origin - speakers.length]}`;
}

/** The party that a report's speaker speaks for; -1 for none. */
export function sideOf({ speaker, side }: Columns, report: number): number {
  return speaker[report]! < 0 ? -1 : side[speaker[report]!]!;
}

/** Whether a text is another, or was made from it. */
export function descends({ derivedFrom }: Columns, source: number, from: number): boolean {
  // a circle of descent is at most as long as there are sources
  for (let text = source, steps = 0; text >= 0 && steps <= derivedFrom.length; text = derivedFrom[text]!, steps++)
    if (text === from) return true;
  return false;
}

/** The instant by which a report must be published to be known in a situation at `time`: then means by the end of its day. */
export function knownByAt(lens: Lens, time: Instant, timeZone: string): Instant {
  if (lens.knownBy === 'now') return Infinity;
  if (lens.knownBy !== 'then') return lens.knownBy;
  return Number.isFinite(time) ? lastInstant(dayOf(time, timeZone), timeZone) : time;
}
