import { addTo } from '../lists.ts';
import type { Span } from '../span.ts';

/** Facts of one noun and entity beyond which they tell nothing: a corpus on a war counts people in every text. */
const COMMONPLACE = 16;

/** An exact number of things in a sentence that names an entity; the span is the number's. */
export interface CountedFact extends Span {
  /** What is counted, lower-cased: `foreign terrorists`. */
  readonly noun: string;
  readonly value: number;
  /** Number and noun as written. */
  readonly words: string;
  /** The entities that the sentence names: ids of the registry, else the names' keys. */
  readonly entities: readonly string[];
  /** What the sentence is about and when: its entities, other names, dates and years. */
  readonly scope: readonly string[];
  /** Stems of the sentence's words but for those of the noun and for function words. */
  readonly stems: readonly string[];
}

/** A text of the corpus. */
export interface FactSource {
  /** What it is known by: one key a text, however its URI is spelt. */
  readonly key: string;
  /** Its URI or path, for links. */
  readonly file: string;
  /** What a message calls it. */
  readonly name: string;
}

/** A fact and the text that states it. */
export interface PlacedFact extends FactSource {
  readonly fact: CountedFact;
}

/** What the other texts of a corpus count, seen from one of them. */
export interface FactsElsewhere {
  /** Another number than before whenever `like` may answer something else for a fact of this text. */
  readonly revision: number;
  /** The facts of other texts with the noun and an entity of this one; none where that is commonplace. */
  like(fact: CountedFact): PlacedFact[];
}

/** Which texts of the corpus count what, by noun and entity. */
export class FactIndex {
  readonly #texts = new Map<string, readonly CountedFact[]>();
  readonly #postings = new Map<string, PlacedFact[]>();
  readonly #revisions = new Map<string, number>();

  /** Replaces what one text counts. */
  set(source: FactSource, facts: readonly CountedFact[]): void {
    const before = this.#texts.get(source.key) ?? [];
    if (JSON.stringify(before) === JSON.stringify(facts)) return;
    const entries = new Set([...before, ...facts].flatMap(entriesOf));
    this.#revise(source.key, entries);
    this.#remove(source.key, before);
    if (facts.length > 0) this.#texts.set(source.key, facts);
    for (const fact of facts) {
      const placed = { ...source, fact };
      for (const entry of entriesOf(fact)) {
        addTo(this.#postings, entry, placed);
      }
    }
    this.#revise(source.key, entries);
  }

  /** Forgets a text. */
  delete(key: string): void {
    const before = this.#texts.get(key) ?? [];
    const entries = new Set(before.flatMap(entriesOf));
    this.#revise(key, entries);
    this.#remove(key, before);
    this.#revise(key, entries);
    this.#revisions.delete(key);
  }

  clear(): void {
    this.#texts.clear();
    this.#postings.clear();
    this.#revisions.clear();
  }

  /** The index as one text sees it. */
  around(key: string): FactsElsewhere {
    const revision = () => this.#revisions.get(key) ?? 0;
    return {
      get revision() {
        return revision();
      },
      like: (fact) => this.#like(fact, key),
    };
  }

  #like(fact: CountedFact, key: string): PlacedFact[] {
    const found = new Set<PlacedFact>();
    for (const entry of entriesOf(fact)) {
      const posting = this.#postings.get(entry) ?? [];
      if (posting.length > COMMONPLACE) continue;
      for (const placed of posting) if (placed.key !== key) found.add(placed);
    }
    return [...found];
  }

  #remove(key: string, facts: readonly CountedFact[]): void {
    for (const entry of new Set(facts.flatMap(entriesOf))) {
      const others = this.#postings.get(entry)?.filter((placed) => placed.key !== key) ?? [];
      if (others.length > 0) this.#postings.set(entry, others);
      else this.#postings.delete(entry);
    }
    this.#texts.delete(key);
  }

  /** Tells every other text that is answered with such facts that they change, or have changed. */
  #revise(key: string, entries: ReadonlySet<string>): void {
    const others = new Set<string>();
    for (const entry of entries) {
      const posting = this.#postings.get(entry) ?? [];
      if (posting.length > COMMONPLACE) continue;
      for (const placed of posting) others.add(placed.key);
    }
    others.delete(key);
    for (const other of others) this.#revisions.set(other, (this.#revisions.get(other) ?? 0) + 1);
  }
}

/** What a fact is looked up by. */
function entriesOf({ noun, entities }: CountedFact): string[] {
  return entities.map((entity) => `${noun}\n${entity}`);
}
