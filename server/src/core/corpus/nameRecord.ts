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

/** What an index holds of a part: its candidates in text order, and the name of each. */
export interface PartNames {
  readonly candidates: readonly EntityCandidate[];
  readonly records: readonly NameRecord[];
}

/**
 * The mentions of one name: all candidates with one key. There are thousands
 * of names in a long text, most with one form and one entity at most, so
 * nothing is made before it is needed.
 */
export class NameRecord {
  readonly key: string;
  readonly #namesOf: (part: Part) => PartNames | undefined;
  readonly #parts = new Set<Part>();
  /** The form of every mention, as long as there is only one. */
  #form = '';
  #forms: Map<string, number> | undefined;
  #entities: Map<string, number> | undefined;
  #votes: Record<EntityType, number> = { PER: 0, ORG: 0, LOC: 0, MISC: 0 };
  #count = 0;
  #sure = 0;
  #first: { part: Part; candidate: EntityCandidate | undefined } | undefined;

  constructor(key: string, namesOf: (part: Part) => PartNames | undefined) {
    this.key = key;
    this.#namesOf = namesOf;
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
      const { candidates, records } = this.#namesOf(part) ?? nothing;
      this.#first = { part, candidate: candidates[records.indexOf(this)] };
    }
    return placed(this.#first.part, this.#first.candidate);
  }

  /** Every mention in text order. */
  mentions(): NameMention[] {
    const found: NameMention[] = [];
    for (const part of [...this.#parts].sort((a, b) => a.start - b.start)) {
      const { candidates, records } = this.#namesOf(part) ?? nothing;
      for (let at = records.indexOf(this); at >= 0; at = records.indexOf(this, at + 1))
        found.push(placed(part, candidates[at]));
    }
    return found;
  }

  /** Counts a mention in; whether it is the first of its type. */
  add(part: Part, candidate: EntityCandidate): boolean {
    const isNew = this.#votes[candidate.type] === 0;
    this.#parts.add(part);
    if (this.#first && part.start < this.#first.part.start) this.#first = undefined;
    this.#tally(candidate, 1);
    return isNew;
  }

  /** Takes one of the part's mentions out; all of them must be. Whether it was the last of its type. */
  remove(part: Part, candidate: EntityCandidate): boolean {
    this.#parts.delete(part);
    if (this.#first?.part === part) this.#first = undefined;
    this.#tally(candidate, -1);
    return this.#votes[candidate.type] === 0;
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

const nothing: PartNames = { candidates: [], records: [] };

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
