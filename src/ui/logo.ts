import type { Where } from './desk/arrival';

/** A dossier's own logo, as a picture that the page and its exports can draw. */
export interface Logo {
  /** Of this page alone; good for an <img> and nothing else. */
  readonly address: string;
  /** Width to height. */
  readonly aspect: number;
}

/** A larger file is no logo: 256 KiB. */
export const LOGO_BYTES = 262_144;

/** An export waits no longer for one. */
const LATEST_MS = 20_000;

/**
 * Loads a logo, and draws it once to see that an export could. Rejects where it does not arrive in time, is larger than `LOGO_BYTES`, is no
 * picture, has no size, or would keep a canvas from being saved.
 */
export async function loadLogo(name: string, file: Where | null): Promise<Logo> {
  if (file === null) throw new Error('a logo that is not among the files');
  const response = typeof file === 'string' ? await fetch(file, { signal: AbortSignal.timeout(LATEST_MS) }) : new Response(file);
  // a drawing is shown only where it says that it is one, which not every server knows
  const type = name.endsWith('.svg') ? 'image/svg+xml' : (response.headers.get('Content-Type') ?? '');
  const blob = new Blob([await response.arrayBuffer()], { type });
  if (!response.ok || blob.size > LOGO_BYTES) throw new Error(`${response.status}, ${blob.size} bytes`);
  const address = URL.createObjectURL(blob);
  const image = new Image();
  image.src = address;
  await image.decode();
  const aspect = image.naturalWidth / image.naturalHeight;
  if (!(aspect > 0.1 && aspect < 20)) throw new Error(`${image.naturalWidth} × ${image.naturalHeight} pixels`);
  const brush = new OffscreenCanvas(8, 8).getContext('2d')!;
  brush.drawImage(image, 0, 0, 8, 8);
  brush.getImageData(0, 0, 1, 1);
  return { address, aspect };
}
