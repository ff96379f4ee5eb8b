import { characters } from './xml';

/** What a reader sees of HTML, as text. It stays text ever after: nothing that comes out of here is markup. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  const shown = html
    .replace(/<(script|style)\b[^<>]*>[^<]*<\/\1\s*>/gi, ' ')
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<\/(td|th)\b[^<>]*>/gi, ' ')
    // only what looks like a tag: “a < b” stays
    .replace(/<[/!a-z][^<>]*>/gi, '');
  return characters(shown)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
