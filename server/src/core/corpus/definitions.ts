import { addTo } from '../lists.ts';
import type { EntityCandidate } from '../recognise/mentions.ts';
import type { Part } from './nameRecord.ts';

/** An abbreviation's definition, relative to its part. */
export interface Definition {
  readonly short: EntityCandidate;
  readonly long: EntityCandidate;
}

/** A definition with the part it stands in. */
export interface PlacedDefinition extends Definition {
  readonly part: Part;
}

/** Every place where a text defines one short form. */
export class Definitions {
  readonly #places = new Map<Part, Definition[]>();
  #first: PlacedDefinition | null = null;

  get isEmpty(): boolean {
    return this.#places.size === 0;
  }

  /** The first definition in the text; undefined where there is none. */
  get first(): PlacedDefinition | undefined {
    this.#first ??= this.#findFirst();
    return this.#first ?? undefined;
  }

  /** Every definition, in no particular order. */
  *all(): Iterable<PlacedDefinition> {
    for (const [part, definitions] of this.#places) {
      for (const definition of definitions) yield { part, ...definition };
    }
  }

  /** Adds a definition; those of one part come in text order. */
  add(part: Part, definition: Definition): void {
    addTo(this.#places, part, definition);
    if (this.#first !== null && part.start < this.#first.part.start) this.#first = null;
  }

  /** Takes the part's definitions out. */
  remove(part: Part): void {
    this.#places.delete(part);
    if (this.#first?.part === part) this.#first = null;
  }

  #findFirst(): PlacedDefinition | null {
    let first: PlacedDefinition | null = null;
    for (const [part, [definition]] of this.#places) {
      if (first === null || part.start < first.part.start) first = { part, ...definition };
    }
    return first;
  }
}
