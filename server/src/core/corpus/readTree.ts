/** A value in JSON source, or a key, and where it stands. */
export interface JsonNode {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** Where it begins and how many UTF-16 code units it has. */
  readonly offset: number;
  readonly length: number;
  /** Of what is no object and no array. */
  readonly value?: string | number | boolean | null;
  /** Of an array. */
  readonly children?: readonly JsonNode[];
  /** Of an object: each key with its value, in the order of the source. */
  readonly entries?: readonly (readonly [key: JsonNode, value: JsonNode])[];
}

/** An object or an array that is being read. */
interface Container extends JsonNode {
  length: number;
  readonly children?: JsonNode[];
  readonly entries?: [JsonNode, JsonNode][];
}

/** What JSON is made of, of a text only its quote, and comments; what else there is becomes words, which mean nothing. */
const token = /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|["{}[\]:,]|[^\s"{}[\]:,/]+/g;

/**
 * Reads JSON source of any size as far as it makes sense: comments and words
 * are passed over, commas may be missing or stand in excess, and the end of the
 * source or of what is around it closes what is still open. Never throws.
 * @param mostDepth how deep objects and arrays may stand in each other
 * @returns the outermost value, undefined where there is none; and where it nests too deep, or −1
 */
export function readTree(
  source: string,
  mostDepth: number,
): { readonly root?: JsonNode; readonly tooDeep: number } {
  const open: Container[] = [];
  let root: JsonNode | undefined;
  /** The key whose value is awaited, and whether its colon has come. */
  let key: JsonNode | undefined;
  let colon = false;
  token.lastIndex = 0;
  for (let found = token.exec(source); found; found = token.exec(source)) {
    const { index: offset } = found;
    const mark = source[offset];
    if (mark === '"') token.lastIndex = textEnd(source, offset);
    const written = mark === '"' ? source.slice(offset, token.lastIndex) : found[0];
    const around = open.at(-1);
    if (root && !around) break;
    if (mark === '/') continue;
    if (mark === ':') {
      colon = true;
      continue;
    }
    const node = isMark(mark) ? undefined : nodeOf(written, offset, source.length);
    if (node && key && colon) around?.entries?.push([key, node]);
    else if (node) around?.children?.push(node);
    key = around?.entries && !(key && colon) && node?.type === 'string' ? node : undefined;
    colon = false;
    if (mark === '}' || mark === ']') close(open, mark === '}' ? 'object' : 'array', offset + 1);
    if (!around) root = node;
    if (!node?.children && !node?.entries) continue;
    if (open.length === mostDepth) return { tooDeep: offset };
    open.push(node);
  }
  return { root, tooDeep: -1 };
}

/** Where the text that opens at `at` ends: behind its second quote, or with the line where it has none. */
function textEnd(source: string, at: number): number {
  for (let i = at + 1; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 0x22) return i + 1;
    if (unit === 0x0a || unit === 0x0d) return i;
    if (unit === 0x5c) i++;
  }
  return source.length;
}

/** Closes the innermost container of a type and all that is open in it; where there is none, the mark means nothing. */
function close(open: Container[], type: JsonNode['type'], end: number): void {
  const at = open.findLastIndex((container) => container.type === type);
  if (at < 0) return;
  for (const container of open.splice(at)) container.length = end - container.offset;
}

function isMark(mark: string): boolean {
  return mark === ',' || mark === '}' || mark === ']';
}

/** The node that a token begins; undefined where it means nothing. */
function nodeOf(written: string, offset: number, end: number): Container | undefined {
  const { length } = written;
  if (written === '{') return { type: 'object', offset, length: end - offset, entries: [] };
  if (written === '[') return { type: 'array', offset, length: end - offset, children: [] };
  const value = scalarOf(written);
  if (value === undefined) return undefined;
  const type = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean');
  return { type, offset, length, value };
}

function scalarOf(written: string): string | number | boolean | null | undefined {
  try {
    return JSON.parse(written);
  } catch {
    // A text with a fault in it is a text all the same.
    return written[0] === '"' ? written.replace(/^"|"$/g, '') : undefined;
  }
}
