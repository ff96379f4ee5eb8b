import { mount } from 'svelte';
import { fill, type Language } from '../../style/strings';
import { importStrings } from '../../style/strings/later/import';
import { formatView } from '../../view/address';
import type { Instead, OpenInstead } from '../own/instead';
import { filesInMemory, focusNotice, leaveAddress } from '../own/own-dossier';
import type { View } from '../view.svelte';
import ImportNotice from './ImportNotice.svelte';

/** Shows a dossier with a table brought in, in the place of the one before, and keeps what somebody looks at. */

export interface BroughtIn {
  /** All files of the dossier, by path. */
  readonly files: ReadonlyMap<string, Blob>;
  /** Name of the table's file. */
  readonly table: string;
  /** YYYY-MM-DD; empty where the table was published before. */
  readonly published: string;
  /** Rows. */
  readonly read: number;
  readonly rejected: number;
}

/** Rejects as `open` does. */
export async function openBrought(
  { files, table, published, read, rejected }: BroughtIn,
  view: View,
  open: OpenInstead,
  instead: Instead,
): Promise<void> {
  const { whence } = view.from;
  const from = filesInMemory(files, (language: Language) =>
    [...(whence ? [whence(language)] : []), fill(importStrings(language)['import.whence'], { table })].join(' · '),
  );
  // what was published later than the day shown would not be seen on it
  const isLater = published > view.day && view.state.known === 'then';
  const state = isLater ? { ...view.state, known: 'now' } : view.state;
  const shown = await open(from, formatView(state, view.choices.usual), instead);
  leaveAddress(view);
  const props = { view: shown, files, table, later: isLater ? published : null, read, rejected };
  mount(ImportNotice, { target: document.querySelector('.notices')!, props });
  focusNotice('data-import-notice');
}
