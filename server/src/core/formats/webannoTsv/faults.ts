import type { FileProblem } from '../format.ts';

/** Collects the problems of one file; of those that repeat line by line the first, with their number. */
export class Faults {
  readonly #path: string;
  readonly #problems: FileProblem[] = [];
  readonly #repeated = new Map<string, { line: number; message: string; count: number }>();

  constructor(path: string) {
    this.#path = path;
  }

  /** @param line counted from 1 */
  add(message: string, line?: number): void {
    this.#problems.push({ path: this.#path, ...(line !== undefined && { line }), message });
  }

  /**
   * Something that one mistake causes in many lines.
   * @param kind which of them are the same
   */
  repeat(kind: string, line: number, message: string): void {
    const known = this.#repeated.get(kind);
    if (known) known.count++;
    else this.#repeated.set(kind, { line, message, count: 1 });
  }

  list(): FileProblem[] {
    const repeated = Array.from(this.#repeated.values(), ({ line, message, count }) => ({
      path: this.#path,
      line,
      message: count === 1 ? message : `${message} So it is in ${count} lines.`,
    }));
    return [...this.#problems, ...repeated].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }
}
