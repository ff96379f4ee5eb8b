import { base64Of } from './bytes.ts';

/** Media types of the files that a page and a dossier are made of, by the end of their names. */
export const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The media type of a file; of a name that nobody knows, bytes. */
export function mediaTypeOf(name: string): string {
  return mediaTypes[/\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** A file as an address that holds it: good where nothing can be fetched. */
export function dataAddress(name: string, bytes: Uint8Array): string {
  return `data:${mediaTypeOf(name).replace('; ', ';')};base64,${base64Of(bytes)}`;
}
