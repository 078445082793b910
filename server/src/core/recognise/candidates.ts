import type { Span } from '../span.ts';
import type { EntityCandidate, Name } from './mentions.ts';

/**
 * Candidates in text order that do not overlap, as two columns: a text has
 * thousands of places with names, and far fewer names.
 */
export class Candidates implements Iterable<EntityCandidate> {
  readonly #starts: number[];
  readonly #names: Name[];
  #length: number;

  constructor(starts: number[] = [], names: Name[] = []) {
    this.#starts = starts;
    this.#names = names;
    this.#length = names.length;
  }

  get length(): number {
    return this.#length;
  }

  /** The names alone, in text order; behind `length` of them others may follow until the candidates are `trimmed`. */
  get names(): readonly Name[] {
    return this.#names;
  }

  startOf(index: number): number {
    return this.#starts[index];
  }

  endOf(index: number): number {
    return this.#starts[index] + this.#names[index].form.length;
  }

  at(index: number): EntityCandidate {
    return { start: this.startOf(index), end: this.endOf(index), name: this.#names[index] };
  }

  /** The name that has exactly the span; undefined where none has. */
  find({ start, end }: Span): Name | undefined {
    const index = this.#starts.indexOf(start);
    return index >= 0 && index < this.#length && this.endOf(index) === end
      ? this.#names[index]
      : undefined;
  }

  *[Symbol.iterator](): Iterator<EntityCandidate> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  /** Adds a name behind the last one; `start` is the offset of its first unit. */
  add(start: number, name: Name): void {
    this.#starts[this.#length] = start;
    this.#names[this.#length] = name;
    this.#length++;
  }

  /** Adds all of the others behind the last one, moved by so many units. */
  addAll(others: Candidates, by = 0): void {
    for (let index = 0; index < others.length; index++) {
      this.add(others.startOf(index) + by, others.#names[index]);
    }
  }

  /** Puts another name of the same length at the index. */
  rename(index: number, name: Name): void {
    this.#names[index] = name;
  }

  /** Takes all of them out; the columns keep their room for others. */
  clear(): void {
    this.#length = 0;
  }

  /** The first ones, so many of them. */
  upTo(count: number): Candidates {
    return new Candidates(this.#starts.slice(0, count), this.#names.slice(0, count));
  }

  /** The same without room for more: what is kept of a passage. */
  trimmed(): Candidates {
    return this.upTo(this.length);
  }
}
