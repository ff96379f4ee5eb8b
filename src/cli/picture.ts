import { pixelsIn, textsOf, withTexts } from '../formats/png';
import { rememberedText } from '../formats/remembered';
import { XMP_KEYWORD } from '../formats/xmp';
import { MEMORY, readMemory, type Memory } from '../view/memory';
import { Misuse } from './misuse';

/** What a finished picture says of itself. */

export interface Said {
  readonly memory: Memory;
  /** How large it is, for a line of progress. */
  readonly told: string;
}

/** Throws NoMemory where it says nothing: then it is none of ours. */
export function whatItSays(picture: Uint8Array, format: string): Said {
  const memory = readMemory(rememberedText(picture, MEMORY) ?? '');
  return { memory, told: isPng(format) ? `${pixelsIn(picture).join(' × ')} pixels` : `${Math.ceil(picture.length / 1024)} kB` };
}

/** Whether a format of the page's dialog is written as a PNG. */
export function isPng(format: string): boolean {
  return ['png', 'days', 'lenses'].includes(format);
}

/** A picture with the date of SOURCE_DATE_EPOCH (seconds since 1970) in place of the dossier's; as it is where that is not set. */
export function dated(picture: Uint8Array, format: string, epoch = process.env['SOURCE_DATE_EPOCH']): Uint8Array {
  if (!epoch || !isPng(format)) return picture;
  if (!/^\d{1,11}$/.test(epoch)) throw new Misuse(`SOURCE_DATE_EPOCH ${epoch} is no number of seconds since 1970.`);
  const day = new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const texts = textsOf(picture);
  const xmp = texts.get(XMP_KEYWORD) ?? '';
  return withTexts(picture, {
    'Creation Time': day,
    [XMP_KEYWORD]: xmp.replace(/(xmp:CreateDate|photoshop:DateCreated)="[^"]*"/g, `$1="${day}"`),
  });
}
