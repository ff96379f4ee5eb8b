import type { Look } from '../core/ledger';
import type { Dossier } from '../core/model';
import { fill, strings, type Language } from '../style/strings';
import { laterStrings } from '../style/strings/later';
import { holderName } from './describe';

/** How a place looks, in a few words: “In dispute: the Government; HTS, entered”. */
export function lookInWords(look: Look | null, dossier: Dossier, language: Language): string {
  const [say, later] = [strings(language), laterStrings(language)];
  if (!look) return later['ui.compare.nothing'];
  const positions = look.positions.map(({ holder, extent, denied }) =>
    [
      holderName(dossier, holder, say, language),
      ...(extent === 'held' ? [] : [say[`ui.extent.${extent}`]]),
      ...(denied ? [later['ui.compare.denied']] : []),
    ].reduce((a, b) => fill(say['ui.listJoin'], { a, b })),
  );
  return fill(later['ui.compare.look'], { state: say[`ui.state.${look.state}`], positions: positions.join(say['words.semicolon']) });
}
