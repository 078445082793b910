import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';

/** Deeper nesting than this is no data that a sidecar holds. */
export const MOST_DEPTH = 64;

/** What a look at JSON source without building values tells. */
export interface JsonOutline {
  /** The first breach of the grammar (RFC 8259), or null. */
  readonly error: Problem | null;
  /** The first key that stands twice in one object, or null: a parser would drop one of the two. */
  readonly duplicate: Problem | null;
  /** Where each value of the two upper levels stands: `tags`, `tags/3`, `text/length`. */
  readonly places: ReadonlyMap<string, Span>;
}

interface Frame {
  readonly array: boolean;
  /** Keys met so far, for objects. */
  readonly keys: Set<string>;
  /** Path of the container, for the two upper levels; undefined below. */
  readonly path: string | undefined;
  readonly start: number;
  /** Path of the element that is being read. */
  element: string | undefined;
  count: number;
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'end';

/** Reads JSON source of any size and depth without recursion; never throws. */
export function outlineJson(source: string): JsonOutline {
  const places = new Map<string, Span>();
  const stack: Frame[] = [];
  let duplicate: Problem | null = null;
  let expected = 'value' as Expected;
  let at = skipSpace(source, 0);

  const fail = (message: string): JsonOutline => ({
    error: { start: Math.min(at, source.length), end: Math.min(at + 1, source.length), message },
    duplicate,
    places,
  });
  const finish = (start: number, end: number): void => {
    const frame = stack.at(-1);
    if (frame?.element !== undefined) places.set(frame.element, { start, end });
    expected = frame ? ', or end' : 'end';
  };

  for (; at < source.length; at = skipSpace(source, at)) {
    const frame = stack.at(-1);
    const mark = source[at];
    if (expected === 'end') return fail('Something stands behind the end of the JSON value.');
    if (expected === ':') {
      if (mark !== ':') return fail('A colon is missing behind a key.');
      expected = 'value';
      at++;
    } else if (expected === 'key' || expected === 'key or }') {
      if (mark === '}' && expected === 'key or }') {
        at++;
        stack.pop();
        finish(frame?.start ?? 0, at);
        continue;
      }
      const end = mark === '"' ? stringEnd(source, at) : -1;
      if (end < 0 || !frame) return fail('A key in double quotes is missing here.');
      const key = source.slice(at + 1, end - 1);
      if (frame.keys.has(key)) {
        duplicate ??= {
          start: at,
          end,
          message: `The key “${key}” stands twice in one object. Remove one of the two.`,
        };
      }
      frame.keys.add(key);
      frame.element = elementPath(frame, key);
      expected = ':';
      at = end;
    } else if (expected === ', or end') {
      if (mark === ',') {
        expected = frame?.array ? 'value' : 'key';
        at++;
      } else if (frame && mark === (frame.array ? ']' : '}')) {
        at++;
        stack.pop();
        finish(frame.start, at);
      } else return fail(`A comma or ${frame?.array ? ']' : '}'} is missing here.`);
    } else if (mark === ']' && expected === 'value or ]' && frame) {
      at++;
      stack.pop();
      finish(frame.start, at);
    } else {
      if (frame?.array) frame.element = elementPath(frame, String(frame.count++));
      if (mark === '{' || mark === '[') {
        const path = stack.length === 0 ? '' : frame?.element;
        const array = mark === '[';
        stack.push({ array, keys: new Set(), path, start: at, element: undefined, count: 0 });
        expected = array ? 'value or ]' : 'key or }';
        at++;
        continue;
      }
      const end = mark === '"' ? stringEnd(source, at) : scalarEnd(source, at);
      if (end < 0) return fail('This is no JSON value.');
      finish(at, end);
      at = end;
    }
  }
  return expected === 'end'
    ? { error: null, duplicate, places }
    : fail('The file ends in the middle: it was cut off.');
}

function elementPath(frame: Frame, key: string): string | undefined {
  if (frame.path === undefined || frame.path.includes('/')) return undefined;
  return frame.path === '' ? key : `${frame.path}/${key}`;
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
