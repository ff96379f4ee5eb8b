import type { Dossier } from '../core/model';
import { formatWhole, parseView, type Choices, type Refusal, type ViewState } from './address';
import { readCode } from './code';
import { correctedSince, correctedSinceCode, type Reopened } from './corrections';
import { readMemory } from './memory';

/** From what a picture carries back to its view, and to what has been corrected since. */

export interface Found extends Reopened {
  readonly state: ViewState;
  /** Behind the `#` of the page's address. */
  readonly address: string;
  /** What the picture asks for and this dossier does not have. */
  readonly refusals: readonly Refusal[];
}

/** A picture of another dossier; `shown` is its title. */
export class OtherDossier extends Error {
  constructor(readonly shown: string) {
    super(shown);
  }
}

/** The view of a picture's memory, as JSON. Throws NoMemory, and OtherDossier. */
export function reopenMemory(json: string, dossier: Dossier, choices: Choices): Found {
  const memory = readMemory(json);
  if (memory.dossier.id !== dossier.id) throw new OtherDossier(`${memory.dossier.title} (${memory.dossier.id})`);
  const { state, refusals } = parseView(memory.view, choices);
  return { ...correctedSince(memory, state, dossier), state, refusals, address: memory.view };
}

/** The view of a printed code; null where it is none, or mistyped. */
export function reopenCode(code: string, dossier: Dossier, choices: Choices): Found | null {
  const decoded = readCode(code, dossier.sources.keys());
  if (!decoded) return null;
  const wanted = formatWhole({ ...choices.usual, ...decoded.state }, choices.usual);
  const { state, refusals } = parseView(wanted, choices);
  return { ...correctedSinceCode(decoded.hash, state, dossier), state, refusals, address: wanted };
}
