import { rootOf } from '../core/claims/lineage';
import type { Situation } from '../core/situation';
import { apart, firstOf, textName } from './naming';
import { laterStrings } from './strings/later';
import { counted, fill, type Language } from './strings';

/** Stands at each of several texts that are copies of one. */
const COPY = '†';

/** The texts whose reports a situation may draw upon: those that its lens keeps and that are known by then, oldest first, and which of them are copies of one another; empty where there are none. */
export function drawnFrom({ ledger, at }: Pick<Situation, 'ledger' | 'at'>, language: Language): string {
  const { dossier, kept, lens } = ledger;
  const { source, sources, knownFrom } = dossier.claims.columns;
  const knownBy = lens.knownBy === 'now' ? Infinity : lens.knownBy === 'then' ? at : lens.knownBy;
  const since = new Map<string, number>();
  for (let report = 0; report < source.length; report++) {
    if (!kept[report] || knownFrom[report]! > knownBy) continue;
    const id = sources[source[report]!]!;
    since.set(id, Math.min(since.get(id) ?? Infinity, knownFrom[report]!));
  }
  const ids = [...since.keys()].sort((a, b) => since.get(a)! - since.get(b)! || (a < b ? -1 : 1));
  if (ids.length === 0) return '';
  const say = laterStrings(language);
  const roots = ids.map((id) => rootOf(id, dossier.sources));
  const texts = new Map<string, number>();
  for (const root of roots) texts.set(root, (texts.get(root) ?? 0) + 1);
  const isCopy = (i: number) => texts.get(roots[i]!)! > 1;
  const names = ids.map((id, i) => {
    const publisher = dossier.sources.get(id)?.publisher;
    const title = apart(textName(dossier, id, language), language);
    const name = publisher ? fill(say['print.source'], { title, publisher: apart(publisher, language) }) : title;
    return isCopy(i) ? `${name}${COPY}` : name;
  });
  const line = counted(language, say['print.sources'], ids.length, { names: firstOf(names, language) });
  return line.includes(COPY) ? `${line} ${COPY} ${say['print.copies']}` : line;
}
