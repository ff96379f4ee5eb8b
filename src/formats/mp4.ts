/** When an MP4 says that it was made (ISO 14496-12: mvhd, tkhd, mdhd). */

/** Seconds from 1904 to 1970. */
const EPOCH = 2_082_844_800;
const CONTAINERS = new Set(['moov', 'trak', 'mdia']);
const CLOCKED = new Set(['mvhd', 'tkhd', 'mdhd']);

/** An MP4 whose times of making are the beginning of a day (YYYY-MM-DD, or none: 1970) in place of the clock's; changed where it stands. */
export function withoutClock(mp4: Uint8Array<ArrayBuffer>, day: string): Uint8Array<ArrayBuffer> {
  const seconds = Math.floor((Date.parse(day) || 0) / 1000) + EPOCH;
  const view = new DataView(mp4.buffer, mp4.byteOffset, mp4.byteLength);
  const walk = (from: number, to: number): void => {
    for (let at = from; at + 8 <= to;) {
      const name = String.fromCharCode(...mp4.subarray(at + 4, at + 8));
      const short = view.getUint32(at);
      const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
      if (size < 8) return;
      if (CONTAINERS.has(name)) walk(at + 8, at + size);
      if (CLOCKED.has(name)) {
        const isLong = view.getUint8(at + 8) === 1;
        for (const i of [0, 1])
          if (isLong) view.setBigUint64(at + 12 + 8 * i, BigInt(seconds));
          else view.setUint32(at + 12 + 4 * i, seconds);
      }
      at += size;
    }
  };
  walk(0, mp4.length);
  return mp4;
}
