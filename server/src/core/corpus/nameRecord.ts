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

/** What an index holds of a part: its candidates in text order. */
export type CandidatesOf = (part: Part) => readonly EntityCandidate[];

/**
 * The mentions of one name: all candidates with one key. There are thousands
 * of names in a long text, most with one form and one entity at most, so
 * nothing is made before it is needed.
 */
export class NameRecord {
  readonly key: string;
  readonly #candidatesOf: CandidatesOf;
  readonly #parts = new Set<Part>();
  /** The form of every mention, as long as there is only one. */
  #form = '';
  #forms: Map<string, number> | undefined;
  #entities: Map<string, number> | undefined;
  #votes: Record<EntityType, number> = { PER: 0, ORG: 0, LOC: 0, MISC: 0 };
  #count = 0;
  #sure = 0;
  #first: { part: Part; candidate: EntityCandidate | undefined } | undefined;

  constructor(key: string, candidatesOf: CandidatesOf) {
    this.key = key;
    this.#candidatesOf = candidatesOf;
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
    return this.#forms ?? new Map([[this.#form, this.#count]]);
  }

  /** The type that the mentions vote for. */
  get type(): EntityType {
    const { PER, ORG, LOC, MISC } = this.#votes;
    const most = Math.max(PER, ORG, LOC, MISC);
    if (PER === most) return 'PER';
    if (ORG === most) return 'ORG';
    return LOC === most ? 'LOC' : 'MISC';
  }

  /** The registry entity that most mentions matched, or null. */
  get entity(): string | null {
    let best: string | null = null;
    let most = 0;
    for (const [entity, count] of this.#entities ?? []) {
      if (count > most) [best, most] = [entity, count];
    }
    return best;
  }

  /** The first mention in the text. */
  get first(): NameMention {
    if (!this.#first) {
      const part = [...this.#parts].reduce((a, b) => (b.start < a.start ? b : a));
      const candidate = this.#candidatesOf(part).find(({ key }) => key === this.key);
      this.#first = { part, candidate };
    }
    return placed(this.#first.part, this.#first.candidate);
  }

  /** Every mention in text order. */
  mentions(): NameMention[] {
    return [...this.#parts]
      .sort((a, b) => a.start - b.start)
      .flatMap((part) =>
        this.#candidatesOf(part)
          .filter(({ key }) => key === this.key)
          .map((candidate) => placed(part, candidate)),
      );
  }

  add(part: Part, candidate: EntityCandidate): void {
    this.#parts.add(part);
    if (this.#first && part.start < this.#first.part.start) this.#first = undefined;
    this.#tally(candidate, 1);
  }

  /** Takes one of the part's mentions out; all of them must be. */
  remove(part: Part, candidate: EntityCandidate): void {
    this.#parts.delete(part);
    if (this.#first?.part === part) this.#first = undefined;
    this.#tally(candidate, -1);
  }

  #tally({ form, type, entity, score, weak }: EntityCandidate, by: 1 | -1): void {
    if (this.#count === 0) this.#form = form;
    else if (form !== this.#form) this.#forms ??= new Map([[this.#form, this.#count]]);
    if (this.#forms) count(this.#forms, form, by);
    this.#count += by;
    if (!weak) this.#sure += by;
    this.#votes[type] += by * score;
    if (entity === undefined) return;
    this.#entities ??= new Map();
    count(this.#entities, entity, by);
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
