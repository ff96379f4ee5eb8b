import { situationAt } from '../core/situation';
import { lastInstant } from '../core/time';
import { dataAddress } from '../formats/media';
import { withCard, withFiles, DESCRIPTION_LETTERS } from '../formats/site-page';
import { inShort } from '../style/in-short';
import { nameIn } from '../style/naming';
import { arriving, type Where } from './desk/arrival';
import { NotArrived } from './desk/load';
import type { View } from './view.svelte';

/** Whether the page is one file itself: it has no template beside it to make another of. */
export const isSingleFile = 'single' in document.documentElement.dataset;

/** The page and the dossier that it has open as one HTML file, as `claimline build --single` writes it. Throws NotArrived. */
export async function singleFile({
  dossier,
  ledger,
  language,
  from,
}: Pick<View, 'dossier' | 'ledger' | 'language' | 'from'>): Promise<string> {
  const { files, optional, whereIs } = from;
  const own = [dossier.logo, dossier.font].flatMap((name) => (name === undefined ? [] : [[name, whereIs(name)] as const]));
  const held = await Promise.all(
    [...files, ...own].map(async ([name, where]) => {
      // without its logo or font the page says so, and does without
      const bytes =
        where === null ? null : await bytesAt(name, where, optional.has(name) || name === dossier.logo || name === dossier.font);
      return bytes === null ? [] : [[name, dataAddress(name, bytes)] as const];
    }),
  );
  const template = await bytesAt('template.html', new URL('single/template.html', document.baseURI).href, false);
  const opening = situationAt(ledger, lastInstant(dossier.opening.day, dossier.timeZone));
  return withCard(withFiles(new TextDecoder().decode(template!), Object.fromEntries(held.flat())), {
    title: nameIn(dossier.title, language),
    description: inShort(opening, language, DESCRIPTION_LETTERS),
    language,
    address: null,
    picture: null,
  });
}

/** A whole file; null where it is not there and need not be. */
async function bytesAt(name: string, where: Where, isOptional: boolean): Promise<Uint8Array | null> {
  const chunks: BlobPart[] = [];
  try {
    for await (const chunk of (await arriving(name, where)).bytes()) chunks.push(chunk as Uint8Array<ArrayBuffer>);
  } catch (error) {
    if (isOptional && error instanceof NotArrived && error.status === 404) return null;
    throw error;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
