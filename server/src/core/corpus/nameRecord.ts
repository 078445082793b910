import type { EntityCandidate, EntityType } from '../recognise/mentions.ts';
import type { Span } from '../span.ts';

/** A piece of the document whose absolute offset changes while its content does not. */
export interface Part {
  readonly start: number;
}

/** One mention of a name: an absolute span and the text there. */
export interface NameMention extends Span {
  readonly form: string;
}

/** The mentions of one name: all candidates with one key. */
export class NameRecord {
  readonly key: string;
  readonly #places = new Map<Part, EntityCandidate[]>();
  readonly #forms = new Map<string, number>();
  readonly #votes = new Map<EntityType, number>();
  readonly #entities = new Map<string, number>();
  #count = 0;
  #sure = 0;
  #firstPart: Part | null = null;

  constructor(key: string) {
    this.key = key;
  }

  get count(): number {
    return this.#count;
  }

  /** Whether some mention does not rest on the others: see `EntityCandidate.weak`. */
  get sure(): boolean {
    return this.#sure > 0;
  }

  /** How often each written form occurs. */
  get forms(): ReadonlyMap<string, number> {
    return this.#forms;
  }

  /** The type that the mentions vote for. */
  get type(): EntityType {
    let best: EntityType = 'MISC';
    let most = 0;
    for (const [type, votes] of this.#votes) {
      if (votes > most) [best, most] = [type, votes];
    }
    return best;
  }

  /** The registry entity that most mentions matched, or null. */
  get entity(): string | null {
    let best: string | null = null;
    let most = 0;
    for (const [entity, count] of this.#entities) {
      if (count > most) [best, most] = [entity, count];
    }
    return best;
  }

  /** The first mention in the text. */
  get first(): NameMention {
    this.#firstPart ??= [...this.#places.keys()].reduce((a, b) => (b.start < a.start ? b : a));
    return placed(this.#firstPart, this.#places.get(this.#firstPart)?.[0]);
  }

  /** Every mention in text order. */
  mentions(): NameMention[] {
    return [...this.#places]
      .sort(([a], [b]) => a.start - b.start)
      .flatMap(([part, candidates]) => candidates.map((candidate) => placed(part, candidate)));
  }

  add(part: Part, candidate: EntityCandidate): void {
    const here = this.#places.get(part);
    if (here === undefined) this.#places.set(part, [candidate]);
    else here.push(candidate);
    if (this.#firstPart !== null && part.start < this.#firstPart.start) this.#firstPart = part;
    this.#tally(candidate, 1);
  }

  /** Takes the part's mentions out. */
  remove(part: Part): void {
    for (const candidate of this.#places.get(part) ?? []) this.#tally(candidate, -1);
    this.#places.delete(part);
    if (this.#firstPart === part) this.#firstPart = null;
  }

  #tally({ form, type, entity, score, weak }: EntityCandidate, by: 1 | -1): void {
    this.#count += by;
    if (!weak) this.#sure += by;
    count(this.#forms, form, by);
    count(this.#votes, type, by * score);
    if (entity !== undefined) count(this.#entities, entity, by);
  }
}

/** The candidate's span in the document. */
export function placed(part: Part, candidate: EntityCandidate | undefined): NameMention {
  const { start = 0, end = 0, form = '' } = candidate ?? {};
  return { start: part.start + start, end: part.start + end, form };
}

/** Adds to a tally; what comes to nothing is taken out. */
export function count<Key>(tally: Map<Key, number>, key: Key, by: number): void {
  const total = (tally.get(key) ?? 0) + by;
  if (total === 0) tally.delete(key);
  else tally.set(key, total);
}
