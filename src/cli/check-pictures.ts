import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dossier } from '../core/model';
import { hashOfBytes, readManifest, type ManifestEntry } from './manifest';
import { Misuse } from './misuse';
import { dated, isPng, whatItSays } from './picture';
import { Studio } from './studio';

/** Makes the pictures of a manifest again, and says which are as they were. */

/** Two pictures are the same where at most this share of their pixels differs by more than that in one of its colours, of 255. */
export const TOLERANCE = { share: 0.005, colour: 48 } as const;

/** 0 where every picture is the same, byte for byte or within the tolerance; 1 where one is not. Throws Misuse on a manifest that cannot be read. */
export async function checkPictures(
  path: string,
  dossiers: readonly (readonly [folder: string, dossier: Dossier])[],
  browser: string | undefined,
): Promise<number> {
  if (!existsSync(path)) throw new Misuse(`There is no manifest ${path}.`);
  const manifest = readManifest(path, readFileSync(path, 'utf8'));
  const folders = new Map(dossiers.map(([folder, { id }]) => [id, folder]));
  const strange = manifest.pictures.find(({ memory }) => !folders.has(memory.dossier.id));
  if (strange) throw new Misuse(`${strange.file} is of the dossier ${strange.memory.dossier.id}, which was not given.`);
  const studio = await Studio.open([...folders.values()], browser);
  let others = 0;
  try {
    for (const picture of manifest.pictures) {
      const told = await compare(studio, picture, folders.get(picture.memory.dossier.id)!, join(dirname(path), picture.file));
      if (!told.isSame) others++;
      process.stdout.write(`${told.isSame ? '✓' : '✗'} ${picture.file}: ${told.how}\n`);
    }
  } finally {
    await studio.close();
  }
  const all = manifest.pictures.length;
  process.stdout.write(others === 0 ? `All ${all} are as they were.\n` : `${others} of ${all} are not as they were.\n`);
  return others === 0 ? 0 : 1;
}

async function compare(studio: Studio, picture: ManifestEntry, folder: string, file: string): Promise<{ isSame: boolean; how: string }> {
  const { bytes } = await studio.make({ folder, ...picture });
  const made = dated(bytes, picture.format);
  if (hashOfBytes(made) === picture.sha256) return { isSame: true, how: 'the same bytes' };
  if (!existsSync(file)) return { isSame: false, how: 'other bytes, and the picture itself is not beside the manifest' };
  const before = readFileSync(file);
  if (hashOfBytes(before) !== picture.sha256) return { isSame: false, how: 'the file beside the manifest is not the one that it lists' };
  // browsers' H.264 encoders do so with the same frames
  if (picture.format === 'mp4' && JSON.stringify(whatItSays(made, 'mp4').memory) === JSON.stringify(picture.memory))
    return { isSame: true, how: 'of the same view and claims; an MP4 has other bytes each time' };
  if (!isPng(picture.format)) return { isSame: false, how: 'other bytes' };
  const share = await studio.difference(before, made, TOLERANCE.colour);
  if (share === null) return { isSame: false, how: 'another size' };
  const percent = `${(share * 100).toFixed(2)} % of its pixels differ`;
  return { isSame: share <= TOLERANCE.share, how: share <= TOLERANCE.share ? `the same picture, ${percent}` : percent };
}
