import type { AttributeValue } from '../../tags/model.ts';

/** UDPipe's escapes for white space in MISC, and what they stand for. */
const spaces: readonly (readonly [string, string])[] = [
  ['\\s', ' '],
  ['\\t', '\t'],
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\p', '|'],
  ['\\\\', '\\'],
];
const escapeOf = new Map(spaces.map(([code, plain]) => [plain, code]));
const plainOf = new Map(spaces);

/** White space as the values of `SpacesAfter=` and its kin hold it. */
export function escapeSpaces(plain: string): string {
  return plain.replace(/[ \t\n\r|\\]/g, (mark) => escapeOf.get(mark) ?? mark);
}

/** What the value of `SpacesAfter=` and its kin stands for. */
export function unescapeSpaces(value: string): string {
  return value.replace(/\\./g, (code) => plainOf.get(code) ?? code);
}

/** What parts the fields of a mention, the parts of a field and the keys of MISC. */
const parting = /[\s\p{Cc}%\-,:()|=[\]<]/gu;

/** Text for a field of a mention, percent-encoded where it holds what parts fields. */
export function escapeField(text: string): string {
  return text.replace(parting, percent);
}

/** The text of a field; what is no percent-encoding stays as it is. */
export function unescapeField(field: string): string {
  return field.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}

function percent(mark: string): string {
  const encoded = encodeURIComponent(mark);
  if (encoded !== mark) return encoded;
  return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * A value for a field. A text that looks like a number or a truth value is
 * percent-encoded throughout, so that it comes back as text.
 */
export function escapeValue(value: AttributeValue): string {
  if (typeof value !== 'string') return escapeField(String(value));
  const plain = escapeField(value);
  return typeof unescapeValue(plain) === 'string' ? plain : value.replace(/./gsu, percent);
}

/** The value of a field: a number or a truth value where it is written as one, text otherwise. */
export function unescapeValue(field: string): AttributeValue {
  if (field === 'true' || field === 'false') return field === 'true';
  const digits = field.replace(/%2D/gi, '-');
  const number = Number(digits);
  if (Number.isFinite(number) && String(number) === digits) return number;
  return unescapeField(field);
}
