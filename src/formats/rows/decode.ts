/** Which encoding a text has: its mark, else UTF-8 where its beginning is that, else the Windows encoding that makes letters of it. */

export interface Encoding {
  readonly label: string;
  readonly why: string;
}

const SAMPLE = 1 << 20;

/** Guesses from the first bytes; `isWhole`: there are no more. */
export function encodingOf(bytes: Uint8Array, isWhole: boolean): Encoding {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return { label: 'utf-8', why: 'it begins with the mark of UTF-8' };
  if (sample[0] === 0xff && sample[1] === 0xfe) return { label: 'utf-16le', why: 'it begins with the mark of UTF-16' };
  if (sample[0] === 0xfe && sample[1] === 0xff) return { label: 'utf-16be', why: 'it begins with the mark of UTF-16' };
  const zeros = [0, 1].map((odd) => sample.filter((byte, i) => byte === 0 && i % 2 === odd).length);
  if (zeros[1]! > sample.length / 5) return { label: 'utf-16le', why: 'every second byte is zero' };
  if (zeros[0]! > sample.length / 5) return { label: 'utf-16be', why: 'every second byte is zero' };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: !isWhole || bytes.length > SAMPLE });
    return { label: 'utf-8', why: 'its bytes are UTF-8' };
  } catch {
    const high = new TextDecoder('windows-1256').decode(sample.filter((byte) => byte >= 0x80));
    const arabic = [...high].filter((letter) => /\p{Script=Arabic}/u.test(letter)).length;
    return arabic > high.length * 0.6
      ? { label: 'windows-1256', why: 'its bytes are no UTF-8, and most are letters of Arabic in this encoding' }
      : { label: 'windows-1252', why: 'its bytes are no UTF-8' };
  }
}
