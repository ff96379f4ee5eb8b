/** Where a text stops being JSON, and what should stand there: engines word that each in its own way, and some without the place. */

/** The first fault of a text that is no JSON. */
export interface JsonFault {
  /** UTF-16 offset; the text's length where it ends too early. */
  readonly offset: number;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /(?:true|false|null)\b/y;

/** What may come next, as messages say it. */
const EXPECTED = {
  value: 'a value',
  first: 'a value, or ]',
  name: 'a name in quotation marks',
  firstName: 'a name in quotation marks, or }',
  colon: ': behind the name',
  inObject: ', or }',
  inList: ', or ]',
  end: 'nothing behind the value',
  quote: 'a quotation mark that ends the text, in its line',
  escape: 'behind \\ one of " \\ / b f n r t, or u and four hexadecimal digits',
} as const;

type State = keyof typeof EXPECTED;

/** Null where the text is JSON. A byte-order mark is passed over. */
export function jsonFault(text: string): JsonFault | null {
  const open: ('inObject' | 'inList')[] = [];
  let state = 'value' as State;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const fault = (expected: State = state) => faultAt(text, at, expected, open.length > 0);
  for (;;) {
    while (at < text.length && ' \t\n\r'.includes(text[at]!)) at++;
    const sign = text[at];
    if (sign === undefined) return state === 'end' ? null : fault();
    const around = open.at(-1);
    const closes = around === 'inObject' ? '}' : ']';
    if (sign === closes && (state === 'first' || state === 'firstName' || (around !== undefined && state === around))) {
      open.pop();
      state = open.at(-1) ?? 'end';
      at++;
    } else if (state === 'colon' || state === 'inObject' || state === 'inList' || state === 'end') {
      if (state === 'end' || sign !== (state === 'colon' ? ':' : ',')) return fault();
      state = state === 'inObject' ? 'name' : 'value';
      at++;
    } else if (sign === '"') {
      const string = stringFrom(text, at);
      at = string.end;
      if (string.fault) return fault(string.fault);
      state = state === 'name' || state === 'firstName' ? 'colon' : (around ?? 'end');
    } else if (state === 'name' || state === 'firstName') return fault();
    else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? 'inObject' : 'inList');
      state = sign === '{' ? 'firstName' : 'first';
      at++;
    } else {
      NUMBER.lastIndex = WORD.lastIndex = at;
      const [plain] = NUMBER.exec(text) ?? WORD.exec(text) ?? [];
      if (plain === undefined) return fault();
      at += plain.length;
      state = around ?? 'end';
    }
  }
}

/** Where a text between quotation marks ends, or where in it is a fault. */
function stringFrom(text: string, start: number): { readonly end: number; readonly fault?: 'quote' | 'escape' } {
  for (let at = start + 1; ; at++) {
    const sign = text[at];
    if (sign === '"') return { end: at + 1 };
    if (sign === undefined || sign < ' ') return { end: at, fault: 'quote' };
    if (sign !== '\\') continue;
    const [escape] = /^(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/.exec(text.slice(at + 1, at + 6)) ?? [];
    if (escape === undefined) return { end: at, fault: 'escape' };
    at += escape.length;
  }
}

function faultAt(text: string, offset: number, state: State, isOpen: boolean): JsonFault {
  const [word = ''] = /^(?:[\w.+-]{1,40}|[^])/u.exec(text.slice(offset, offset + 40)) ?? [];
  return { offset, found: foundOf(word), expected: EXPECTED[state], mend: mendOf(text, offset, state, word, isOpen) };
}

function foundOf(word: string): string {
  if (word === '') return 'the end of the file';
  if (word === '\n' || word === '\r') return 'the end of the line';
  return /^[\p{L}\p{N}\p{P}\p{S}]/u.test(word)
    ? JSON.stringify(word)
    : `the sign U+${word.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What is most likely to help. */
function mendOf(text: string, offset: number, state: State, word: string, isOpen: boolean): string {
  if (word === '') return isOpen || state === 'quote' ? 'close what is open; the file may have been cut off' : 'write the file’s JSON';
  if (word.startsWith('/') || word === '#') return 'take the comment out: JSON has none';
  if (word === '’' || word === "'" || word === '“' || word === '”') return 'write " for every quotation mark around a text';
  if ((word === '}' || word === ']') && /,[ \t\n\r]*$/.test(text.slice(Math.max(0, offset - 1000), offset)))
    return 'take out the comma before it';
  if ((state === 'inObject' || state === 'inList') && /^["{[\w-]/.test(word))
    return 'put a comma before it, or correct the quotation marks';
  if (state === 'quote') return 'end the text with ", and write \\n for a line end inside it';
  return 'correct the file’s JSON there';
}
