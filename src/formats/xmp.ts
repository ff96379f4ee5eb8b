import { escaped } from '../core/xml';

/** What a picture says of itself in the standard way (XMP, ISO 16684-1), so that any picture desk's software reads it. */

/** Finished texts, in one language. */
export interface About {
  readonly title: string;
  /** The situation in words, shortened: also for readers who do not see it. */
  readonly description: string;
  readonly credit: string;
  readonly licence: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** A language tag. */
  readonly language: string;
  /** The program, with its version. */
  readonly program: string;
}

/** Under which keyword a PNG keeps an XMP packet. */
export const XMP_KEYWORD = 'XML:com.adobe.xmp';

/** An XMP packet. */
export function xmpOf({ title, description, credit, licence, date, language, program }: About): string {
  const alternatives = (name: string, text: string): string =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li><rdf:li xml:lang="${escaped(language)}">${escaped(text)}</rdf:li></rdf:Alt></${name}>`;
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
    ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"',
    ` xmp:CreatorTool="${escaped(program)}" xmp:CreateDate="${escaped(date)}" photoshop:DateCreated="${escaped(date)}" photoshop:Credit="${escaped(credit)}">`,
    alternatives('dc:title', title),
    alternatives('dc:description', description),
    alternatives('dc:rights', licence),
    alternatives('xmpRights:UsageTerms', licence),
    alternatives('Iptc4xmpCore:AltTextAccessibility', description),
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  ].join('\n');
}

/** What a PNG's own keywords say of the same, beside the packet. */
export function pngTexts(about: About): Record<string, string> {
  return {
    Title: about.title,
    Description: about.description,
    Copyright: about.licence,
    Source: about.credit,
    Software: about.program,
    'Creation Time': about.date,
    [XMP_KEYWORD]: xmpOf(about),
  };
}
