import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';

/** Deeper nesting than this is no data that a sidecar holds. */
export const MOST_DEPTH = 64;
/** Nor is what nests deeper than this read to its end; leaves room for a value of `MOST_DEPTH` anywhere in a file. */
const DEEPEST = 100;

/** What a careful reading of JSON source tells besides its value. */
export interface JsonOutline {
  /** The first breach of the grammar (RFC 8259), or null; nesting of more than 100 levels counts as one. */
  readonly error: Problem | null;
  /** The first key that stands twice in one object, or null: a parser would drop one of the two. */
  readonly duplicate: Problem | null;
  /** Where each value of the two upper levels stands: `tags`, `tags/3`, `text/length`. */
  readonly places: ReadonlyMap<string, Span>;
  /** The value itself; undefined where there is an error. */
  readonly value: unknown;
  /**
   * Whether a key was written with an escape. V8 from version 12 on may read
   * such a key as one that it met before at the same place (`"x\\""` as
   * `"x\\\\"`), so `JSON.parse` is not to be trusted with it.
   */
  readonly escapedKey: boolean;
}

/** An object or array that is being read. */
interface Frame {
  readonly array: boolean;
  readonly entries: [key: string, value: unknown][];
  /** Keys met so far, for objects. */
  readonly keys: Set<string>;
  /** Path of the container, for the two upper levels; undefined below. */
  readonly path: string | undefined;
  readonly start: number;
  /** Key of the value that is being read. */
  key: string;
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'end';

/** Reads JSON source of any size and depth without recursion; never throws. */
export function outlineJson(source: string): JsonOutline {
  return new Reader(source).read();
}

class Reader {
  readonly #source: string;
  readonly #places = new Map<string, Span>();
  readonly #stack: Frame[] = [];
  #at = 0;
  #expected: Expected = 'value';
  #duplicate: Problem | null = null;
  #escapedKey = false;
  #value: unknown;

  constructor(source: string) {
    this.#source = source;
  }

  read(): JsonOutline {
    let fault: string | null = null;
    for (;;) {
      this.#at = skipSpace(this.#source, this.#at);
      if (this.#at >= this.#source.length) break;
      fault = this.#step(this.#source[this.#at]);
      if (fault !== null) break;
    }
    if (this.#expected !== 'end') fault ??= 'The file ends in the middle: it was cut off.';
    const { length } = this.#source;
    const span = { start: Math.min(this.#at, length), end: Math.min(this.#at + 1, length) };
    return {
      error: fault === null ? null : { ...span, message: fault },
      duplicate: this.#duplicate,
      places: this.#places,
      value: fault === null ? this.#value : undefined,
      escapedKey: this.#escapedKey,
    };
  }

  /** Reads one mark, key or scalar; answers what is wrong with it, or null. */
  #step(mark: string): string | null {
    const frame = this.#stack.at(-1);
    switch (this.#expected) {
      case 'end':
        return 'Something stands behind the end of the JSON value.';
      case ':':
        if (mark !== ':') return 'A colon is missing behind a key.';
        return this.#pass('value');
      case ', or end':
        if (mark === ',') return this.#pass(frame?.array ? 'value' : 'key');
        if (mark === (frame?.array ? ']' : '}')) return this.#close();
        return `A comma or ${frame?.array ? ']' : '}'} is missing here.`;
      case 'key or }':
      case 'key':
        if (mark === '}' && this.#expected === 'key or }') return this.#close();
        return this.#key(mark, frame);
      default:
        if (mark === ']' && this.#expected === 'value or ]') return this.#close();
        return mark === '{' || mark === '[' ? this.#open(mark === '[') : this.#scalar(mark);
    }
  }

  #pass(expected: Expected): null {
    this.#at++;
    this.#expected = expected;
    return null;
  }

  #key(mark: string, frame: Frame | undefined): string | null {
    const end = mark === '"' ? stringEnd(this.#source, this.#at) : -1;
    if (end < 0 || !frame) return 'A key in double quotes is missing here.';
    const written = this.#source.slice(this.#at, end);
    const key = String(JSON.parse(written));
    if (written.includes('\\')) this.#escapedKey = true;
    if (frame.keys.has(key)) {
      const message = `The key “${key}” stands twice in one object. Remove one of the two.`;
      this.#duplicate ??= { start: this.#at, end, message };
    }
    frame.keys.add(key);
    frame.key = key;
    this.#at = end;
    this.#expected = ':';
    return null;
  }

  #open(array: boolean): string | null {
    if (this.#stack.length === DEEPEST) return `This nests deeper than ${DEEPEST} levels.`;
    const path = this.#stack.length === 0 ? '' : this.#path();
    const start = this.#at;
    this.#stack.push({ array, entries: [], keys: new Set(), path, start, key: '' });
    return this.#pass(array ? 'value or ]' : 'key or }');
  }

  #close(): null {
    const frame = this.#stack.pop();
    this.#at++;
    if (!frame) return null;
    const { array, entries, start } = frame;
    const value: unknown = array ? entries.map(([, item]) => item) : Object.fromEntries(entries);
    return this.#finish(start, value);
  }

  #scalar(mark: string): string | null {
    const start = this.#at;
    const end = mark === '"' ? stringEnd(this.#source, start) : scalarEnd(this.#source, start);
    if (end < 0) return 'This is no JSON value.';
    this.#at = end;
    return this.#finish(start, JSON.parse(this.#source.slice(start, end)));
  }

  /** Hands a whole value to what it stands in. */
  #finish(start: number, value: unknown): null {
    const frame = this.#stack.at(-1);
    const path = this.#path();
    if (path !== undefined) this.#places.set(path, { start, end: this.#at });
    if (frame) frame.entries.push([frame.key, value]);
    else this.#value = value;
    this.#expected = frame ? ', or end' : 'end';
    return null;
  }

  /** Path of the value that is being read, on the two upper levels. */
  #path(): string | undefined {
    const frame = this.#stack.at(-1);
    if (frame?.path === undefined || frame.path.includes('/')) return undefined;
    const key = frame.array ? String(frame.entries.length) : frame.key;
    return frame.path === '' ? key : `${frame.path}/${key}`;
  }
}

function skipSpace(source: string, at: number): number {
  for (; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
  }
  return at;
}

const escapable = '"\\/bfnrt';

/** Where the string that opens at `at` ends, or −1 where it is none. */
function stringEnd(source: string, at: number): number {
  for (let i = at + 1; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 0x22) return i + 1;
    if (unit < 0x20) return -1;
    if (unit === 0x5c) {
      i++;
      if (source[i] === 'u') {
        if (!/^[0-9a-fA-F]{4}$/.test(source.slice(i + 1, i + 5))) return -1;
        i += 4;
      } else if (i >= source.length || !escapable.includes(source[i])) return -1;
    }
  }
  return -1;
}

const scalar =
  /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.+-])/y;

function scalarEnd(source: string, at: number): number {
  scalar.lastIndex = at;
  return scalar.test(source) ? scalar.lastIndex : -1;
}
