import { counted, fill } from '../style/strings';
import { formatDay } from '../style/dates';
import { laterStrings } from '../style/strings/later';
import { correctedSinceCode } from '../view/corrections';
import { pause } from './slices';
import type { View } from './view.svelte';

/** The member of an embed's query that says of which revision of the dossier its view was: the first digits of its hash. */
export const OF_REVISION = 'of';
/** As many as a printed code has. */
export const REVISION_DIGITS = 10;

/** What has become of a dossier since an embed of it was published, in a sentence; empty where it is as it was, or where the embed does not say of which it is. */
export async function correctedLine(view: View, search: string): Promise<string> {
  const hash = new URLSearchParams(search).get(OF_REVISION) ?? '';
  if (!/^[0-9a-f]{10}$/.test(hash)) return '';
  await pause();
  const { isSame, then, corrections } = correctedSinceCode(hash, { ...view.state, camera: null }, view.dossier);
  if (isSame) return '';
  const say = laterStrings(view.language);
  if (then.day === '') return say['embed.edited'];
  const day = formatDay(then.day, view.language);
  const wrong = corrections.filter(({ what }) => what !== 'added').length;
  return wrong > 0 ? counted(view.language, say['embed.corrected'], wrong, { day }) : fill(say['embed.added'], { day });
}
