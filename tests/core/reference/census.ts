import type { Lens } from '../../../src/core/ledger';
import type { Dossier } from '../../../src/core/model';
import { knownAt, reportsOf } from './reports';
import { rivalsOf } from './rivals';
import { partsOf, statementsAt } from './take-overs';
import type { ReferenceSituation } from './situation';

/** How often a sample of dossiers holds what the rule is about: a comparison that meets no dispute says nothing of disputes. */
export type Census = Record<string, number>;

/** Adds what one situation shows, and what went into it, to the count: each thing once a situation. */
export function count(census: Census, dossier: Dossier, lens: Lens, situation: ReferenceSituation): void {
  const seen = new Set<string>();
  const { at, holdings, disputes } = situation;
  for (const claim of dossier.claims) {
    if (claim.withdrawn) seen.add('withdrawn');
    const known = reportsOf(claim, dossier, lens).filter(({ knownFrom }) => knownFrom <= knownAt(at, lens, dossier));
    if (known.some(({ mode }) => mode === 'retracts') && known.length > 1) seen.add('retraction');
  }
  for (const { place, state, positions } of holdings) {
    seen.add(state);
    if (state === 'disputed' && positions[0]!.origins.length === 0) seen.add('words alone in dispute');
    if (positions.some(({ extent }) => extent !== 'held')) seen.add('guest');
    if (positions.some(({ holder }) => holder === null)) seen.add('nobody');
    if (positions.some(({ copies }) => copies > 0)) seen.add('copy');
    if (positions.some(({ background }) => background)) seen.add('background');
    const said = partsOf(statementsAt(dossier, lens, place, at));
    if ([...said.takeOvers, ...said.holdings, ...said.guests].every(({ from }) => from > at)) seen.add('all taken back');
    for (const takeOver of said.takeOvers.filter(({ from }) => from <= at)) {
      if (takeOver.takes.length > 1) seen.add('pooled take-overs');
      if (takeOver.echoes.length > 0) seen.add('pooled holding');
      if (takeOver.takes.some(({ claim }) => claim.says === 'holds')) seen.add('arrival');
      if (takeOver.until <= at) seen.add('take-over that is over');
      for (const { denials, statements, enough } of rivalsOf(takeOver, said, dossier)) {
        if (denials.length > 0 && statements.length === 0) seen.add(enough ? 'denial that disputes' : 'denial that does not');
        if (statements.length > 0) seen.add(enough ? 'contradiction that disputes' : 'contradiction that does not');
      }
    }
  }
  for (const { about } of disputes) seen.add(`dispute of ${about === 'date' ? 'a date' : 'holders'}`);
  for (const occurrence of [...situation.movements, ...situation.flows, ...situation.incidents]) {
    seen.add(occurrence.daysPast > 0 ? 'past' : 'of the day');
    if (occurrence.intended) seen.add('intended');
    if (occurrence.progress < 1) seen.add('under way');
  }
  if (situation.figures.length > 1) seen.add('figures');
  for (const what of seen) census[what] = (census[what] ?? 0) + 1;
}
