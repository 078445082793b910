/** Anything that is not ASCII. */
const beyondAscii = /[\u0080-\uffff]/;
/** What is written in several ways, or is there only where a line breaks. */
const variants = /[\u00ad’\u2010\u2011]/g;
/** Small letters that lower-casing leaves apart from what they are compared with. */
const smallVariants = /[ßςſ]/g;

const plainForms: Readonly<Record<string, string>> = {
  '\u00ad': '',
  '’': "'",
  '\u2010': '-',
  '\u2011': '-',
  ß: 'ss',
  ς: 'σ',
  ſ: 's',
};

/**
 * A word as it is compared with others: composed (Unicode normalisation form
 * C), without soft hyphens, `’` as `'` and the hyphens U+2010 and U+2011 as
 * `-`, as `TokenTable.hash` has it.
 * @param withCase false: in lower case, `ß` as `ss`, `ς` as `σ`, `ſ` as `s`
 */
export function foldWord(word: string, withCase: boolean): string {
  if (!beyondAscii.test(word)) return withCase ? word : word.toLowerCase();
  const plain = word.normalize('NFC').replace(variants, plainForm);
  return withCase ? plain : plain.toLowerCase().replace(smallVariants, plainForm).normalize('NFC');
}

function plainForm(unit: string): string {
  return plainForms[unit] ?? unit;
}
