/** What letters behind a backslash stand for. */
const plainOf: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
  ['b', '\b'],
]);
const letterOf: ReadonlyMap<string, string> = new Map(
  Array.from(plainOf, ([letter, plain]) => [plain, letter]),
);

/** A value for a field, with a backslash before whatever has a meaning there. */
export function escapeValue(value: string): string {
  return value.replace(/->|[\\[\]|_;*\t\n\r]/g, (mark) => `\\${letterOf.get(mark) ?? mark}`);
}

/** The value that a field holds. A backslash before anything else is a backslash. */
export function unescapeValue(field: string): string {
  return field.replace(/\\(->|[\\[\]|_;*tnr])/g, (_, mark: string) => plainOf.get(mark) ?? mark);
}

/** A line of a sentence, or a word, with control characters as octal numbers. */
export function escapeText(text: string): string {
  return text.replace(/[\p{Cc}\\]/gu, (mark, at: number) => {
    if (mark === '\\') return '\\\\';
    const letter = letterOf.get(mark);
    if (letter !== undefined) return `\\${letter}`;
    if (mark === '\v' || mark > '\u001f') return mark;
    const octal = `\\${mark.charCodeAt(0).toString(8)}`;
    // Where a digit behind it would be read as part of the number, the mark itself stands there.
    return unescapeText(octal + text.charAt(at + 1)).startsWith(mark) ? octal : mark;
  });
}

/** The text that a line of a sentence, or a word, stands for; escapes of values are taken, too. */
export function unescapeText(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(->|1[67]|[23][0-7]|[0-7]|[\\[\]|_;*tnrfb])/g,
    (_, mark: string) =>
      plainOf.get(mark) ??
      (/^\d/.test(mark) ? String.fromCharCode(Number.parseInt(mark, 8)) : mark),
  );
}

/** The parts of a field between marks that have no backslash before them. */
export function splitField(field: string, mark: '|' | ';'): string[] {
  if (!field.includes(mark)) return [field];
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < field.length; at++) {
    if (field[at] === '\\') at++;
    else if (field[at] === mark) {
      parts.push(field.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(field.slice(from));
  return parts;
}

/** One value of a field, still with its escapes, and the number behind it that tells annotations apart. */
export interface Item {
  readonly value: string;
  readonly id?: number;
}

/** The value and the number of `PER[3]`. */
export function itemOf(part: string): Item {
  const [, value, id] = /^(.*)\[(\d{1,9})\]$/s.exec(part) ?? [];
  if (value === undefined) return { value: part };
  const backslashes = /\\*$/.exec(value)?.[0].length ?? 0;
  return backslashes % 2 === 0 ? { value, id: Number(id) } : { value: part };
}
