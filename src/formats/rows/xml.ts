import { Parser } from 'saxen';
import { NoTable } from '../../core/import/table';

/** XML of others, read strictly: nothing that it defines itself is followed, so nothing in it can grow. */

/** Deeper than this nests nobody by hand. */
const DEEPEST = 200;

/** Told of each element and its text as they come; names without the prefix of their namespace. */
export interface XmlListener {
  readonly open: (name: string, attribute: (name: string) => string) => void;
  /** Comes in as many pieces as it is written in. */
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Reads a whole document. Throws NoTable where it is not well-formed, is cut off, or has a document type. */
export function readXml(xml: string, { open, text, close }: XmlListener): void {
  if (/^\s*(<!doctype html|<html)/i.test(xml)) throw new NoTable('it is a web page: save the data behind it');
  const refuse = (error: Error): never => {
    throw new NoTable(`it is no well-formed XML: ${error.message}`);
  };
  let depth = 0;
  new Parser()
    .on('attention', (declaration) => {
      const [what] = /^<!\w*/.exec(declaration) ?? ['<!'];
      throw new NoTable(`it has a declaration ${what} …>, by which a file can grow without bounds: save it without`);
    })
    .on('openTag', (name, attributes) => {
      if (++depth > DEEPEST) throw new NoTable(`its elements are nested more than ${DEEPEST} deep`);
      open(localOf(name), (wanted) => {
        const all = attributes();
        return Object.hasOwn(all, wanted) ? characters(all[wanted]!) : '';
      });
    })
    .on('text', (piece) => text(characters(piece)))
    .on('cdata', text)
    .on('closeTag', (name) => {
      depth--;
      close(localOf(name));
    })
    .on('error', refuse)
    .on('warn', refuse)
    .parse(xml);
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const named: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"', nbsp: '\u00a0' };

/** A text with its character references as characters; what XML and HTML do not name stays as it is. */
export function characters(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (whole, decimal?: string, hexadecimal?: string, name = '') => {
    if (name !== '') return Object.hasOwn(named, name) ? named[name]! : whole;
    const code = decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}
