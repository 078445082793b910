import { createScanner, type Node as JsonNode, parseTree } from 'jsonc-parser';
import { didYouMean } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { MOST_DEPTH, outlineJson } from '../tags/json.ts';

export type { JsonNode };

/** A file with more mistakes than this is not read to be mended one by one. */
const mostProblems = 1000;
/** So many mistakes get a guess at what was meant: guessing costs time, and a file may hold any number of mistakes. */
const mostGuesses = 100;

/** One member of a JSON object. */
export interface Member {
  readonly key: JsonNode;
  readonly value: JsonNode;
}

/** The members of a JSON object by their key; of members with one key the first. */
export type Members = ReadonlyMap<string, Member>;

/**
 * JSON source as a tree, read as far as it can be read, and what is wrong with
 * it. The functions that read values out of the tree answer undefined where
 * the value is not what it should be, and have reported it then.
 */
export class JsonReader {
  readonly problems: Problem[] = [];
  /** The outermost value; undefined where there is none, or where it nests too deep to be read. */
  readonly root: JsonNode | undefined;
  readonly #source: string;

  /** @param source JSON; a byte-order mark before it is passed over */
  constructor(source: string) {
    this.#source = source.replace(/^\uFEFF/, ' ');
    const deep = tooDeepAt(this.#source);
    if (deep >= 0) {
      const message = `This nests deeper than ${MOST_DEPTH} levels. Make it flatter.`;
      this.problems.push({ start: deep, end: deep + 1, message });
      return;
    }
    const { error } = outlineJson(this.#source);
    if (error) this.problems.push({ ...error, message: this.#syntaxMessage(error) });
    this.root = parseTree(this.#source);
  }

  /** Reports what is wrong with a value; without one, with the whole source. The first thousand mistakes count. */
  report(node: JsonNode | undefined, message: string): void {
    if (this.problems.length >= mostProblems) return;
    const start = node?.offset ?? 0;
    const end = node === undefined ? this.#source.length : start + node.length;
    this.problems.push({ start, end, message });
  }

  /**
   * The members of an object; reports a key that stands twice and, where
   * `known` is given, every key that is not among them.
   * @param owner what the object is, as a sentence ends: `a label`
   */
  members(node: JsonNode, owner: string, known?: readonly string[]): Members {
    const members = new Map<string, Member>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (key === undefined || value === undefined) continue;
      const name = String(key.value);
      if (members.has(name)) {
        this.report(key, `“${name}” stands twice in ${owner}; the first one counts. Remove one.`);
        continue;
      }
      members.set(name, { key, value });
      if (known && !known.includes(name)) {
        const hint = this.guess(name, known) || ` The keys are ${known.join(', ')}.`;
        this.report(key, `“${name}” is no key of ${owner}.${hint}`);
      }
    }
    return members;
  }

  /** A text that is not blank. `what` opens the sentence: `“name” of a label`. */
  text(node: JsonNode, what: string): string | undefined {
    if (node.type === 'string' && node.value.trim() !== '') return node.value;
    this.report(node, `${what} must be a text that is not empty.`);
    return undefined;
  }

  /** The items of a list. */
  items(node: JsonNode, what: string, of: string): readonly JsonNode[] | undefined {
    if (node.type === 'array') return node.children ?? [];
    this.report(node, `${what} must be a list of ${of}.`);
    return undefined;
  }

  /** The texts of a list, without those that are none. */
  texts(node: JsonNode, what: string): string[] | undefined {
    return this.items(node, what, 'texts')?.flatMap((item) => {
      const text = this.text(item, `What ${what} holds`);
      return text === undefined ? [] : [text];
    });
  }

  /** `true` or `false`. */
  truth(node: JsonNode, what: string): boolean | undefined {
    if (node.type === 'boolean') return node.value;
    this.report(node, `${what} must be true or false.`);
    return undefined;
  }

  /** One of the words allowed. */
  word<T extends string>(node: JsonNode, what: string, allowed: readonly T[]): T | undefined {
    const found = allowed.find((word) => word === node.value);
    if (found !== undefined) return found;
    const hint = node.type === 'string' ? this.guess(node.value, allowed) : '';
    this.report(node, `${what} must be one of ${allowed.join(', ')}.${hint}`);
    return undefined;
  }

  /** ` Did you mean “…”?` where one of the words is near, else the empty string. */
  guess(word: string, words: Iterable<string>): string {
    return this.problems.length < mostGuesses ? didYouMean(word, words) : '';
  }

  #syntaxMessage({ start, message }: Problem): string {
    if (this.#source.trim() === '') return 'This file is empty. It must hold a JSON object.';
    const comment = /^\/[/*]/.test(this.#source.slice(start, start + 2));
    return comment ? 'JSON knows no comments. Remove this one.' : message;
  }
}

/** The value a JSON tree stands for; `__proto__` becomes an ordinary key. */
export function plainValue(node: JsonNode): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children }) =>
      children?.[0] !== undefined && children[1] !== undefined
        ? [[children[0].value, plainValue(children[1])]]
        : [],
    ),
  );
}

/** Where brackets nest deeper than the parser, which recurses, shall follow; −1 where they don't. */
function tooDeepAt(source: string): number {
  const scanner = createScanner(source, true);
  let depth = 0;
  // At the end of a comment that is not closed the scanner never says that nothing is left.
  for (scanner.scan(); scanner.getTokenOffset() < source.length; scanner.scan()) {
    const at = scanner.getTokenOffset();
    const mark = source[at];
    if (mark === '{' || mark === '[') depth++;
    else if (mark === '}' || mark === ']') depth--;
    if (depth > MOST_DEPTH) return at;
  }
  return -1;
}
