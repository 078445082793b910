/** Longer quotes are cut. */
const longest = 48;

/** The words in quotation marks, white space made single blanks; long ones are cut. */
export function quoted(words: string): string {
  const plain = words
    .slice(0, longest * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const cut = unitsOf(plain, longest) < plain.length;
  return `“${cut ? `${plain.slice(0, unitsOf(plain, longest - 1))}…` : plain}”`;
}

/** Units of the first so many code points. */
function unitsOf(text: string, letters: number): number {
  let units = 0;
  for (let n = 0; n < letters && units < text.length; n++)
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}

/** `once`, `twice`, `3 times`. */
export function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}

/** `a`, `a and b`, `a, b and c`; of more than four the first three and a count. */
export function listed(items: readonly string[], joint = 'and'): string {
  const shown = items.length > 4 ? [...items.slice(0, 3), `${items.length - 3} more`] : items;
  const last = shown[shown.length - 1] ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} ${joint} ${last}`;
}
