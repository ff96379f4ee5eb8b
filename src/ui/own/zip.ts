/** The files of a ZIP, unpacked by the browser (APPNOTE.TXT 6.3.10, without ZIP64 and encryption). */

/** A ZIP that cannot be read; the message is the reason. */
export class NoZip extends Error {}

/** What unpacks to more is a bomb, or nothing to open whole: 1 GB. */
const MOST_BYTES = 1_000_000_000;
/** The list's end has this length, and a comment behind it. */
const END_BYTES = 22;
const MOST_COMMENT_BYTES = 65_535;

/** Every file by its path; folders are left out. Throws NoZip, also where they come to more than a gigabyte. */
export async function filesOfZip(zip: Blob): Promise<ReadonlyMap<string, Blob>> {
  const tail = await viewOf(zip.slice(-END_BYTES - MOST_COMMENT_BYTES));
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new NoZip('no list of files');
  const start = tail.getUint32(end + 16, true);
  const list = await viewOf(zip.slice(start, start + tail.getUint32(end + 12, true)));
  const files = new Map<string, Blob>();
  let unpacked = 0;
  for (let at = 0, left = tail.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > list.byteLength || list.getUint32(at, true) !== 0x02014b50) throw new NoZip('a list that is cut off');
    const [flags, method] = [list.getUint16(at + 8, true), list.getUint16(at + 10, true)];
    const [packed, size] = [list.getUint32(at + 20, true), list.getUint32(at + 24, true)];
    const [name, extra, comment] = [28, 30, 32].map((place) => list.getUint16(at + place, true)) as [number, number, number];
    const path = new TextDecoder().decode(list.buffer.slice(at + 46, at + 46 + name));
    const header = list.getUint32(at + 42, true);
    at += 46 + name + extra + comment;
    if (path.endsWith('/')) continue;
    if (flags & 1 || (method !== 0 && method !== 8) || size === 0xffffffff) throw new NoZip(`${path}: ${flags & 1 ? 'encrypted' : method}`);
    if ((unpacked += size) > MOST_BYTES) throw new NoZip(`${Math.round(unpacked / 1e6)} MB`);
    const own = await viewOf(zip.slice(header, header + 30));
    if (own.byteLength < 30) throw new NoZip(`${path}: cut off`);
    const content = header + 30 + own.getUint16(26, true) + own.getUint16(28, true);
    files.set(path, await inflated(path, zip.slice(content, content + packed), method === 8, size));
  }
  return files;
}

/** What a ZIP says that it holds, and not a byte more. Throws NoZip. */
async function inflated(path: string, packed: Blob, isDeflated: boolean, size: number): Promise<Blob> {
  const parts: BlobPart[] = [];
  let length = 0;
  try {
    const stream = packed.stream();
    const reader = (isDeflated ? stream.pipeThrough(new DecompressionStream('deflate-raw')) : stream).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || (length += value.length) > size) break;
      parts.push(value);
    }
  } catch (error) {
    throw new NoZip(`${path}: ${String(error)}`);
  }
  if (length !== size) throw new NoZip(`${path}: ${length} / ${size}`);
  return new Blob(parts);
}

async function viewOf(part: Blob): Promise<DataView<ArrayBuffer>> {
  return new DataView(await part.arrayBuffer());
}
