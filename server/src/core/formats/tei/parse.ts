import { parseXml, XmlElement, XmlError, type XmlNode, XmlText } from '@rgrove/parse-xml';
import type { FileProblem, FormatFile } from '../format.ts';

/** An XML file's outermost element, and what is wrong with the file. */
export interface Parsed {
  /** Null where the file is no XML. */
  readonly root: XmlElement | null;
  readonly problems: readonly FileProblem[];
}

/** The marks of Latin 1 by the names that HTML and older texts call them, from U+00A0 on. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
const others: Readonly<Record<string, string>> = {
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  hellip: '…',
  bull: '•',
  dagger: '†',
  Dagger: '‡',
  euro: '€',
  oelig: 'œ',
  OElig: 'Œ',
  Scaron: 'Š',
  scaron: 'š',
  Zcaron: 'Ž',
  zcaron: 'ž',
};
const known: ReadonlyMap<string, string> = new Map([
  ...latin.map((name, i): [string, string] => [name, String.fromCharCode(0xa0 + i)]),
  ...Object.entries(others),
]);

/** No entity that stands for text is longer; one that is was made to fill the memory. */
const MOST_TEXT = 10_000;

/** Reads XML. Entities are what the file's own declarations say, or what they are commonly called. */
export function parseFile({ path, content }: FormatFile): Parsed {
  const declared = declaredEntities(content);
  const undefinedOnes = new Set<string>();
  const resolve = (reference: string, depth = 0): string | null => {
    const name = reference.slice(1, -1);
    const value = declared.get(name);
    if (value === undefined) return known.get(name) ?? null;
    if (depth > 4 || value.includes('<')) return null;
    const text = value.replace(/&[^;\s&]+;/g, (inner) =>
      inner.startsWith('&#')
        ? character(inner)
        : (predefined[inner] ?? resolve(inner, depth + 1) ?? inner),
    );
    return text.length > MOST_TEXT ? null : text;
  };
  try {
    const { root } = parseXml(content, {
      ignoreUndefinedEntities: true,
      resolveUndefinedEntity: (reference) => {
        const text = resolve(reference);
        if (text === null) undefinedOnes.add(reference);
        return text;
      },
    });
    const problems = Array.from(undefinedOnes, (reference) => ({
      path,
      message: `The entity “${reference}” is not declared as text in this file; it is kept as it is written.`,
    }));
    return { root, problems };
  } catch (error) {
    return { root: null, problems: [problemOf(path, error)] };
  }
}

function problemOf(path: string, error: unknown): FileProblem {
  if (error instanceof XmlError) {
    const what = error.message.replace(/ \(line \d[\s\S]*$/, '');
    return { path, line: error.line, message: `This is no well-formed XML: ${what}.` };
  }
  return { path, message: 'This XML nests too deep to be read.' };
}

const predefined: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function character(reference: string): string {
  const hex = /^&#x([0-9a-f]+);$/i.exec(reference);
  const code = hex ? Number.parseInt(hex[1], 16) : Number.parseInt(reference.slice(2), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

/** The entities that the file itself declares as text; of two with one name the first counts. */
function declaredEntities(content: string): Map<string, string> {
  const entities = new Map<string, string>();
  const start = content.indexOf('<!DOCTYPE');
  if (start < 0) return entities;
  const end = content.indexOf(']>', start);
  const subset = content.slice(start, end < 0 ? start : end);
  for (const [, name, double, single] of subset.matchAll(
    /<!ENTITY\s+([^\s%"']+)\s+(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (!entities.has(name)) entities.set(name, double ?? single);
  }
  return entities;
}

/** An element's name without the prefix of its namespace. */
export function nameOf({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

/** Every element below one, in the file's order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  const waiting = elementsIn(element).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    waiting.push(...elementsIn(next).reverse());
  }
}

/** An element's id; TEI P4 called it otherwise. */
export function idOf({ attributes }: XmlElement): string | undefined {
  return attributes['xml:id'] ?? attributes.id;
}

/** The pointers in an attribute, without the `#` of those into the same file. */
export function pointers(value: string | undefined): string[] {
  return (value ?? '')
    .split(/\s+/)
    .filter((pointer) => pointer !== '')
    .map((pointer) => pointer.replace(/^#/, ''));
}

export { XmlElement };

/** Whether a node is text. */
export function isTextNode(node: XmlNode): node is XmlText {
  return node instanceof XmlText;
}
