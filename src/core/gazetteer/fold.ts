/** Combining signs of Latin, Hebrew and Arabic letters. */
const MARKS = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]/g;
/** Apostrophes, letters for ayin and hamza, the tatweel, and signs without width: they join what they stand between. */
const SILENT = /['`´‘’‛′ʹʻʼʽʾʿˁˈ\u0621\u0640\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const SEPARATORS = /[^\p{L}\p{M}\p{N}]+/u;
/** The Arabic article as it is written in Latin letters, before sun letters too. */
const ARTICLES = new Set('al el ul ad ed ud adh edh an en un ar er ur as es us ash esh ush at et ut ath eth az ez uz'.split(' '));

/** Letters of one sound that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ə: 'a',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ہ: 'ه',
  ە: 'ه',
  ة: 'ه',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/**
 * What two spellings of one name have in common: lower case, no diacritics, no Latin or Arabic article, one form for
 * alef, ya, hamza seats and ta marbuta (ـة ~ ـه, -ah ~ -a), and no hyphens, apostrophes, spaces, ayin or bidi marks.
 * Folding twice changes nothing; a name without letters or digits folds to the empty text, a lone article stays.
 */
export function fold(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '').replace(SILENT, '').replace(LETTER, toLetter);
  const words = plain.split(SEPARATORS).filter((word) => word !== '');
  const named = words.filter((word) => !ARTICLES.has(word));
  const stems = (named.length > 0 ? named : words).map((word) => withoutEnding(withoutArticle(word)));
  return withoutEnding(stems.reduce(joined, ''));
}

const toLetter = (letter: string): string => LETTERS[letter] ?? letter;
const joined = (start: string, word: string): string => withoutArticle(start + word);

/** Drops ال as long as two letters remain. */
function withoutArticle(word: string): string {
  return word.replace(/^(?:ال)+(?=..)/u, '');
}

/** A Latin ta marbuta: Hamah is Hama. */
function withoutEnding(word: string): string {
  return word.replace(/(?<=..)ah$/u, 'a');
}
