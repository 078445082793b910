/** What XML 1.0 has no way to write: control characters, halves of pairs. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as the content of an element. A character that XML forbids becomes `<g n="U+0007"/>`. */
export function content(text: string): string {
  return text
    .replace(/[&<>\r]/g, (mark) => escapes[mark])
    .replace(FORBIDDEN, (mark) => `<g n="U+${hex(mark)}"/>`);
}

/** The characters that `content` writes as an element, by its `n`; null where that is none. */
export function characterOf(n: string | undefined): string | null {
  const code = /^U\+([0-9A-F]{4,6})$/.exec(n ?? '');
  const point = code ? Number.parseInt(code[1], 16) : Number.NaN;
  return point <= 0x10ffff ? String.fromCodePoint(point) : null;
}

/** Text that an attribute can hold, `_` for what XML forbids. */
export function allowed(text: string): string {
  return text.replace(FORBIDDEN, '_');
}

/** Attributes by their names; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** An element, `inside` being its content as XML; without any it closes itself. */
export function element(name: string, attributes: Attributes, inside = ''): string {
  const open = startTag(name, attributes);
  return inside === '' ? `${open.slice(0, -1)}/>` : `${open}${inside}</${name}>`;
}

export function startTag(name: string, attributes: Attributes): string {
  const list = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${value.replace(/[&<>"\t\n\r]/g, (m) => escapes[m])}"`,
  );
  return `<${name}${list.join('')}>`;
}

export function endTag(name: string): string {
  return `</${name}>`;
}

/** An element that holds text, which is kept as it is even where its white space matters. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  const spaced = text !== collapsed(text);
  return element(
    name,
    { ...attributes, 'xml:space': spaced ? 'preserve' : undefined },
    content(text),
  );
}

/** Text as XML's tools take it where nothing says that white space matters. */
export function collapsed(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** An element whose parts stand on lines of their own, an empty string where there are none. */
export function group(
  name: string,
  attributes: Attributes,
  parts: readonly string[],
  indent: number,
): string {
  if (parts.length === 0) return '';
  const pad = ' '.repeat(indent);
  const lines = parts.map((part) => `${pad}  ${part}\n`);
  return `${startTag(name, attributes)}\n${lines.join('')}${pad}</${name}>`;
}

/** Whether a text may be an `xml:id` that takes no escape and no prefix of ours. */
export function isName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{Nd}_-]*$/u.test(text);
}

function hex(mark: string): string {
  return (mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
